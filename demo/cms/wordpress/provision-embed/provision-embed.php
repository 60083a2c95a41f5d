<?php
/**
 * Plugin Name:       Provision Embed
 * Description:       Embeds provision records: what a clause of a platform's terms says, what it means, and how severe it is. For every role, with a quotation that needs no script.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       provision-embed
 *
 * @package Provision_Embed
 */

namespace Provision_Embed;

defined( 'ABSPATH' ) || exit;

const PLUGIN_FILE = __FILE__;

foreach ( array( 'options', 'addresses', 'remote', 'record', 'markup', 'quotation', 'embed', 'script', 'block', 'shortcode', 'permalinks' ) as $provision_embed_part ) {
	require_once __DIR__ . '/includes/' . $provision_embed_part . '.php';
}
if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-page.php';
}
unset( $provision_embed_part );
