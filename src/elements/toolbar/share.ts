import type { Feed, Provision } from '../../feed/types.js';
import type { ToolMessages } from '../../i18n/tool-messages.js';
import { provisionTitle } from '../../provision/display-names.js';
import type { MenuChoice } from './menu.js';

interface Shared {
  readonly provision: Provision;
  readonly feed: Feed;
}

/** Where a record is passed on to. No script of theirs, and no request before the reader's click. */
export function shareChoices(
  shown: Shared,
  words: ToolMessages,
  copyLink: (url: string) => void,
): readonly MenuChoice[] {
  const { url, title } = sharedLink(shown);
  const [u, t] = [encodeURIComponent(url), encodeURIComponent(title.replace(/\p{Cs}/gu, '\ufffd'))];
  return [
    {
      label: words.copyLink,
      does: () => {
        copyLink(url);
      },
    },
    { label: 'X', does: `https://x.com/intent/post?url=${u}&text=${t}` },
    { label: 'LinkedIn', does: `https://www.linkedin.com/sharing/share-offsite/?url=${u}` },
    { label: words.email, does: `mailto:?subject=${t}&body=${u}` },
  ];
}

/** Shares by the system's own sheet, where the reader's device has a good one; false where the menu has to. */
export async function shareBySystem(shown: Shared): Promise<boolean> {
  const data = sharedLink(shown);
  // The desktop's own sheets are poorer than the menu, or are not there at all.
  if (!matchMedia('(pointer: coarse)').matches || !navigator.canShare?.(data)) return false;
  try {
    // `canShare` came with it.
    await navigator.share?.(data);
    return true;
  } catch (error) {
    // The reader has thought better of it; anything else is for the menu.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** The record's own page is what is shared: it says the same in every article. */
function sharedLink({ provision }: Shared): { readonly url: string; readonly title: string } {
  return { url: provision.url ?? location.href, title: provisionTitle(provision) ?? document.title };
}
