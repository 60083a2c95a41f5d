<?php
/**
 * Validates addresses, and finds the record of a permalink.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * An address of a publisher: https, or http on this machine, without user info.
 *
 * @param mixed $value The typed address.
 * @return string Empty if it is not valid.
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
 * @param mixed $value The typed address.
 * @return string Empty if it is not valid.
 */
function permalink_prefix( $value ) {
	$url = web_address( $value );
	return '' === $url || strpbrk( $url, '?#' ) ? '' : trailingslashit( $url );
}

/**
 * The feed of a permalink's record: `https://host/r/NAME.json` for `https://host/r/NAME`, with or without a slash. Query and
 * fragment are ignored, because they do not identify the record.
 *
 * @param string $permalink An address.
 * @return string Empty if no listed publisher has such permalinks.
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
 * The page of the record with this feed, the inverse of `record_feed()`.
 *
 * @param string $feed As returned by `web_address()`.
 * @return string Empty if no listed publisher has such feeds.
 */
function record_page( $feed ) {
	$page = preg_replace( '/\.json$/', '', $feed, 1, $found );
	return $found && '' !== record_feed( $page ) ? $page : '';
}

/**
 * The permalinks below a prefix. The name of the record is in the first group.
 *
 * @param string $prefix As returned by `permalink_prefix()`.
 * @return string A regular expression.
 */
function permalink_pattern( $prefix ) {
	return '~^' . preg_quote( $prefix, '~' ) . '([A-Za-z0-9_-]{1,80})/?(?:[?#]\S*)?$~';
}

/**
 * Whether an administrator has listed the publisher of a feed. The plugin fetches nothing from other publishers and shows only
 * the link, because a writer must not choose which servers this one sends requests to.
 *
 * @param string $feed As returned by `web_address()`.
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
