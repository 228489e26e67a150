import { clockTimeIn } from '../domain/calendar/time-zone.ts';
import type { Checked } from '../domain/finding.ts';
import { patientControlNumber } from '../domain/ids.ts';
import type { Outbox, QueuedClaim } from '../domain/outbox/outbox.ts';
import type { PartnerFile, SentSet } from '../domain/partner-file.ts';
import { beginningOf } from '../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import { writeInterchange } from '../edi/envelope/interchange-writer.ts';
import { controlNumberOf } from '../edi/envelope/isa.ts';
import { readSets } from '../edi/sets.ts';
import { standardDelimiters } from '../edi/text/delimiters.ts';
import { professionalClaimGuide } from '../edi/x837p/guide.ts';
import type { ProfessionalClaimSet } from '../edi/x837p/loops.ts';
import { mergedBillers } from './merge-levels.ts';

/** A transmission of the outbox, read. */
export type ReadClaim = {
  readonly number: string; // CLM01
  readonly envelope: InterchangeHeader;
  readonly set: ProfessionalClaimSet;
};

/** Reads a transmission as it waits; what was written by us and cannot be read costs itself and no other. */
export const readQueued = ({ claimId, submissionNumber, text }: QueuedClaim): Checked<ReadClaim> => {
  const read = readSets(text, professionalClaimGuide);
  if (!read.success) return read;
  const { envelope, sets } = read.data;
  const [only] = sets;
  if (!only) return { success: false, findings: read.findings ?? [] };
  const number = patientControlNumber(claimId, submissionNumber);
  return { success: true, data: { number, envelope, set: only.data } };
};

/**
 * Claims of a set at most. The guide takes 5,000, but a fault refuses the whole set, and under a subscriber there is
 * room for a hundred.
 */
const claimsPerSet = 100;

/** The claims by the sets that they go out in: those between the same two ends (1000A, 1000B) together. */
export const planSets = (claims: readonly ReadClaim[]): string[][] => {
  const ends = ({ set: { submitter, receiver } }: ReadClaim): string => JSON.stringify([submitter, receiver]);
  return [...Map.groupBy(claims, ends).values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / claimsPerSet) }, (_, part) =>
      alike.slice(part * claimsPerSet, (part + 1) * claimsPerSet).map(({ number }) => number),
    ),
  );
};

/** The sets with their numbers, which are those of the block from `first` on; the file's own is the first. */
export const numberedSets = (sets: readonly (readonly string[])[], first: number): SentSet[] =>
  sets.map((claims, index) => ({ controlNumber: controlNumberOf(first + index), claims: [...claims] }));

/**
 * The file of a batch: one interchange, one group, and the sets as its record has them. A claim that waits no longer is
 * left out, and a set without claims with it; undefined where nothing is left. The same claims give the same bytes.
 */
export const composeBatch = (
  { fileId, at, sets = [] }: PartnerFile,
  { timeZone }: Pick<Outbox, 'timeZone'>,
  claims: readonly ReadClaim[],
): string | undefined => {
  const [first] = claims;
  if (!first) return undefined;
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  const createdAt = clockTimeIn(timeZone, new Date(at));
  const header: InterchangeHeader = { ...first.envelope, controlNumber: Number(fileId), createdAt };
  const written = sets.flatMap(({ controlNumber, claims: numbers }) => {
    const present = numbers.flatMap((number) => byNumber.get(number)?.set ?? []);
    const data = setOf(present, { ...header, controlNumber: Number(controlNumber) });
    return data ? [{ guide: professionalClaimGuide.name, controlNumber, data }] : [];
  });
  const group = { header: groupOf(header), sets: written };
  return writeInterchange({ header, delimiters: standardDelimiters, groups: [group], acknowledgements: [] }, [
    professionalClaimGuide,
  ]);
};

const groupOf = ({ senderId, receiverId, createdAt, controlNumber }: InterchangeHeader) => ({
  functionalId: professionalClaimGuide.functionalId,
  version: professionalClaimGuide.version,
  controlNumber: String(controlNumber),
  ...{ senderId, receiverId, createdAt },
});

/** BHT03 is the number of the set, so that an answer to a batch names the set that it is about. */
const setOf = (
  sets: readonly ProfessionalClaimSet[],
  numbered: InterchangeHeader,
): ProfessionalClaimSet | undefined => {
  const [first] = sets;
  return first && { ...first, ...beginningOf(numbered), billingProviders: mergedBillers(sets) };
};
