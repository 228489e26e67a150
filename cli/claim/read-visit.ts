import { readFileSync } from 'node:fs';
import { proposeEncounterCodes } from '../../functions/coding/propose-encounter-codes.ts';
import { registeredVisit } from '../../functions/coding/registered-visit.ts';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import type { EncounterCodes } from '../../functions/domain/coding.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { describeChange } from '../../functions/domain/rules/net-change.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { type ReadRegistration, readRegistration } from '../../functions/intake/read-registration.ts';
import { today } from '../today.ts';
import { readCodes } from './read-codes.ts';
import { readDocuments, readVisitFile, type VisitFiles } from './visit-files.ts';

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

/** Tells what is wrong with a file. */
const refuse = (file: string, findings: readonly Finding[], { fault }: Telling): undefined => {
  for (const { path, detail } of findings) fault(`${file}: ${path ? `${path}: ` : ''}${detail}`);
};

/** Reads the registration of a visit, its dates filled where it is one of our samples. */
export const readVisit = (
  files: VisitFiles,
  { practice: { formatRepairs } }: Pick<BillingRecords, 'practice'>,
  { note }: Pick<Telling, 'note'>,
): ReadRegistration => {
  const { bytes, filled } = readVisitFile(files.registration);
  if (filled) note(`${files.registration}: a sample, whose dates are filled: the visit was on ${filled}`);
  return readRegistration(bytes, { today: today(), formatRepairs });
};

/** The registration of a visit, or undefined once it is told what is wrong with it. */
export const registrationOf = (
  files: VisitFiles,
  records: Pick<BillingRecords, 'practice'>,
  telling: Telling,
): EncounterRegistration | undefined => {
  const read = readVisit(files, records, telling);
  if (!read.success) return refuse(files.registration, read.findings, telling);
  for (const one of read.repairs ?? []) telling.note(`${files.registration}: ${describeChange(one)}`);
  return read.data;
};

/** Codes from the file named, from one beside the registration, or as the engine proposes them for the note. */
export const codesOf = (
  files: VisitFiles,
  registration: EncounterRegistration,
  { codesFile = files.codes }: Pick<BillingRecords, 'codesFile'>,
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
