<?php
/**
 * Settings → Provision Embed. For administrators; WordPress' settings API checks the capability and the nonce.
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/** Registers the option and the fields of its page. */
function register_settings() {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\saved_options',
			'default'           => array(),
		)
	);
	add_settings_section( 'provision-embed', '', '__return_null', OPTION );
	$fields = array(
		'prefixes'   => __( 'Publishers', 'provision-embed' ),
		'layout'     => __( 'Layout', 'provision-embed' ),
		'script'     => __( 'Script', 'provision-embed' ),
		'everywhere' => __( 'Pages with the script', 'provision-embed' ),
	);
	foreach ( $fields as $name => $label ) {
		$more = 'everywhere' === $name ? array() : array( 'label_for' => 'provision-embed-' . $name );
		add_settings_field( $name, $label, __NAMESPACE__ . '\\' . $name . '_field', OPTION, 'provision-embed', $more );
	}
}

/**
 * Validates the submitted settings, and adds a warning that names the refused publishers.
 *
 * @param mixed $given As for `checked_options()`.
 * @return array<string, mixed>
 */
function saved_options( $given ) {
	$lines   = is_array( $given ) && is_string( $given['prefixes'] ?? null ) ? preg_split( '/\s+/', trim( $given['prefixes'] ) ) : array();
	$refused = array_filter(
		$lines,
		static function ( $line ) {
			return '' !== $line && '' === permalink_prefix( $line );
		}
	);
	if ( $refused ) {
		/* translators: %s: the refused addresses. */
		$said = __( 'Saved, except these publishers, which are no plain https:// addresses: %s', 'provision-embed' );
		add_settings_error( OPTION, 'prefixes', esc_html( sprintf( $said, implode( ' ', $refused ) ) ), 'warning' );
	}
	return checked_options( $given );
}

/** Adds the page to the menu. */
function add_settings_page() {
	$title = __( 'Provision Embed', 'provision-embed' );
	add_options_page( $title, $title, 'manage_options', OPTION, __NAMESPACE__ . '\settings_page' );
}

/** Prints the page. */
function settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( OPTION );
	do_settings_sections( OPTION );
	submit_button();
	echo '</form></div>';
}

/** Prints the field of the publishers' permalinks. */
function prefixes_field() {
	printf(
		'<textarea id="provision-embed-prefixes" name="%1$s[prefixes]" rows="4" class="large-text code" placeholder="https://records.example/r/">%2$s</textarea><p class="description">%3$s</p>',
		esc_attr( OPTION ),
		esc_textarea( implode( "\n", options()['prefixes'] ) ),
		esc_html__( 'Where permalinks of records begin, one a line. Nothing is fetched from anybody who is not listed here.', 'provision-embed' )
	);
}

/** Prints the field of the default layout. */
function layout_field() {
	$labels = array(
		'compact' => __( 'Compact: title, severity, summary, link', 'provision-embed' ),
		'article' => __( 'Article: also why it matters, the clause, and others', 'provision-embed' ),
		'full'    => __( 'Full: everything the publisher says', 'provision-embed' ),
	);
	printf( '<select id="provision-embed-layout" name="%s[layout]">', esc_attr( OPTION ) );
	foreach ( $labels as $layout => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $layout ), selected( options()['layout'], $layout, false ), esc_html( $label ) );
	}
	echo '</select>';
}

/** Prints the field of the script's address. */
function script_field() {
	printf(
		'<input type="url" id="provision-embed-script" name="%1$s[script]" value="%2$s" class="large-text code"><p class="description">%3$s</p>',
		esc_attr( OPTION ),
		esc_attr( options()['script'] ),
		esc_html__( 'Address of provision-embed.js. Leave it empty for the copy in the plugin.', 'provision-embed' )
	);
	if ( '' === script_address() ) {
		printf( '<p class="notice notice-warning inline">%s</p>', esc_html__( 'There is no copy in the plugin: records are shown as quotations.', 'provision-embed' ) );
	}
}

/** Prints the field of the pages with the script. */
function everywhere_field() {
	printf(
		'<label><input type="checkbox" name="%1$s[everywhere]" value="1"%2$s> %3$s</label>',
		esc_attr( OPTION ),
		checked( options()['everywhere'], true, false ),
		esc_html__( 'All pages, so that quotations that were pasted become cards, too', 'provision-embed' )
	);
}
