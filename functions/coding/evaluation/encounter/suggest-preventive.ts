import type { EvidenceSpan } from '../../../domain/coding.ts';
import { phrasesIn } from '../../note/find-phrases.ts';
import { readAge } from '../../note/read-age.ts';
import type { NoteLine } from '../../note/read-frame.ts';
import { readPatientType } from '../../note/read-patient-type.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Visit } from '../../note/visit.ts';
import { matchesOf } from '../../words/matches-of.ts';
import type { Reading, SuggestedEvaluation } from '../evaluate-visit.ts';
import { readMinutes } from '../read-minutes.ts';
import { suggestionOf, type Told } from '../visit-suggestion.ts';
import { readMedicare } from './read-coverage.ts';

const preventive =
  /\b((annual|(?<!half[- ]|twice[- ])yearly) (adult |preventive |gyn\w* |well[- ]woman |complete |comprehensive )?(physical|exam(ination)?|wellness|visit|check-?up|health (maintenance|exam\w*))( exam(ination)?| visit)?|well[- ](child|woman|adult|baby|male|female|teen|adolescent|care|visit|man)( care)?( (visit|exam|check))?|\d+[- ](month|year|week|day)s?[- ]*(old )?well[- ](child |baby )?(check|visit|care|exam)|(preventive|preventative) (visit|exam|medicine|care|health)( visit| exam)?|(routine|complete|general) (adult |child |health )?(physical|check-?up|medical exam\w*)( exam\w*)?|(?<!focused )physical exam visit|(medicare|annual|initial|subsequent|first) wellness( visit| exam)?|annual wellness|awv\b|health maintenance (visit|exam)|(school|sports|camp|college|pre-?participation|daycare|headstart|kindergarten)( \w+)? (physical|exam)|physical (exam )?for (\w+ ){0,2}(school|college|camp|sports?|university|daycare|kindergarten)|wcc\b|cpe\b|epsdt|welcome to medicare|ippe\b|initial preventive physical)/gi;
const wellness =
  /\b(annual wellness( visit| exam)?|awv|medicare (initial |subsequent |annual )*wellness|wellness visit)\b/i;
const introduction = /\b(welcome to medicare|ippe|initial preventive physical)\b/i;

/** Another visit's, or another specialty's: "last annual exam", "due for a physical", "annual eye exam". */
const otherVisit =
  /\b(last|previous|prior|next|due for|overdue for|schedul\w+|return (for|in)|rtc (for|in)|follow[- ]?up (for|in)|had|missed|at (his|her|their|the)|since|before|after)\b[^.;:]{0,30}$/i;
const later = /^[^.;:]{0,20}\b(due|next|in \d+ (months?|weeks?)|scheduled|overdue)\b/i;

/** Youngest age of each preventive visit, with its codes for new and established patients. */
const byAge: readonly { readonly from: number; readonly new: string; readonly established: string }[] = [
  { from: 65, new: '99387', established: '99397' },
  { from: 40, new: '99386', established: '99396' },
  { from: 18, new: '99385', established: '99395' },
  { from: 12, new: '99384', established: '99394' },
  { from: 5, new: '99383', established: '99393' },
  { from: 1, new: '99382', established: '99392' },
  { from: 0, new: '99381', established: '99391' },
];

const reasonsIn = ({ text, start }: NoteLine): readonly EvidenceSpan[] =>
  matchesOf(text, preventive)
    .filter(
      ({ index, 0: quote }) =>
        !otherVisit.test(text.slice(0, index)) && !later.test(text.slice(index + quote.length)),
    )
    .map(({ index, 0: quote }) => ({ start: start + index, end: start + index + quote.length, quote }));

/** The words by which the title, the stated reason or the assessment calls the visit preventive. */
export const preventiveReason = ({ frame, statements }: Reading): readonly EvidenceSpan[] => {
  const about = statements.filter(
    ({ section, leads }) => section === 'reason' || (section === 'assessment' && leads),
  );
  const opening = statements.filter(({ section }) => section === 'history').slice(0, 2);
  const found = [...frame.titles, ...frame.opening.slice(0, 3), ...about, ...opening].flatMap(reasonsIn);
  return found.filter(({ start }, at) => found.findIndex((one) => one.start === start) === at).slice(0, 2);
};

type Preventive = { readonly told: readonly Told[]; readonly questions: readonly string[] };

const asked = (question: string): Preventive => ({ told: [], questions: [question] });

const textOf = ({ frame }: Reading): string =>
  [...frame.titles, ...frame.opening].map(({ text }) => text).join('\n');

const first = /\b(initial|first|g0438)\b/i;
const later1 = /\b(subsequent|g0439|last (awv|annual wellness|medicare wellness)|follow-?up awv)\b/i;

/** Screenings that Medicare pays beside the wellness visit when their minutes are documented. */
const screenings = [
  { code: 'G0444', what: 'depression', pattern: /\b(depression screen\w*|phq-?\d?)\b/i },
  { code: 'G0442', what: 'alcohol misuse', pattern: /\b(alcohol (misuse )?screen\w*|audit(-c)?)\b/i },
] as const;

const screeningsIn = (statements: readonly Statement[]): readonly Told[] =>
  screenings.flatMap(({ code, what, pattern }) => {
    const statement = statements.find(
      ({ text }) => pattern.test(text) && (readMinutes(text.slice(text.search(pattern))) ?? 0) >= 5,
    );
    const evidence = statement ? phrasesIn(statement, new RegExp(pattern.source, 'gi')).slice(0, 1) : [];
    return evidence.length > 0
      ? [{ code, confidence: 0.8, evidence, rules: [`screening for ${what} with its minutes`] }]
      : [];
  });

/** Medicare's wellness visit: the first one in a life, and those of later years. */
const wellnessVisit = (reading: Reading, evidence: readonly EvidenceSpan[]): Preventive => {
  const text = textOf(reading);
  const isFirst = first.test(text) && !later1.test(text);
  const code = isFirst ? 'G0438' : 'G0439';
  const isTold = isFirst || later1.test(text);
  const visit: Told = {
    code,
    confidence: isTold ? 0.9 : 0.7,
    evidence,
    rules: [
      isFirst ? 'the first annual wellness visit of Medicare' : 'a later annual wellness visit of Medicare',
    ],
  };
  const question =
    'Is this the first annual wellness visit that Medicare pays (G0438)? The note does not tell.';
  return {
    // With the first visit the screening for depression is included.
    told: [visit, ...screeningsIn(reading.statements).filter((one) => one.code !== 'G0444' || !isFirst)],
    questions: isTold ? [] : [question],
  };
};

const confidence = 0.7;

const visitByAge = (reading: Reading, evidence: readonly EvidenceSpan[], visit: Visit): Preventive => {
  const age = visit.ageInYears ?? readAge(reading.statements);
  const row = age === undefined ? undefined : byAge.find(({ from }) => age >= from);
  const type = visit.patientType ?? readPatientType(reading.statements, reading.frame) ?? 'established';
  if (!row) return asked('This looks like a preventive visit, which needs a coder.');
  const rules = [`preventive visit, ${type} patient, ${age} years`];
  return { told: [{ code: row[type], confidence, evidence, rules }], questions: [] };
};

/**
 * The preventive visit: Medicare's introduction or wellness visit, else by age and new or established patient; a
 * question where the age is not known.
 */
export const suggestPreventive = (
  reading: Reading,
  evidence: readonly EvidenceSpan[],
  visit: Visit,
): SuggestedEvaluation => {
  const text = `${evidence.map(({ quote }) => quote).join('\n')}\n${reading.frame.titles.map((one) => one.text).join('\n')}`;
  const covered = readMedicare(reading.frame, reading.statements, visit.ageInYears);
  const isAdultOfWorkingAge =
    visit.ageInYears !== undefined && visit.ageInYears < 65 && !/medicare/i.test(text);
  const { told, questions } = introduction.test(evidence[0]?.quote ?? '')
    ? {
        told: [{ code: 'G0402', confidence: 0.9, evidence, rules: ['the visit that welcomes to Medicare'] }],
        questions: [],
      }
    : covered !== undefined && wellness.test(text) && !isAdultOfWorkingAge
      ? wellnessVisit(reading, evidence)
      : visitByAge(reading, evidence, visit);
  const suggestions = told.flatMap((one) => suggestionOf(one, visit.dateOfService));
  return {
    suggestions,
    questions:
      suggestions.length > 0 || questions.length > 0
        ? questions
        : ['This looks like a preventive visit, which needs a coder.'],
  };
};
