import type { Guide } from '../guide/declare.ts';
import {
  type ImplementationAcknowledgement,
  implementationAcknowledgementLoop,
  setAcknowledgementLoop,
  type TransactionSetAcknowledgement,
} from './loops.ts';
import { implementationAcknowledgementRules } from './rules.ts';

/** 005010X231A1: verdicts on the syntax of what we sent. */
export const implementationAcknowledgementGuide: Guide<
  ImplementationAcknowledgement,
  TransactionSetAcknowledgement
> = {
  name: '999',
  transaction: '999',
  functionalId: 'FA',
  version: '005010X231A1',
  hasVersionInSt: true,
  root: implementationAcknowledgementLoop,
  unit: setAcknowledgementLoop,
  rules: implementationAcknowledgementRules,
};
