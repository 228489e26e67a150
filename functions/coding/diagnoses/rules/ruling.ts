import { codeBookOn, type DiagnosisEntry } from '../../../../codesets/code-book.ts';
import type { CalendarDate } from '../../../domain/calendar.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import { phrasesIn } from '../../note/find-phrases.ts';
import { mayTell } from '../../note/letters-of.ts';
import { type Qualification, qualifyMention } from '../../note/qualify-mention.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';

/** What a rule of the guidelines may look at besides the diagnoses: the whole note, the date and the patient's age. */
export type BookNote = {
  readonly statements: readonly Statement[];
  readonly dateOfService: CalendarDate;
  readonly ageInYears: number | undefined;
};

/** A code that the note seems to name but a rule keeps off the claim. */
export type RejectedDiagnosis = { readonly candidate: DiagnosisCandidate; readonly rule: string };

/** The diagnoses so far, what a rule took off the claim, and what the clinician has to be asked. */
export type Ruling = {
  readonly diagnoses: readonly DiagnosisCandidate[];
  readonly rejected: readonly RejectedDiagnosis[];
  readonly questions: readonly string[];
};

export type GuidelineRule = (ruling: Ruling, note: BookNote) => Ruling;

/** A rule that only changes or adds diagnoses. */
export const changing =
  (
    change: (found: readonly DiagnosisCandidate[], note: BookNote) => readonly DiagnosisCandidate[],
  ): GuidelineRule =>
  (ruling, note) => ({ ...ruling, diagnoses: change(ruling.diagnoses, note) });

/** A rule that takes diagnoses off the claim: the reason for each, or undefined where it stays. */
export const refusing =
  (
    reason: (
      one: DiagnosisCandidate,
      found: readonly DiagnosisCandidate[],
      note: BookNote,
    ) => string | undefined,
  ): GuidelineRule =>
  (ruling, note) => {
    const refused = ruling.diagnoses.flatMap((candidate) => {
      const rule = reason(candidate, ruling.diagnoses, note);
      return rule === undefined ? [] : [{ candidate, rule }];
    });
    const diagnoses = ruling.diagnoses.filter(
      (one) => !refused.some(({ candidate }) => candidate.entry.code === one.entry.code),
    );
    return { ...ruling, diagnoses, rejected: [...ruling.rejected, ...refused] };
  };

/** A billable code of the date of service; undefined for any other. */
export const entryOn = ({ dateOfService }: BookNote, code: string): DiagnosisEntry | undefined =>
  codeBookOn(dateOfService).diagnoses.entry(code);

/** The same finding under another code, where the date has that code. */
export const recoded = (
  one: DiagnosisCandidate,
  code: string,
  rule: string,
  note: BookNote,
): DiagnosisCandidate => {
  const entry = code === one.entry.code ? undefined : entryOn(note, code);
  return entry ? { ...one, entry, rules: [...one.rules, rule] } : one;
};

/** What a rule adds beside a diagnosis is never surer than this: no line of the note is about it alone. */
const mostSureBeside = 0.9;

type Addition = { readonly code: string; readonly evidence: readonly EvidenceSpan[]; readonly rule: string };

/** A further code that a rule asks for beside a diagnosis; none where the date does not have it. */
export const beside = (
  anchor: DiagnosisCandidate,
  { code, evidence, rule }: Addition,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const entry = entryOn(note, code);
  if (!entry) return [];
  const confidence = Math.min(anchor.confidence, mostSureBeside);
  const support = evidence.length > 0 ? evidence : anchor.evidence;
  return [{ entry, confidence, evidence: support, rules: [rule], item: anchor.item }];
};

const addable = (
  found: readonly DiagnosisCandidate[],
  additions: readonly DiagnosisCandidate[],
): readonly DiagnosisCandidate[] => {
  const codes = new Set(found.map(({ entry }) => entry.code));
  return additions.filter(({ entry }) => !codes.has(entry.code) && codes.add(entry.code));
};

/** Puts codes that are not there yet right behind a diagnosis. */
export const behind = (
  found: readonly DiagnosisCandidate[],
  anchor: DiagnosisCandidate,
  additions: readonly DiagnosisCandidate[],
): readonly DiagnosisCandidate[] => {
  const at = found.indexOf(anchor) + 1;
  return [...found.slice(0, at), ...addable(found, additions), ...found.slice(at)];
};

/** Puts codes that are not there yet behind all others. */
export const atTheEnd = (
  found: readonly DiagnosisCandidate[],
  additions: readonly DiagnosisCandidate[],
): readonly DiagnosisCandidate[] => [...found, ...addable(found, additions)];

/** The statements of a diagnosis: the one that names it and the others of its entry in the list. */
export const statementsOf = (one: DiagnosisCandidate, { statements }: BookNote): readonly Statement[] => {
  const at = one.evidence[0]?.start ?? -1;
  const naming = statements.find(({ start, text }) => start <= at && at < start + text.length);
  if (!naming) return [];
  return [
    naming,
    ...statements.filter(
      (other) => other !== naming && other.item === naming.item && other.section === naming.section,
    ),
  ];
};

const kin =
  /\b(mother|father|sister|brother|mom|dad|son|daughter|aunt|uncle|grand\w+|cousin|siblings?|parents?|husband|wife|family|fhx?|mgm|pgm|mgf|pgf)\b/i;

/** Whether a statement tells of somebody else. */
export const isOfKin = ({ text }: Statement): boolean => kin.test(text);

const affirmed: ReadonlySet<Qualification> = new Set(['affirmed']);

/**
 * The first place where the patient's note affirms a phrase, or means it in another of the ways given; the pattern has
 * the flag "g".
 */
export const saidIn = (
  statements: readonly Statement[],
  pattern: RegExp,
  means = affirmed,
): EvidenceSpan | undefined => {
  if (!mayTell(statements, pattern)) return undefined;
  for (const statement of statements) {
    if (statement.text.search(pattern) < 0 || isOfKin(statement)) continue;
    const span = phrasesIn(statement, pattern).find((one) =>
      means.has(qualifyMention(statement, { ...one, words: [one] })),
    );
    if (span) return span;
  }
  return undefined;
};

/** The statements in which the clinician assesses and plans. */
export const assessed = ({ statements }: BookNote): readonly Statement[] =>
  statements.filter(({ section }) => section === 'assessment' || section === 'plan');
