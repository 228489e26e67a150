import type { CalendarDate } from '../../domain/calendar.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import type { Statement } from '../note/read-statements.ts';
import type { AddressedDiagnosis } from './addressed-problem.ts';
import type { DecisionElement } from './decision-element.ts';
import type { DecisionMaking } from './em-level.ts';
import { readAddressed } from './read-addressed.ts';
import { readData } from './read-data.ts';
import { readProblems } from './read-problems.ts';
import { readRisk } from './read-risk.ts';

/** What the note documents for each element of the decision making, with the words that count. */
export type DocumentedDecision = Readonly<Record<keyof DecisionMaking, DecisionElement>>;

type Reading = {
  readonly statements: readonly Statement[];
  readonly addressed: readonly AddressedDiagnosis[];
  readonly done: readonly { readonly code: string }[];
};

/** Reads the three elements of medical decision making from a note, its diagnoses and what was done. */
export const readDecision = (
  { statements, addressed, done }: Reading,
  dateOfService: CalendarDate,
): DocumentedDecision => ({
  problems: readProblems(readAddressed(addressed, statements)),
  data: readData(statements, { procedures: done.map(({ code }) => code), dateOfService }),
  risk: readRisk(statements),
});

export const levelsOf = ({ problems, data, risk }: DocumentedDecision): DecisionMaking => ({
  problems: problems.level,
  data: data.level,
  risk: risk.level,
});

const elements = ['problems', 'data', 'risk'] as const;

/** One rule a thing documented: "risk: prescription drug management". */
export const rulesOf = (decision: DocumentedDecision): readonly string[] =>
  elements.flatMap((element) => [
    ...new Set(decision[element].reasons.map(({ text }) => `${element}: ${text}`)),
  ]);

/** The words of the note that count for the level, each place once, in the order of the elements. */
export const evidenceOf = (decision: DocumentedDecision): readonly EvidenceSpan[] => {
  const spans = elements.flatMap((element) => decision[element].reasons.flatMap(({ evidence }) => evidence));
  return spans.filter(
    (span, at) => spans.findIndex(({ start, end }) => start === span.start && end === span.end) === at,
  );
};
