import type { Feed, Provision, ProvisionDetails } from '../feed/types.js';

type Extension = NonNullable<Feed['_provision_feed']>;

/**
 * Returns the feed of one record, which an article loads. It keeps the feed's members that this record needs: its clause type, the levels
 * of its ratings and rows, the notices and the source.
 *
 * @param record URL of the file
 * @param page URL of the record's page, for a record without `url`
 */
export function recordFeed(
  feed: Feed,
  provision: Provision,
  comparisons: ProvisionDetails['comparisons'],
  { record, page }: { readonly record: string; readonly page: string },
): Feed {
  // A feed of one record has no next page.
  const { items: _, next_url: __, _provision_feed: extension, ...head } = feed;
  const details = { ...provision._provision, ...(comparisons && { comparisons }) };
  return {
    ...head,
    feed_url: record,
    ...(extension && { _provision_feed: ownExtension(extension, details) }),
    items: [{ ...provision, url: provision.url ?? page, _provision: details }],
  };
}

function ownExtension(extension: Extension, details: ProvisionDetails): Extension {
  const { clause_types: types, scales, ...rest } = extension;
  const { severity, confidence, basis, comparisons, other_risks: risks, clause_type } = details;
  const levels = (list: Scale, used: readonly (string | undefined)[]) => {
    const own = list?.filter(({ level }) => used.includes(level));
    return own?.length ? own : undefined;
  };
  const used = defined({
    severity: levels(scales?.severity, [
      severity?.level,
      ...Object.keys(comparisons?.distribution ?? {}),
      ...[...(comparisons?.items ?? []), ...(risks ?? [])].map((row) => row.severity?.level),
    ]),
    confidence: levels(scales?.confidence, [confidence?.level]),
    basis: levels(scales?.basis, [basis?.level]),
  });
  const type = types?.filter(({ id }) => id === clause_type);
  return {
    ...rest,
    ...(type?.length && { clause_types: type }),
    ...(Object.keys(used).length && { scales: used }),
  };
}

type Scale = NonNullable<Extension['scales']>['severity'];

function defined<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
