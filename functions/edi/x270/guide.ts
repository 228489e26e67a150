import type { Guide } from '../guide/declare.ts';
import {
  type EligibilityInquirySet,
  eligibilityInquiryLoop,
  type SubscriberInquiry,
  subscriberInquiryLevel,
} from './loops.ts';
import { eligibilityInquiryRules } from './rules.ts';

/** 005010X279A1: what a provider asks a payer about the cover of its patients. */
export const eligibilityInquiryGuide: Guide<EligibilityInquirySet, SubscriberInquiry> = {
  name: '270',
  transaction: '270',
  functionalId: 'HS',
  version: '005010X279A1',
  hasVersionInSt: true,
  isOurs: true,
  root: eligibilityInquiryLoop,
  unit: subscriberInquiryLevel,
  rules: eligibilityInquiryRules,
};
