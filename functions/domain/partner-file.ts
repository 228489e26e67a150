import { z } from 'zod';
import { UnwritableValue } from '../edi/text/segment-writer.ts';
import { type Checked, Finding } from './finding.ts';
import { parsePatientControlNumber, type Transmission } from './ids.ts';

export const TransactionName = z.enum([
  '837P',
  '270',
  '276',
  '271',
  '277',
  '277CA',
  '835',
  '999',
  'TA1',
  'appeal',
  'documents',
  'unknown',
]);
export type TransactionName = z.infer<typeof TransactionName>;

/** A transaction set of a file of ours: its number (ST02, BHT03) and the claims in it by CLM01, in their order. */
export const SentSet = z.object({ controlNumber: z.string(), claims: z.array(z.string()).min(1) });
export type SentSet = z.infer<typeof SentSet>;

/** What answers for a file as a whole; a 277CA answers for each of its claims. */
export const FileAnswer = z.enum(['TA1', '999']);
export type FileAnswer = z.infer<typeof FileAnswer>;

/** A file exchanged with a trading partner; its body lies in the exchange bucket under `key`. */
export const PartnerFile = z.object({
  partnerId: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  fileId: z.string().describe('outbound: the interchange control number; inbound: digest of the content'),
  key: z.string(),
  transaction: TransactionName.describe('inbound: the first answer that is read'),
  transactions: z
    .array(TransactionName)
    .optional()
    .describe('inbound: all that it holds; files from before this field hold what `transaction` says'),
  practiceId: z.string().optional(),
  purpose: z.string().optional().describe('outbound: what the file is for, which names it alone'),
  claimId: z.string().optional().describe('the claim that an outbound file is about'),
  submissionNumber: z.int().optional(),
  outboxId: z.string().optional().describe('outbound: where the claims of a batch waited'),
  sets: z.array(SentSet).optional().describe('outbound: what a batch of claims is made of'),
  answered: z
    .array(FileAnswer)
    .optional()
    .describe('outbound: which answers about the file as a whole have come'),
  outcome: z.enum(['sent', 'processed', 'findings', 'unreadable']),
  findings: z.array(Finding),
  at: z.string(),
});
export type PartnerFile = z.infer<typeof PartnerFile>;

/** What cannot be read in a file of ours, and so is said beside it: with it the file alone tells its whole record. */
const FileFacts = PartnerFile.pick({ practiceId: true, purpose: true, claimId: true, outboxId: true }).extend(
  {
    submissionNumber: z.coerce.number().int().optional(),
    at: z.string().optional(),
  },
);
type FileFacts = z.infer<typeof FileFacts>;

const factNames = {
  practiceId: 'practice',
  purpose: 'purpose',
  claimId: 'claim',
  submissionNumber: 'submission',
  outboxId: 'outbox',
  at: 'at',
} as const satisfies Readonly<Record<keyof FileFacts, string>>;

const factFields = Object.keys(factNames) as readonly (keyof FileFacts)[];

/** The facts of a file of ours, by the names that its object has them under. */
export const factsOf = (file: PartnerFile): Readonly<Record<string, string>> =>
  Object.fromEntries(
    factFields.flatMap((field) =>
      file[field] === undefined ? [] : [[factNames[field], String(file[field])]],
    ),
  );

/** What an object says beside a file of ours; files from before they said anything say nothing. */
export const readFacts = (facts: Readonly<Record<string, string>>): FileFacts =>
  FileFacts.parse(Object.fromEntries(factFields.map((field) => [field, facts[factNames[field]]])));

/** The transmissions of claims that a file of ours holds: those of all its sets, or the one that it is for. */
export const transmissionsIn = ({ sets, claimId, submissionNumber }: PartnerFile): Transmission[] => {
  if (sets) return sets.flatMap(transmissionsOfSet);
  return claimId && submissionNumber ? [{ claimId, submissionNumber }] : [];
};

export const transmissionsOfSet = ({ claims }: SentSet): Transmission[] =>
  claims.flatMap((number) => parsePatientControlNumber(number) ?? []);

/** Renders a file; given the same control number and instant it must give the same bytes. */
export type RenderFile = (controlNumber: number, createdAt: string) => string;

/** A file for a trading partner. The same purpose names the same file, however often it is sent. */
export type OutboundFile = {
  readonly partnerId: string;
  readonly practiceId: string;
  readonly transaction: TransactionName;
  readonly purpose: string;
  readonly claimId: string;
  readonly submissionNumber: number;
  readonly render: RenderFile;
  /** A PDF beside the file, under the same name: it is there before the file is. */
  readonly enclosure?: Uint8Array;
};

/** Leaves a file for its partner, once for each purpose, and returns its record. */
export type SendToPartner = (file: OutboundFile) => Promise<PartnerFile>;

/**
 * Renders a file on trial, before a control number is spent on it: the text, or a finding on the value that X12
 * cannot carry.
 */
export const tryRendering = (render: RenderFile, now: Date): Checked<string> => {
  try {
    return { success: true, data: render(1, now.toISOString()) };
  } catch (error) {
    if (!(error instanceof UnwritableValue)) throw error;
    return { success: false, findings: [{ code: error.element, path: '', detail: error.message }] };
  }
};
