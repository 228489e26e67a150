import { resolve } from 'node:path';
import { z } from 'zod';
import { Payer } from '../../functions/domain/payer.ts';
import { Practice } from '../../functions/domain/practice.ts';
import type { NetChange } from '../../functions/domain/rules/net-change.ts';
import type { RuledVisit } from '../../functions/domain/rules/ruled-visit.ts';
import type { EditFinding } from '../../functions/domain/visit/edit-finding.ts';
import { readRecord, sampleFile } from '../read-record.ts';
import { withAssumedPayers, withAssumedPractice } from './assumed-records.ts';
import { type BillingRecords, codesOf, readVisit } from './read-visit.ts';
import { visitFiles } from './visit-files.ts';

/** Where records of a practice lie; without them those of the samples stand in. */
export type RecordFiles = {
  readonly codes?: string | undefined;
  readonly practice?: string | undefined;
  readonly payers?: string | undefined;
};

export type VisitRecords = BillingRecords & {
  /** Whether the files of a practice were named, whose gaps are then findings. */
  readonly areOwn: boolean;
};

/** Reads the records that visits are checked with. */
export const visitRecords = ({ codes, practice, payers }: RecordFiles): VisitRecords => ({
  practice: readRecord(practice ?? sampleFile('practice.json'), Practice),
  payers: readRecord(payers ?? sampleFile('payers.json'), z.array(Payer)),
  codesFile: codes,
  areOwn: practice !== undefined,
});

/** Why a visit cannot be read is a finding as well: the clinic mends it. */
export const unreadable = (detail: string, path = ''): EditFinding => ({
  ...{ code: /npi$/i.test(path) ? 'identity-npi' : 'registration-refused', detail },
  ...{ path: path ? `registration.${path}` : 'registration', source: 'what encounter.json may hold' },
  ...{ severity: 'block', desk: 'clinic' },
});

/** A coded visit of a folder with what its registration was repaired in, or what is wrong with its files. */
export type CodedVisit =
  | {
      readonly encounterId: string;
      /** The whole path of its registration. */
      readonly file: string;
      readonly visit: RuledVisit;
      readonly repairs: readonly NetChange[];
    }
  | { readonly refusals: readonly EditFinding[] };

/** Reads the visit at a path: its registration, its codes, and the records that it is checked with. */
export const codedVisit = (path: string, records: VisitRecords): CodedVisit => {
  const refusals: EditFinding[] = [];
  const telling = {
    note: (text: string): void => console.error(text),
    fault: (text: string): void => void refusals.push(unreadable(text)),
  };
  const files = visitFiles(path);
  const read = readVisit(files, records, telling);
  if (!read.success) return { refusals: read.findings.map(({ detail, path: at }) => unreadable(detail, at)) };
  const registration = read.data;
  const codes = codesOf(files, registration, records, telling);
  if (!codes) return { refusals };
  const practice = records.areOwn
    ? records.practice
    : withAssumedPractice(records.practice, registration, codes).records;
  const payers = withAssumedPayers(records.payers, registration).records;
  const visit = { registration, codes, practice, payers };
  const file = resolve(files.registration);
  return { encounterId: files.encounterId, file, visit, repairs: read.repairs ?? [] };
};
