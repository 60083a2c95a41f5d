<?php
/**
 * The configuration of the tests' WordPress.
 *
 * @package provision-embed
 */

define( 'WP_HOME', '{ORIGIN}' );
define( 'WP_SITEURL', '{ORIGIN}' );
define( 'WP_PLUGIN_DIR', '/plugins' );
define( 'WP_PLUGIN_URL', '{ORIGIN}/plugins' );
define( 'WPMU_PLUGIN_DIR', '/mu-plugins' );
define( 'UPLOADS', '../state/uploads' );

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8' );
define( 'DB_COLLATE', '' );
define( 'DB_DIR', '/state/' );
define( 'DB_FILE', 'wordpress.sqlite' );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $provision_key ) {
	define( $provision_key . '_KEY', 'a key of the tests' );
	define( $provision_key . '_SALT', 'a salt of the tests' );
}

define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'CONCATENATE_SCRIPTS', false );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );

$table_prefix = 'wp_';

require_once ABSPATH . 'wp-settings.php';
