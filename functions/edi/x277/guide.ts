import type { Guide } from '../guide/declare.ts';
import {
  type StatusResponseSet,
  type SubscriberStatus,
  statusResponseLoop,
  subscriberStatusLevel,
} from './loops.ts';
import { statusResponseRules } from './rules.ts';

/** 005010X212: what a payer answers about what became of claims. */
export const statusResponseGuide: Guide<StatusResponseSet, SubscriberStatus> = {
  name: '277',
  transaction: '277',
  functionalId: 'HN',
  version: '005010X212',
  hasVersionInSt: true,
  root: statusResponseLoop,
  unit: subscriberStatusLevel,
  rules: statusResponseRules,
};
