import type { Guide } from '../guide/declare.ts';
import {
  type ClaimAcknowledgementSet,
  claimAcknowledgementLoop,
  type PatientAcknowledgement,
  patientAcknowledgementLevel,
} from './loops.ts';
import { claimAcknowledgementRules } from './rules.ts';

/** 005010X214: whether claims were taken into adjudication. */
export const claimAcknowledgementGuide: Guide<ClaimAcknowledgementSet, PatientAcknowledgement> = {
  name: '277CA',
  transaction: '277',
  functionalId: 'HN',
  version: '005010X214',
  hasVersionInSt: true,
  root: claimAcknowledgementLoop,
  unit: patientAcknowledgementLevel,
  rules: claimAcknowledgementRules,
};
