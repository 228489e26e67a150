import { dateOf } from '../../functions/domain/calendar.ts';
import type { Interchange } from '../../functions/edi/envelope.ts';
import type { Checked } from '../../functions/edi/findings.ts';
import type { TransactionSet } from '../../functions/edi/functional-groups.ts';
import { elementOf } from '../../functions/edi/segments.ts';
import type {
  ProfessionalClaim,
  ProfessionalClaimFile,
} from '../../functions/edi/x837p/professional-claim.ts';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { acknowledgeClaims, type FrontEndVerdict, frontEndRefusal } from './acknowledge-claims.ts';
import { acknowledgeSyntax, faultsOf, type SetFaults, segmentsInError } from './acknowledge-syntax.ts';
import type { Answer, Office, ReceivedFile } from './answer.ts';
import { decide } from './decide.ts';
import { invalidCharacterErrors } from './invalid-characters.ts';
import { type ClaimOnFile, decisionAt, fileClaim, findOriginal, isDuplicate } from './ledger.ts';
import { consequenceOf } from './matching.ts';
import { digitsFrom } from './numbers.ts';
import type { PayerRules } from './payer-rules.ts';
import { type Payout, remit } from './remit.ts';
import { reversalOf } from './remittance-claim.ts';

/** Answers an 837P: 999 on its syntax, 277CA on its claims, 835 on those that are decided without being asked about. */
export const answerClaims = (file: ReceivedFile, interchange: Interchange, office: Office): Answer[] => {
  const reading = read837p(file.text);
  const faults = interchange.sets.map((set, index) => setFaults({ set, index, reading }, office));
  const days = syntaxDays(reading, office);
  const acknowledgement = acknowledgeSyntax(file, { interchange, faults, days }, office);
  if (!reading.success) return [acknowledgement];
  const sound = interchange.sets.filter((_, index) => faults[index]?.codes.length === 0);
  const claims = reading.data.claims.filter((claim) => sound.some((set) => holds(set, claim)));
  return [acknowledgement, ...adjudicateFile(file, { ...reading.data, claims }, office)];
};

const holds = (set: TransactionSet, claim: ProfessionalClaim): boolean =>
  set.segments.some(
    (segment) => segment.id === 'CLM' && elementOf(segment, 1) === claim.patientControlNumber,
  );

const syntaxDays = (reading: Checked<ProfessionalClaimFile>, { payers }: Office): number =>
  (reading.success && payers.get(reading.data.claims[0]?.payer.id ?? '')?.answerDays.syntax) ||
  defaultSyntaxDays;

/** For a file of which not even the payer can be read. */
const defaultSyntaxDays = 0.05;

type SetReading = { set: TransactionSet; index: number; reading: Checked<ProfessionalClaimFile> };

const setFaults = ({ set, index, reading }: SetReading, { payers }: Office): SetFaults => {
  const faults = faultsOf(reading.findings ?? [], index + 1);
  const claims = reading.success ? reading.data.claims.filter((claim) => holds(set, claim)) : [];
  const refused = claims.map(({ payer }) => payers.get(payer.id)?.refusedCharacters ?? '').join('');
  const segments = invalidCharacterErrors(set.segments, refused);
  return segments.length === 0
    ? faults
    : { codes: [...new Set([...faults.codes, segmentsInError])], segments };
};

const adjudicateFile = (file: ReceivedFile, source: ProfessionalClaimFile, office: Office): Answer[] => {
  const admissions = source.claims.map((claim) => admit(file, { source, claim }, office));
  const byPayer = Map.groupBy(admissions, ({ verdict }) => verdict.claim.payer.id);
  const acknowledgements = [...byPayer.values()].map((group, part) =>
    acknowledgeClaims(file, { source, verdicts: group.map(({ verdict }) => verdict), part }, office),
  );
  const payouts = admissions.flatMap((admission) => admission.payouts);
  return [...acknowledgements, ...remit(file, payouts, office)];
};

type Admission = { verdict: FrontEndVerdict; payouts: Payout[] };

const admit = (
  file: ReceivedFile,
  { source, claim }: { source: ProfessionalClaimFile; claim: ProfessionalClaim },
  office: Office,
): Admission => {
  const payer = office.payers.get(claim.payer.id);
  const refusal = frontEndRefusal(payer, claim, office.ledger);
  if (refusal || !payer) return { verdict: { claim, refusal }, payouts: [] };
  const duplicate = isDuplicate(office.ledger, claim);
  const original = findOriginal(office.ledger, claim);
  const onFile = openFile(file, { source, claim, payer });
  fileClaim(office.ledger, onFile);
  if (original) original.superseded = true;
  const payouts = firstPayouts(payer, { onFile, original, duplicate });
  return { verdict: { claim, controlNumber: onFile.controlNumber }, payouts };
};

const openFile = (
  { name, receivedAt }: ReceivedFile,
  { source, claim, payer }: { source: ProfessionalClaimFile; claim: ProfessionalClaim; payer: PayerRules },
): ClaimOnFile => ({
  controlNumber: `${payer.controlNumberPrefix}${digitsFrom(`${name}/${claim.patientControlNumber}`, 12)}`,
  payerId: payer.payerId,
  claim,
  header: source.envelope,
  receivedAt,
  remitDaysAfterInquiry: consequenceOf(payer.rules, 'hold', {
    case: { claim, receivedOn: dateOf(receivedAt), appealed: false },
    lines: claim.lines,
  })?.remitDaysAfterInquiry,
  decisions: [],
  superseded: isVoid(claim),
});

const isVoid = ({ frequency }: ProfessionalClaim): boolean => frequency === '8';

type NewClaim = { onFile: ClaimOnFile; original: ClaimOnFile | undefined; duplicate: boolean };

/** A replacement or void takes back what was decided about the claim that it replaces. */
const firstPayouts = (payer: PayerRules, { onFile, original, duplicate }: NewClaim): Payout[] => {
  const former = original && (decisionAt(original, onFile.receivedAt) ?? original.decisions[0]);
  const reversal = former ? [reversalOf(former.decision)] : [];
  const afterDays = payer.answerDays.remittance;
  if (isVoid(onFile.claim)) return former ? [{ onFile, decisions: reversal, afterDays }] : [];
  if (onFile.remitDaysAfterInquiry !== undefined) return [];
  const decision = decide(payer, onFile, { duplicate });
  const first: Payout = { onFile, decisions: [...reversal, decision], afterDays };
  return duplicate ? [first] : [first, ...revision(payer, first)];
};

/** A payer that looks again at what it paid takes it back and pays by a lower allowed amount. */
const revision = (payer: PayerRules, { onFile, decisions, afterDays }: Payout): Payout[] => {
  const { claim, receivedAt } = onFile;
  const scope = { case: { claim, receivedOn: dateOf(receivedAt), appealed: false }, lines: claim.lines };
  const revise = consequenceOf(payer.rules, 'revise', scope);
  const paid = decisions.at(-1);
  if (!revise || !paid) return [];
  const corrected = decide(payer, onFile, { allowedPercent: revise.allowedPercent });
  return [{ onFile, decisions: [reversalOf(paid), corrected], afterDays: afterDays + revise.afterDays }];
};
