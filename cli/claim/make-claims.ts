import { isPaidWithSurgery } from '../../functions/claims/from-visit/billable-services.ts';
import { claimsForFirstPayer } from '../../functions/claims/from-visit/claims-of-visit.ts';
import { splitVisit, unreportedDiagnoses } from '../../functions/claims/from-visit/split-visit.ts';
import { withContract } from '../../functions/claims/generate-claim.ts';
import type { ClaimContext, NextPayer } from '../../functions/domain/claim.ts';
import type { EncounterCodes } from '../../functions/domain/coding.ts';
import { Encounter } from '../../functions/domain/encounter.ts';
import { inBillingOrder } from '../../functions/domain/party.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { describeChange } from '../../functions/domain/rules/net-change.ts';
import type { PracticeRule } from '../../functions/domain/rules/practice-rule.ts';
import type { RuledVisit } from '../../functions/domain/rules/ruled-visit.ts';
import { runRules } from '../../functions/domain/rules/run-rules.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { unmatchedServices } from '../../functions/domain/visit/service-facts-of.ts';
import { withAssumedPayers, withAssumedPractice } from './assumed-records.ts';
import { type BillingRecords, codesOf, registrationOf, type Telling } from './read-visit.ts';
import { type VisitFiles, visitFiles } from './visit-files.ts';

/** The claims of a visit, each with what it is rendered with; none of one that is refused or has no payer. */
export type VisitClaims = { readonly encounterId: string; readonly claims: readonly ClaimContext[] };

/** Records with the practice's own rules. */
export type RulingRecords = BillingRecords & { readonly rules: readonly PracticeRule[] };

/** Makes the claims of the visit whose registration lies at a path, for its first payer. */
export const claimsOf = (path: string, records: RulingRecords, telling: Telling): VisitClaims => {
  const files = visitFiles(path);
  const none = { encounterId: files.encounterId, claims: [] };
  const registration = registrationOf(files, records, telling);
  const codes = registration && codesOf(files, registration, records, telling);
  if (!registration || !codes) return none;
  if (registration.coverages.length === 0) {
    telling.note(`${files.registration}: coverages: there is none: the patient pays, and no claim is made`);
    return none;
  }
  return { ...none, claims: billed(files, registration, codes, records, telling) };
};

const billed = (
  files: VisitFiles,
  registration: EncounterRegistration,
  codes: EncounterCodes,
  records: RulingRecords,
  telling: Telling,
): readonly ClaimContext[] => {
  const practice = withAssumedPractice(records.practice, registration, codes);
  const payers = withAssumedPayers(records.payers, registration);
  for (const one of [...practice.assumed, ...payers.assumed]) telling.note(`${files.registration}: ${one}`);
  tellLeftOut(files, registration, codes, telling);
  const told = { registration, codes, practice: practice.records, payers: payers.records };
  const { visit, changes, findings } = runRules(told, records.rules);
  for (const one of changes) telling.note(`${files.registration}: ${describeChange(one)}`);
  for (const { code, detail } of findings) telling.note(`${files.registration}: ${code}: ${detail}`);
  return claimsBilled(files, visit, telling);
};

const claimsBilled = (
  files: VisitFiles,
  { registration, codes, practice, payers }: RuledVisit,
  telling: Telling,
): readonly ClaimContext[] => {
  const coverages = inBillingOrder(registration.coverages).flatMap((coverage) => {
    const payer = payers.find(({ payerId }) => payerId === coverage.payerId);
    return payer ? [{ payer, next: withContract(coverage, payer) }] : [];
  });
  const [first, ...rest] = coverages;
  if (!first) return [];
  const nextPayers: readonly [NextPayer, ...NextPayer[]] = [first.next, ...rest.map(({ next }) => next)];
  if (isPaidWithSurgery(codes, first.payer)) {
    telling.note(`${files.registration}: 99024 alone: paid with the operation, and no claim is made`);
    return [];
  }
  const encounter = codedEncounter(files, practice, registration, codes);
  const contract = { payer: first.payer, fees: [] };
  const claims = claimsForFirstPayer(encounter, practice, nextPayers, encounter.createdAt, contract);
  return claims.map((claim) => ({ claim, practice, payer: first.payer }));
};

const codedEncounter = (
  { encounterId }: VisitFiles,
  { practiceId }: Practice,
  registration: EncounterRegistration,
  codes: EncounterCodes,
): Encounter =>
  Encounter.parse({
    ...{ practiceId, encounterId, status: 'coded', version: 1, registration, codes },
    ...{ suggestions: [], questions: [], findings: [], codingRounds: 1, codesAcceptedFor: [] },
    // The day of the visit, so that the same visit gives the same claim.
    createdAt: `${registration.dateOfService}T12:00:00.000Z`,
  });

/** What of a visit stands on no claim: somebody has to say what becomes of it. */
const tellLeftOut = (
  files: VisitFiles,
  registration: EncounterRegistration,
  codes: EncounterCodes,
  { fault }: Telling,
): void => {
  for (const { procedure } of unmatchedServices(codes.services, registration.services)) {
    fault(`${files.registration}: services: ${procedure} is registered and not among the codes`);
  }
  for (const code of unreportedDiagnoses(codes, splitVisit(codes))) {
    fault(`${files.registration}: ${code} stands on no claim: none has room for it`);
  }
};
