import type { Finding } from '../domain/finding.ts';
import type { HeldGroup, HeldSet, InterchangeContents } from '../edi/contents-of.ts';

type IsRead = (set: HeldSet) => boolean;

/** What of an interchange no reader reads: each kind of set in each group of it, or all of it. Empty where all is read. */
export const unreadIn = (contents: InterchangeContents, isRead: IsRead): Finding[] => {
  const ofGroups = contents.groups.flatMap((group, index) =>
    unreadInGroup(group, `GS[${index + 1}]`, isRead),
  );
  const isReadInPart = contents.holdsAcknowledgement || contents.groups.some(({ sets }) => sets.some(isRead));
  if (isReadInPart) return ofGroups;
  const findings = [...contents.findings, ...ofGroups];
  return findings.length > 0 ? findings : [nothingHeld];
};

const nothingHeld: Finding = {
  code: 'unread-sets',
  path: 'ISA',
  detail: 'The interchange holds neither a transaction set nor an acknowledgement',
};

/** A group of which something is read has its own faults told by who reads it. */
const unreadInGroup = ({ sets, findings }: HeldGroup, path: string, isRead: IsRead): Finding[] => {
  const counted = Map.groupBy(
    sets.filter((set) => !isRead(set)),
    nameOf,
  );
  const unread = [...counted].map(([name, alike]) => ({
    code: 'unread-sets',
    path,
    detail: `Not read here: ${alike.length} transaction set(s) of ${name}`,
  }));
  return sets.some(isRead) ? unread : [...findings, ...unread];
};

/** What a set calls itself. Only what looks like a name of X12 is repeated: a broken file has anything there. */
const nameOf = ({ transaction, version }: HeldSet): string => {
  const kind = /^\d{3}$/.test(transaction) ? `the kind ${transaction}` : 'a kind that cannot be told';
  return version !== undefined && /^\d{6}[0-9A-Z]{0,6}$/.test(version.trim())
    ? `${kind} in the version ${version.trim()}`
    : kind;
};
