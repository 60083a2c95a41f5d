/** The switch under the article: our server lets an invented platform change its terms, and live cards show it. */
const bar = document.getElementById('terms');
const button = bar.querySelector('button');
const state = bar.querySelector('[role="status"]');

const show = (changed) => {
  button.setAttribute('aria-pressed', String(changed));
  bar.hidden = false;
};

button.addEventListener('click', async () => {
  const changed = button.getAttribute('aria-pressed') !== 'true';
  const answer = await fetch('/terms', { method: 'POST', body: JSON.stringify({ changed }) });
  if (!answer.ok) return;
  show(changed);
  state.textContent = changed
    ? 'Quillane has changed its terms. The first card below the headline is live and shows it now.'
    : 'Quillane has taken its change back.';
  // They look once a minute by themselves; here nobody wants to wait.
  for (const card of document.querySelectorAll('provision-card[mode="live"]')) card.reload();
});

// Only our own server has this; anywhere else the bar stays away.
const answer = await fetch('/terms').catch(() => undefined);
if (answer?.ok) show((await answer.json()).changed);
