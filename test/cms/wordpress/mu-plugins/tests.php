<?php
/**
 * What the tests need of their WordPress: it asks nobody but this machine, and takes this machine for somebody else.
 *
 * @package provision-embed
 */

// Application passwords ask for https, but on a developer's machine.
add_filter( 'wp_is_application_passwords_available', '__return_true' );

// An administrator who signs in is not asked whether the address is still right.
add_filter( 'admin_email_check_interval', '__return_zero' );

// Nothing of these tests is in the outside world; WordPress' own news and updates are.
add_filter(
	'pre_http_request',
	static function ( $response, $arguments, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		return '127.0.0.1' === $host ? $response : new WP_Error( 'outside', 'Not in the tests: ' . $host );
	},
	10,
	3
);

// The publisher of the tests is on this machine, which wp_safe_remote_get() refuses; on any port.
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
