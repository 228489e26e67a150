import { E, level, loop, R, S, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import {
  answeredProvider,
  dependentName,
  diagnosisCodes,
  payerName,
  periods,
  receiverName,
  receiverReference,
  receiverSpecialty,
  subscriberName,
  traceFields,
} from '../guide/eligibility-segments.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import { cityAddress, contact, demographics, streetAddress } from '../guide/shared-segments.ts';
import { dependentBenefitLoop, namedReferences, rejections, subscriberBenefitLoop } from './benefit-loop.ts';

/** TRN*2*93175-012547*9877281234 */
const trace = segment('TRN', {
  kind: R.code(1, '1 2'), // 1 of this answer, 2 of the question
  ...traceFields,
});

/** MPI*C*AE*A**SL*D8*20200101: what a plan of the armed forces knows of a member. */
const militaryService = segment('MPI', {
  status: R.code(1, 'A C L O P S T'), // C current, P prior
  employment: R.code(2, 'AE AO AS AT AU CC DD HD IR LX PE RE RM RR RU'),
  affiliation: R.code(3, 'A B C D E F G H I J K L M N O Q R S U W'),
  description: S.text(4),
  rank: S.code(
    5,
    'A1 A2 A3 B1 B2 C1 C2 C3 C4 C5 C6 C7 C8 C9 E1 F1 F2 F3 F4 G1 G4 L1 L2 L3 L4 L5 L6 M1 M2 M3 M4 M5 M6 P1 P2 P3 P4 P5 R1 R2 S1 S2 S3 S4 S5 S6 S7 S8 S9 SA SB SC T1 V1 W1',
  ),
  period: S.period(6),
});

/** What a payer changed in its records: INS03 and INS04 say that a member's data were corrected. */
const maintenance = {
  maintenanceType: S.code(3, '001'),
  maintenanceReason: S.code(4, '25'),
  birthSequence: S.count(17), // of a twin
};

const memberDates = periods(
  '096 102 152 291 307 318 340 341 342 343 346 347 356 357 382 435 442 458 472 539 540 636 771', // 346 plan begin
);

/** Loop 2000D: the answer about a dependent. */
const dependentLevel = level('2000D', '23', {
  traces: S.many(3, trace),
  dependent: R.one(
    loop('2100D', {
      name: R.inline(dependentName),
      references: S.many(9, namedReferences('18 1L 1W 49 6P CE CT EA EJ F6 GH HJ IF IG MRC N6 NQ Q4 SY Y4')),
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      rejections: rejections(
        '15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 64 65 66 67 68 71 77',
        'C N R S W X Y',
      ),
      provider: S.one(answeredProvider),
      demographics: S.inline(demographics),
      // INS*N*19
      relation: S.inline(
        segment('INS', { relationship: R.code(2, '01 19 20 21 39 40 53 G8'), ...maintenance }, { '1': 'N' }),
      ),
      diagnoses: S.one(diagnosisCodes),
      dates: S.many(9, memberDates),
      militaryService: S.many(9, militaryService),
      benefits: S.many(unbounded, dependentBenefitLoop),
    }),
  ),
});

/** Loop 2000C: the answer about a subscriber, and about dependents where they were asked for. */
export const subscriberAnswerLevel = level('2000C', '22', {
  traces: S.many(3, trace),
  subscriber: R.one(
    loop('2100C', {
      name: R.inline(subscriberName),
      references: S.many(
        9,
        namedReferences('18 1L 1W 3H 49 6P CE CT EA EJ F6 GH HJ IF IG N6 NQ Q4 SY Y4'), // 6P group number
      ),
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      rejections: rejections(
        '15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 71 72 73 74 75 76 78', // 72 member id, 75 not found
        'C N R S W X Y',
      ),
      provider: S.one(answeredProvider),
      demographics: S.inline(demographics),
      // INS*Y*18*001*25
      relation: S.inline(segment('INS', { relationship: R.code(2, '18'), ...maintenance }, { '1': 'Y' })),
      diagnoses: S.one(diagnosisCodes),
      dates: S.many(9, memberDates),
      militaryService: S.many(9, militaryService),
      benefits: S.many(unbounded, subscriberBenefitLoop),
    }),
  ),
  dependents: S.many(unbounded, dependentLevel),
});

/** Loop 2000B. A refusal here stands for all that the receiver asked. */
const receiverLevel = level('2000B', '21', {
  receiver: R.one(
    loop('2100B', {
      name: R.inline(receiverName),
      references: S.many(9, receiverReference),
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      rejections: rejections('15 41 43 44 45 46 47 48 50 51 79 97 T4', 'C N R S W X Y'), // 50, 51 provider
      specialty: S.one(receiverSpecialty),
    }),
  ),
  subscribers: S.many(unbounded, subscriberAnswerLevel),
});

/** Loop 2000A. A refusal here stands for everything that was asked. */
const sourceLevel = level('2000A', '20', {
  rejections: rejections('04 41 42 79', 'C N P R S Y'), // 42 cannot respond now
  source: R.one(
    loop('2100A', {
      name: R.inline(payerName),
      contacts: S.many(3, contact('IC', 'ED EM EX FX TE UR')),
      rejections: rejections('04 41 42 79 80 T4', 'C N P R S W X Y'),
    }),
  ),
  receivers: S.many(unbounded, receiverLevel),
});

/** A payer's answers about what its members are covered for. */
export const eligibilityResponseLoop = loop('271', {
  beginning: E.inline(segment('BHT', beginningFields('06 11'), { '1': '0022' })),
  sources: R.many(unbounded, sourceLevel),
});

/** The 271 from BHT on. */
export type EligibilityResponseSet = ValueOf<typeof eligibilityResponseLoop>;
/** The answer about a subscriber and their dependents (2000C). */
export type SubscriberAnswer = ValueOf<typeof subscriberAnswerLevel>;
/** The answer about a dependent (2000D). */
export type DependentAnswer = ValueOf<typeof dependentLevel>;
/** One benefit of a plan (2110C, 2110D). */
export type CoverageBenefit = ValueOf<typeof subscriberBenefitLoop>;
/** Why a payer could not answer (AAA). */
export type EligibilityRejection = ValueOf<ReturnType<typeof rejections>>[number];
/** A party to a benefit (2120C, 2120D). */
export type BenefitEntity = NonNullable<NonNullable<CoverageBenefit['related']>['entities']>[number];
