import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion } from '../../domain/coding.ts';
import type { ConditionMention } from '../diagnoses/find-conditions.ts';
import type { DiagnosisCandidate } from '../diagnoses/suggest-diagnoses.ts';
import type { DocumentedDecision } from '../evaluation/read-decision.ts';
import { type CoderMemory, emptyMemory, isRemembered, shareKept } from '../memory/coder-memory.ts';
import type { Statement } from '../note/read-statements.ts';
import { type DiagnosisGround, diagnosisSigns, reportSigns } from './diagnosis-signs.ts';
import { type Ground, readSigns } from './ground.ts';
import { levelSigns, serviceSigns } from './service-signs.ts';
import { logOdds, type Reasons, reasonsFor } from './sureness.ts';

/** What of a reading the confidence of its suggestions is weighed from. */
export type NoteToWeigh = {
  readonly dateOfService: CalendarDate;
  readonly statements: readonly Statement[];
  readonly mentions: readonly ConditionMention[];
  readonly diagnoses: readonly DiagnosisCandidate[];
  readonly decision?: DocumentedDecision | undefined;
  readonly unknownProblems: number;
  readonly memory?: CoderMemory | undefined;
};

/** A ground, and how to tell it. */
export type ToldGround = { readonly ground: Ground; readonly reasons: () => Reasons };

const statementAt = (statements: readonly Statement[], place: number): Statement | undefined =>
  statements.find(({ start, text }) => start <= place && place < start + text.length);

const groundOf = (candidate: DiagnosisCandidate, note: NoteToWeigh): DiagnosisGround => {
  const place = candidate.evidence[0]?.start ?? -1;
  const statement = statementAt(note.statements, place);
  const here = candidate.term === undefined ? [] : note.mentions.filter(({ start }) => start === place);
  const mention = here.find(({ code }) => code === candidate.entry.code) ?? here[0];
  const code = mention?.code ?? candidate.entry.code;
  return {
    candidate,
    others: note.diagnoses.filter((other) => other !== candidate),
    statement,
    mention,
    elsewhere: note.mentions.filter(
      (one) => one.statement !== statement && one.qualification === 'affirmed' && one.code === code,
    ),
    otherwise: note.mentions.filter(
      (one) => one.statement !== statement && one.qualification !== 'affirmed' && one.code === code,
    ),
    hasProblemLines: note.statements.some(({ section, leads }) => section === 'assessment' && leads),
  };
};

const unknownShare = shareKept(emptyMemory(), '', '');

/**
 * How much more often than others the practice's coders keep a code for the words that the note has for it: of several
 * the best, so that no acceptance makes a code less sure.
 */
const keptFor = ({ entry, term }: DiagnosisCandidate, { memory, mentions }: NoteToWeigh): number => {
  if (!memory) return 0;
  const terms = [term, ...mentions.filter(({ code }) => code === entry.code).map((one) => one.term)];
  const known = terms.filter((one) => one !== undefined && isRemembered(memory, one, entry.code));
  const shares = [...new Set(terms)].map((one) => shareKept(memory, one ?? '', entry.code));
  return known.length === 0 ? 0 : logOdds(Math.max(...shares)) - logOdds(unknownShare);
};

const ofVisit = (candidate: DiagnosisCandidate, note: NoteToWeigh): ToldGround => {
  const ground: Ground = {
    kind: 'diagnosis',
    code: candidate.entry.code,
    signs: readSigns(diagnosisSigns, groundOf(candidate, note)),
    kept: keptFor(candidate, note),
  };
  return { ground, reasons: () => reasonsFor(ground, diagnosisSigns) };
};

const ofService = (
  suggestion: CodeSuggestion,
  { dateOfService, decision, unknownProblems }: NoteToWeigh,
): ToldGround => {
  const isLevel =
    decision !== undefined &&
    codeBookOn(dateOfService).procedures.entry(suggestion.code)?.kind === 'evaluation';
  const about = { suggestion, decision, unknownProblems };
  const signs = isLevel ? levelSigns : serviceSigns;
  const ground: Ground = {
    kind: isLevel ? 'level' : 'service',
    code: suggestion.code,
    signs: readSigns(signs, about),
  };
  return { ground, reasons: () => reasonsFor(ground, signs) };
};

/** What a suggestion for a visit rests on. */
export const groundOfVisit = (suggestion: CodeSuggestion, note: NoteToWeigh): ToldGround => {
  const candidate =
    suggestion.system === 'ICD-10-CM'
      ? note.diagnoses.find(({ entry }) => entry.code === suggestion.code)
      : undefined;
  return candidate ? ofVisit(candidate, note) : ofService(suggestion, note);
};

/** What a code of a report rests on; what coders kept is the most of it. */
export const groundOfReport = (candidate: DiagnosisCandidate): ToldGround => {
  const { entry, share } = candidate;
  const ground: Ground = {
    kind: 'report',
    code: entry.code,
    signs: readSigns(reportSigns, candidate),
    ...(share !== undefined && { kept: logOdds(share) - logOdds(unknownShare) }),
  };
  return { ground, reasons: () => reasonsFor(ground, reportSigns) };
};
