<?php
/**
 * The block.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_block' );

/** Registers the block, and passes the permalink prefixes to its editor. */
function register_block() {
	$block = register_block_type( dirname( PLUGIN_FILE ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	if ( ! $block ) {
		return;
	}
	$settings = array(
		'prefixes' => options()['prefixes'],
		'layout'   => options()['layout'],
	);
	foreach ( $block->editor_script_handles as $handle ) {
		wp_set_script_translations( $handle, 'provision-embed' );
		wp_add_inline_script( $handle, 'window.provisionEmbedBlock = ' . wp_json_encode( $settings, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}
}

/**
 * Renders the block. The post itself contains a link, which stays when the plugin is removed.
 *
 * @param array<string, mixed> $attributes Of the block.
 * @return string HTML.
 */
function render_block( $attributes ) {
	// `embed()` takes the level of the heading as `level`.
	$attributes['level'] = $attributes['headingLevel'] ?? '';
	return embed( $attributes, ' ' . get_block_wrapper_attributes() );
}
