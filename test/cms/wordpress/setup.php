<?php
/**
 * Creates a user of each role, and prints their application passwords.
 *
 * @package provision-embed
 */

require '/wordpress/wp-load.php';

$provision_passwords = array();
foreach ( array( 'administrator', 'editor', 'author', 'contributor' ) as $provision_role ) {
	$provision_user = wp_insert_user(
		array(
			'user_login' => $provision_role,
			'user_pass'  => 'password',
			'role'       => $provision_role,
		)
	);

	list( $provision_passwords[ $provision_role ] ) = WP_Application_Passwords::create_new_application_password(
		$provision_user,
		array( 'name' => 'tests' )
	);
}

require_once ABSPATH . 'wp-admin/includes/plugin.php';
$provision_error = activate_plugin( 'provision-embed/provision-embed.php' );
if ( is_wp_error( $provision_error ) ) {
	throw new Exception( $provision_error->get_error_message() );
}
update_option( 'posts_per_rss', 100 );
echo wp_json_encode( $provision_passwords );
