import type { CodedService, EncounterCodes } from '../../functions/domain/coding.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { EditFinding } from '../../functions/domain/visit/edit-finding.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { cents } from '../../functions/edi/money.ts';
import { applyEdit, type EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { edits } from '../../functions/scrubbing/find-broken-edits.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';

const sample = samples[0];
const payer = payers[0];
if (!sample || !payer) throw new Error('The samples are missing');

export const aService = (procedure: string, change: Partial<CodedService> = {}): CodedService => ({
  ...{ procedure, modifiers: [], units: 1, diagnosisPointers: [1] },
  ...change,
});

export type VisitChange = {
  readonly date?: string;
  readonly services?: readonly CodedService[];
  readonly diagnoses?: readonly string[];
  readonly registered?: Partial<EncounterRegistration> | undefined;
  readonly records?: Partial<Practice> | undefined;
  readonly contract?: Partial<Payer> | undefined;
  readonly change?: Partial<EncounterToScrub>;
};

/** A clean visit of the first sample with what is changed of it, whose services all have a price. */
export const aVisit = (changed: VisitChange): EncounterToScrub => {
  const { date, services, diagnoses, registered, records, contract, change = {} } = changed;
  const dateOfService = date ?? sample.registration.dateOfService;
  const codes: EncounterCodes = {
    diagnoses: [...(diagnoses ?? sample.expected.diagnoses)],
    services: [...(services ?? sample.expected.services)],
  };
  const prices = codes.services.map(({ procedure }) => ({
    ...{ procedure, effectiveFrom: '2000-01-01' },
    charge: cents(10_000),
  }));
  return {
    registration: { ...sample.registration, dateOfService, ...registered },
    codes,
    practice: practice({ chargeMaster: prices, ...records }),
    payer: { ...payer, filingLimitDays: 4000, ...contract },
    ...change,
  };
};

/** What the edits of one family find, filed on the day of service. */
export const findingsOf = (family: string, visit: VisitChange): readonly EditFinding[] => {
  const scrubbed = aVisit(visit);
  return edits
    .filter(({ code }) => code.startsWith(family))
    .flatMap((edit) => applyEdit(edit, scrubbed, scrubbed.registration.dateOfService));
};
