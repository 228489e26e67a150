import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import { type BilledClaim, claimsOf } from '../../functions/edi/x837p/claims-of.ts';
import type { ProfessionalClaimSet } from '../../functions/edi/x837p/loops.ts';
import { acknowledgeClaims, type FrontEndVerdict, frontEndRefusal } from './acknowledge-claims.ts';
import type { Answer, Office, ReceivedFile, ReceivedSets } from './answer.ts';
import { dateOf } from './date-of.ts';
import { decide } from './decide.ts';
import { type ClaimOnFile, decisionAt, fileClaim, findOriginal, isDuplicate } from './ledger.ts';
import { consequenceOf, type Scope, scopeOf } from './matching.ts';
import { numberFor } from './numbers.ts';
import type { PayerRules } from './payer-rules.ts';
import { type Payout, remit } from './remit.ts';
import { reversalOf } from './remittance-claim.ts';
import { withSequels } from './sequels/with-sequels.ts';

const payerIdOf = ({ coverage }: BilledClaim): string => coverage.payer.id ?? '';

/** How long the first payer of a file takes for its 999, if there is one. */
export const syntaxDays = (sets: readonly ProfessionalClaimSet[], { payers }: Office): number | undefined => {
  const [first] = sets.flatMap(claimsOf);
  return first && payers.get(payerIdOf(first))?.answerDays.syntax;
};

/** Answers an 837P: 277CA on its claims, 835 on those that are decided without being asked about. */
export const answerClaims = (
  file: ReceivedFile,
  { header, sets }: ReceivedSets<ProfessionalClaimSet>,
  office: Office,
): Answer[] => {
  const admissions = sets.flatMap(claimsOf).map((billed) => admit(file, { header, billed }, office));
  const byPayer = Map.groupBy(admissions, ({ verdict }) => payerIdOf(verdict.billed));
  const acknowledgements = [...byPayer].flatMap(([payerId, group], part) => {
    const verdicts = group.map(({ verdict }) => verdict);
    return sets
      .slice(0, 1)
      .map(({ submitter }) =>
        acknowledgeClaims(file, { header, submitter, payerId, verdicts, part }, office),
      );
  });
  const payouts = admissions.flatMap((admission) => admission.payouts);
  return [...acknowledgements, ...remit(file, payouts, office)];
};

type Admission = { verdict: FrontEndVerdict; payouts: Payout[] };

type ReceivedClaim = { header: InterchangeHeader; billed: BilledClaim };

const admit = (file: ReceivedFile, { header, billed }: ReceivedClaim, office: Office): Admission => {
  const payer = office.payers.get(payerIdOf(billed));
  const scope = scopeOf(billed, dateOf(file.receivedAt));
  const refusal = frontEndRefusal(payer, scope, office.ledger);
  if (refusal || !payer) return { verdict: { billed, refusal }, payouts: [] };
  const duplicate = isDuplicate(office.ledger, billed);
  const original = findOriginal(office.ledger, billed);
  const onFile = openFile(file, { header, scope, payer });
  fileClaim(office.ledger, onFile);
  if (original) original.superseded = true;
  const payouts = firstPayouts(payer, { onFile, original, duplicate }, office);
  return { verdict: { billed, controlNumber: onFile.controlNumber }, payouts };
};

type Opening = { header: InterchangeHeader; scope: Scope; payer: PayerRules };

const openFile = ({ name, receivedAt }: ReceivedFile, { header, scope, payer }: Opening): ClaimOnFile => {
  const { billed } = scope.case;
  return {
    controlNumber: numberFor(payer, `${name}/${billed.claim.patientControlNumber}`),
    payerId: payer.payerId,
    billed,
    header,
    receivedAt,
    remitDaysAfterInquiry: consequenceOf(payer.rules, 'hold', scope)?.remitDaysAfterInquiry,
    isIgnored: consequenceOf(payer.rules, 'ignore', scope) !== undefined,
    isToldInParts: consequenceOf(payer.rules, 'split', scope) !== undefined,
    decisions: [],
    superseded: isVoid(billed),
  };
};

const isVoid = ({ claim }: BilledClaim): boolean => claim.frequency === '8';

type NewClaim = { onFile: ClaimOnFile; original: ClaimOnFile | undefined; duplicate: boolean };

/** A replacement or void takes back what was decided about the claim that it replaces. */
const firstPayouts = (
  payer: PayerRules,
  { onFile, original, duplicate }: NewClaim,
  office: Office,
): Payout[] => {
  const former = original && (decisionAt(original, onFile.receivedAt) ?? original.decisions[0]);
  const reversal = former ? [reversalOf(former.decision)] : [];
  const afterDays = payer.answerDays.remittance;
  if (isVoid(onFile.billed)) return former ? [{ onFile, decisions: reversal, afterDays }] : [];
  if (onFile.remitDaysAfterInquiry !== undefined || onFile.isIgnored) return [];
  const decision = decide(payer, onFile, { duplicate });
  const first: Payout = { onFile, decisions: [...reversal, decision], afterDays };
  return duplicate ? [first] : withSequels(payer, first, office);
};
