<?php
/**
 * Deletes the plugin's data: its settings and its cached records.
 *
 * @package Provision_Embed
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Cleans one site. */
function provision_embed_uninstall_site() {
	global $wpdb;
	delete_option( 'provision_embed' );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no other way to select transients by their prefix.
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_provision_embed_' ) . '%' ) );
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $provision_embed_site ) {
		switch_to_blog( $provision_embed_site );
		provision_embed_uninstall_site();
		restore_current_blog();
	}
} else {
	provision_embed_uninstall_site();
}
