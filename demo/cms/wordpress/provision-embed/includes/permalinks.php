<?php
/**
 * A permalink on a line of its own. WordPress runs such handlers before any oEmbed provider, for every role.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_permalinks' );

/** One handler for the permalinks of each publisher. */
function register_permalinks() {
	foreach ( options()['prefixes'] as $index => $prefix ) {
		wp_embed_register_handler( 'provision-embed-' . $index, permalink_pattern( $prefix ), __NAMESPACE__ . '\permalink_embed' );
	}
}

/**
 * Renders the embed in its place.
 *
 * @param string[]             $matches    Of the pattern.
 * @param array<string, mixed> $attributes Width and height, which a card does not use.
 * @param string               $url        The permalink.
 * @return string HTML.
 */
function permalink_embed( $matches, $attributes, $url ) {
	return embed( array( 'url' => html_entity_decode( $url ) ) );
}
