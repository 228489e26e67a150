import { levelLoop, nameLoop } from '../loop-guides.ts';
import type { LoopGuide } from '../loops.ts';
import type { TransactionGuide } from '../write-envelope.ts';

export const professionalClaimGuide: TransactionGuide = {
  transaction: '837',
  functionalId: 'HC',
  version: '005010X222A1',
};

const otherPayer: LoopGuide = {
  id: '2320',
  opens: 'SBR',
  loops: [
    nameLoop('2330A', 'IL'),
    nameLoop('2330B', 'PR'),
    nameLoop('2330C', 'DN', 'P3'),
    nameLoop('2330D', '82'),
    nameLoop('2330E', '77'),
    nameLoop('2330F', 'DQ'),
    nameLoop('2330G', '85'),
  ],
};

const serviceLine: LoopGuide = {
  id: '2400',
  opens: 'LX',
  loops: [
    { id: '2410', opens: 'LIN' },
    nameLoop('2420A', '82'),
    nameLoop('2420B', 'QB'),
    nameLoop('2420C', '77'),
    nameLoop('2420D', 'DQ'),
    nameLoop('2420E', 'DK'),
    nameLoop('2420F', 'DN', 'P3'),
    nameLoop('2420G', 'PW'),
    nameLoop('2420H', '45'),
    { id: '2430', opens: 'SVD' },
    { id: '2440', opens: 'LQ' },
  ],
};

const claim: LoopGuide = {
  id: '2300',
  opens: 'CLM',
  loops: [
    nameLoop('2310A', 'DN', 'P3'),
    nameLoop('2310B', '82'),
    nameLoop('2310C', '77'),
    nameLoop('2310D', 'DQ'),
    nameLoop('2310E', 'PW'),
    nameLoop('2310F', '45'),
    otherPayer,
    serviceLine,
  ],
};

const patient = levelLoop('2000C', '23', [nameLoop('2010CA', 'QC'), claim]);

const subscriber = levelLoop('2000B', '22', [
  nameLoop('2010BA', 'IL'),
  nameLoop('2010BB', 'PR'),
  claim,
  patient,
]);

const billing = levelLoop('2000A', '20', [
  nameLoop('2010AA', '85'),
  nameLoop('2010AB', '87'),
  nameLoop('2010AC', 'PE'),
  subscriber,
]);

/** The loops of 005010X222A1. */
export const professionalClaimLoops: LoopGuide = {
  id: '837P',
  opens: 'ST',
  loops: [nameLoop('1000A', '41'), nameLoop('1000B', '40'), billing],
};
