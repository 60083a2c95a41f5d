<?php
/**
 * The embed: the element around its quotation. Block, shortcode and permalink all come here.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of an embed. Nothing of what was typed is taken for markup, so every role may use it.
 *
 * @param array<string, mixed> $typed   `url`, or `feed` and `record`; `layout`, `mode`, `lang`, `level`, `theme`.
 * @param string               $wrapper Attributes of the outermost element, escaped.
 * @return string Empty where nothing says which record.
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
	// A record may name another page, which need not be about it alone.
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
 * Attributes that say how the record is shown. What is the default is left out.
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
 * Whether only the quotation is wanted: in feeds no element and no script is of use.
 *
 * @return bool
 */
function is_plain() {
	$plain = is_feed() || ( function_exists( 'amp_is_request' ) && amp_is_request() );
	/**
	 * Filters whether an embed is written as its quotation only, for newsletters and the like.
	 *
	 * @param bool $plain Whether it is.
	 */
	return (bool) apply_filters( 'provision_embed_plain', $plain );
}
