<?php
/**
 * Shows complete posts.
 *
 * @package provision-embed
 */

?>
<!doctype html>
<html lang="en">
<head><?php wp_head(); ?></head>
<body>
<?php while ( have_posts() ) : ?>
	<?php the_post(); ?>
	<article id="<?php echo esc_attr( 'post-' . get_the_ID() ); ?>"><?php the_content(); ?></article>
<?php endwhile; ?>
<?php wp_footer(); ?>
</body>
</html>
