/** A real WordPress, and the actions of its users. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../../demo/cms/wordpress/pack.mjs';
import { ensureWordPress } from './install.mjs';

export const roles = ['administrator', 'editor', 'author', 'contributor'] as const;
export type Role = (typeof roles)[number];

/** A post as the REST interface returns it. */
export interface Post {
  readonly id: number;
  readonly link: string;
  readonly content: { readonly rendered: string };
}

export interface WordPress {
  readonly origin: string;
  /** Sends a request to the REST interface as a user of this role. */
  readonly rest: <T>(role: Role, route: string) => Promise<T>;
  /** Runs PHP in WordPress; resolves with the JSON that the code prints. */
  readonly php: <T>(code: string) => Promise<T>;
  readonly stop: () => void;
}

/** The database's drop-in is older than the PHP, which logs deprecations for it. */
const notOurs = /^PHP Deprecated:.*\/wp-content\/sqlite\/.*$/gm;

/** Starts a WordPress with our plugin installed and active. */
export async function startWordPress(): Promise<WordPress> {
  const { php: runtime, folder } = await ensureWordPress();
  const plugins = mkdtempSync(join(tmpdir(), 'provision-embed-plugins-'));
  pack(plugins);
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [runtime, folder, plugins]);
  const stop = () => {
    child.kill();
    rmSync(plugins, { recursive: true, force: true });
  };
  const next = <T>(send: () => void) =>
    new Promise<T>((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`WordPress has ended: ${code ?? ''}`));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        resolve(message as T);
      });
      send();
    });
  const { origin, passwords } = await next<{ origin: string; passwords: Record<Role, string> }>(() => undefined);

  const rest: WordPress['rest'] = async (role, route) => {
    const response = await fetch(`${origin}/index.php?rest_route=${route.replace('?', '&')}`, {
      headers: { authorization: `Basic ${Buffer.from(`${role}:${passwords[role]}`).toString('base64')}` },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${role} ${route}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

  /** Calls run one after the other, because an answer does not name its call. */
  let last: Promise<unknown> = Promise.resolve();
  const php: WordPress['php'] = async (code) => {
    const answer = last.then(() => next<{ text: string; errors: string }>(() => child.send({ code })));
    last = answer;
    const { text, errors } = await answer;
    const ours = errors.replace(notOurs, '').trim();
    if (ours) throw new Error(ours);
    return text ? JSON.parse(text) : undefined;
  };
  return { origin, rest, php, stop };
}

/** An unpublished post. */
export interface Draft {
  readonly role: Role;
  readonly title: string;
  readonly content: string;
}

/** A text as a PHP string literal. */
export const php = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * Writes and publishes posts with the rights of their roles: a contributor's post is published by an editor. All in one
 * request, because each request takes this WordPress a second on a slow machine. Resolves in the order of the drafts.
 */
export async function publishPosts(wordPress: WordPress, drafts: readonly Draft[]): Promise<Post[]> {
  const ids = await wordPress.php<number[]>(`
    $ids = array();
    foreach ( json_decode( ${php(JSON.stringify(drafts))}, true ) as $draft ) {
      // The signed-in user decides whether WordPress filters the content.
      wp_set_current_user( get_user_by( 'login', $draft['role'] )->ID );
      $may   = current_user_can( 'publish_posts' );
      $post  = array( 'post_title' => $draft['title'], 'post_content' => $draft['content'] );
      $id    = wp_insert_post( wp_slash( $post + array( 'post_status' => $may ? 'publish' : 'pending' ) ), true );
      if ( is_wp_error( $id ) ) {
        throw new Exception( $id->get_error_message() );
      }
      if ( ! $may ) {
        wp_set_current_user( get_user_by( 'login', 'editor' )->ID );
        wp_update_post( array( 'ID' => $id, 'post_status' => 'publish' ) );
      }
      $ids[] = $id;
    }
    echo wp_json_encode( $ids );`);
  const posts = await wordPress.rest<Post[]>('contributor', `/wp/v2/posts?per_page=100&include=${ids.join()}`);
  return ids.map((id) => posts.find((post) => post.id === id)!);
}
