import type { LoopGuide } from '../loops.ts';
import type { TransactionGuide } from '../write-envelope.ts';

export const implementationAcknowledgementGuide: TransactionGuide = {
  transaction: '999',
  functionalId: 'FA',
  version: '005010X231A1',
};

/** The loops of 005010X231A1. IK5 ends a loop 2000 and would otherwise fall into the last error's loop. */
export const implementationAcknowledgementLoops: LoopGuide = {
  id: '999',
  opens: 'ST',
  loops: [
    {
      id: '2000',
      opens: 'AK2',
      loops: [
        { id: '2100', opens: 'IK3', loops: [{ id: '2110', opens: 'IK4' }] },
        { id: 'IK5', opens: 'IK5' },
      ],
    },
    { id: 'AK9', opens: 'AK9' },
  ],
};
