<?php
/**
 * The quotation, in the form of `src/snippets/quotation.ts`: the platform's words in their own language, then who says what about
 * them, and the link.
 *
 * Its own few words are not translated: they are English in every form of the embed, as the dates are written "12 May 2026".
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * The quotation of a record.
 *
 * @param array<string, mixed> $facts     As `record_facts()` gives them.
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
 * @param array<string, mixed> $facts     As `record_facts()` gives them.
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
	// Without a language of its own, the line must not be taken for one in the clauses'.
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
 * What is left where the record cannot be had: a link to it.
 *
 * @param string $permalink The page about the record.
 * @return string HTML.
 */
function bare_quotation( $permalink ) {
	return '<blockquote' . attributes( array( 'cite' => $permalink ) ) . ">\n<p><a" . attributes( array( 'href' => $permalink ) ) . '>' . literal( $permalink ) . "</a></p>\n</blockquote>";
}

/**
 * SHA-256 of what is quoted: one for each clause, in their order, apart by spaces.
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
 * The day of a date of the feed, in UTC: "12 May 2026". Not `wp_date()`: it is written in one language wherever it is pasted.
 *
 * @param string $written RFC 3339.
 * @return string Empty where it is none.
 */
function written_day( $written ) {
	if ( ! preg_match( '/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/i', $written ) ) {
		return '';
	}
	$time = strtotime( 10 === strlen( $written ) ? $written . 'T12:00Z' : preg_replace( '/\.\d+/', '', $written ) );
	return false === $time ? '' : gmdate( 'j F Y', $time );
}
