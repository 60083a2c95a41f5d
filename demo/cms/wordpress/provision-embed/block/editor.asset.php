<?php
/**
 * The WordPress scripts that the block's editor depends on.
 *
 * @package Provision_Embed
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => '0.1.0',
);
