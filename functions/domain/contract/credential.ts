import { z } from 'zod';

/** What somebody is licensed as: payers pay and enrol by it. */
export const Credential = z.enum([
  'MD',
  'DO',
  'DPM',
  'OD',
  'DC',
  'DDS',
  'PHD',
  'PSYD',
  'NP',
  'PA',
  'CNS',
  'CNM',
  'CRNA',
  'AA',
  'LCSW',
  'LMFT',
  'LPC',
  'PT',
  'OT',
  'SLP',
  'RD',
  'AUD',
  'RN',
]);
export type Credential = z.infer<typeof Credential>;
