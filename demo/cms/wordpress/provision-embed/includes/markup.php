<?php
/**
 * Text as WordPress leaves it alone.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * Text, escaped, for a place between tags or between double quotes. All its marks are references, not only those of HTML:
 * what is quoted is compared letter by letter, and WordPress would curl its quotes, join its dashes, make pictures of its
 * smilies, run its shortcodes and embed its addresses.
 *
 * @param string $text Anything.
 * @return string
 */
function literal( $text ) {
	// Of control characters HTML knows tab and line breaks.
	$text = preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/u', "\u{FFFD}", wp_check_invalid_utf8( $text, true ) );
	$text = preg_replace_callback(
		// The x in "3x4" becomes a cross, the p in "Wordpress" a P.
		'/[!-\/:-@\[-`{-~\t\r\n]|(?<=[0-9])x|(?<=Word)p(?=ress)/',
		static function ( $found ) {
			return '&#' . ord( $found[0] ) . ';';
		},
		$text
	);
	return esc_html( $text );
}

/**
 * Text with its line breaks, for a place between tags.
 *
 * @param string $text Anything.
 * @return string
 */
function literal_lines( $text ) {
	return preg_replace( '/(?:&#0?13;)?&#0?10;|&#0?13;/', '<br />$0', literal( $text ) );
}

/**
 * Attributes, with a blank before each.
 *
 * @param array<string, string|null> $values By name; what is null is left out.
 * @return string
 */
function attributes( $values ) {
	$html = '';
	foreach ( $values as $name => $value ) {
		if ( null !== $value ) {
			$address = in_array( $name, array( 'src', 'href', 'cite', 'data-src' ), true );
			$html   .= ' ' . $name . '="' . ( $address ? esc_url( $value, array( 'http', 'https' ) ) : literal( $value ) ) . '"';
		}
	}
	return $html;
}

/**
 * The value, or null where it is empty: an attribute that is left out.
 *
 * @param string $value Anything.
 * @return string|null
 */
function given( $value ) {
	return '' === $value ? null : $value;
}
