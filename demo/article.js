/** The switch below the article: the demo server applies a change of an invented platform's terms, and live cards show it. */
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
  // Live cards poll once a minute; refresh them at once.
  for (const card of document.querySelectorAll('provision-card[mode="live"]')) card.reload();
});

// Only the demo server has this endpoint; on other hosts the bar stays hidden.
const answer = await fetch('/terms').catch(() => undefined);
if (answer?.ok) show((await answer.json()).changed);
