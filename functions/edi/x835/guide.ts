import type { LoopGuide } from '../loops.ts';
import type { TransactionGuide } from '../write-envelope.ts';

export const remittanceGuide: TransactionGuide = {
  transaction: '835',
  functionalId: 'HP',
  version: '005010X221A1',
  versionInHeader: false,
};

/**
 * The loops of 005010X221A1. Loop 2000 (LX, TS3, TS2) stands beside 2100 and not around it, because claims
 * without an LX before them are common and lose nothing by it.
 */
export const remittanceLoops: LoopGuide = {
  id: '835',
  opens: 'ST',
  loops: [
    { id: '1000A', opens: 'N1', element: 1, codes: ['PR'] },
    { id: '1000B', opens: 'N1', element: 1, codes: ['PE'] },
    { id: '2000', opens: 'LX' },
    { id: '2100', opens: 'CLP', loops: [{ id: '2110', opens: 'SVC' }] },
    { id: 'PLB', opens: 'PLB' },
  ],
};
