import type { Acknowledgement } from '../domain/claim.ts';
import type { InterchangeAcknowledgement } from '../edi/envelope/interchange.ts';
import { claimsOfProvider, providersOf } from '../edi/x277ca/claims-of.ts';
import type { ClaimAcknowledgement, ClaimAcknowledgementSet } from '../edi/x277ca/loops.ts';

/** 277CA categories: A0 and A1 say only that the claim travels; A2 and A5 accept it; A3, A6, A7, A8 reject it. */
const accepted = new Set(['A2', 'A5']);
const rejected = new Set(['A3', 'A6', 'A7', 'A8']);
const travelling = new Set(['A0', 'A1', 'A4']);

const isVerdict = ({ category }: StatusCode): boolean => accepted.has(category) || rejected.has(category);

const codeOf = ({ category, status, entity }: StatusCode): string =>
  [category, status, entity].filter(Boolean).join(':');

/** An STC of any level: one code, and up to two more. */
type StatusCode = {
  readonly category: string;
  readonly status: string;
  readonly entity?: string | undefined;
};
type Status = {
  readonly status: StatusCode;
  readonly furtherStatuses?: readonly StatusCode[] | undefined;
  readonly action?: string | undefined; // STC03: WQ accept, U reject
};

const codesOf = (statuses: readonly Status[]): StatusCode[] =>
  statuses.flatMap(({ status, furtherStatuses = [] }) => [status, ...furtherStatuses]);

/** What is said of a claim: by itself and its lines, or where it has no status, of its provider or of the batch. */
export type PlacedStatuses = {
  readonly claim: ClaimAcknowledgement;
  readonly above: readonly Status[];
};

/** The claims of a 277CA in their order, each with what was said above it. */
export const placedStatusesOf = (set: ClaimAcknowledgementSet): PlacedStatuses[] =>
  providersOf(set).flatMap((provider) => {
    const above = provider.verdict?.statuses ?? set.source.receiver.verdict?.statuses ?? [];
    return claimsOfProvider(provider).map((claim) => ({ claim, above }));
  });

const statusesOf = ({ statuses = [], lines = [] }: ClaimAcknowledgement): Status[] => [
  ...statuses,
  ...lines.flatMap((line) => line.statuses ?? []),
];

/** The verdict of a 277CA on one claim; undefined while the claim is on its way or under investigation (A0, A1, A4). */
export const read277Verdict = (
  claim: ClaimAcknowledgement,
  above: readonly Status[] = [],
): Acknowledgement | undefined => {
  const own = statusesOf(claim);
  return verdictOf(own.length > 0 ? own : above);
};

/**
 * Why a claim without a verdict is not merely on its way: a category that a 277CA does not have, a refusal (STC03 U)
 * beside a category that refuses nothing, or no status at all. Undefined where it is.
 */
export const unclearStatusOf = (
  claim: ClaimAcknowledgement,
  above: readonly Status[] = [],
): string | undefined => {
  const own = statusesOf(claim);
  const said = own.length > 0 ? own : above;
  if (said.length === 0) return 'no status';
  const odd = said.find(
    ({ status, action }) => action === 'U' || !(travelling.has(status.category) || isVerdict(status)),
  );
  return odd && codeOf(odd.status);
};

/**
 * What the batch (2200B) or providers (2200C) are refused for and no claim below repeats: it means claims that are not
 * named. Undefined where every refusal has its claims.
 */
export const refusalWithoutClaims = (set: ClaimAcknowledgementSet): Acknowledgement | undefined => {
  const batch = set.source.receiver.verdict?.statuses ?? [];
  const providers = providersOf(set).map((provider) => ({
    statuses: provider.verdict?.statuses ?? [],
    refusesClaims: claimsOfProvider(provider).some(
      (claim) => read277Verdict(claim, provider.verdict?.statuses ?? batch)?.outcome === 'rejected',
    ),
  }));
  const unnamed = providers.filter(({ refusesClaims }) => !refusesClaims).map(({ statuses }) => statuses);
  const isSummed = providers.some(
    ({ statuses, refusesClaims }) => refusesClaims || verdictOf(statuses)?.outcome === 'rejected',
  );
  const verdict = verdictOf([...(isSummed ? [] : batch), ...unnamed.flat()]);
  return verdict?.outcome === 'rejected' ? verdict : undefined;
};

const verdictOf = (statuses: readonly Status[]): Acknowledgement | undefined => {
  const codes = codesOf(statuses);
  const refusals = codes.filter(({ category }) => rejected.has(category));
  if (refusals.length > 0) {
    const reasons = refusals.map((refusal) => ({
      code: codeOf(refusal),
      text: claimStatusText(refusal.status, refusal.entity),
    }));
    return { outcome: 'rejected', source: '277CA', reasons: distinct(reasons) };
  }
  return codes.some(({ category }) => accepted.has(category))
    ? { outcome: 'accepted', source: '277CA', reasons: [] }
    : undefined;
};

/** A claim's record has room for some 400 KB, and a front end may find the same in each of a thousand segments. */
const reasonLimit = 50;

/** Each reason once, and how many more there are than anybody reads. */
export const distinct = (reasons: Acknowledgement['reasons']): Acknowledgement['reasons'] => {
  const different = [...new Map(reasons.map((one) => [`${one.code} ${one.text}`, one])).values()];
  const more = different.length - reasonLimit;
  return more <= 0
    ? different
    : [...different.slice(0, reasonLimit), { code: 'more', text: `There are ${more} more reasons` }];
};

/** Entity codes of an STC in words. */
const entities: Record<string, string> = {
  IL: 'the subscriber',
  QC: 'the patient',
  '85': 'the billing provider',
  '82': 'the rendering provider',
  DN: 'the referring provider',
  PR: 'the payer',
};

/** The claim status codes that front ends send most, in our own words; the payer's code stands beside them. */
const statusWords: Record<string, string> = {
  '21': 'Information is missing or invalid',
  '24': 'Not approved as an electronic submitter',
  '26': 'Not found',
  '33': 'The subscriber and the subscriber number are not found',
  '88': 'Not eligible on the date of service',
  '116': 'The claim went to the wrong payer',
  '125': 'The name',
  '153': 'The identifier',
  '158': 'The date of birth',
  '164': 'The member number',
  '187': 'The date of service',
  '255': 'A diagnosis code',
  '454': 'A procedure code',
  '562': 'The NPI',
};

const claimStatusText = (status: string, entity?: string): string => {
  const words = statusWords[status] ?? `Claim status code ${status}`;
  const whom = entity && entities[entity];
  return whom ? `${words} (${whom})` : words;
};

/** The verdict of a TA1 on the envelope of one file: TA104 R rejects it with everything inside. */
export const readTa1Verdict = ({ code, note }: InterchangeAcknowledgement): Acknowledgement | undefined =>
  code === 'R'
    ? {
        outcome: 'rejected',
        source: 'TA1',
        reasons: [
          { code: note === undefined ? 'TA1' : `TA1:${note}`, text: 'The envelope of the file was rejected' },
        ],
      }
    : undefined;

/** TA104: A takes the envelope, E takes it with its errors. */
export const acceptsEnvelope = ({ code }: InterchangeAcknowledgement): boolean =>
  code === 'A' || code === 'E';
