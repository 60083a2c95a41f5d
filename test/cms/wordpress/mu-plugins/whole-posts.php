<?php
/**
 * `?author_name=NAME&whole`: all posts of a user on one page, unabridged, as a classic theme shows them.
 *
 * @package provision-embed
 */

add_filter(
	'template_include',
	static function ( $template ) {
		return isset( $_GET['whole'] ) ? __DIR__ . '/template/whole-posts.php' : $template;
	}
);
add_action(
	'pre_get_posts',
	static function ( $query ) {
		if ( isset( $_GET['whole'] ) && $query->is_main_query() ) {
			$query->set( 'posts_per_page', 100 );
		}
	}
);
