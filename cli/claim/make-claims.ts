import { readFileSync } from 'node:fs';
import { isPaidWithSurgery } from '../../functions/claims/from-visit/billable-services.ts';
import { claimsForFirstPayer } from '../../functions/claims/from-visit/claims-of-visit.ts';
import { splitVisit, unreportedDiagnoses } from '../../functions/claims/from-visit/split-visit.ts';
import { inBillingOrder, withContract } from '../../functions/claims/generate-claim.ts';
import { proposeEncounterCodes } from '../../functions/coding/propose-encounter-codes.ts';
import { registeredVisit } from '../../functions/coding/registered-visit.ts';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import type { ClaimContext, NextPayer } from '../../functions/domain/claim.ts';
import type { EncounterCodes } from '../../functions/domain/coding.ts';
import { Encounter } from '../../functions/domain/encounter.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { unmatchedServices } from '../../functions/domain/visit/service-facts-of.ts';
import { isNpi } from '../../functions/edi/npi.ts';
import { readRegistration } from '../../functions/intake/read-registration.ts';
import { withAssumedPayers, withAssumedPractice } from './assumed-records.ts';
import { readCodes } from './read-codes.ts';
import { readDocuments, readVisitFile, type VisitFiles, visitFiles } from './visit-files.ts';

/** What a visit is billed with: the practice, its payers, and codes where one file has them for all visits. */
export type BillingRecords = {
  readonly practice: Practice;
  readonly payers: readonly Payer[];
  readonly codesFile: string | undefined;
};

/** Hears what somebody should know, and what is wrong; a place before each. */
export type Telling = {
  readonly note: (text: string) => void;
  readonly fault: (text: string) => void;
};

/** The claims of a visit, each with what it is rendered with; none of one that is refused or has no payer. */
export type VisitClaims = { readonly encounterId: string; readonly claims: readonly ClaimContext[] };

/** Makes the claims of the visit whose registration lies at a path, for its first payer. */
export const claimsOf = (path: string, records: BillingRecords, telling: Telling): VisitClaims => {
  const files = visitFiles(path);
  const none = { encounterId: files.encounterId, claims: [] };
  const registration = registrationOf(files, telling);
  const codes = registration && codesOf(files, registration, records, telling);
  if (!registration || !codes) return none;
  if (registration.coverages.length === 0) {
    telling.note(`${files.registration}: coverages: there is none: the patient pays, and no claim is made`);
    return none;
  }
  return { ...none, claims: billed(files, registration, codes, records, telling) };
};

const refuse = (file: string, findings: readonly Finding[], { fault }: Telling): undefined => {
  for (const { path, detail } of findings) fault(`${file}: ${path ? `${path}: ` : ''}${detail}`);
};

const registrationOf = (files: VisitFiles, telling: Telling): EncounterRegistration | undefined => {
  const { bytes, filled } = readVisitFile(files.registration);
  if (filled)
    telling.note(`${files.registration}: a sample, whose dates are filled: the visit was on ${filled}`);
  const read = readRegistration(bytes);
  if (!read.success) return refuse(files.registration, read.findings, telling);
  const faults = npiFaults(read.data);
  return faults.length > 0 ? refuse(files.registration, faults, telling) : read.data;
};

const npiFaults = ({ renderingProviderNpi }: EncounterRegistration): readonly Finding[] =>
  isNpi(renderingProviderNpi)
    ? []
    : [
        {
          code: 'npi',
          path: 'renderingProviderNpi',
          detail:
            'This is no NPI: write the ten digits of who gave the services, the last of which checks them',
        },
      ];

/** Codes from the file named, from one beside the registration, or as the engine proposes them for the note. */
const codesOf = (
  files: VisitFiles,
  registration: EncounterRegistration,
  { codesFile = files.codes }: BillingRecords,
  telling: Telling,
): EncounterCodes | undefined => {
  if (codesFile === undefined) return proposedCodes(files, registration, telling);
  const read = readCodes(readFileSync(codesFile, 'utf8'));
  return read.success ? read.data : refuse(codesFile, read.findings, telling);
};

const proposedCodes = (
  files: VisitFiles,
  registration: EncounterRegistration,
  { note: tell, fault }: Telling,
): EncounterCodes | undefined => {
  const { note, unread } = readDocuments(files);
  if (note === '') {
    for (const one of unread) fault(one);
    fault(`${files.registration}: no codes: name a file with --codes, or put codes.json or a note beside it`);
    return undefined;
  }
  for (const one of unread) tell(one);
  const visit = registeredVisit(registration);
  const { codes, questions } = proposeEncounterCodes(suggestCodes(note, visit), visit.dateOfService);
  for (const { text } of questions) tell(`${files.registration}: the engine asks: ${text}`);
  if (codes) tell(`${files.registration}: codes as the engine proposes them; nobody has confirmed them`);
  else
    fault(
      `${files.registration}: the note does not carry a diagnosis and a service: name codes with --codes`,
    );
  return codes;
};

const billed = (
  files: VisitFiles,
  registration: EncounterRegistration,
  codes: EncounterCodes,
  records: BillingRecords,
  telling: Telling,
): readonly ClaimContext[] => {
  const practice = withAssumedPractice(records.practice, registration, codes);
  const payers = withAssumedPayers(records.payers, registration);
  for (const one of [...practice.assumed, ...payers.assumed]) telling.note(`${files.registration}: ${one}`);
  tellLeftOut(files, registration, codes, telling);
  const coverages = inBillingOrder(registration.coverages).flatMap((coverage) => {
    const payer = payers.records.find(({ payerId }) => payerId === coverage.payerId);
    return payer ? [{ payer, next: withContract(coverage, payer) }] : [];
  });
  const [first, ...rest] = coverages;
  if (!first) return [];
  const nextPayers: readonly [NextPayer, ...NextPayer[]] = [first.next, ...rest.map(({ next }) => next)];
  if (isPaidWithSurgery(codes, first.payer)) {
    telling.note(`${files.registration}: 99024 alone: paid with the operation, and no claim is made`);
    return [];
  }
  const encounter = codedEncounter(files, practice.records, registration, codes);
  const contract = { payer: first.payer, fees: [] };
  const claims = claimsForFirstPayer(encounter, practice.records, nextPayers, encounter.createdAt, contract);
  return claims.map((claim) => ({ claim, practice: practice.records, payer: first.payer }));
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
