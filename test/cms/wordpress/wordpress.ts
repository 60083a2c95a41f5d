/** A real WordPress, and what its users do in it. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../../demo/cms/wordpress/pack.mjs';
import { ensureWordPress } from '../../../.scripts/wordpress.mjs';

export const roles = ['administrator', 'editor', 'author', 'contributor'] as const;
export type Role = (typeof roles)[number];

/** A post as the REST interface gives it to those who may edit it. */
export interface Post {
  readonly id: number;
  readonly link: string;
  readonly status: string;
  readonly content: { readonly raw: string; readonly rendered: string };
}

export interface WordPress {
  readonly origin: string;
  /** Asks the REST interface as a user of this role. */
  readonly rest: <T>(role: Role, method: 'GET' | 'POST', route: string, body?: object) => Promise<T>;
  /** Runs PHP in WordPress; answers with what it prints as JSON. */
  readonly php: <T>(code: string) => Promise<T>;
  readonly stop: () => void;
}

/** The database's drop-in is older than the PHP. */
const notOurs = /^PHP Deprecated:.*\/wp-content\/sqlite\/.*$/gm;

/** Starts one, with our plugin in it and active. */
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

  const rest: WordPress['rest'] = async (role, method, route, body) => {
    const response = await fetch(`${origin}/index.php?rest_route=${route.replace('?', '&')}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${role}:${passwords[role]}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${role} ${method} ${route}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

  /** One after the other: an answer does not say whose it is. */
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

/** Writes and publishes a post as a member of this role can: what a contributor has written, an editor publishes. */
export async function publishPost({ rest }: WordPress, role: Role, title: string, content: string): Promise<Post> {
  const mayPublish = role !== 'contributor';
  const status = mayPublish ? 'publish' : 'pending';
  const post = await rest<Post>(role, 'POST', '/wp/v2/posts', { title, content, status });
  return mayPublish ? post : rest<Post>('editor', 'POST', `/wp/v2/posts/${post.id}`, { status: 'publish' });
}
