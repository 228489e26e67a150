import type { Claim, ClaimEvent } from '../../domain/claim.ts';
import type { Payment } from '../../domain/ledger/payment.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';

export type ClaimFilesEffects = {
  readonly claimHistory: (claimId: string) => Promise<readonly ClaimEvent[]>;
  /** Those that are about the claim alone: inquiries and appeals. */
  readonly partnerFilesOfClaim: (claimId: string) => Promise<readonly PartnerFile[]>;
  /** The file of ours under a key. */
  readonly findFileByKey: (partnerId: string, key: string) => Promise<PartnerFile | undefined>;
  readonly findPartnerFile: (
    partnerId: string,
    direction: PartnerFile['direction'],
    fileId: string,
  ) => Promise<PartnerFile | undefined>;
  readonly findPayment: (paymentId: string) => Promise<Payment | undefined>;
};

/** Names a file among all of all partners. */
export const fileNameOf = ({
  partnerId,
  direction,
  fileId,
}: Pick<PartnerFile, 'partnerId' | 'direction' | 'fileId'>): string => `${partnerId}.${direction}.${fileId}`;

/** Reads it back; undefined for any other text. */
export const parseFileName = (
  name: string,
): Pick<PartnerFile, 'partnerId' | 'direction' | 'fileId'> | undefined => {
  const [, partnerId, direction, fileId] =
    /^([a-z0-9-]{2,40})\.(outbound|inbound)\.(\w{1,64})$/.exec(name) ?? [];
  if (!partnerId || !fileId) return undefined;
  return { partnerId, direction: direction === 'outbound' ? 'outbound' : 'inbound', fileId };
};

/**
 * Every file that a claim went out in or was answered by, the oldest first: its transmissions by the file that they name,
 * answers by its events, remittances by the payments that were posted to it.
 */
export const claimFiles = async (
  claim: Claim,
  effects: ClaimFilesEffects,
): Promise<readonly PartnerFile[]> => {
  const events = await effects.claimHistory(claim.claimId);
  const found = await Promise.all([
    effects.partnerFilesOfClaim(claim.claimId),
    ...claim.submissions.map(({ fileName }) => sentIn(fileName, effects)),
    ...textsOf(events, 'answerFile').map((name) => answeredBy(name, effects)),
    ...textsOf(events, 'payment').map((paymentId) => toldOf(paymentId, effects)),
  ]);
  const byName = new Map(found.flat().map((file) => [fileNameOf(file), file]));
  return [...byName.values()].toSorted((one, other) => one.at.localeCompare(other.at));
};

const textsOf = (events: readonly ClaimEvent[], name: string): readonly string[] => [
  ...new Set(events.flatMap(({ detail }) => (typeof detail[name] === 'string' ? [detail[name]] : []))),
];

const sentIn = async (
  key: string | undefined,
  { findFileByKey }: ClaimFilesEffects,
): Promise<PartnerFile[]> => {
  const partnerId = /^partners\/([^/]+)\//.exec(key ?? '')?.[1];
  return [(key && partnerId && (await findFileByKey(partnerId, key))) || []].flat();
};

const answeredBy = async (name: string, { findPartnerFile }: ClaimFilesEffects): Promise<PartnerFile[]> => {
  const [partnerId = '', fileId = ''] = name.split('/');
  return [(await findPartnerFile(partnerId, 'inbound', fileId)) ?? []].flat();
};

/** The files that told of a payment; one that a person posted has none. */
const toldOf = async (
  paymentId: string,
  { findPayment, findPartnerFile }: ClaimFilesEffects,
): Promise<PartnerFile[]> => {
  const tellings = (await findPayment(paymentId))?.tellings ?? [];
  const files = tellings
    .filter(({ byHand, fileId }) => !byHand && fileId !== '')
    .map(({ partnerId, fileId }) => findPartnerFile(partnerId, 'inbound', fileId));
  return (await Promise.all(files)).filter((file) => file !== undefined);
};
