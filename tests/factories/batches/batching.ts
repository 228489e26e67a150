import type { PartnerEnrolment } from '../../../functions/domain/practice/partner-enrolment.ts';
import type { Practice } from '../../../functions/domain/practice.ts';
import { practice } from '../practices.ts';

export type Batching = Pick<Partial<PartnerEnrolment>, 'batchClaims' | 'batchMinutes'>;

/** The practice of the samples, enrolled with their clearinghouse: all payers behind it share a file. */
export const practiceThatBatches = (batching: Batching = {}, change: Partial<Practice> = {}): Practice =>
  practice({
    partners: [
      {
        partnerId: 'payer-simulator',
        submitterId: 'MAPLE01',
        submitterQualifier: 'ZZ',
        receiverId: 'CLEARHOUSE',
        receiverQualifier: 'ZZ',
        usage: 'production',
        ...batching,
      },
    ],
    ...change,
  });
