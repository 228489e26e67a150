import { dateOf } from '../../functions/domain/calendar.ts';
import type { Interchange } from '../../functions/edi/envelope.ts';
import type { Checked } from '../../functions/edi/findings.ts';
import type { Cents } from '../../functions/edi/money.ts';
import type {
  EligibilityInquiry,
  EligibilityInquiryFile,
} from '../../functions/edi/x270/eligibility-inquiry.ts';
import { read270 } from '../../functions/edi/x270/read-270.ts';
import type {
  Benefit,
  BenefitDate,
  EligibilityRefusal,
  EligibilityResponse,
} from '../../functions/edi/x271/eligibility-response.ts';
import { write271 } from '../../functions/edi/x271/write-271.ts';
import { acknowledgeSyntax, faultsOf } from './acknowledge-syntax.ts';
import { coverageOn } from './adjudicate.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { type Member, memberOf, type PayerRules } from './payer-rules.ts';

const defaultDays = { syntax: 0.05, eligibility: 0.02 };

/** Answers a 270 by 271: who is covered on the day asked for, and what he pays himself. */
export const answerEligibility = (file: ReceivedFile, interchange: Interchange, office: Office): Answer[] => {
  const reading: Checked<EligibilityInquiryFile> = read270(file.text);
  if (!reading.success) {
    const faults = interchange.sets.map((_, index) => faultsOf(reading.findings, index + 1));
    return [acknowledgeSyntax(file, { interchange, faults, days: defaultDays.syntax }, office)];
  }
  const { inquiries, envelope: header } = reading.data;
  const payer = office.payers.get(inquiries[0]?.payer.id ?? '');
  const dueAt = dueAfter(file, payer?.answerDays.eligibility ?? defaultDays.eligibility, office);
  const today = dateOf(file.receivedAt);
  const known = inquiries.flatMap((inquiry) => {
    const asked = office.payers.get(inquiry.payer.id ?? '');
    return asked ? [respond(asked, inquiry, today)] : [];
  });
  const refusals = inquiries.filter(({ payer: { id } }) => !office.payers.has(id ?? '')).map(refuse);
  return [
    composeAnswer(file, {
      transaction: '271',
      part: 0,
      dueAt,
      header,
      write: (envelope) => write271({ envelope, responses: known, refusals }),
    }),
  ];
};

/** AAA03 79: invalid participant identification. */
const refuse = ({ payer }: EligibilityInquiry): EligibilityRefusal => ({
  level: 'payer',
  payer,
  validRequest: 'Y',
  reason: '79',
  followUp: 'C',
});

const respond = (payer: PayerRules, inquiry: EligibilityInquiry, today: string): EligibilityResponse => {
  const { subscriber, dependent } = inquiry;
  const member = memberOf(payer, subscriber.memberId);
  const day = inquiry.servicePeriod?.from ?? today;
  return {
    payer: inquiry.payer,
    provider: inquiry.provider,
    subscriber,
    dependent,
    traceNumber: inquiry.traceNumber,
    traceOriginator: inquiry.traceOriginator,
    rejections: member ? [] : [rejection(payer)],
    dates: member ? planDates(member) : [],
    benefits: member ? benefitsOf(member, coverageOn(member, day) === 'active') : [],
  };
};

/** 42 asks to try again later (R, resubmission allowed); 75 to correct the inquiry (C). */
const rejection = ({ unknownMemberReason: reason }: PayerRules) => ({
  validRequest: reason === '42' ? 'Y' : 'N',
  reason,
  followUp: reason === '42' ? 'R' : 'C',
});

const planDates = ({ activeFrom, activeTo }: Member): BenefitDate[] => [
  { qualifier: '346', from: activeFrom },
  ...(activeTo === undefined ? [] : [{ qualifier: '347', from: activeTo }]),
];

const benefit = (information: string, detail: Partial<Benefit> = {}): Benefit => ({
  information,
  serviceTypes: ['30'],
  dates: [],
  messages: [],
  ...detail,
});

const benefitsOf = (member: Member, active: boolean): Benefit[] => {
  if (!active) return [benefit('6')];
  const percent = member.coinsurancePercent;
  return [
    benefit('1'),
    ...amountBenefit('C', member.deductiblePerClaim),
    ...amountBenefit('B', member.copay),
    ...(percent === 0 ? [] : [benefit('A', { coverageLevel: 'IND', percent: String(percent / 100) })]),
  ];
};

const amountBenefit = (information: string, amount: Cents): Benefit[] =>
  amount === 0 ? [] : [benefit(information, { coverageLevel: 'IND', amount })];
