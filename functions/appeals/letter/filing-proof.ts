import { dateIn, type TimeZone } from '../../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { Claim, ClaimEvent, Submission } from '../../domain/claim.ts';
import { patientControlNumber } from '../../domain/ids.ts';

/** What shows that a transmission reached the payer, and when; what nobody answered is absent. */
export type FilingProof = {
  readonly submission: Submission;
  /** CLM01. */
  readonly claimNumber: string;
  readonly sentOn: CalendarDate;
  /** ISA13 of the file. */
  readonly interchange: string | undefined;
  /** A 999 accepted the file; the day is that on which it came. */
  readonly fileAccepted: { readonly on: CalendarDate | undefined } | undefined;
  /** The payer took the claim in: by which answer, and on which day that came. */
  readonly claimAccepted: { readonly by: string; readonly on: CalendarDate | undefined } | undefined;
  readonly payerNumbers: readonly string[];
};

/** The number of the file stands at the end of its key. */
const interchangeOf = ({ fileName = '' }: Submission): string | undefined =>
  /-(\d{9})\.\w+$/.exec(fileName)?.[1];

/** The transmissions of a claim that went out, each with the answers that are on record. */
export const proofOfFiling = (
  claim: Claim,
  history: readonly ClaimEvent[],
  zone: TimeZone,
): readonly FilingProof[] =>
  claim.submissions.flatMap((submission) => {
    const { number, sentAt, fileAccepted, acknowledgement } = submission;
    if (sentAt === undefined) return [];
    const dayOf = (type: string): CalendarDate | undefined => {
      const event = history.find((one) => one.type === type && one.detail.submission === number);
      return event && dateIn(zone, new Date(event.at));
    };
    const isAccepted = acknowledgement?.outcome === 'accepted';
    return [
      {
        submission,
        claimNumber: patientControlNumber(claim.claimId, number),
        sentOn: dateIn(zone, new Date(sentAt)),
        interchange: interchangeOf(submission),
        fileAccepted: fileAccepted ? { on: dayOf('file-accepted') } : undefined,
        claimAccepted: isAccepted ? { by: acknowledgement.source, on: dayOf('accepted') } : undefined,
        payerNumbers: submission.payerControlNumbers ?? [],
      },
    ];
  });

/** Whether somebody other than we said that it arrived. */
export const isProven = ({ fileAccepted, claimAccepted }: FilingProof): boolean =>
  fileAccepted !== undefined || claimAccepted !== undefined;
