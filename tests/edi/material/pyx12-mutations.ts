import { writeInterchange } from '../../../functions/edi/envelope/interchange-writer.ts';
import type { Guide } from '../../../functions/edi/guide/declare.ts';
import { allGuides } from '../../../functions/edi/guides.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claimAcknowledgementGuide } from '../../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import { implementationAcknowledgementGuide } from '../../../functions/edi/x999/guide.ts';
import {
  acceptedSet,
  acknowledgement,
  claimAcknowledgementSet,
  interchangeOf,
  rejectedSet,
} from './answer-sets.ts';
import { claim, claimSet, decidedByLine, decidedPayer, familyLevel, subscriberLevel } from './claim-sets.ts';
import { paidClaim, remittance, transferOf, withheld } from './remittance-sets.ts';
import { added, type Change, changed, dropped, droppedUntil, moved, repeated } from './text-changes.ts';

const written = (guide: Guide, data: object): string =>
  writeInterchange(interchangeOf(guide, data), allGuides);

const replacement = claim({
  patientControlNumber: 'C100-4',
  frequency: '7',
  originalReference: 'ICN1',
  otherPayers: [decidedPayer()],
});

/** It takes the two kinds of CTX after an IK3 for one kind, of which there may be one: here there is none. */
const withoutContexts = rejectedSet({
  segmentErrors: rejectedSet().segmentErrors?.map((error) => ({ ...error, contexts: undefined })),
});

/** Valid files of the transactions that pyx12 has maps of. */
export const validFiles = {
  claims: written(
    professionalClaimGuide,
    claimSet(
      subscriberLevel({ claims: [claim(), claim({ ...decidedByLine(), patientControlNumber: 'C100-2' })] }),
      familyLevel(),
      subscriberLevel({ claims: [replacement] }),
    ),
  ),
  remittance: written(
    remittanceGuide,
    remittance({ paid: cents(7500), providerAdjustments: [withheld(cents(2500))] }),
  ),
  transfer: written(remittanceGuide, transferOf(paidClaim(), paidClaim({ patientControlNumber: 'C100-2' }))),
  claimAcknowledgement: written(claimAcknowledgementGuide, claimAcknowledgementSet()),
  acknowledgement: written(
    implementationAcknowledgementGuide,
    acknowledgement({ transactionSets: [acceptedSet(), withoutContexts] }),
  ),
} as const;

export type ValidFile = keyof typeof validFiles;

/** A fault, X12's code that we have for it, and how it comes into a valid file. */
export type Mutation = readonly [title: string, code: string, change: Change];

const after =
  (...changes: Change[]): Change =>
  (text) =>
    changes.reduce((one, change) => change(one), text);

const long = (length: number): string => 'A'.repeat(length);

const manyLines = (count: number): Change =>
  after(
    changed('C100-1*150*', `C100-1*${150 * count}*`),
    added(
      'DTP*472',
      ...Array.from({ length: count - 1 }, (_, index) => [
        `LX*${index + 2}`,
        'SV1*HC:99213:25*150*UN*1***1',
        'DTP*472*D8*20260302',
      ]).flat(),
    ),
  );

/** The set of the file once more, with the same control number. */
const twice: Change = (text) => text.replace(/(ST\*[\s\S]*?SE\*.*\n)GE\*1/, '$1$1GE*2');

const claimFaults: Mutation[] = [
  ['SE01 that is one too few', 'IK502-4', changed('SE*75', 'SE*74')],
  ['SE02 that is not ST02', 'IK502-3', changed('SE*75*0001', 'SE*75*0002')],
  ['GE01 that counts a set too many', 'AK905-5', changed('GE*1', 'GE*2')],
  ['GE02 that is not GS06', 'AK905-4', changed('GE*1*4711', 'GE*1*4712')],
  ['IEA01 that counts a group too many', 'TA105-021', changed('IEA*1', 'IEA*2')],
  ['IEA02 that is not ISA13', 'TA105-001', changed('IEA*1*000004711', 'IEA*1*000004712')],
  ['no SE', 'IK502-2', dropped('SE')],
  ['no GE', 'AK905-3', dropped('GE')],
  ['no IEA', 'TA105-023', dropped('IEA')],
  ['a group made at 25:30', 'AK905-6', changed('*0930*4711*X', '*2530*4711*X')],
  ['a group made in a thirteenth month', 'AK905-6', changed('20260302*0930*4711', '20261302*0930*4711')],
  ['two sets with one ST02', 'IK502-23', twice],
  ['an ISA13 with a letter', 'TA105-018', changed('*00501*000004711', '*00501*00000471A')],
  [
    'an ST02 of three characters',
    'IK502-7',
    after(changed('837*0001', '837*001'), changed('*0001~\nGE', '*001~\nGE')),
  ],

  ['no BHT', 'IK304-3', dropped('BHT')],
  ['no submitter', 'IK304-3', dropped('NM1*41')],
  ['no contact of the submitter', 'IK304-3', dropped('PER')],
  ['no receiver', 'IK304-3', dropped('NM1*40')],
  ['no street of the billing provider', 'IK304-3', dropped('N3')],
  ['no city of the billing provider', 'IK304-3', dropped('N4')],
  ['no tax id', 'IK304-3', dropped('REF*EI')],
  ['no SBR', 'IK304-3', dropped('SBR')],
  ['no payer', 'IK304-3', dropped('NM1*PR')],
  ['a claim without its CLM', 'IK304-2', dropped('CLM')],
  ['no diagnosis', 'IK304-3', dropped('HI')],
  ['no LX', 'IK304-3', dropped('LX')],
  ['no SV1', 'IK304-3', dropped('SV1')],
  ['no day of service', 'IK304-3', dropped('DTP*472')],
  ['no OI of another payer', 'IK304-3', dropped('OI')],
  ['no day of a decision', 'IK304-3', dropped('DTP*573')],
  ['no PAT of a patient', 'IK304-3', dropped('PAT')],
  ['no loop 2010AA', 'IK304-3', droppedUntil('NM1*85', 'HL')],
  ['no loop 2010BA', 'IK304-3', droppedUntil('NM1*IL', 'NM1*PR')],
  ['no loop 2010CA', 'IK304-3', droppedUntil('NM1*QC', 'CLM')],
  ['a claim without services', 'IK304-3', droppedUntil('LX', 'CLM')],

  ['diagnoses behind an LX', 'IK304-7', moved('HI', 'LX')],
  ['a date before its SV1', 'IK304-7', moved('DTP*472', 'LX')],
  ['the city before the street', 'IK304-7', moved('N4', 'NM1*85')],
  ['an SBR behind the name of the subscriber', 'IK304-7', moved('SBR', 'NM1*IL')],
  ['an amount behind an OI', 'IK304-7', moved('AMT*D', 'OI')],
  ['a date of a decision before its adjustments', 'IK304-7', moved('DTP*573', 'SVD')],
  ['a CLM before the first HL', 'IK304-2', moved('CLM', 'NM1*40')],
  ['a segment that X12 does not know', 'IK304-2', added('CLM', 'ZZZ*1')],
  ['a segment of another guide', 'IK304-2', added('LX', 'SV2*1')],
  ['a segment of another loop', 'IK304-2', added('PRV', 'K3*X')],
  ['a segment id of four letters', 'IK304-1', added('CLM', 'CLMX*1')],
  ['a segment id in small letters', 'IK304-1', changed('PRV*BI', 'prv*BI')],
  ['an empty segment', 'IK304-1', added('CLM', '')],
  ['a party that is not in the guide', 'IK304-2', added('NM1*85', 'NM1*XX*1*A')],
  ['a REF that is not in the guide', 'IK304-2', added('CLM', 'REF*ZZ*1')],
  ['a DTP that is not in the guide', 'IK304-2', added('CLM', 'DTP*999*D8*20260101')],

  ['two HI of diagnoses', 'IK304-5', repeated('HI')],
  ['two SV1 in a service', 'IK304-5', repeated('SV1')],
  ['three contacts of the submitter', 'IK304-5', repeated('PER', 2)],
  ['two original references', 'IK304-5', repeated('REF*F8')],
  ['eleven K3', 'IK304-5', added('CLM', ...new Array<string>(11).fill('K3*X'))],
  ['six CAS', 'IK304-5', repeated('CAS', 5)],
  ['two receivers', 'IK304-4', repeated('NM1*40')],
  ['51 services', 'IK304-4', manyLines(51)],

  ['an assignment that is not in the list', 'IK403-7', changed('*Y*A*Y*Y', '*Y*Q*Y*Y')],
  ['a wrong CLM05-2', 'IK403-7', changed('11:B:1', '11:C:1')],
  ['a place of service that is not in the list', 'IK403-7', changed('11:B:1', '87:B:1')],
  ['a wrong responsibility', 'IK403-7', changed('SBR*P', 'SBR*Z')],
  ['a wrong kind of plan', 'IK403-7', changed('******CI', '******QQ')],
  ['a wrong gender', 'IK403-7', changed('*F~', '*Q~')],
  ['a wrong kind of id', 'IK403-7', changed('*XX*123', '*ZZ*123')],
  ['a wrong unit', 'IK403-7', changed('*UN*1', '*ZZ*1')],
  ['a wrong group of adjustments', 'IK403-7', changed('CAS*CO', 'CAS*XX')],
  ['a wrong level', 'IK403-7', changed('HL*2*1*22', 'HL*2*1*29')],
  ['a wrong HL04', 'IK403-7', changed('HL*2*1*22*0', 'HL*2*1*22*9')],
  ['a wrong date format', 'IK403-7', changed('DTP*472*D8', 'DTP*472*D9')],
  ['a wrong kind of procedure', 'IK403-7', changed('SV1*HC', 'SV1*ZZ')],
  ['two principal diagnoses', 'IK403-7', changed('ABK:J069', 'ABK:J069*ABK:J069')],

  ['a claim number of 39 characters', 'IK403-5', changed('C100-1', long(39))],
  ['a name of 61 characters', 'IK403-5', changed('LAKESIDE BILLING', long(61))],
  ['a ZIP code of two digits', 'IK403-4', changed('*68508~', '*68~')],
  ['a city of one letter', 'IK403-4', changed('LINCOLN*', 'L*')],
  ['a street of 56 characters', 'IK403-5', changed('400 LAKE AVE', long(56))],
  ['an amount of 19 digits', 'IK403-5', changed('C100-1*150', 'C100-1*1234567890123456789')],
  ['a modifier of one character', 'IK403-4', changed('99213:25', '99213:2')],
  ['a line number of seven digits', 'IK403-5', changed('LX*1', 'LX*1234567')],

  ['no claim number', 'IK403-1', changed('CLM*C100-1', 'CLM*')],
  ['no charge', 'IK403-1', changed('C100-1*150', 'C100-1*')],
  ['no CLM05', 'IK403-1', changed('11:B:1', '')],
  ['no frequency', 'IK403-1', changed('11:B:1', '11:B')],
  ['no name of the submitter', 'IK403-1', changed('LAKESIDE BILLING', '')],
  ['no procedure', 'IK403-1', changed('HC:99213:25', 'HC')],
  ['no units', 'IK403-1', changed('UN*1*', 'UN**')],
  ['no DTP03', 'IK403-1', changed('DTP*472*D8*20260302', 'DTP*472*D8')],
  ['no code of a diagnosis', 'IK403-1', changed('ABK:J069', 'ABK')],
  ['no HL04', 'IK403-1', changed('HL*2*1*22*0', 'HL*2*1*22')],
  ['a kind of id without the id', 'IK403-1', changed('46*LAKESIDE', '46')],
  ['a kind of phone without the number', 'IK403-1', changed('TE*4025550100', 'TE')],
  ['PAT05 without PAT06', 'IK403-2', changed('PAT*19', 'PAT*19****D8')],
  ['PAT07 without PAT08', 'IK403-2', changed('PAT*19', 'PAT*19******01')],
  ['a subscriber without a member id', 'IK403-I9', changed('*ADA****MI*W100200300', '*ADA')],

  ['the 31st of February', 'IK403-8', changed('D8*20260302', 'D8*20260231')],
  ['a date of six digits', 'IK403-8', changed('D8*20260302', 'D8*260302')],
  ['a range of one day', 'IK403-8', changed('D8*20260302', 'RD8*20260302')],
  ['a birth in a thirteenth month', 'IK403-8', changed('19800214', '19801314')],
  ['a time of 25:61', 'IK403-9', changed('*0930*CH', '*2561*CH')],
  ['a charge with a letter', 'IK403-6', changed('C100-1*150', 'C100-1*15O')],
  ['a charge with a plus', 'IK403-6', changed('C100-1*150', 'C100-1*+150')],
  ['a line number that is none', 'IK403-6', changed('LX*1', 'LX*A')],
  ['a control character', 'IK403-6', changed('LAKESIDE BILLING', 'LAKESIDE\u0007')],

  ['an HL01 that jumps', 'IK403-7', changed('HL*2', 'HL*7')],
  ['an HL01 that is there already', 'IK403-7', changed('HL*5', 'HL*4')],
  ['an HL02 that is no level', 'IK403-7', changed('HL*2*1', 'HL*2*9')],
  ['an HL02 that is another subscriber', 'IK403-7', changed('HL*4*3', 'HL*4*2')],
  ['an HL02 above the highest level', 'IK403-7', changed('HL*1**', 'HL*1*1*')],
  ['a second line with the number of the first', 'IK403-7', after(manyLines(2), changed('LX*2', 'LX*1'))],
  ['lines numbered from 2', 'IK403-7', changed('LX*1', 'LX*2')],

  ['an element that the guide does not use', 'IK403-I10', changed('*ADA****MI', '*ADA**DR**MI')],
  ['a component that the guide does not use', 'IK403-I10', changed('ABK:J069', 'ABK:J069:X')],
  ['an element too many', 'IK403-3', changed('LX*1', 'LX*1*2')],
  ['a fifth element of an HL', 'IK403-3', changed('HL*1**20*1', 'HL*1**20*1*1')],
  ['components where there are none', 'IK403-13', changed('LAKESIDE BILLING', 'LAKESIDE:BILLING')],
];

const remittanceFaults: Mutation[] = [
  ['no BPR', 'IK304-3', dropped('BPR')],
  ['no TRN', 'IK304-3', dropped('TRN')],
  ['no payer', 'IK304-3', droppedUntil('N1*PR', 'N1*PE')],
  ['no payee', 'IK304-3', droppedUntil('N1*PE', 'LX')],
  ["no way to ask about the payer's files", 'IK304-3', dropped('PER*BL')],
  ['no patient', 'IK304-3', dropped('NM1*QC')],
  ['a claim without its LX', 'IK304-3', dropped('LX')],
  ['a service without its SVC', 'IK304-7', dropped('SVC')],
  ['a TRN before the BPR', 'IK304-7', moved('TRN', 'ST')],
  ['an adjustment before the day of service', 'IK304-7', moved('CAS', 'SVC')],
  ['the patient behind the MOA', 'IK304-7', moved('NM1*QC', 'MOA')],
  ['a PLB before the claims', 'IK304-7', moved('PLB', 'REF*TJ')],
  ['two TRN', 'IK304-5', repeated('TRN')],
  ['two patients', 'IK304-5', repeated('NM1*QC')],
  ['three days of a service', 'IK304-5', repeated('DTM*472', 2)],
  ['a segment of claims', 'IK304-2', added('SVC', 'HI*ABK:J069')],
  ['a handling that is not in the list', 'IK403-7', changed('BPR*I', 'BPR*Z')],
  ['a status that is not in the list', 'IK403-7', changed('C100-1*1*', 'C100-1*99*')],
  ['a wrong group of adjustments', 'IK403-7', changed('CAS*CO', 'CAS*ZZ')],
  ['a reason of PLB that is not in the list', 'IK403-7', changed('WO:', 'ZZ:')],
  ['a wrong kind of date', 'IK403-7', changed('DTM*472', 'DTM*999')],
  ['no charge of a claim', 'IK403-1', changed('*1*230*', '*1**')],
  ['no number of the check', 'IK403-1', changed('CK0012345', '')],
  ['no amount of an adjustment', 'IK403-1', changed('CAS*CO*45*30', 'CAS*CO*45')],
  ['a quantity in a round without a reason', 'IK403-1', changed('CO*45*30', 'CO*45*30***1')],
  ['the 30th of February', 'IK403-8', changed('DTM*472*20260227', 'DTM*472*20260230')],
  ['a payment with a letter', 'IK403-6', changed('*230*100', '*230*1O0')],
  ['a payment of 19 digits', 'IK403-5', changed('*230*100', '*230*1234567890123456789')],
  ['a check number of 51 characters', 'IK403-5', changed('CK0012345', long(51))],
  [
    'an element that the guide does not use',
    'IK403-I10',
    changed('DTM*472*20260227', 'DTM*472*20260227*0930'),
  ],
  ['an element too many', 'IK403-3', changed('*1512345678', '*1512345678**X')],
];

const acknowledgementFaults: Mutation[] = [
  ['no AK1', 'IK304-3', dropped('AK1')],
  ['no AK9', 'IK304-3', dropped('AK9')],
  ['no verdict on a set', 'IK304-3', dropped('IK5*R')],
  ['two verdicts on a set', 'IK304-5', repeated('IK5')],
  ['two verdicts on the group', 'IK304-5', repeated('AK9')],
  ['a fault of an element before that of its segment', 'IK304-2', moved('IK4', 'AK2*837*0002')],
  ['a verdict on the group before those on sets', 'IK304-7', moved('AK9', 'AK1')],
  ['a segment of claims', 'IK304-2', added('AK1', 'CLM*1')],
  ['a verdict that is not in the list', 'IK403-7', changed('IK5*R', 'IK5*Z')],
  ['a fault of a segment that is not in the list', 'IK403-7', changed('2300*I6', '2300*99')],
  ['no position of a segment', 'IK403-1', changed('REF*57', 'REF*')],
  ['a position that is no number', 'IK403-6', changed('REF*57', 'REF*5A')],
  ['a control number of three characters', 'IK403-4', changed('AK2*837*0002', 'AK2*837*002')],
  ['a loop of five characters', 'IK403-5', changed('57*2300', '57*23000')],
  ['an element too many', 'IK403-3', changed('P*2*2*1', 'P*2*2*1*1*1*1*1*1*1')],
];

/** Faults that both find. */
export const faultsOfBoth: readonly (readonly [ValidFile, readonly Mutation[]])[] = [
  ['claims', claimFaults],
  ['remittance', remittanceFaults],
  ['acknowledgement', acknowledgementFaults],
];

const onlyOursInClaims: Mutation[] = [
  ['an NPI with a wrong check digit', 'IK403-7', changed('1234567893', '1234567890')],
  ['an NPI of five digits', 'IK403-7', changed('1234567893', '12345')],
  ['a charge that is not the sum of its lines', 'IK403-I12', changed('C100-1*150', 'C100-1*151')],
  ['a payment and adjustments that are not the charge', 'IK403-I12', changed('AMT*D*120', 'AMT*D*121')],
  ['a payment of a line that does not balance', 'IK403-I12', changed('SVD*PRIOR1*120', 'SVD*PRIOR1*119')],
  ['a pointer to a diagnosis that is not there', 'IK403-7', changed('***1~', '***2~')],
  ['two pointers to one diagnosis', 'IK403-7', changed('***1~', '***1:1~')],
  [
    'a version of the set that is not that of its group',
    'IK502-I6',
    changed('0001*005010X222A1', '0001*005010X222A2'),
  ],
  ['a transaction that does not exist', 'IK502-1', changed('ST*837', 'ST*838')],
  ['a segment between GS and ST', 'TA105-024', added('GS', 'NTE*ADD*X')],
  ['an HL04 that promises levels', 'IK403-7', changed('HL*2*1*22*0', 'HL*2*1*22*1')],
  ['a frequency that does not exist', 'IK403-7', changed('11:B:1', '11:B:9')],
  ['a tenth of a cent', 'IK403-6', changed('C100-1*150', 'C100-1*150.001')],
  ['a replacement without the original', 'IK304-I6', dropped('REF*F8')],
  ['a decision without a payment', 'IK304-I6', dropped('AMT*D')],
  ['a decision of a payer that is not there', 'IK403-7', changed('SVD*PRIOR1', 'SVD*PRIOR2')],
  ['diagnoses of two editions of ICD', 'IK403-7', changed('ABK:J069', 'ABK:J069*BF:J069')],
  ['a service before the birth', 'IK403-7', changed('19800214', '20260401')],
  ['a service that ends before it begins', 'IK403-7', changed('D8*20260302', 'RD8*20260302-20260301')],
  ['an onset after the service', 'IK403-7', added('CLM', 'DTP*431*D8*20260401')],
  ['an auto accident without its day', 'IK304-I6', changed('*Y*A*Y*Y', '*Y*A*Y*Y**AA:::NE')],
  ['documents by mail without their number', 'IK403-I9', added('CLM', 'PWK*OZ*BM')],
  ['two primary payers', 'IK403-7', changed('SBR*S', 'SBR*P')],
  ['Medicare second without a reason', 'IK403-I9', changed('SBR*S*18*******CI', 'SBR*S*18*******MB')],
  ['a claim of a subscriber who is not the patient', 'IK304-I6', changed('SBR*P*18', 'SBR*P*')],
  ['a patient below a subscriber who is the patient', 'IK304-I9', changed('SBR*P**', 'SBR*P*18*')],
  ['a patient without an address', 'IK304-I6', droppedUntil('N3*12', 'DMG')],
  ['a diagnosis that does not exist', 'IK403-7', changed('ABK:J069', 'ABK:J0699')],
  ['a procedure that does not exist', 'IK403-7', changed('99213:25', '99999:25')],
  ['a modifier that does not exist', 'IK403-7', changed('99213:25', '99213:Q0')],
  ['a taxonomy code that does not exist', 'IK403-7', changed('207Q00000X', '207Q00000Y')],
  ['a state that does not exist', 'IK403-7', changed('LINCOLN*NE', 'LINCOLN*ZZ')],
];

const onlyOursInRemittances: Mutation[] = [
  ['a line that does not balance', 'IK403-I12', changed('25*150*100', '25*150*101')],
  ['a claim that does not balance', 'IK403-I12', changed('*230*100*20', '*230*101*20')],
  ['a payment that is not the sum of its claims', 'IK403-I12', changed('I*75', 'I*76')],
  ['a PLB that the payment does not have', 'IK403-I12', changed('ICN1*25', 'ICN1*26')],
  ['a reason (CARC) that does not exist', 'IK403-7', changed('CAS*CO*45', 'CAS*CO*999')],
  ['a remark (RARC) that does not exist', 'IK403-7', changed('HE*M15', 'HE*M1555')],
  ['an NPI of the payee with a wrong check digit', 'IK403-7', changed('1234567893', '1234567890')],
  ['a service that begins and does not end', 'IK304-I6', changed('DTM*472', 'DTM*150')],
];

const onlyOursInTransfers: Mutation[] = [
  [
    'a payer in TRN03 that is not that of BPR10',
    'IK403-I12',
    changed('0012345*1512345678', '0012345*1512345679'),
  ],
  ["no account of the payer's", 'IK403-I9', changed('*DA*123456*', '***')],
];

const onlyOursInAcknowledgements: Mutation[] = [
  ['no verdict on the first of two sets', 'IK304-3', dropped('IK5*A')],
  ['a segment in error without a code', 'IK403-1', changed('57*2300*I6', '57*2300')],
  ['more accepted sets than verdicts say', 'IK403-I12', changed('P*2*2*1', 'P*2*2*2')],
  ['a group that is accepted with a set that is not', 'IK403-I12', changed('AK9*P', 'AK9*A')],
  ['a set that is accepted with errors', 'IK403-I12', changed('IK5*R*5*I5', 'IK5*A*5*I5')],
];

/** Faults that we alone find. */
export const faultsOfOurs: readonly (readonly [ValidFile, readonly Mutation[]])[] = [
  ['claims', onlyOursInClaims],
  ['remittance', onlyOursInRemittances],
  ['transfer', onlyOursInTransfers],
  ['acknowledgement', onlyOursInAcknowledgements],
];

/** What pyx12 alone objects to, and why we let it pass. */
export const objections: readonly (readonly [title: string, reason: string, change: Change])[] = [
  [
    'the receiver before the submitter',
    'loops 1000 are one loop that repeats in X12 itself, which orders no repeats',
    moved('NM1*40', 'BHT'),
  ],
  ['the payer before the subscriber', 'so are loops 2010', moved('NM1*PR', 'SBR')],
  [
    'a separator behind the last element',
    'many senders write it, and it means nothing',
    changed('N3*400 LAKE AVE', 'N3*400 LAKE AVE*'),
  ],
  [
    'a space behind a name',
    'many senders pad names, and it means nothing',
    changed('LAKESIDE BILLING', 'LAKESIDE '),
  ],
  [
    'a country that does not exist',
    'no code set of countries is among ours',
    changed('685080000', '685080000*ZZZ'),
  ],
];
