import { shortDigest } from '../../domain/digest.ts';
import type { Finding } from '../../domain/finding.ts';
import { lossesOfFile } from '../../edi/losses.ts';
import { readSetsByUnit } from '../../edi/sets.ts';
import { remittanceGuide } from '../../edi/x835/guide.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import { claimPath, groupsOf } from '../check-balance.ts';
import { contentOf, figuresOf } from '../payment-identity.ts';
import type { OutlinedClaim, PaymentOutline } from './payment-outline.ts';

/** The payments of a file in outline, what of it could not be read, and what is odd and costs nothing. */
export type OutlinedFile = {
  readonly payments: readonly PaymentOutline[];
  readonly losses: readonly Finding[];
  readonly oddities: readonly Finding[];
};

type ClaimsOfSet = { readonly claims: OutlinedClaim[]; wording: string };

/** Reads a file for the first time: none of its claims is kept, so that a file of any length fits. */
export const outlinePayments = (text: string): OutlinedFile => {
  const sets = new Map<number, ClaimsOfSet>();
  const oddities: Finding[] = [];
  const take = (claim: RemittanceClaim, position: number, number: number): void => {
    const known = sets.get(number) ?? { claims: [], wording: '' };
    known.claims.push(outlineOf(claim, position));
    known.wording = shortDigest(known.wording + JSON.stringify(claim));
    oddities.push(...oddGroups(claim, position));
    sets.set(number, known);
  };
  const read = readSetsByUnit(text, remittanceGuide, take);
  const payments = (read.success ? read.data.sets : []).map((set) => {
    const { claims, wording } = sets.get(set.number) ?? { claims: [], wording: '' };
    return { ...set, claims, wordingDigest: shortDigest(wording + JSON.stringify(set.data)) };
  });
  return { payments, losses: lossesOfFile(read), oddities };
};

/** What is kept of a claim until it is posted. */
export const outlineOf = (claim: RemittanceClaim, position: number): OutlinedClaim => ({
  position,
  number: claim.patientControlNumber.trim(),
  content: contentOf(claim),
  figures: figuresOf(claim),
  paid: claim.paid,
  numbers: [
    claim.patientControlNumber.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''),
    `payer ${claim.payerControlNumber ?? ''}`,
  ].filter((number) => number !== '' && number !== 'payer '),
});

/** Group code CR is not in 005010, but payers still send it: the finding is kept, the claim is posted. */
const oddGroups = (claim: RemittanceClaim, position: number): Finding[] => {
  if (!groupsOf(claim).includes('CR')) return [];
  const detail = 'An adjustment has group code CR, which 005010 does not have';
  return [{ code: 'correction-group', path: claimPath({ position, claim }), detail }];
};
