import type { Claim, NextPayer } from '../claim.ts';
import type { Checked, Finding } from '../finding.ts';
import { Coverage, type Responsibility } from '../party.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
import { correctedCoverage } from '../tasks/corrected-coverage.ts';
import type { OtherPayer } from '../tasks/other-payer.ts';

/** How a claim's own payer is named in the claims of others. */
export type OwnPayer = Omit<NextPayer, 'coverage'>;

export const ownOf = ({ name, claimFilingIndicator }: Payer): OwnPayer => ({
  payerName: name,
  claimFilingIndicator,
});

/** SBR01, in the order of billing. */
export const places: readonly Responsibility[] = ['P', 'S', 'T'];

/** The payers of a claim's visit as a person has them, each at its place; `at` is the first place that changes. */
export type PayerOrder = { readonly payers: readonly NextPayer[]; readonly at: number };

type Known = { readonly own: Payer; readonly other: Payer };

const payersBefore = ({ priorPayers }: Claim): readonly NextPayer[] =>
  priorPayers.map(({ coverage, payerName, claimFilingIndicator }) => ({
    ...{ coverage, payerName, claimFilingIndicator },
  }));

/** The payers of a claim as it has them now: those before it, its own, those after it. */
const payersOf = (claim: Claim, own: Payer): readonly NextPayer[] => [
  ...payersBefore(claim),
  { ...ownOf(own), coverage: claim.coverage },
  ...claim.nextPayers,
];

const idOf = ({ coverage }: NextPayer): string => coverage.payerId;

/** What is known of the coverage by a payer, with what a person says of it; a finding where that is too little. */
const stated = (claim: Claim, said: OtherPayer, { own, other }: Known): Checked<NextPayer> => {
  const known = payersOf(claim, own).find((one) => idOf(one) === said.payerId)?.coverage;
  const { payerId } = said;
  const base = known ?? { payerId, memberId: '', responsibility: 'P', relationship: 'self' };
  const coverage = Coverage.safeParse(correctedCoverage(base, claim.patient, said));
  if (coverage.success) return { success: true, data: { ...ownOf(other), coverage: coverage.data } };
  const lacksMember = known === undefined && said.memberId === undefined;
  return lacksMember
    ? refused('empty', 'memberId', `Write the member id that the patient has with ${other.name}`)
    : refused(
        'coverage-wrong',
        'relationship',
        'Name who holds the policy exactly when it is not the patient',
      );
};

const refused = (code: string, field: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path: `otherPayer.${field}`, detail }],
});

/** The order that a person states; `at` is where the claim stands in it now. */
const orderedBy = (claim: Claim, { place }: OtherPayer, one: NextPayer, own: Payer): readonly NextPayer[] => {
  const others = payersOf(claim, own).filter((each) => idOf(each) !== idOf(one));
  if (place === 'first') return [one, ...others];
  const isOwn = (each: NextPayer): boolean => idOf(each) === claim.payerId;
  if (place === 'instead') return others.map((each) => (isOwn(each) ? one : each));
  const at = others.findIndex(isOwn);
  return [...others.slice(0, at + 1), one, ...others.slice(at + 1)];
};

/** The coverages with the places they have in an order; why Medicare is not first is no word on a first payer. */
const placed = (payers: readonly NextPayer[], insuranceType: OtherPayer['insuranceType']): NextPayer[] =>
  payers.map((one, at) => {
    const { insuranceType: known, ...coverage } = one.coverage;
    const why = at > 0 && isOriginalMedicare(one) ? (known ?? insuranceType) : known;
    return {
      ...one,
      coverage: {
        ...coverage,
        responsibility: places[at] ?? 'T',
        ...(at > 0 && why && { insuranceType: why }),
      },
    };
  });

/** The payers of a claim as a person has them, or in words why that cannot be. */
export const payerOrder = (claim: Claim, said: OtherPayer, known: Known): Checked<PayerOrder> => {
  const { place, payerId, insuranceType } = said;
  const one = stated(claim, said, known);
  if (!one.success) return one;
  const isBefore = claim.priorPayers.some(({ coverage }) => coverage.payerId === payerId);
  if (payerId === claim.payerId && place !== 'first') return same;
  if (isBefore && place !== 'first')
    return refused(
      'payer-before',
      'payerId',
      `${known.other.name} decided before this payer already: say that it comes first, or write what is wrong to it on its own claim`,
    );
  if (place === 'next' && claim.nextClaimId !== undefined)
    return refused(
      'next-billed',
      'place',
      'The payer after this one is billed already: say on its claim that another one comes after it or in its place',
    );
  const before = payersOf(claim, known.own);
  const payers = placed(orderedBy(claim, said, one.data, known.own), insuranceType);
  if (payers.length > places.length)
    return refused(
      'too-many',
      'payerId',
      'A visit has at most three payers: say instead of which this one is',
    );
  const unexplained = payers.find(
    (each, at) => at > 0 && isOriginalMedicare(each) && each.coverage.insuranceType === undefined,
  );
  if (unexplained)
    return refused(
      'medicare-later',
      'insuranceType',
      `Say why ${unexplained.payerName} is not the first payer, such as 12 for a working aged patient (SBR05)`,
    );
  const at = payers.findIndex((each, index) => wordsOf(each) !== wordsOf(before[index]));
  return at === -1 ? same : { success: true, data: { payers, at } };
};

const same = refused(
  'nothing-changed',
  'payerId',
  'Nothing is changed: the claim has this payer at this place already. Correct its member id by sending the claim again',
);

/** A payer with its policy; what a claim says of its place follows from the order. */
const wordsOf = (one: NextPayer | undefined): string =>
  one
    ? [one.payerName, one.coverage.memberId, one.coverage.groupNumber, one.coverage.relationship]
        .filter(Boolean)
        .join(' ')
    : '';

/** The payers of a claim before and after, for its history: it names the patient's numbers, and stays in the records. */
export const orderChange = (claim: Claim, own: Payer, { payers }: Pick<PayerOrder, 'payers'>): string => {
  const inWords = (some: readonly NextPayer[]): string => some.map(wordsOf).join(', then ');
  return `payers: ${inWords(payersOf(claim, own))} → ${inWords(payers)}`;
};

/** The same for whoever looks at the decision later; one that only added a payer stands in the claim itself by then. */
export const orderInWords = (
  claim: Claim,
  said: OtherPayer,
  payers: readonly Payer[],
): string | undefined => {
  const [own, other] = [claim.payerId, said.payerId].map((id) => payers.find((one) => one.payerId === id));
  const order = own && other && payerOrder(claim, said, { own, other });
  return own && order?.success ? orderChange(claim, own, order.data) : undefined;
};

const unknownPayer = (payerId: string): readonly Finding[] => [
  {
    code: 'payer-unknown',
    path: 'otherPayer.payerId',
    detail: `The practice has no payer ${payerId} on record: enter its contract first (PUT /practices/{id}/payers/${payerId}), or choose one that is there`,
  },
];

const givenOver: readonly Finding[] = [
  {
    code: 'given-over',
    path: 'otherPayer.payerId',
    detail: 'Another payer’s claim has taken the place of this one: say it on that claim',
  },
];

/** What is in the way of the payer that a person names, among those that the practice has contracts with. */
export const checkOtherPayer = (
  claim: Claim,
  said: OtherPayer,
  payers: readonly Payer[],
): readonly Finding[] => {
  const [own, other] = [claim.payerId, said.payerId].map((id) => payers.find((one) => one.payerId === id));
  if (own === undefined) return unknownPayer(claim.payerId);
  if (other === undefined) return unknownPayer(said.payerId);
  if (claim.insteadClaimId !== undefined) return givenOver;
  const order = payerOrder(claim, said, { own, other });
  return order.success ? [] : order.findings;
};
