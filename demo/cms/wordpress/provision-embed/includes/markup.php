<?php
/**
 * Escapes text so that WordPress does not change it.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * Escapes text for a place between tags or between double quotes. All punctuation becomes references, not only HTML's:
 * a quotation is compared letter by letter, but WordPress would curl its quotes, join its dashes, replace its smilies with
 * pictures, run its shortcodes and embed its addresses.
 *
 * @param string $text Anything.
 * @return string
 */
function literal( $text ) {
	// HTML allows no control characters but tab and line breaks.
	$text = preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/u', "\u{FFFD}", wp_check_invalid_utf8( $text, true ) );
	$text = preg_replace_callback(
		// WordPress turns the x in "3x4" into a cross, and the p in "Wordpress" into a P.
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
 * Attributes, with a space before each.
 *
 * @param array<string, string|null> $values By name; null values are left out.
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
 * The value, or null if it is empty, so that the attribute is left out.
 *
 * @param string $value Anything.
 * @return string|null
 */
function given( $value ) {
	return '' === $value ? null : $value;
}
