import { levelLoop } from '../loop-guides.ts';
import type { LoopGuide } from '../loops.ts';
import type { TransactionGuide } from '../write-envelope.ts';

export const claimAcknowledgementGuide: TransactionGuide = {
  transaction: '277',
  functionalId: 'HN',
  version: '005010X214',
};

const claim: LoopGuide = { id: '2200D', opens: 'TRN', loops: [{ id: '2220D', opens: 'SVC' }] };

const patient = levelLoop('2000D', 'PT', [{ id: '2100D', opens: 'NM1' }, claim]);

const provider = levelLoop('2000C', '19', [
  { id: '2100C', opens: 'NM1' },
  { id: '2200C', opens: 'TRN' },
  patient,
]);

const receiver = levelLoop('2000B', '21', [
  { id: '2100B', opens: 'NM1' },
  { id: '2200B', opens: 'TRN' },
  provider,
]);

/** The loops of 005010X214. */
export const claimAcknowledgementLoops: LoopGuide = {
  id: '277CA',
  opens: 'ST',
  loops: [levelLoop('2000A', '20', [{ id: '2100A', opens: 'NM1' }, { id: '2200A', opens: 'TRN' }, receiver])],
};
