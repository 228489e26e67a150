import type { Claim } from '../../domain/claim.ts';
import { parsePatientControlNumber, parseTrace } from '../../domain/ids.ts';
import { recipientOf } from '../../domain/ledger/payee.ts';
import type { PaidTo } from '../../domain/ledger/payment.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';
import type { RawSet } from '../../edi/envelope/pick-sets.ts';

export type OwnSetEffects = {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  /** The file of ours that an answer names by a control number. */
  readonly findSentFile: (partnerId: string, controlNumber: number) => Promise<PartnerFile | undefined>;
  /** The practices that a payment is made out to, by id. */
  readonly practicesPaid: (paidTo: PaidTo) => Promise<readonly string[]>;
};

/** Whose eyes a set is for, and through whom it came. */
export type Reader = { readonly practiceId: string; readonly partnerId: string };

type IsOwn = (set: RawSet, reader: Reader, effects: OwnSetEffects) => Promise<boolean>;

const named = ({ segments }: RawSet, id: string) => segments.filter(([name]) => name === id);

const element = (segment: readonly string[] | undefined, place: number): string =>
  segment?.[place]?.trim() ?? '';

/** A payment is that of the one practice it is made out to: of the payee's own segments, up to the next party or claim. */
const isOwnPayment: IsOwn = async ({ segments }, { practiceId, partnerId }, { practicesPaid }) => {
  const start = segments.findIndex(([id, entity]) => id === 'N1' && entity === 'PE');
  if (start < 0) return false;
  const after = segments.slice(start + 1);
  const end = after.findIndex(([id = '']) => ['N1', 'LX', 'PLB', 'SE'].includes(id));
  const references = after
    .slice(0, end)
    .filter(([id]) => id === 'REF')
    .map((reference) => ({ qualifier: element(reference, 1), id: element(reference, 2) }));
  const payee = segments[start];
  const paidTo = recipientOf(partnerId, {
    idQualifier: element(payee, 3),
    id: element(payee, 4),
    references,
  });
  const paid = await practicesPaid(paidTo);
  return paid.length === 1 && paid[0] === practiceId;
};

const isOwnFile = async (
  controlNumber: string,
  { practiceId, partnerId }: Reader,
  { findSentFile }: OwnSetEffects,
): Promise<boolean> => {
  const sent = /^\d{1,9}$/.test(controlNumber)
    ? await findSentFile(partnerId, Number(controlNumber))
    : undefined;
  return sent?.practiceId === practiceId;
};

/** A 999 answers a group, and a TA1 an interchange of ours, each by its number. */
const answersOwnFile =
  (segment: string, place: number): IsOwn =>
  async (set, reader, effects) => {
    const [first, ...others] = named(set, segment);
    return first !== undefined && others.length === 0 && isOwnFile(element(first, place), reader, effects);
  };

/** Levels of a person, at which an answer names an inquiry or a claim: patient, subscriber, dependent. */
const persons = ['PT', '22', '23'];

/** What of ours an answer names at the levels of persons (TRN*2); undefined for a name that is none of ours. */
const claimsNamed = ({ segments }: RawSet): readonly (string | undefined)[] => {
  let isPerson = false;
  return segments.flatMap((segment) => {
    const [id, first] = segment;
    if (id === 'HL') isPerson = persons.includes(element(segment, 3));
    if (!isPerson || id !== 'TRN' || first !== '2') return [];
    const trace = element(segment, 2);
    return [(parsePatientControlNumber(trace) ?? parseTrace(trace))?.claimId];
  });
};

/** An answer is a practice's where everything that it names is; one that names nothing, where it answers a file of its. */
const namesOwnClaims: IsOwn = async (set, reader, effects) => {
  const claimIds = [...new Set(claimsNamed(set))];
  if (claimIds.length === 0) return isOwnFile(element(named(set, 'BHT')[0], 3), reader, effects);
  const claims = await Promise.all(claimIds.map((id) => (id ? effects.findClaim(id) : undefined)));
  return claims.every((claim) => claim?.practiceId === reader.practiceId);
};

const rules: Readonly<Record<string, IsOwn>> = {
  '835': isOwnPayment,
  '999': answersOwnFile('AK1', 2),
  '271': namesOwnClaims,
  '277': namesOwnClaims,
};

/**
 * Whether a set that came from a partner speaks of one practice alone: a file may hold several practices' answers, and
 * none of them reads another's. What cannot be told is nobody's.
 */
export const isOwnSet: IsOwn = async (set, reader, effects) => {
  const [first] = set.segments;
  const isOwn = first?.[0] === 'TA1' ? answersOwnFile('TA1', 1) : rules[element(first, 1)];
  return isOwn ? isOwn(set, reader, effects) : false;
};
