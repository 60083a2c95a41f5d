<?php
/**
 * The embed: the element around its quotation. Block, shortcode and permalink all use it.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of an embed. Typed text is always escaped, so every role may use it.
 *
 * @param array<string, mixed> $typed   `url`, or `feed` and `record`; `layout`, `mode`, `lang`, `level`, `theme`.
 * @param string               $wrapper Attributes of the outermost element, escaped.
 * @return string Empty if no record is named.
 */
function embed( $typed, $wrapper = '' ) {
	$url    = web_address( $typed['url'] ?? '' );
	$feed   = web_address( $typed['feed'] ?? '' );
	$record = is_string( $typed['record'] ?? null ) ? trim( $typed['record'] ) : '';
	$feed   = '' === $feed ? record_feed( $url ) : $feed;
	if ( '' === $feed || ! is_listed( $feed ) ) {
		$link = first_of( $url, $feed );
		return '' === $link ? '' : '<div' . $wrapper . '>' . bare_quotation( $link ) . '</div>';
	}
	$facts     = remote_record( $feed, $record );
	// The record's own `url` may be a page about several records, so the permalink takes precedence.
	$permalink = first_of( $url, record_page( $feed ), $facts['url'] ?? '', $feed );
	$quotation = $facts ? quotation( $facts, $permalink ) : bare_quotation( $permalink );
	if ( is_plain() ) {
		return '<div' . $wrapper . '>' . $quotation . '</div>';
	}
	enqueue_script();
	$element = array( 'src' => $feed ) + element_attributes( $typed, first_of( $record, $facts['id'] ?? '' ) );
	return '<div' . $wrapper . '><provision-card' . attributes( $element ) . ">\n" . $quotation . "\n</provision-card></div>";
}

/**
 * Attributes for the presentation of the record. Defaults are left out.
 *
 * @param array<string, mixed> $typed  As for `embed()`.
 * @param string               $record Id of the record.
 * @return array<string, string|null>
 */
function element_attributes( $typed, $record ) {
	$word = static function ( $name, $pattern ) use ( $typed ) {
		$value = $typed[ $name ] ?? '';
		$value = is_scalar( $value ) ? trim( (string) $value ) : '';
		return preg_match( $pattern, $value ) ? $value : '';
	};
	$layout = first_of( $word( 'layout', '/^(?:compact|article|full)$/' ), options()['layout'] );
	return array(
		'record'        => given( $record ),
		'layout'        => 'article' === $layout ? null : $layout,
		'mode'          => given( $word( 'mode', '/^live$/' ) ),
		'lang'          => given( $word( 'lang', '/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/' ) ),
		'heading-level' => given( $word( 'level', '/^[2456]$/' ) ),
		'class'         => given( $word( 'theme', '/^[A-Za-z][\w-]*(?: +[A-Za-z][\w-]*)*$/' ) ),
	);
}

/**
 * Whether to write only the quotation, because element and script do not work in feeds.
 *
 * @return bool
 */
function is_plain() {
	$plain = is_feed() || ( function_exists( 'amp_is_request' ) && amp_is_request() );
	/**
	 * Filters whether an embed is written as its quotation only, for example in newsletters.
	 *
	 * @param bool $plain Whether it is.
	 */
	return (bool) apply_filters( 'provision_embed_plain', $plain );
}
