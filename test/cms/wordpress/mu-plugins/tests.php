<?php
/**
 * Adapts WordPress to the tests: it sends requests to this machine only, and treats this machine as an external host.
 *
 * @package provision-embed
 */

// Application passwords require https by default.
add_filter( 'wp_is_application_passwords_available', '__return_true' );

// Skips the page that asks an administrator to confirm the e-mail address.
add_filter( 'admin_email_check_interval', '__return_zero' );

// Blocks external requests, such as those for WordPress' own news and updates.
add_filter(
	'pre_http_request',
	static function ( $response, $arguments, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		return '127.0.0.1' === $host ? $response : new WP_Error( 'outside', 'Not in the tests: ' . $host );
	},
	10,
	3
);

// The tests' publisher is on any port of this machine, which wp_safe_remote_get() refuses.
add_filter(
	'http_request_host_is_external',
	static function ( $external, $host ) {
		return $external || '127.0.0.1' === $host;
	},
	10,
	2
);
add_filter(
	'http_allowed_safe_ports',
	static function ( $ports, $host, $url ) {
		$ports[] = wp_parse_url( $url, PHP_URL_PORT );
		return $ports;
	},
	10,
	3
);
