import { natureOfCode } from '../../../codesets/clinical-terms/problem-natures.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import { wholeOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import { readWords } from '../words/read-words.ts';
import type { AddressedDiagnosis, AddressedProblem } from './addressed-problem.ts';
import { judgeProblem, type NamedProblem } from './judge-problem.ts';
import { namesNature } from './problem-nature.ts';
import { decidedElsewhere } from './read-decided.ts';
import { type ProblemTitle, readPlanHeadlines, readProblemList } from './read-problem-list.ts';

type Named = Omit<NamedProblem, 'about' | 'known'> & { readonly item: number | undefined };

const planning = ({ section }: Statement): boolean => section === 'assessment' || section === 'plan';

const toldWithout = new Set<Statement['section']>(['background', 'review']);

/** A sentence of a note without headings: it may address a problem wherever it stands. */
const isTold = ({ inferred, section }: Statement): boolean => inferred === true && !toldWithout.has(section);

const isWithinStatement = (span: EvidenceSpan, { start, text }: Statement): boolean =>
  span.start >= start && span.end <= start + text.length;

/** Status codes and external causes describe the patient; they are no problem of their own. */
const mayBeProblem = ({ entry }: AddressedDiagnosis): boolean =>
  !['status', 'external-cause'].includes(natureOfCode(entry.code));

const isProblem = (one: AddressedDiagnosis): boolean => one.confidence >= 0.5 && mayBeProblem(one);

const overlaps = (one: EvidenceSpan, other: EvidenceSpan): boolean =>
  one.start < other.end && other.start < one.end;

/** "Chest pain and hypertension" names two problems, "type 2 diabetes with neuropathy" under one code names one. */
const problemsOfTitle = (
  { statement, name }: ProblemTitle,
  found: readonly AddressedDiagnosis[],
): readonly Named[] => {
  const named: Named[] = [];
  for (const { entry, evidence } of found) {
    const span = evidence.find((one) => isWithinStatement(one, statement));
    if (!span) continue;
    const at = named.findIndex((other) => overlaps(other.evidence, span));
    const other = named[at];
    if (other) named[at] = { ...other, codes: [...other.codes, entry.code] };
    else named.push({ name: span.quote, codes: [entry.code], evidence: span, item: statement.item });
  }
  if (named.length === 1) return named.map((one) => ({ ...one, name }));
  const start = statement.start + statement.text.indexOf(name);
  const whole = { start, end: start + name.length, quote: name };
  return named.length > 0 ? named : [{ name, codes: [], evidence: whole, item: statement.item }];
};

const assessedDiagnoses = (
  found: readonly AddressedDiagnosis[],
  statements: readonly Statement[],
): readonly Named[] => {
  const planned = statements.filter((one) => planning(one) || isTold(one));
  const assessed = found.flatMap(({ entry, evidence }) => {
    const span = evidence.find((one) => planned.some((statement) => isWithinStatement(one, statement)));
    return span ? [{ name: span.quote, codes: [entry.code], evidence: span, item: undefined }] : [];
  });
  if (planned.length > 0) return assessed;
  return found.flatMap(({ entry, evidence: [span] }) =>
    span ? [{ name: span.quote, codes: [entry.code], evidence: span, item: undefined }] : [],
  );
};

const commonWords = new Set(
  'right left acute chronic type disease disorder syndrome pain history essential primary uncontrolled stable mild moderate severe with without new onset newly diagnosed due'.split(
    ' ',
  ),
);

const keysOf = ({ name, evidence }: Named): ReadonlySet<string> =>
  new Set(
    readWords(`${name} ${evidence.quote}`)
      .map(({ key }) => key)
      .filter((key) => key.length >= 3 && !commonWords.has(key)),
  );

const mentions = ({ words }: Statement, keys: ReadonlySet<string>): boolean =>
  words.some(({ key }) => keys.has(key));

/** Problems beyond this many change no level and make reading slow. */
const mostProblems = 40;

/** The statements about each problem: those of its own item, and elsewhere in the plan those that name it alone. */
const withAbout = (
  named: readonly Named[],
  statements: readonly Statement[],
): readonly Omit<NamedProblem, 'known'>[] => {
  const planned = statements.filter(planning);
  if (named.length === 1) {
    const told = planned.length > 0 ? planned : decidedElsewhere(statements);
    // Told outside of the assessment, a problem's own sentence tells how it stands.
    return named.map((one) => {
      const own = statements.filter(
        (statement) =>
          !told.includes(statement) &&
          statement.section !== 'background' &&
          isWithinStatement(one.evidence, statement),
      );
      return { ...one, about: [...told, ...own] };
    });
  }
  const keys = named.map(keysOf);
  const owner = new Set(named.map(({ item }) => item));
  const about = named.map((): Statement[] => []);
  for (const [item, own] of Map.groupBy(planned, ({ item }) => item)) {
    const naming = keys.map((key) => own.some((statement) => mentions(statement, key)));
    const alone = naming.filter(Boolean).length === 1;
    named.forEach((one, at) => {
      const belongs = (statement: Statement): boolean =>
        one.item === item ||
        (!owner.has(item) && naming[at] === true && (alone || mentions(statement, keys[at] ?? new Set())));
      about[at]?.push(...own.filter(belongs));
    });
  }
  // Told outside of the assessment, a problem's own sentence tells how it stands.
  for (const statement of statements.filter((one) => !planning(one) && isTold(one))) {
    named.forEach(({ evidence }, at) => {
      if (isWithinStatement(evidence, statement)) about[at]?.push(statement);
    });
  }
  const owned = new Set(about.flat());
  const orphans = planned.filter((one) => one.section === 'plan' && !owned.has(one));
  // An order that names no problem is for the one that the clinician names first.
  return named.map((one, at) => ({ ...one, about: [...(about[at] ?? []), ...(at === 0 ? orphans : [])] }));
};

/** Where a visit told as a story names what it is about, the most telling part first. */
const tellingSections = ['assessment', 'plan', 'reason', 'procedure', 'other', 'history', 'results', 'exam'];

const inTellingOrder = (statements: readonly Statement[]): readonly Statement[] =>
  tellingSections.flatMap((kind) => statements.filter(({ section }) => section === kind));

/** The one problem of a visit that neither assessment nor plan names: what was found elsewhere, else what its words tell. */
const toldProblem = (
  found: readonly AddressedDiagnosis[],
  statements: readonly Statement[],
): readonly Named[] => {
  const told = inTellingOrder(statements);
  for (const statement of told) {
    for (const { entry, evidence } of found) {
      const span = evidence.find((one) => isWithinStatement(one, statement));
      if (span) return [{ name: span.quote, codes: [entry.code], evidence: span, item: undefined }];
    }
  }
  const named = told.find(({ text }) => namesNature(text));
  if (!named) return [];
  const evidence = wholeOf(named);
  return [{ name: evidence.quote, codes: [], evidence, item: undefined }];
};

/** "6 months" may stand where a note without headings assesses: a line that only looks like a problem names one. */
const isProblemLine = ({ codes, name }: Named, { statement }: ProblemTitle): boolean =>
  statement.inferred !== true || codes.length > 0 || namesNature(name);

/** Of a note without headings also the conditions that it tells of beside those that a line names. */
const toldBeside = (
  listed: readonly Named[],
  found: readonly AddressedDiagnosis[],
  statements: readonly Statement[],
): readonly Named[] => {
  const told = statements.filter(isTold);
  return found.flatMap(({ entry, evidence }) => {
    if (listed.some(({ codes }) => codes.includes(entry.code))) return [];
    const span = evidence.find((one) => told.some((statement) => isWithinStatement(one, statement)));
    return span ? [{ name: span.quote, codes: [entry.code], evidence: span, item: undefined }] : [];
  });
};

/** The list of the assessment, else the diagnoses found in prose, else the headlines of the plan. */
const nameProblems = (
  found: readonly AddressedDiagnosis[],
  statements: readonly Statement[],
): readonly Named[] => {
  const listed = readProblemList(statements)
    .flatMap((title) => problemsOfTitle(title, found).map((named) => ({ named, title })))
    .filter(({ named, title }) => isProblemLine(named, title))
    .map(({ named }) => named);
  if (listed.length > 0) return [...listed, ...toldBeside(listed, found, statements)];
  const assessed = assessedDiagnoses(found, statements);
  if (assessed.length > 0) return assessed;
  return readPlanHeadlines(statements).flatMap((title) => problemsOfTitle(title, found));
};

/** The words of history, lists and findings: a medicine that none of them names is new in the plan. */
const wordsBeforePlan = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.filter((one) => !planning(one)).flatMap(({ words }) => words.map(({ key }) => key)));

/**
 * The problems that the clinician addressed: those the assessment lists, or where it is prose, the diagnoses
 * found in assessment and plan. What stands in histories only was not addressed.
 */
export const readAddressed = (
  found: readonly AddressedDiagnosis[],
  statements: readonly Statement[],
): readonly AddressedProblem[] => {
  const listed = nameProblems(found.filter(isProblem), statements).slice(0, mostProblems);
  const named = listed.length > 0 ? listed : toldProblem(found.filter(mayBeProblem), statements);
  const known = wordsBeforePlan(statements);
  return withAbout(named, statements).map((one) => {
    const { status, evidence } = judgeProblem({ ...one, known });
    return { name: one.name, status, evidence: [one.evidence, ...evidence] };
  });
};
