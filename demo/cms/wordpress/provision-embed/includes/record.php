<?php
/**
 * The facts for a quotation, parsed from the publisher's JSON. Any member may be missing or of another type.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * The facts of a record, in the words of the feed.
 *
 * @param mixed  $feed   A provision feed, decoded.
 * @param string $record Id of the record; empty for the first.
 * @return array{id: string, url: string, language: string, title: string, status: string, severity: string, analysts: string[], source: string, captured: string, summary: string, clauses: array<array{text: string, language: string}>}|null
 */
function record_facts( $feed, $record ) {
	$item = feed_item( $feed, $record );
	if ( null === $item ) {
		return null;
	}
	$details  = part( $item, '_provision' );
	$platform = part( $details, 'platform' );
	$document = text_in( part( $details, 'document' ), 'title' );
	$source   = document_name( first_of( text_in( $platform, 'name' ), text_in( $platform, 'slug' ) ), $document );
	$clauses  = array();
	foreach ( part( $details, 'clauses' ) as $clause ) {
		if ( '' !== text_in( $clause, 'text' ) ) {
			$clauses[] = array(
				'text'     => text_in( $clause, 'text' ),
				'language' => language_in( $clause ),
			);
		}
	}
	return array(
		'id'       => identifier( $item['id'] ?? null ),
		'url'      => web_address( $item['url'] ?? '' ),
		'language' => first_of( language_in( $item ), language_in( $feed ) ),
		'title'    => first_of( text_in( $item, 'title' ), $source, 'Provision' ),
		'status'   => text_in( $details, 'status' ),
		'severity' => severity_label( part( $details, 'severity' ), $feed ),
		'analysts' => analyst_names( $item, $feed ),
		'source'   => first_of( $source, text_in( $item, 'title' ), 'Record' ),
		'captured' => text_in( part( $details, 'provenance' ), 'captured' ),
		'summary'  => $clauses ? '' : text_in( $item, 'content_text' ),
		'clauses'  => $clauses,
	);
}

/**
 * The record in the feed.
 *
 * @param mixed  $feed   A provision feed, decoded.
 * @param string $record Id; empty for the first.
 * @return array<string, mixed>|null
 */
function feed_item( $feed, $record ) {
	foreach ( part( $feed, 'items' ) as $item ) {
		$id = is_array( $item ) ? identifier( $item['id'] ?? null ) : '';
		if ( '' !== $id && ( '' === $record || $id === $record ) ) {
			return $item;
		}
	}
	return null;
}

/**
 * An id. JSON Feed requires that a number is read as its digits.
 *
 * @param mixed $value As decoded.
 * @return string
 */
function identifier( $value ) {
	return is_string( $value ) || is_int( $value ) || is_float( $value ) ? (string) $value : '';
}

/**
 * Platform and document in one phrase, without repeating the name: "Anthropic Consumer Terms" names Anthropic.
 *
 * @param string $name     Of the platform.
 * @param string $document Its title.
 * @return string
 */
function document_name( $name, $document ) {
	if ( '' === $name || '' === $document ) {
		return $name . $document;
	}
	$named = preg_match( '~^' . preg_quote( $name, '~' ) . '(?![\p{L}\p{N}])~iu', $document );
	return $named ? $document : $name . ' · ' . $document;
}

/**
 * The record's own label for its severity, else the scale's label, else the level.
 *
 * @param array<string, mixed> $severity Of the record.
 * @param mixed                $feed     A provision feed, decoded.
 * @return string
 */
function severity_label( $severity, $feed ) {
	$level = text_in( $severity, 'level' );
	$scale = '';
	foreach ( part( part( part( $feed, '_provision_feed' ), 'scales' ), 'severity' ) as $step ) {
		if ( '' !== $level && text_in( $step, 'level' ) === $level ) {
			$scale = first_of( $scale, text_in( $step, 'label' ) );
		}
	}
	return first_of( text_in( $severity, 'label' ), $scale, $level );
}

/**
 * The authors of the analysis: the record's authors, else the feed's, else the feed's title.
 *
 * @param array<string, mixed> $item Of the feed.
 * @param mixed                $feed A provision feed, decoded.
 * @return string[]
 */
function analyst_names( $item, $feed ) {
	foreach ( array( $item, $feed ) as $place ) {
		$names = array();
		foreach ( part( $place, 'authors' ) as $author ) {
			$names[] = text_in( $author, 'name' );
		}
		$names = array_values( array_filter( $names, 'strlen' ) );
		if ( $names ) {
			return $names;
		}
	}
	return array_filter( array( text_in( $feed, 'title' ) ), 'strlen' );
}

/**
 * A member that is an object or a list.
 *
 * @param mixed  $place The object with the member.
 * @param string $name  Its name.
 * @return array<int|string, mixed> Empty if it is missing.
 */
function part( $place, $name ) {
	$found = is_array( $place ) ? ( $place[ $name ] ?? null ) : null;
	return is_array( $found ) ? $found : array();
}

/**
 * A member that is a string.
 *
 * @param mixed  $place The object with the member.
 * @param string $name  Its name.
 * @return string Unchanged; empty if it is blank or missing.
 */
function text_in( $place, $name ) {
	$found = is_array( $place ) ? ( $place[ $name ] ?? null ) : null;
	return is_string( $found ) && '' !== trim( $found ) ? $found : '';
}

/**
 * A member `language` that is a valid language tag.
 *
 * @param mixed $place The object with the member.
 * @return string
 */
function language_in( $place ) {
	$tag = text_in( $place, 'language' );
	return preg_match( '/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/', $tag ) ? $tag : '';
}

/**
 * The first text that is not empty.
 *
 * @param string ...$texts Texts.
 * @return string
 */
function first_of( ...$texts ) {
	foreach ( $texts as $text ) {
		if ( '' !== $text ) {
			return $text;
		}
	}
	return '';
}
