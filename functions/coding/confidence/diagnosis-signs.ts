import type { ConditionMention } from '../diagnoses/find-conditions.ts';
import { toldFirmly, toldOnly } from '../diagnoses/rules/telling.ts';
import { type DiagnosisCandidate, mayBeMoreSpecific } from '../diagnoses/suggest-diagnoses.ts';
import { weakConfidence } from '../diagnoses/weigh-ground.ts';
import { termSources } from '../dictionary/dictionary.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Sign } from './ground.ts';
import { isUnasserted } from './read-assertion.ts';

/** A diagnosis of the claim with what of the note its confidence is read from. */
export type DiagnosisGround = {
  readonly candidate: DiagnosisCandidate;
  readonly others: readonly DiagnosisCandidate[];
  /** The statement of its first evidence. */
  readonly statement: Statement | undefined;
  /** The mention that led to it; none where a rule added the code. */
  readonly mention: ConditionMention | undefined;
  /** Where else the note affirms the same. */
  readonly elsewhere: readonly ConditionMention[];
  /** Where else the note says otherwise of the same code. */
  readonly otherwise: readonly ConditionMention[];
  /** Whether the assessment has lines that name problems. */
  readonly hasProblemLines: boolean;
};

const isIn = ({ statement }: DiagnosisGround, ...sections: readonly string[]): boolean =>
  statement !== undefined && sections.includes(statement.section);

const wordsOfTerm = ({ mention }: DiagnosisGround): number => mention?.term.split(' ').length ?? 0;

/** Words of the sentence that stand between those of the term. */
const wordsBetween = ({ mention }: DiagnosisGround): number => {
  if (!mention) return 0;
  const { start, end, words, statement } = mention;
  return statement.words.filter((word) => word.start >= start && word.end <= end).length - words.length;
};

const isOfSource = ({ mention }: DiagnosisGround, source: (typeof termSources)[number]): boolean =>
  mention !== undefined && termSources[mention.source] === source;

const vague = /\bunspecified\b/i;

const isVague = ({ candidate }: DiagnosisGround): boolean => vague.test(candidate.entry.description);

const past =
  /\b(ago|in (19|20)\d\d|last (year|month|fall|winter|spring|summer|autumn)|in (january|february|march|april|may|june|july|august|september|october|november|december)|since|after|previous\w*|prior|at birth|as a (child|boy|girl|teen\w*)|hospital(i[sz]ed)?|had|was|were)\b/i;

/** What a rule of diagnoses itself takes for a question: stated and excluded, told by the way. No weight overrules it. */
export const isDoubted = ({ confidence }: DiagnosisCandidate): boolean => confidence <= weakConfidence;

/** What tells for or against a diagnosis of a visit. */
export const diagnosisSigns: readonly Sign<DiagnosisGround>[] = [
  {
    name: 'problemLine',
    moves: 'raises',
    says: 'a line of the assessment names it',
    of: (ground) => isIn(ground, 'assessment') && ground.statement?.leads === true,
  },
  {
    name: 'onlyTold',
    moves: 'lowers',
    says: 'no line of assessment or plan names it',
    of: (ground) => !isIn(ground, 'assessment', 'plan'),
  },
  {
    name: 'noProblemLines',
    moves: 'lowers',
    says: 'the note has no lines that name its problems',
    of: ({ hasProblemLines }) => !hasProblemLines,
  },
  {
    name: 'toldOnly',
    moves: 'lowers',
    says: 'the note only tells of it, and has no heading for its assessment',
    of: ({ candidate }) => candidate.rules.includes(toldOnly),
  },
  {
    name: 'toldFirmly',
    moves: 'raises',
    says: 'it stands alone, as what the patient has, or with its treatment',
    of: ({ candidate }) => candidate.rules.includes(toldFirmly),
  },
  {
    name: 'inferred',
    moves: 'lowers',
    says: 'what its sentence is was read from its words, for the note has no headings',
    of: ({ statement }) => statement?.inferred === true,
  },
  {
    name: 'saidAgain',
    moves: 'raises',
    says: 'another part of the note says it too',
    of: ({ elsewhere }) => elsewhere.length > 0,
  },
  {
    name: 'knownTerm',
    moves: 'raises',
    says: 'the words are a known name of this code',
    of: (ground) => isOfSource(ground, 'synonym'),
  },
  {
    name: 'indexOnly',
    moves: 'lowers',
    says: 'only the Alphabetic Index leads from these words to the code',
    of: (ground) => isOfSource(ground, 'index'),
  },
  {
    name: 'longTerm',
    moves: 'raises',
    says: 'three words or more name it together',
    of: (ground) => wordsOfTerm(ground) >= 3,
  },
  {
    name: 'oneWord',
    moves: 'lowers',
    says: 'a single word leads to it',
    of: (ground) => wordsOfTerm(ground) === 1,
  },
  {
    name: 'wordsBetween',
    moves: 'lowers',
    says: 'other words stand between those that name it',
    of: (ground) => wordsBetween(ground) > 0,
  },
  {
    name: 'ruled',
    moves: 'raises',
    says: 'a guideline made the code more specific or asks for it',
    of: ({ candidate, mention }) => mention === undefined || mention.code !== candidate.entry.code,
  },
  {
    name: 'doubted',
    moves: 'lowers',
    says: 'the note leaves in doubt whether it is meant for this visit',
    of: ({ candidate }) => isDoubted(candidate),
  },
  {
    name: 'sideOpen',
    moves: 'lowers',
    says: 'the side is not documented',
    of: ({ candidate }) => candidate.entry.side === 'unspecified',
  },
  {
    name: 'moreIsSaid',
    moves: 'lowers',
    says: 'the line holds words that the code does not account for',
    of: ({ candidate }) => candidate.rules.includes(mayBeMoreSpecific),
  },
  {
    name: 'unspecified',
    moves: 'lowers',
    says: 'the code is unspecified, and a more specific one may be documented',
    of: ({ candidate }) => vague.test(candidate.entry.description),
  },
  {
    name: 'otherSpecified',
    moves: 'lowers',
    says: 'the code is for "other" kinds',
    of: ({ candidate }) => /^other\b/i.test(candidate.entry.description),
  },
  {
    name: 'symptom',
    moves: 'lowers',
    says: 'it is a symptom, which a diagnosis may explain',
    of: ({ candidate }) => candidate.entry.kind === 'symptom',
  },
  {
    name: 'sideTold',
    moves: 'raises',
    says: 'the same words tell the side',
    of: ({ candidate, mention }) => candidate.entry.side !== undefined && mention?.sideFrom === 'statement',
  },
  {
    name: 'sideBorrowed',
    moves: 'lowers',
    says: 'the side stands elsewhere in the note',
    of: ({ mention }) => mention?.sideFrom === 'elsewhere',
  },
  {
    name: 'closerSaid',
    moves: 'lowers',
    says: 'the code is unspecified, and the line has words of closer ones',
    of: (ground) => isVague(ground) && ground.mention?.isHinted === true,
  },
  {
    name: 'saidOtherwise',
    moves: 'lowers',
    says: 'elsewhere the note denies or doubts it, or tells it of the past or of others',
    of: ({ otherwise }) => otherwise.length > 0,
  },
  {
    name: 'patientOnly',
    moves: 'lowers',
    says: 'only the patient names it',
    of: ({ candidate }) => candidate.rules.some((rule) => rule.startsWith('named by the patient only')),
  },
  {
    name: 'pastTold',
    moves: 'lowers',
    says: 'its sentence tells of the past',
    of: (ground) => !isIn(ground, 'assessment', 'plan') && past.test(ground.statement?.text ?? ''),
  },
  {
    name: 'unasserted',
    moves: 'lowers',
    says: 'the words before it do not say that the patient has it',
    of: ({ mention }) => mention !== undefined && isUnasserted(mention),
  },
  {
    name: 'externalCause',
    moves: 'lowers',
    says: 'it tells how an injury came about',
    of: ({ candidate }) => /^[V-Y]/.test(candidate.entry.code),
  },
];

/** What tells for or against a code of a report, beside what coders kept of such terms. */
export const reportSigns: readonly Sign<DiagnosisCandidate>[] = [
  {
    name: 'unspecified',
    moves: 'lowers',
    says: 'the code is unspecified',
    of: ({ entry }) => vague.test(entry.description),
  },
  {
    name: 'otherSpecified',
    moves: 'lowers',
    says: 'the code is for "other" kinds',
    of: ({ entry }) => /^other\b/i.test(entry.description),
  },
  {
    name: 'symptom',
    moves: 'lowers',
    says: 'it is a symptom, which a diagnosis may explain',
    of: ({ entry }) => entry.kind === 'symptom',
  },
  {
    name: 'oneWord',
    moves: 'lowers',
    says: 'a single word leads to it',
    of: ({ evidence }) => !/\s/.test(evidence[0]?.quote ?? ''),
  },
  {
    name: 'external',
    moves: 'lowers',
    says: 'it is a status or an external cause, which reports often tell by the way',
    of: ({ entry }) => /^[V-Z]/.test(entry.code),
  },
];
