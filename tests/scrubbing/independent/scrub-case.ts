import { EncounterCodes } from '../../../functions/domain/coding.ts';
import { EarlierService } from '../../../functions/domain/history/earlier-service.ts';
import { LineOutcome } from '../../../functions/domain/history/line-outcome.ts';
import { ToldAuthorization } from '../../../functions/domain/patients/authorization.ts';
import { Payer } from '../../../functions/domain/payer.ts';
import { Practice } from '../../../functions/domain/practice.ts';
import type { EditFinding } from '../../../functions/domain/visit/edit-finding.ts';
import { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { contractsOf, type EncounterToScrub } from '../../../functions/scrubbing/edit.ts';
import { authorizationsFor } from '../../../functions/scrubbing/facts/authorizations.ts';
import { findBrokenEdits } from '../../../functions/scrubbing/find-broken-edits.ts';
import type { Case } from './clean-visits.ts';

const usualPrice = 12_500;

/** The prices of all that a case bills, but for what the case says of them. */
const chargeMasterOf = ({ lines, prices }: Case): readonly object[] =>
  [...new Set(lines.map(({ procedure }) => procedure))].flatMap((procedure) => {
    const charge = procedure in prices ? prices[procedure] : usualPrice;
    return charge === undefined ? [] : [{ procedure, charge, effectiveFrom: '2020-01-01' }];
  });

/** A case as the product reads it: each part by its own schema, as it would be registered and loaded. */
export const toScrub = (one: Case): EncounterToScrub => {
  const registration = EncounterRegistration.parse(one.visit);
  const payers = one.payers.map((payer) => Payer.parse(payer));
  const scrubbed = {
    registration,
    codes: EncounterCodes.parse({ diagnoses: one.diagnoses, services: one.lines }),
    practice: Practice.parse({ ...one.practice, chargeMaster: chargeMasterOf(one) }),
    ...contractsOf(registration, payers),
    history: one.history.map((service) => EarlierService.parse(service)),
    outcomes: one.outcomes.map((outcome) => LineOutcome.parse(outcome)),
  };
  const authorizations = one.authorizations.map((told, at) => ({
    ...ToldAuthorization.parse(told),
    ...{ practiceId: 'p', patientId: 'P-1', authorizationId: `A${at}`, version: 1, history: [] },
  }));
  return {
    ...scrubbed,
    authorizations: authorizationsFor(scrubbed, 'E-NOW', { authorizations, claims: [] }),
  };
};

export const findingsOf = (one: Case): readonly EditFinding[] => findBrokenEdits(toScrub(one), one.today);
