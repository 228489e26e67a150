import { canonicalJson, shortDigest } from '../digest.ts';
import type { Finding } from '../finding.ts';

/** The versions of a record that somebody who edits it has seen, "*" for whichever stands; none: they know of no record. */
export type SeenVersions = readonly string[];

/** The version of what is edited as a whole and counts no versions of its own: its content. */
export const versionOfContent = (content: unknown): string => shortDigest(canonicalJson(content));

/** The codes of what is against an edit: no version was named, or one that stands no longer. */
export const versionNotNamed = 'version-not-named';
export const versionStale = 'version-stale';

export const notNamed: Finding = {
  code: versionNotNamed,
  path: 'If-Match',
  detail: 'There is such a record: say which version of it this was made of',
};

const stale = (standing: string | undefined, news: string): Finding => ({
  code: versionStale,
  path: 'If-Match',
  detail:
    `${standing === undefined ? 'There is no such record' : `Version ${standing} stands`}. ${news}`.trim(),
});

/**
 * The version that an edit names of a record whose versions are numbers, the first is 0; undefined where it is whichever
 * stands. What is no number stands nowhere.
 */
export const madeOfVersion = (seen: SeenVersions): number | undefined =>
  seen.includes('*') ? undefined : Number(seen.find((one) => /^\d{1,9}$/.test(one)) ?? -1);

/** What somebody decides on: the version that stands, what it would become, and who made it, where that is known. */
export type Edit = {
  /** Absent: there is no record yet. */
  readonly standing: string | number | undefined;
  /** The same again is no lost update, whoever was faster. */
  readonly changes: boolean;
  readonly news?: string;
};

/**
 * What is against an edit of a record as it stands. `seen` absent: whoever decides has the record before it, as an import
 * or the command line has.
 */
export const objectionTo = (
  seen: SeenVersions | undefined,
  { standing, changes, news = '' }: Edit,
): Finding | undefined => {
  if (seen === undefined) return undefined;
  const version = standing === undefined ? undefined : String(standing);
  if (seen.length === 0) return version === undefined ? undefined : notNamed;
  if (version !== undefined && (seen.includes('*') || seen.includes(version))) return undefined;
  return changes ? stale(version, news) : undefined;
};
