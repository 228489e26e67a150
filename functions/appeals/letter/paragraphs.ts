import { exceptionWords } from '../../domain/appeals/filing-exception.ts';
import { unknown } from '../../domain/appeals/unknown-marks.ts';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { day, dollars } from '../../domain/claim/written.ts';
import { isOriginalMedicare } from '../../domain/payer.ts';
import { newClaimLimit } from '../../domain/tasks/limits-of-claim.ts';
import { type AppealFacts, disputedLines, linesInDispute } from './appeal-facts.ts';
import type { DenialRoot } from './denial-root.ts';
import { evidenceOf, withoutEvidence } from './evidence.ts';
import { type FilingProof, isProven, proofOfFiling } from './filing-proof.ts';
import { bundlingOf, coverageOf, unitsOf } from './policies.ts';

type Paragraphs = (facts: AppealFacts) => readonly string[];

/** What shows that a transmission arrived, in a sentence. */
export const proofInWords = ({ claimNumber, sentOn, interchange, ...proof }: FilingProof): string => {
  const { fileAccepted, claimAccepted, payerNumbers } = proof;
  const on = (date: string | undefined): string => (date ? ` on ${day(date)}` : '');
  return [
    `We sent the claim electronically on ${day(sentOn)} as ${claimNumber}${interchange ? `, in interchange ${interchange}` : ''}.`,
    ...(fileAccepted ? [`A 999 accepted the file${on(fileAccepted.on)}.`] : []),
    ...(claimAccepted
      ? [
          `A ${claimAccepted.by} took the claim in${on(claimAccepted.on)}${payerNumbers[0] ? ` under your number ${payerNumbers[0]}` : ''}.`,
        ]
      : []),
  ].join(' ');
};

const filingLimit: Paragraphs = (facts) => {
  const { claim, payer, practice, history } = facts;
  const [limit] = newClaimLimit(claim, payer);
  const proofs = proofOfFiling(claim, history, practice.timeZone).filter(isProven);
  const counted = limit
    ? [
        `${isOriginalMedicare(payer) ? '42 CFR 424.44 and our agreement give' : 'Our agreement with you gives'} ${limit.days} days from ${limit.from === 'service' ? 'the date of service' : 'the decision of the payer before you'} (${day(limit.startedOn)}), that is until ${day(limit.lastDay)}.`,
      ]
    : [];
  const first = proofs.toSorted((one, other) => (one.sentOn < other.sentOn ? -1 : 1))[0];
  return [
    ...(isOriginalMedicare(payer)
      ? [
          `A refusal for late filing is no initial determination (42 CFR 405.926): we ask for an exception under 42 CFR 424.44(b). ${exceptionOf(facts)}`,
        ]
      : []),
    ...counted,
    ...(first
      ? [proofInWords(first)]
      : [unknown('no 999 and no 277CA is on record: say what else proves that the claim arrived in time')]),
    ...(first && limit ? [timely(first, limit.lastDay)] : []),
  ];
};

/** The exception that somebody named; what shows it, and since when, no record has. */
const exceptionOf = ({ exception }: AppealFacts): string =>
  exception
    ? `It applies because ${exceptionWords[exception].said}. ${unknown('what shows it, and on which day it was mended or told to us: the time ends with the sixth month after that one')}`
    : unknown('which exception applies, and what shows it');

const timely = ({ sentOn }: FilingProof, lastDay: string): string =>
  sentOn <= lastDay
    ? 'The claim was filed within the limit. The answers are enclosed as proof.'
    : unknown(`it was first sent on ${day(sentOn)}, after the limit: say why it counts as timely`);

/** The note's own words, on one line each, and a mark for each service of which it is not known to say anything. */
const supportOf: Paragraphs = (facts) => {
  const evidence = evidenceOf(facts);
  const missing = withoutEvidence(facts);
  return [
    ...(evidence.length > 0
      ? [
          [
            'The note of the visit, which is enclosed, says:',
            ...evidence.map(({ words, codes }) => `- “${words.replace(/\s+/g, ' ')}” (${codes.join(', ')})`),
          ].join('\n'),
        ]
      : []),
    ...missing.map((code) => unknown(`quote what in the record supports ${code}`)),
  ];
};

/** Which diagnoses the disputed services were billed with. */
const billedFor = ({ claim }: AppealFacts): string => {
  const billed = linesInDispute(claim).map(({ procedure, diagnosisPointers }) => {
    const codes = diagnosisPointers.flatMap((at) => claim.diagnoses[at - 1] ?? []);
    return `${procedure} for ${codes.join(', ')}`;
  });
  return `They were billed with their diagnoses: ${billed.join('; ')}.`;
};

const necessity: Paragraphs = (facts) => [
  ...(isOriginalMedicare(facts.payer)
    ? [
        'Medicare pays for what is reasonable and necessary for the diagnosis or treatment of an illness or injury (Social Security Act, section 1862(a)(1)(A)).',
      ]
    : []),
  ...coverageOf(facts),
  billedFor(facts),
  ...supportOf(facts),
];

const authorization: Paragraphs = ({ claim }) => {
  const number = claim.priorAuthorization;
  return [
    number === undefined
      ? unknown('the number of the authorization, or why none was needed or could be asked for in time')
      : `The services were authorized under number ${number}, which the claim names.`,
  ];
};

const eligibility: Paragraphs = ({ claim, history, practice }) => {
  const covered = history.find(
    ({ type, detail }) => type === 'eligibility-answered' && detail.outcome === 'covered',
  );
  return covered
    ? [
        `On ${day(dateIn(practice.timeZone, new Date(covered.at)))} you answered our inquiry (271) that member ${claim.coverage.memberId} was covered.`,
      ]
    : [unknown('what shows that the patient was covered on the date of service: no 271 on record says so')];
};

const contract: Paragraphs = ({ claim }) => {
  const inDispute = new Set(linesInDispute(claim).map(({ lineNumber }) => lineNumber));
  const known = (claim.expected ?? []).flatMap(({ lineNumber, amount }) =>
    amount !== undefined && inDispute.has(lineNumber)
      ? [`For line ${lineNumber} our agreement with you allows ${dollars(amount)}.`]
      : [],
  );
  return known.length > 0
    ? known
    : [unknown('what the agreement says of these services: no fee of it is on record')];
};

const documentation: Paragraphs = (facts) => [
  'What you asked for is enclosed, as the table of contents lists it.',
  ...supportOf(facts),
];

const paragraphsOf: Readonly<Record<DenialRoot, Paragraphs>> = {
  'filing-limit': filingLimit,
  necessity,
  bundling: (facts) => [...bundlingOf(facts), ...supportOf(facts)],
  authorization,
  eligibility,
  level: supportOf,
  units: (facts) => [...unitsOf(facts), ...supportOf(facts)],
  documentation,
  contract,
  other: (facts) => [unknown('why the decision is wrong'), ...supportOf(facts)],
};

/** What a letter says to each root of a denial, once each; nothing in it that no record holds. */
export const groundsFor = (roots: readonly DenialRoot[], facts: AppealFacts): readonly string[] => [
  ...new Set(roots.flatMap((root) => paragraphsOf[root](facts))),
];

/** What is disputed, a line each, with the payer's reasons in words. */
export const disputeInWords = (
  { claim, reasons }: AppealFacts,
  wordsOf: (code: string, reasons: AppealFacts['reasons']) => string | undefined,
): readonly string[] =>
  disputedLines(claim).flatMap(({ line, adjustments }) => [
    line
      ? `Line ${line.lineNumber}: ${[line.procedure, ...line.modifiers].join('-')}, ${line.units} unit${line.units === 1 ? '' : 's'}, charged ${dollars(line.charge)}`
      : 'The claim as a whole',
    ...adjustments.map(({ group, reason, amount }) => {
      const words = wordsOf(`${group}-${reason}`, reasons);
      return `- ${dollars(amount)} not paid: ${group}-${reason}${words ? `, ${words.charAt(0).toLowerCase()}${words.slice(1)}` : ''}`;
    }),
  ]);
