/** Copies text for the reader; false where the browser does not let us. The old way serves pages without https. */
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
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is there where the Clipboard API is not
    copied = document.execCommand('copy');
  } catch {
    // Said by the answer.
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
