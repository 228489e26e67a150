import type { Guide } from '../guide/declare.ts';
import {
  type EligibilityResponseSet,
  eligibilityResponseLoop,
  type SubscriberAnswer,
  subscriberAnswerLevel,
} from './loops.ts';
import { eligibilityResponseRules } from './rules.ts';

/** 005010X279A1: what a payer answers about the cover of patients. */
export const eligibilityResponseGuide: Guide<EligibilityResponseSet, SubscriberAnswer> = {
  name: '271',
  transaction: '271',
  functionalId: 'HB',
  version: '005010X279A1',
  hasVersionInSt: true,
  root: eligibilityResponseLoop,
  unit: subscriberAnswerLevel,
  rules: eligibilityResponseRules,
};
