import type { Guide } from '../guide/declare.ts';
import { claimPaymentLoop, type Remittance, type RemittanceClaim, remittanceLoop } from './loops.ts';
import { remittanceRules } from './rules.ts';

/** 005010X221A1: a payment and what it is for. */
export const remittanceGuide: Guide<Remittance, RemittanceClaim> = {
  name: '835',
  transaction: '835',
  functionalId: 'HP',
  version: '005010X221A1',
  hasVersionInSt: false,
  root: remittanceLoop,
  unit: claimPaymentLoop,
  rules: remittanceRules,
};
