import {
  bearing,
  type Declaring,
  E,
  level,
  loop,
  R,
  S,
  segment,
  type Usage,
  unbounded,
  type ValueOf,
} from '../guide/declare.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import { amount, day, period, reference, references, toldName } from '../guide/shared-segments.ts';
import { inquiredService, quantity, trace } from '../guide/status-segments.ts';

const receiverEntities = '36 40 41 AY PR';
const providerEntities = '36 40 41 77 82 85 87 AY PR';
const claimEntities =
  '03 1P 1Z 40 41 71 72 73 77 82 85 87 DK DN DQ FA GB HK IL LI MSC PR PRP QB QC QD SEP TL TTP TU';

/** A3:21:85, the composite C043. */
const statusCode = <U extends Usage>(usage: Declaring<U>, at: number, entities: string) =>
  usage.composite(at, {
    category: R.external(1, 'claim-status-category'), // A1 and A2 taken, A3 to A8 not
    status: R.external(2, 'claim-status'),
    entity: S.code(3, entities),
  });

const statusFields = (entities: string) => ({
  status: statusCode(R, 1, entities),
  furtherStatuses: S.run(2, statusCode(S, 10, entities)),
});

const verdict = {
  action: E.code(3, 'U WQ'), // WQ accept, U reject
  charge: E.money(4),
};

/** Loop 2220D: what is wrong with a service. */
const lineLoop = loop('2220D', {
  service: R.inline(inquiredService),
  // STC*A7:510*20260301*U
  statuses: bearing(
    E.many(
      unbounded,
      segment('STC', {
        ...statusFields(claimEntities),
        effectiveDate: S.date(2),
        action: E.code(3, 'U'),
        message: S.text(12),
      }),
    ),
  ),
  lineControlNumber: E.one(reference('FJ')),
  prescriptionNumber: S.one(reference('XZ')),
  servicePeriod: S.one(period('472')),
});

/** Loop 2200D: what became of one claim at the receiver's door. */
const claimLoop = loop('2200D', {
  // TRN*2*C100-1
  trace: R.inline(segment('TRN', { patientControlNumber: R.text(2) }, { '1': '2' })), // our CLM01
  // STC*A2:20:PR*20260302*WQ*150
  statuses: bearing(
    E.many(
      unbounded,
      segment('STC', {
        ...statusFields(claimEntities),
        effectiveDate: E.date(2),
        ...verdict,
        message: S.text(12),
      }),
    ),
  ),
  payerControlNumber: S.one(reference('1K')),
  clearinghouseTrace: S.one(reference('D9')),
  billType: S.one(reference('BLT')), // of institutions
  servicePeriod: E.one(period('472')),
  lines: bearing(S.many(unbounded, lineLoop)),
});

/** Loop 2000D: a patient and the claims for them. */
export const patientAcknowledgementLevel = level(
  '2000D',
  'PT',
  {
    patient: R.one(loop('2100D', { name: R.inline(toldName('QC', E, 'II MI', '1')) })),
    claims: E.many(unbounded, claimLoop),
  },
  { isLeaf: true },
);

/** Loop 2200C: a verdict on all claims of a provider, and how many of them there were. */
const providerVerdictLoop = loop('2200C', {
  trace: R.inline(trace('1')),
  // STC*A1:19:PR**WQ*1000
  statuses: bearing(S.many(unbounded, segment('STC', { ...statusFields(providerEntities), ...verdict }))),
  references: S.many(3, references('0B 1G G2 LU SY TJ')),
  acceptedQuantity: S.one(quantity('QA')),
  rejectedQuantity: S.one(quantity('QC')),
  acceptedAmount: S.one(amount('YU')),
  rejectedAmount: S.one(amount('YY')),
});

/** Loop 2000C. */
const providerLevel = level('2000C', '19', {
  // NM1*85*2*LAKESIDE FAMILY PRACTICE*****XX*1234567893
  providers: E.many(unbounded, loop('2100C', { name: R.inline(toldName('85', E, 'FI SV XX')) })),
  verdict: S.one(providerVerdictLoop),
  patients: S.many(unbounded, patientAcknowledgementLevel),
});

/** Loop 2200B: a verdict on the whole batch, and how many claims there were in it. */
const batchVerdictLoop = loop('2200B', {
  trace: R.inline(trace('2')), // our BHT03
  // STC*A1:19:PR*20260302*WQ*1000
  statuses: bearing(
    E.many(
      unbounded,
      segment('STC', { ...statusFields(receiverEntities), effectiveDate: E.date(2), ...verdict }),
    ),
  ),
  acceptedQuantity: S.one(quantity('90')),
  rejectedQuantity: S.one(quantity('AA')),
  acceptedAmount: S.one(amount('YU')),
  rejectedAmount: S.one(amount('YY')),
});

/** Loop 2000B: who sent the claims. */
const receiverLevel = level('2000B', '21', {
  receiver: R.one(loop('2100B', { name: R.inline(toldName('41', E, '46')) })),
  verdict: E.one(batchVerdictLoop),
  providers: S.many(unbounded, providerLevel),
});

/** Loop 2000A: who took the claims, or did not. */
const sourceLevel = level('2000A', '20', {
  source: R.one(
    loop('2100A', {
      // NM1*PR*2*ACME HEALTH*****PI*12345
      name: R.inline(
        segment('NM1', {
          entity: R.code(1, 'AY PR'), // AY clearinghouse, PR payer
          entityType: E.code(2, '2'),
          name: E.text(3),
          idQualifier: E.code(8, '46 FI PI XV'),
          id: E.text(9),
        }),
      ),
    }),
  ),
  receipt: E.one(
    loop('2200A', {
      trace: R.inline(trace('1')),
      received: E.one(day('050')),
      processed: E.one(day('009')),
    }),
  ),
  receiver: R.one(receiverLevel),
});

/** Whether claims were taken into adjudication, claim by claim. */
export const claimAcknowledgementLoop = loop('277CA', {
  // BHT*0085*08*277X214*20260302*1405*TH
  beginning: E.inline(segment('BHT', { ...beginningFields('08'), type: E.code(6, 'TH') }, { '1': '0085' })),
  source: R.one(sourceLevel),
});

/** The 277CA from BHT on. */
export type ClaimAcknowledgementSet = ValueOf<typeof claimAcknowledgementLoop>;
/** Who sent the claims, and the verdict on the batch (2000B). */
export type AcknowledgedReceiver = ValueOf<typeof receiverLevel>;
/** A provider whose claims were sent (2000C). */
export type AcknowledgedProvider = ValueOf<typeof providerLevel>;
/** A patient and what became of their claims (2000D). */
export type PatientAcknowledgement = ValueOf<typeof patientAcknowledgementLevel>;
/** What became of a claim (2200D). */
export type ClaimAcknowledgement = ValueOf<typeof claimLoop>;
/** What is wrong with a service (2220D). */
export type ServiceAcknowledgement = ValueOf<typeof lineLoop>;
