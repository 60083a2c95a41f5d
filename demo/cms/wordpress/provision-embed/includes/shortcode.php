<?php
/**
 * The shortcode: `[provision url="…"]` or `[provision feed="…" record="…" layout="…"]`.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

add_shortcode( 'provision', __NAMESPACE__ . '\shortcode' );

/**
 * Renders the embed in its place.
 *
 * @param array<string, string>|string $typed Attributes; a string if there are none.
 * @return string HTML.
 */
function shortcode( $typed ) {
	$names = array_fill_keys( array( 'url', 'feed', 'record', 'layout', 'mode', 'lang', 'level', 'theme' ), '' );
	// The editor writes ampersands as references.
	$typed = array_map( 'wp_specialchars_decode', shortcode_atts( $names, $typed, 'provision' ) );
	return embed( $typed );
}
