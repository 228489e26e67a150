import type { Guide } from '../guide/declare.ts';
import {
  type StatusInquirySet,
  type SubscriberStatusInquiry,
  statusInquiryLoop,
  subscriberStatusInquiryLevel,
} from './loops.ts';
import { statusInquiryRules } from './rules.ts';

/** 005010X212: what a provider asks a payer about what became of claims. */
export const statusInquiryGuide: Guide<StatusInquirySet, SubscriberStatusInquiry> = {
  name: '276',
  transaction: '276',
  functionalId: 'HR',
  version: '005010X212',
  hasVersionInSt: true,
  isOurs: true,
  root: statusInquiryLoop,
  unit: subscriberStatusInquiryLevel,
  rules: statusInquiryRules,
};
