<?php
/**
 * Loads the script on the pages that need it.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/** Handle of the script. */
const SCRIPT = 'provision-embed';

add_action( 'init', __NAMESPACE__ . '\register_script' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_script_everywhere' );
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\enqueue_script_in_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 2 );

/**
 * The address of the script: the one in the settings, else that of the copy in the plugin.
 *
 * @return string Empty if there is no copy; the quotations then stay quotations.
 */
function script_address() {
	$set = options()['script'];
	if ( '' !== $set ) {
		return $set;
	}
	$copy = 'assets/provision-embed.js';
	return is_readable( plugin_dir_path( PLUGIN_FILE ) . $copy ) ? plugins_url( $copy, PLUGIN_FILE ) : '';
}

/** Registers the script. */
function register_script() {
	$address = script_address();
	if ( '' !== $address ) {
		// WordPress before 6.3 has no strategy and puts the script into the footer. Both work, and the script needs no version.
		wp_register_script( SCRIPT, $address, array(), null, array( 'strategy' => 'async' ) ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/** Enqueues the script on this page. */
function enqueue_script() {
	if ( wp_script_is( SCRIPT, 'registered' ) ) {
		wp_enqueue_script( SCRIPT );
	}
}

/** Enqueues the script on every page, because pasted quotations are not detected. */
function enqueue_script_everywhere() {
	if ( options()['everywhere'] ) {
		enqueue_script();
	}
}

/** Enqueues the script in the editor, because the block's preview is the card itself. */
function enqueue_script_in_editor() {
	if ( is_admin() ) {
		enqueue_script();
	}
}

/**
 * Adds the attributes that WordPress cannot set to the script's tag.
 *
 * @param string $tag    HTML.
 * @param string $handle Of the script.
 * @return string
 */
function script_tag( $tag, $handle ) {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	$more = array( 'crossorigin' => 'anonymous' );
	if ( options()['prefixes'] ) {
		// The script finds quotations without their attributes by these prefixes of their links.
		$more['data-permalinks'] = implode( ' ', options()['prefixes'] );
	}
	return preg_replace( '/<script(?=[^>]*\ssrc=)/', '<script' . attributes( $more ), $tag, 1 );
}
