import { afterEach, describe, expect, it, vi } from 'vitest';
import { FeedError } from '../../src/feed/error.js';
import { feedUrl, fetchFeed } from '../../src/feed/fetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('feedUrl', () => {
  it.each([
    ['https://feeds.example/feed.json', 'https://feeds.example/feed.json'],
    ['HTTPS://FEEDS.example', 'https://feeds.example/'],
    ['https://feeds.example/a?b=c', 'https://feeds.example/a?b=c'],
    ['https://127.0.0.1/', 'https://127.0.0.1/'],
    ['http://localhost:6006/feed.json', 'http://localhost:6006/feed.json'],
    ['http://feeds.localhost/', 'http://feeds.localhost/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://[::1]/', 'http://[::1]/'],
  ])('accepts %s', (src, url) => {
    expect(feedUrl(src)).toBe(url);
  });

  it.each([
    'feed.json',
    '/feed.json',
    '//feeds.example/feed.json',
    './feed.json',
    '',
    'http://feeds.example/feed.json',
    'http://localhost.example/',
    'http://notlocalhost/',
    'http://127.0.0.1.example/',
    'http://128.0.0.1/',
    'http://192.168.0.1/',
    'http://[::2]/',
    'https://user@feeds.example/',
    'https://user:pass@feeds.example/',
    'http://user@localhost/',
    'file:///etc/passwd',
    'data:application/json,{"items":[]}',
    'blob:https://feeds.example/1',
    'javascript:alert(1)',
    'ftp://feeds.example/feed.json',
  ])('refuses %j without a request', async (src) => {
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    expect(() => feedUrl(src)).toThrow(FeedError);
    await expect(fetchFeed(src)).rejects.toMatchObject({ name: 'FeedError', code: 'network', url: src });
    expect(asked).not.toHaveBeenCalled();
  });
});
