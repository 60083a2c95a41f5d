/**
 * The minimum cost of an endpoint: an answer of the size of ours, built again for each request. Runs in Node and in
 * workerd.
 */
export default {
  fetch: (request) =>
    new Response(
      JSON.stringify({
        version: '1.0',
        type: 'rich',
        url: new URL(request.url).searchParams.get('url'),
        html: 'x'.repeat(1500),
      }),
      {
        headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
      },
    ),
};
