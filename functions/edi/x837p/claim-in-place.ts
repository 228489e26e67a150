import type { Report } from '../guide/rules.ts';
import type { PatientLevel, ProfessionalClaim, SubscriberLevel } from './loops.ts';

/**
 * A claim with the levels that it stands in; `patient` is absent where the subscriber is the patient. The levels are
 * not complete yet, and may turn out to lack what they must have.
 */
export type ClaimInPlace = {
  readonly claim: ProfessionalClaim;
  readonly subscriber: Partial<SubscriberLevel>;
  readonly patient: Partial<PatientLevel> | undefined;
};

/** Level 4 of one claim. */
export type ClaimRule = (place: ClaimInPlace, report: Report) => void;
