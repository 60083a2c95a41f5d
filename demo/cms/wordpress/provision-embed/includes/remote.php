<?php
/**
 * Fetches the publisher's files within limits, and caches their records.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/** Maximum bytes of a file; a record file has some 20,000. */
const LARGEST_FILE = 2 * MB_IN_BYTES;

/** Timeout in seconds; a page waits for a publisher at most once in five minutes. */
const LONGEST_WAIT = 3;

/** Prefix of the names of the transients. */
const TRANSIENT = 'provision_embed_';

/**
 * The facts for the quotation of a record. Fetched once an hour; the last facts stay while the publisher is unreachable.
 *
 * @param string $feed   Address of the feed of a listed publisher.
 * @param string $record Id of the record; empty for the first.
 * @return array<string, mixed>|null As returned by `record_facts()`; null if no record was ever loaded.
 */
function remote_record( $feed, $record ) {
	$key  = TRANSIENT . md5( $feed . ' ' . $record );
	$kept = get_transient( $key );
	if ( is_array( $kept ) && $kept['until'] > time() ) {
		return $kept['facts'];
	}
	$found = fetch_record( $feed, $record );
	$until = time() + ( $found ? HOUR_IN_SECONDS : 5 * MINUTE_IN_SECONDS );
	$facts = $found ?? $kept['facts'] ?? null;
	// With an expiry, because WordPress autoloads transients without one on every page of the site.
	set_transient( $key, compact( 'until', 'facts' ), $facts ? YEAR_IN_SECONDS : HOUR_IN_SECONDS );
	return $facts;
}

/**
 * Fetches the record from the publisher.
 *
 * @param string $feed   Address of the feed.
 * @param string $record Id of the record; empty for the first.
 * @return array<string, mixed>|null
 */
function fetch_record( $feed, $record ) {
	$response = wp_safe_remote_get(
		$feed,
		array(
			'timeout'             => LONGEST_WAIT,
			// The card follows no redirects either.
			'redirection'         => 0,
			'limit_response_size' => LARGEST_FILE + 1,
			'headers'             => array(
				'Accept'          => 'application/feed+json, application/json',
				// Uncompressed, so that the limit applies to the parsed size.
				'Accept-Encoding' => 'identity',
			),
		)
	);
	$body     = wp_remote_retrieve_body( $response );
	if ( 200 !== wp_remote_retrieve_response_code( $response ) || strlen( $body ) > LARGEST_FILE ) {
		return null;
	}
	return record_facts( json_decode( $body, true, 32 ), $record );
}
