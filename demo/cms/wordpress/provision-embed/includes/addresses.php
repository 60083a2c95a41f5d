<?php
/**
 * Addresses: which are taken, and which record a permalink is of.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * An address of a publisher: https, or http on this very machine, without user info.
 *
 * @param mixed $value What was typed.
 * @return string Empty where it is none.
 */
function web_address( $value ) {
	$url   = is_string( $value ) ? esc_url_raw( trim( $value ), array( 'http', 'https' ) ) : '';
	$parts = wp_parse_url( $url );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return '';
	}
	$local = in_array( $parts['host'], array( 'localhost', '127.0.0.1', '[::1]' ), true );
	return 'https' === $parts['scheme'] || $local ? $url : '';
}

/**
 * The start of a publisher's permalinks, with a slash at its end: `https://host/r/`.
 *
 * @param mixed $value What was typed.
 * @return string Empty where it is none.
 */
function permalink_prefix( $value ) {
	$url = web_address( $value );
	return '' === $url || strpbrk( $url, '?#' ) ? '' : trailingslashit( $url );
}

/**
 * The feed of a permalink's record: `https://host/r/NAME.json` for `https://host/r/NAME`, with a slash or without. What is
 * behind `?` or `#` says nothing about which record it is.
 *
 * @param string $permalink An address.
 * @return string Empty where no publisher that is listed has such permalinks.
 */
function record_feed( $permalink ) {
	foreach ( options()['prefixes'] as $prefix ) {
		if ( preg_match( permalink_pattern( $prefix ), $permalink, $found ) ) {
			return $prefix . $found[1] . '.json';
		}
	}
	return '';
}

/**
 * The page of the record whose feed this is: the other way round.
 *
 * @param string $feed As `web_address()` gives it.
 * @return string Empty where no publisher that is listed has such feeds.
 */
function record_page( $feed ) {
	$page = preg_replace( '/\.json$/', '', $feed, 1, $found );
	return $found && '' !== record_feed( $page ) ? $page : '';
}

/**
 * The permalinks below a prefix. The name of the record is in the first group.
 *
 * @param string $prefix As `permalink_prefix()` gives it.
 * @return string A regular expression.
 */
function permalink_pattern( $prefix ) {
	return '~^' . preg_quote( $prefix, '~' ) . '([A-Za-z0-9_-]{1,80})/?(?:[?#]\S*)?$~';
}

/**
 * Whether a feed is of a publisher that an administrator has listed. Of others nothing is fetched, and nothing is shown but
 * the link: whoever may write here must not choose which servers this one talks to.
 *
 * @param string $feed As `web_address()` gives it.
 * @return bool
 */
function is_listed( $feed ) {
	return in_array( origin( $feed ), array_map( __NAMESPACE__ . '\origin', options()['prefixes'] ), true );
}

/**
 * Scheme, host and port.
 *
 * @param string $url An address.
 * @return string
 */
function origin( $url ) {
	$parts = wp_parse_url( $url );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return strtolower( ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) ) . $port;
}
