import type { ReadSet, ReadSets } from './envelope/read-sets.ts';
import type { Checked, Finding } from './findings.ts';

/** What a unit that cannot be read says against itself; or that a loop around it says it. */
export const lossesOfUnits = ({ number, broken }: ReadSet<unknown>): Finding[] =>
  broken.flatMap(({ findings, position }) =>
    findings.length > 0 ? findings : [lostAround(number, position)],
  );

const lostAround = (set: number, position: number): Finding => ({
  code: 'IK502-5',
  level: 2,
  path: `ST[${set}]`,
  detail: `Number ${position} of what the set holds stands in a loop that cannot be read`,
});

/** Segments that hold an answer or begin one: where they have no place or are left out, an answer is lost. */
const decisive = new Set(['AAA', 'AK2', 'CAS', 'CLP', 'EB', 'HL', 'IK5', 'PLB', 'STC', 'SVC', 'TRN']);

/** IK304-2: the guide has no such segment there; IK304-4: one loop more than there is room for. */
const losesSegment = ({ code, place, isLeftOut }: Finding): boolean =>
  (isLeftOut || code === 'IK304-2' || code === 'IK304-4') && decisive.has(place?.segment ?? '');

/** What is odd about an envelope and costs nothing: all of it was read. */
const isOfForm = ({ code, level }: Finding): boolean => code.startsWith('TA105') && level !== 1;

/** AK905-1, AK905-2: how a group calls its sets (GS01, GS08) costs none of them; one that is not read says so itself. */
const isMislabelled = ({ code }: Finding): boolean => code === 'AK905-1' || code === 'AK905-2';

/** Faults of the envelope and the syntax, the findings of sets that cannot be read, and answers without a place. */
export const lossesOfFile = (read: Checked<ReadSets<unknown>>): Finding[] => {
  if (!read.success) return [...read.findings];
  const { sets } = read.data;
  const readable = new Set(sets.map(({ number }) => number));
  const ofUnits = new Set(sets.flatMap(({ broken }) => broken.flatMap(({ findings }) => findings)));
  const isLoss = (finding: Finding): boolean =>
    !isMislabelled(finding) &&
    !isOfForm(finding) &&
    (finding.level === 1 || !readable.has(finding.place?.set ?? 0) || losesSegment(finding));
  return (read.findings ?? []).filter((finding) => !ofUnits.has(finding) && isLoss(finding));
};

/**
 * The findings of a file that cost something: a person must hear of what could not be used, and of nothing that is
 * merely against the guide.
 */
export const lossesOf = (read: Checked<ReadSets<unknown>>): Finding[] => [
  ...lossesOfFile(read),
  ...(read.success ? read.data.sets.flatMap(lossesOfUnits) : []),
];
