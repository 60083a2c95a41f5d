<?php
/**
 * The publisher's files, fetched within limits and kept.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/** Bytes of a file; a record's own has some 20,000. */
const LARGEST_FILE = 2 * MB_IN_BYTES;

/** Seconds that a page waits for the publisher, at most once in five minutes. */
const LONGEST_WAIT = 3;

/** Start of the names of the transients. */
const TRANSIENT = 'provision_embed_';

/**
 * What is to be quoted of a record. Asked for once an hour; while the publisher cannot be reached, what was there last.
 *
 * @param string $feed   Address of the feed, of a publisher that is listed.
 * @param string $record Id of the record; empty for the first.
 * @return array<string, mixed>|null As `record_facts()` gives it; null where nothing was ever there.
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
	// Not for ever: a transient without an end is loaded into every page of the site.
	set_transient( $key, compact( 'until', 'facts' ), $facts ? YEAR_IN_SECONDS : HOUR_IN_SECONDS );
	return $facts;
}

/**
 * Asks the publisher.
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
			// The card follows none either.
			'redirection'         => 0,
			'limit_response_size' => LARGEST_FILE + 1,
			'headers'             => array(
				'Accept'          => 'application/feed+json, application/json',
				// So that the limit is one of what is read, not of what was packed.
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
