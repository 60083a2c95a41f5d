<?php
/**
 * The one script, on the pages that need it.
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
 * Where the script is: at the address that is set, else the copy in the plugin.
 *
 * @return string Empty where there is none; the quotations stay quotations then.
 */
function script_address() {
	$set = options()['script'];
	if ( '' !== $set ) {
		return $set;
	}
	$copy = 'assets/provision-embed.js';
	return is_readable( plugin_dir_path( PLUGIN_FILE ) . $copy ) ? plugins_url( $copy, PLUGIN_FILE ) : '';
}

/** Makes the script known. */
function register_script() {
	$address = script_address();
	if ( '' !== $address ) {
		// Before WordPress 6.3 there is no strategy: it stands in the footer then. The script takes both, and no version.
		wp_register_script( SCRIPT, $address, array(), null, array( 'strategy' => 'async' ) ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/** Asks for the script on this page. */
function enqueue_script() {
	if ( wp_script_is( SCRIPT, 'registered' ) ) {
		wp_enqueue_script( SCRIPT );
	}
}

/** For quotations that were pasted. */
function enqueue_script_everywhere() {
	if ( options()['everywhere'] ) {
		enqueue_script();
	}
}

/** The block's preview is the card itself. */
function enqueue_script_in_editor() {
	if ( is_admin() ) {
		enqueue_script();
	}
}

/**
 * Adds to the script's tag what WordPress has no word for.
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
		// By these the script knows the links of quotations whose attributes were taken out.
		$more['data-permalinks'] = implode( ' ', options()['prefixes'] );
	}
	return preg_replace( '/<script(?=[^>]*\ssrc=)/', '<script' . attributes( $more ), $tag, 1 );
}
