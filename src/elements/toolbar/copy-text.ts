/**
 * Copies text to the clipboard. Falls back to `execCommand` for pages without https. Returns false if the browser denies both.
 */
export async function copyText(text: string, root: ShadowRoot | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, root);
  }
}

function copyBySelection(text: string, root: ShadowRoot | null): boolean {
  if (!root) return false;
  const focused = root.activeElement;
  const field = document.createElement('textarea');
  field.className = 'sr';
  field.value = text;
  root.append(field);
  field.select();
  let copied = false;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without the Clipboard API
    copied = document.execCommand('copy');
  } catch {
    // The return value reports it.
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
