import { z } from 'zod';
import type { InterchangeHeader } from '../../edi/envelope/interchange-header.ts';
import { clockTimeIn } from '../calendar/time-zone.ts';
import type { Payer } from '../payer.ts';

const Id = z.string().min(2).max(15);
const Qualifier = z.string().regex(/^[A-Z0-9]{2}$/);

/**
 * How a practice, or the company that bills for it, is enrolled with a trading partner: the names and numbers on the
 * outside of every file between them. They are the partner's to give, and seldom the tax id.
 */
export const PartnerEnrolment = z.strictObject({
  partnerId: z.string().regex(/^[a-z0-9-]{2,40}$/),
  submitterId: Id.describe('ISA06, GS02 and 1000A'),
  submitterQualifier: Qualifier.default('ZZ').describe('ISA05'),
  submitterName: z.string().min(1).max(60).optional().describe('1000A: @default the practice'),
  receiverId: Id.describe('ISA08, GS03 and 1000B: the clearinghouse, or the payer itself'),
  receiverQualifier: Qualifier.default('ZZ').describe('ISA07'),
  receiverName: z.string().min(1).max(60).optional().describe('1000B: @default the payer'),
  usage: z.enum(['production', 'test']).default('production').describe('ISA15'),
  contactName: z.string().min(1).max(60).optional(),
  contactPhone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  batchClaims: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('claims in a file at most, 1 where the partner takes one claim a file: @default 100'),
  batchMinutes: z
    .int()
    .min(0)
    .max(1440)
    .optional()
    .describe('how long a claim waits for others to fill its file: @default 30'),
  interchangeAnswerDays: z
    .number()
    .positive()
    .optional()
    .describe('until the TA1 of a file is missed: @default none is expected'),
  takesPackets: z
    .boolean()
    .optional()
    .describe(
      'whether it hands on appeals and documents (PDF), where a contract sends them by it: @default true',
    ),
  fileAnswerDays: z.number().positive().optional().describe('until the 999 of a file is missed: @default 1'),
});
export type PartnerEnrolment = z.infer<typeof PartnerEnrolment>;

/** A practice as far as its files say who sends them. */
type Sender = {
  readonly name: string;
  readonly taxId: string;
  readonly phone: string;
  readonly timeZone: string;
  readonly partners: readonly PartnerEnrolment[];
};

/** The enrolment for a payer's partner; without one the practice sends by its tax id, and the contract names the receiver. */
export const enrolmentFor = (practice: Sender, payer: Payer): PartnerEnrolment =>
  practice.partners.find(({ partnerId }) => partnerId === payer.partnerId) ?? {
    partnerId: payer.partnerId,
    submitterId: practice.taxId,
    submitterQualifier: 'ZZ',
    receiverId: payer.receiverId,
    receiverQualifier: 'ZZ',
    usage: 'production',
  };

/**
 * How claims are gathered into files. Unless the enrolment asks for one claim a file, they are: partners count, price and
 * name files. Half an hour costs nothing where a 999 takes a day, and of a hundred claims a person sees what they are.
 */
export const gatheringOf = ({ batchClaims = 100, batchMinutes = 30 }: PartnerEnrolment) => ({
  batchClaims,
  batchMinutes,
});

/** Until when the partner answers for a file as a whole, in days of 24 hours; TA1s come only from some. */
export const fileAnswersOf = ({ interchangeAnswerDays, fileAnswerDays = 1 }: PartnerEnrolment) => ({
  TA1: interchangeAnswerDays,
  '999': fileAnswerDays,
});

/** Whom the partner may ask about files. */
export const contactOf = (
  { contactName, contactPhone }: PartnerEnrolment,
  { phone }: Pick<Sender, 'phone'>,
) => ({
  name: contactName ?? 'BILLING OFFICE',
  numbers: [{ qualifier: 'TE', number: contactPhone ?? phone }],
});

/**
 * Who sends to whom on every file of ours, as the partner enrolled them. Date and time are those of the practice's
 * clocks: in UTC a file of the evening would be dated tomorrow, and Medicare's contractors refuse a future date in GS04.
 */
export const interchangeHeader = (
  practice: Sender,
  payer: Payer,
  controlNumber: number,
  createdAt: string,
): InterchangeHeader => {
  const { submitterQualifier, submitterId, receiverQualifier, receiverId, usage } = enrolmentFor(
    practice,
    payer,
  );
  return {
    senderQualifier: submitterQualifier,
    senderId: submitterId,
    receiverQualifier,
    receiverId,
    controlNumber,
    createdAt: clockTimeIn(practice.timeZone, new Date(createdAt)),
    usage: usage === 'production' ? 'P' : 'T',
  };
};
