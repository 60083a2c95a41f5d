import type { Feed, Provision } from '../../feed/types.js';
import type { ToolMessages } from '../../i18n/tool-messages.js';
import { provisionTitle } from '../../provision/display-names.js';
import type { MenuChoice } from './menu.js';

interface Shared {
  readonly provision: Provision;
  readonly feed: Feed;
}

/** Returns the ways to share a record. They load no third-party script, and send no request before the reader's click. */
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
      action: () => {
        copyLink(url);
      },
    },
    { label: 'X', action: `https://x.com/intent/post?url=${u}&text=${t}` },
    { label: 'LinkedIn', action: `https://www.linkedin.com/sharing/share-offsite/?url=${u}` },
    { label: words.email, action: `mailto:?subject=${t}&body=${u}` },
  ];
}

/** Opens the system's share sheet on touch devices. Returns false if the menu has to be used instead. */
export async function shareBySystem(shown: Shared): Promise<boolean> {
  const data = sharedLink(shown);
  // Desktop share sheets offer less than the menu, or do not exist.
  if (!matchMedia('(pointer: coarse)').matches || !navigator.canShare?.(data)) return false;
  try {
    // Optional call for the types only; browsers with `canShare` have `share`.
    await navigator.share?.(data);
    return true;
  } catch (error) {
    // `AbortError` means that the reader cancelled. After other errors the menu opens.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** Returns the link to share: the record's own page, because it is the same for every article. */
function sharedLink({ provision }: Shared): { readonly url: string; readonly title: string } {
  return { url: provision.url ?? location.href, title: provisionTitle(provision) ?? document.title };
}
