import { diagnosticTests, findProcedure } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { Level } from './em-level.ts';
import { indexTerms, matchTerms } from './match-terms.ts';
import { qualifyMention } from './qualify-mention.ts';
import type { SectionKind } from './read-sections.ts';
import type { Statement } from './read-statements.ts';

const testIndex = indexTerms(diagnosticTests.map((test) => [test, test.terms] as const));

const ordering: readonly SectionKind[] = ['results', 'procedure', 'assessment', 'plan', 'other'];

/** Tests that were only thought about, or counted when they were ordered at an earlier visit. */
const notToday =
  /\b(consider(ed)?|declin\w+|defer\w*|last (visit|month|year)|previous\w*|prior|in \d+ (weeks?|months?)|not (needed|indicated|done))\b/i;

const relative =
  '(mother|father|mom|dad|parents?|guardian|caregiver|spouse|wife|husband|daughter|son|grandmother|grandfather)';
const historian = new RegExp(
  `independent historian|history[^.]{0,40}(obtained|provided|given|supplied|taken)[^.]{0,30}\\b${relative}\\b|\\b${relative} (reports|states|notes|describes|says|gives|provides)\\b`,
  'i',
);
const externalNote =
  /\b(reviewed?|review of)\b[^.]{0,50}\b(outside|external|hospital|emergency|ed|er|urgent care|discharge|cardiology|orthop\w+|specialist|consult\w*)\b[^.]{0,30}\b(notes?|records?|summary|report|letter)\b/i;
const ownInterpretation =
  /\b(independent(ly)?|personally) (interpret\w*|review\w*)\b[^.]{0,40}\b(images?|tracings?|films?|x-?rays?|ecg|ekg|ct|mri)\b/i;
const externalDiscussion =
  /\bdiscuss(ed|ion)\b[^.]{0,30}\bwith (dr\.?|the )?[^.]{0,20}(cardiolog|radiolog|surgeon|pharmacist|specialist|on-call|neurolog|nephrolog|pulmonolog)/i;

const said = (statements: readonly Statement[], pattern: RegExp): number =>
  statements.filter(({ section, text }) => section !== 'background' && pattern.test(text)).length;

type Reported = { readonly procedures: readonly string[]; readonly dateOfService: CalendarDate };

/** A test whose interpretation is billed counts in its own code, not in the E/M as well. */
const isBilledWithInterpretation = (procedure: string | undefined, reported: Reported): boolean =>
  procedure !== undefined &&
  reported.procedures.includes(procedure) &&
  (findProcedure(procedure, reported.dateOfService)?.interpretation ?? false);

const uniqueTests = (statements: readonly Statement[], reported: Reported): number => {
  const named = statements
    .filter(({ section, text }) => ordering.includes(section) && !notToday.test(text))
    .flatMap((statement) => matchTerms(statement, testIndex))
    .filter((match) => qualifyMention(match.statement, match) === 'affirmed')
    .filter(({ meaning }) => !isBilledWithInterpretation(meaning.procedure, reported));
  return new Set(named.map(({ meaning }) => meaning.name)).size;
};

/** Amount and complexity of the data reviewed, by the three categories of the AMA's table. */
export const readData = (statements: readonly Statement[], reported: Reported): Level => {
  const items = uniqueTests(statements, reported) + said(statements, externalNote);
  const hasHistorian = said(statements, historian) > 0;
  const categories = [
    items + (hasHistorian ? 1 : 0) >= 3,
    said(statements, ownInterpretation) > 0 && reported.procedures.length === 0,
    said(statements, externalDiscussion) > 0,
  ].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return items >= 2 || hasHistorian ? 'low' : 'straightforward';
};
