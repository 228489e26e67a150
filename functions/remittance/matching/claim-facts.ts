import type { Claim } from '../../domain/claim.ts';
import { parseLineControlNumber } from '../../domain/ids.ts';
import { knownControlNumbers } from '../../domain/ledger/decision.ts';
import type { PayerNamed } from '../../domain/ledger/payment.ts';
import { transmittedCharge } from '../../domain/ledger/transmitted-charge.ts';
import type { ClaimBilling } from '../../domain/posting.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import { isChargedAs } from '../check-decision.ts';
import { lettersOf, lineNumberOf } from './line-number.ts';
import { readingAs } from './misspelt-number.ts';
import { comparePayer, type Verdict } from './payer-identity.ts';

/** By what a decision may be told to be about a claim of ours. */
export const factNames = [
  'claimNumber',
  'payerControlNumber',
  'lineNumbers',
  'member',
  'patientName',
  'dateOfService',
  'charge',
  'procedures',
  'payer',
] as const;
export type FactName = (typeof factNames)[number];
export type Facts = Readonly<Record<FactName, Verdict>>;

/** A decision with the payer that made it. */
export type Answer = { readonly decided: RemittanceClaim; readonly payer: PayerNamed };

/** How a decision compares with one transmission of a claim of ours, fact by fact. */
export const compareClaim = (
  { decided, payer }: Answer,
  claim: Claim,
  submissionNumber: number,
  contracts: ClaimBilling['contracts'],
): Facts => ({
  claimNumber: readingAs(decided.patientControlNumber, claim) ? 'agrees' : 'unknown',
  payerControlNumber: isNumberedBy(decided, claim) ? 'agrees' : 'unknown',
  lineNumbers: compareLineNumbers(decided, claim),
  member: compareMember(decided, claim),
  patientName: comparePatientName(decided, claim),
  dateOfService: compareDate(decided, claim),
  charge: verdict(
    transmittedCharge(claim, submissionNumber) !== undefined,
    isChargedAs(claim, submissionNumber, decided),
  ),
  procedures: compareProcedures(decided, claim),
  payer: comparePayer(payer, claim.payerId, contracts),
});

const verdict = (isKnown: boolean, agrees: boolean): Verdict =>
  isKnown ? (agrees ? 'agrees' : 'differs') : 'unknown';

/** A payer gives each of its decisions a number of its own: another one says nothing against the claim. */
const isNumberedBy = ({ payerControlNumber = '' }: RemittanceClaim, claim: Claim): boolean =>
  knownControlNumbers(claim).includes(payerControlNumber);

/** The transmissions that the lines of a decision name (REF*6R). */
export const transmissionsOfLines = ({ lines = [] }: RemittanceClaim) =>
  lines.flatMap(
    ({ lineControlNumber = '' }) => parseLineControlNumber(lineControlNumber)?.transmission ?? [],
  );

const compareLineNumbers = (decided: RemittanceClaim, { claimId }: Claim): Verdict => {
  const named = transmissionsOfLines(decided);
  return verdict(
    named.length > 0,
    named.every((one) => one.claimId === claimId),
  );
};

/** Payers cut prefixes and suffixes off: a member id within the other is no other member's, nor surely the same. */
const compareMember = ({ subscriber, patient }: RemittanceClaim, { coverage }: Claim): Verdict => {
  const own = lettersOf(coverage.memberId);
  const said = [subscriber?.id, patient?.id].map((id) => lettersOf(id ?? '')).filter((id) => id !== '');
  if (said.includes(own)) return 'agrees';
  const isPart = said.some((id) => id.includes(own) || own.includes(id));
  return verdict(said.length > 0 && !isPart, false);
};

const comparePatientName = ({ patient }: RemittanceClaim, { patient: own }: Claim): Verdict => {
  const last = lettersOf(patient?.name ?? '');
  const first = lettersOf(patient?.firstName ?? '');
  const agrees = last === lettersOf(own.lastName) && lettersOf(own.firstName).startsWith(first);
  return verdict(last !== '', agrees);
};

/** The days of service that a decision names: of its lines, else the ends of its statement period. */
export const datesOf = ({ statementDates = [], lines = [] }: RemittanceClaim): readonly string[] => [
  ...new Set([...statementDates, ...lines.flatMap(({ dates = [] }) => dates)].map(({ date }) => date)),
];

const compareDate = (decided: RemittanceClaim, { dateOfService }: Claim): Verdict => {
  const dates = datesOf(decided).toSorted();
  const [from = '', to = ''] = [dates.at(0), dates.at(-1)];
  return verdict(dates.length > 0, from <= dateOfService && dateOfService <= to);
};

const compareProcedures = (decided: RemittanceClaim, { lines }: Claim): Verdict => {
  const named = (decided.lines ?? []).map((line) => {
    const { procedure } = line.submittedProcedure ?? line.procedure;
    const number = lineNumberOf(line, decided);
    return lines.some((one) => one.procedure === procedure && (number ?? one.lineNumber) === one.lineNumber);
  });
  return verdict(named.length > 0, named.every(Boolean));
};
