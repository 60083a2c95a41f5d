<?php
/**
 * The settings of the plugin.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/** Name of the option, of its group and of the settings page. */
const OPTION = 'provision_embed';

const LAYOUTS = array( 'compact', 'article', 'full' );

/**
 * All settings, validated whatever the database contains.
 *
 * @return array{script: string, prefixes: string[], layout: string, everywhere: bool} `script` is empty for the copy in the plugin.
 */
function options() {
	return checked_options( get_option( OPTION, array() ) );
}

/**
 * Validates settings. Also the sanitizer of the settings page.
 *
 * @param mixed $given The submitted settings; `prefixes` may be a list or lines of text.
 * @return array{script: string, prefixes: string[], layout: string, everywhere: bool}
 */
function checked_options( $given ) {
	$given    = is_array( $given ) ? $given : array();
	$prefixes = $given['prefixes'] ?? array();
	$prefixes = is_array( $prefixes ) ? $prefixes : preg_split( '/\s+/', (string) $prefixes );
	$layout   = $given['layout'] ?? '';
	return array(
		'script'     => web_address( $given['script'] ?? '' ),
		'prefixes'   => array_values( array_unique( array_filter( array_map( __NAMESPACE__ . '\permalink_prefix', $prefixes ) ) ) ),
		'layout'     => in_array( $layout, LAYOUTS, true ) ? $layout : 'article',
		'everywhere' => ! empty( $given['everywhere'] ),
	);
}
