<?php
/**
 * The quotation, in the form of `src/snippets/quotation.ts`: the platform's words in their own language, then the source line
 * with title, severity, analyst and link.
 *
 * Our own few words are not translated, because every form of the embed is English, with dates such as "12 May 2026".
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * The quotation of a record.
 *
 * @param array<string, mixed> $facts     As returned by `record_facts()`.
 * @param string               $permalink The page about the record.
 * @return string HTML.
 */
function quotation( $facts, $permalink ) {
	$clauses = $facts['clauses'];
	$tags    = array_unique( array_column( $clauses, 'language' ) );
	$shared  = count( $tags ) <= 1;
	$lang    = $facts['language'];
	if ( $clauses ) {
		$lang = $shared ? $clauses[0]['language'] : '';
	}
	$quoted = '';
	foreach ( $clauses as $clause ) {
		$own     = array(
			'lang' => $shared ? null : given( $clause['language'] ),
			'dir'  => count( $clauses ) > 1 ? 'auto' : null,
		);
		$quoted .= '<p' . attributes( $own ) . '>' . literal_lines( $clause['text'] ) . "</p>\n";
	}
	if ( '' !== $facts['summary'] ) {
		$quoted = '<p>' . literal_lines( $facts['summary'] ) . "</p>\n";
	}
	$opening = array(
		'cite'        => $permalink,
		'lang'        => $clauses ? $lang : given( $lang ),
		'dir'         => 'auto',
		'data-sha256' => given( quoted_hash( $clauses ) ),
	);
	return '<blockquote' . attributes( $opening ) . ">\n" . $quoted . facts_line( $facts, $permalink, $lang ) . "\n</blockquote>";
}

/**
 * Title, severity, analyst, and the link: the last paragraph of the quotation.
 *
 * @param array<string, mixed> $facts     As returned by `record_facts()`.
 * @param string               $permalink The page about the record.
 * @param string               $around    Language of the quotation.
 * @return string HTML.
 */
function facts_line( $facts, $permalink, $around ) {
	$states    = array(
		'withdrawn' => 'This record has been withdrawn.',
		'corrected' => 'This record has been corrected.',
	);
	$sentences = array(
		$states[ $facts['status'] ] ?? '',
		'' === $facts['severity'] ? '' : 'Severity: ' . $facts['severity'],
		$facts['analysts'] ? 'Analysis by ' . english_list( $facts['analysts'] ) : '',
	);
	$said      = '';
	foreach ( array_filter( $sentences, 'strlen' ) as $sentence ) {
		$said .= ( '' === $said ? ' — ' : ' ' ) . $sentence . ( preg_match( '/[.!?…。؟]$/u', $sentence ) ? '' : '.' );
	}
	// Without its own `lang`, the line would inherit the language of the clauses.
	$same = $facts['language'] === $around && ( '' !== $around || ! $facts['clauses'] );
	$lang = $same ? null : $facts['language'];
	$line = array(
		'lang' => $lang,
		'dir'  => 'auto',
	);
	$link = literal_lines( $facts['source'] );
	$day  = written_day( $facts['captured'] );
	if ( '' !== $day ) {
		$link .= literal( ', captured ' ) . '<time' . attributes( array( 'datetime' => $facts['captured'] ) ) . '>' . literal( $day ) . '</time>';
	}
	return '<p' . attributes( $line ) . '>' . literal_lines( $facts['title'] . $said ) . ' <a' . attributes( array( 'href' => $permalink ) ) . '>' . $link . '</a></p>';
}

/**
 * The fallback when the record cannot be loaded: a link to it.
 *
 * @param string $permalink The page about the record.
 * @return string HTML.
 */
function bare_quotation( $permalink ) {
	return '<blockquote' . attributes( array( 'cite' => $permalink ) ) . ">\n<p><a" . attributes( array( 'href' => $permalink ) ) . '>' . literal( $permalink ) . "</a></p>\n</blockquote>";
}

/**
 * SHA-256 of the quoted clauses: one hash per clause, in their order, separated by spaces.
 *
 * @param array<array{text: string, language: string}> $clauses Of the record.
 * @return string
 */
function quoted_hash( $clauses ) {
	$hashes = array();
	foreach ( $clauses as $clause ) {
		$hashes[] = hash( 'sha256', $clause['text'] );
	}
	return implode( ' ', $hashes );
}

/**
 * "A, B and C".
 *
 * @param string[] $names Names.
 * @return string
 */
function english_list( $names ) {
	$last = array_pop( $names );
	return $names ? implode( ', ', $names ) . ' and ' . $last : $last;
}

/**
 * The day of a date of the feed, in UTC: "12 May 2026". Not `wp_date()`, because it would be written in the site's language.
 *
 * @param string $written RFC 3339.
 * @return string Empty if it is no date.
 */
function written_day( $written ) {
	if ( ! preg_match( '/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/i', $written ) ) {
		return '';
	}
	$time = strtotime( 10 === strlen( $written ) ? $written . 'T12:00Z' : preg_replace( '/\.\d+/', '', $written ) );
	return false === $time ? '' : gmdate( 'j F Y', $time );
}
