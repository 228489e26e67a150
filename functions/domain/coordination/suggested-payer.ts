import type { Claim, NextPayer } from '../claim.ts';
import type { RoutedAdjustment } from '../denials/route-adjustment.ts';
import type { Coverage } from '../party.ts';
import { type CoverageRecord, coveragesOn } from '../patients/coverage-record.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
import type { OtherPayer, PayerPlace } from '../tasks/other-payer.ts';
import { payerOrder } from './payer-order.ts';
import { isPayerSaid, priorityPayerOf } from './priority-payer.ts';

/** What the practice knows of payers beside a claim's own: its contracts, and the patient's coverages on record. */
export type KnownPayers = {
  readonly payers: readonly Payer[];
  readonly coverages: readonly CoverageRecord[];
};

/** The payer that is likely owed the claim, ready to be decided, with its name and by whose word. */
export type SuggestedPayer = {
  readonly said: OtherPayer;
  readonly payerName: string;
  readonly by: 'payer' | 'record';
};

/** Of a denial, what decides whether another payer is meant. */
export type DeniedFor = Pick<RoutedAdjustment, 'reason' | 'remarks'>;

/** How another payer stands to a claim's own by what that one says; `elsewhere` may be one that the claim has as a later. */
type Hint = { readonly place: PayerPlace; readonly laterToo: boolean };

const first: Hint = { place: 'first', laterToo: true };
const elsewhere: Hint = { place: 'instead', laterToo: true };
const notCovered: Hint = { place: 'instead', laterToo: false };

/** CARCs: 22 another payer comes first · 109, B11 it belongs to another · the others: this one does not cover the patient. */
const hintOfReason: Readonly<Record<string, Hint>> = {
  '22': first,
  '109': elsewhere,
  B11: elsewhere,
  ...Object.fromEntries(['26', '27', '31', '32', '33', '177', '200'].map((reason) => [reason, notCovered])),
};

/** RARCs: a payer before this one is missing, its plan or what it decided · N104, N193, N418 sent to the wrong one. */
const hintOfRemark: Readonly<Record<string, Hint>> = {
  ...Object.fromEntries(
    'MA04 MA64 MA85 MA92 N4 N36 N48 N196 N245 N479 N480'.split(' ').map((remark) => [remark, first]),
  ),
  N104: elsewhere,
  N193: elsewhere,
  N418: elsewhere,
};

/** Original Medicare denies by CARC 24 what a Medicare Advantage plan owes; with others it is capitation. */
const hintOf = ({ reason, remarks }: DeniedFor, own: Payer): Hint | undefined =>
  hintOfReason[reason] ??
  (reason === '24' && isOriginalMedicare(own) ? elsewhere : undefined) ??
  remarks.map((remark) => hintOfRemark[remark]).find((hint) => hint !== undefined);

/** Whether a denial says that another payer may owe the claim. */
export const pointsElsewhere = (denied: DeniedFor, own: Payer): boolean => hintOf(denied, own) !== undefined;

/**
 * The payer to be billed by what a claim's payer says and the record knows: whom it names (NM1*PR), else, where its
 * reason points elsewhere, the first coverage of the day that the claim does not have. Undefined where nobody is known,
 * the practice has no contract, or the claim cannot be billed so.
 */
export const suggestedPayer = (
  claim: Claim,
  own: Payer,
  known: KnownPayers,
  denied: DeniedFor | undefined,
): SuggestedPayer | undefined => {
  const named = namedPayer(claim, known);
  if (named) return billable(claim, own, known, { ...named, place: 'first', by: 'payer' });
  const hint = denied && hintOf(denied, own);
  if (!hint) return undefined;
  const others = newCoverages(claim, known.coverages).map((coverage) => ({ coverage }));
  // A later payer may owe a claim first only if nobody decided before its own.
  const later = hint.laterToo && claim.priorPayers.length === 0 ? claim.nextPayers.map(whom) : [];
  const ordered = hint.place === 'first' ? [...later, ...others] : [...others, ...later];
  return ordered
    .map((one) => billable(claim, own, known, { ...one, place: hint.place, by: 'record' }))
    .find((one) => one !== undefined);
};

/** One payer at a place, as something to decide; undefined where the practice or the claim does not allow it. */
export const suggestionOf = (
  claim: Claim,
  own: Payer,
  known: KnownPayers,
  coverage: Coverage,
  place: PayerPlace,
): SuggestedPayer | undefined => billable(claim, own, known, { coverage, place, by: 'record' });

/** The coverages that are in force on the day of a claim and whose payers it does not have. */
export const newCoverages = (claim: Claim, coverages: readonly CoverageRecord[]): readonly Coverage[] => {
  const ofClaim = payersOn(claim);
  return coveragesOn(coverages, claim.dateOfService)
    .map(({ coverage }) => coverage)
    .filter(({ payerId }) => !ofClaim.includes(payerId));
};

/** The payers of a claim: those before it, its own, those after it. */
export const payersOn = ({ priorPayers, payerId, nextPayers }: Claim): readonly string[] => [
  ...priorPayers.map(({ coverage }) => coverage.payerId),
  payerId,
  ...nextPayers.map(({ coverage }) => coverage.payerId),
];

type Whom = { readonly coverage: Coverage } | { readonly payerId: string };

const whom = ({ coverage }: NextPayer): Whom => ({ payerId: coverage.payerId });

/** Whom a payer names: a later one of the claim, a coverage of the record, or a contract whose coverage nobody knows. */
const namedPayer = (claim: Claim, { payers, coverages }: KnownPayers): Whom | undefined => {
  const said = priorityPayerOf(claim);
  if (said === undefined) return undefined;
  const next = claim.nextPayers.find((one) => isPayerSaid(one, said));
  if (next) return whom(next);
  const nameOf = (id: string): string => payers.find(({ payerId }) => payerId === id)?.name ?? '';
  const onRecord = coveragesOn(coverages, claim.dateOfService).find(({ coverage }) =>
    isPayerSaid({ coverage, payerName: nameOf(coverage.payerId) }, said),
  );
  if (onRecord) return { coverage: onRecord.coverage };
  return payers.find(({ payerId, name }) =>
    isPayerSaid({ coverage: { ...claim.coverage, payerId }, payerName: name }, said),
  );
};

const asSaid = (one: Whom, place: PayerPlace): OtherPayer => {
  if (!('coverage' in one)) return { payerId: one.payerId, place };
  const { payerId, memberId, groupNumber, relationship, subscriber, insuranceType } = one.coverage;
  const holder = subscriber && {
    lastName: subscriber.lastName,
    firstName: subscriber.firstName,
    dateOfBirth: subscriber.dateOfBirth,
    gender: subscriber.gender,
  };
  return {
    ...{ payerId, place, memberId, relationship },
    ...(groupNumber && { groupNumber }),
    ...(holder && { policyHolder: holder }),
    ...(insuranceType && { insuranceType }),
  };
};

/** What a person has yet to say: the member number, or why Medicare comes later. */
const leftToSay: readonly string[] = ['empty', 'medicare-later'];

const billable = (
  claim: Claim,
  own: Payer,
  { payers }: KnownPayers,
  one: Whom & Pick<SuggestedPayer, 'by'> & { readonly place: PayerPlace },
): SuggestedPayer | undefined => {
  const said = asSaid(one, one.place);
  const other = payers.find(({ payerId }) => payerId === said.payerId);
  if (other === undefined) return undefined;
  const order = payerOrder(claim, said, { own, other });
  const isLeft = !order.success && order.findings.every(({ code }) => leftToSay.includes(code));
  return order.success || isLeft ? { said, payerName: other.name, by: one.by } : undefined;
};
