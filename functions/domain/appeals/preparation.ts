import type { Actor } from '../actor.ts';
import type { Claim } from '../claim.ts';
import { digestIn } from '../digest.ts';
import type { Finding } from '../finding.ts';
import type { Task } from '../task.ts';
import { type FilingException, mayAskException } from './filing-exception.ts';
import type { Offered } from './levels.ts';
import type { Packet, PacketAttachment } from './packet.ts';

/**
 * appeal: a decision is contested · records: documents go to a payer that asked for them · reopening: a payer is asked to
 * mend a clerical error in what it decided · exception: Medicare is asked to extend its limit for filing.
 */
export type PacketPurpose = 'appeal' | 'records' | 'reopening' | 'exception';

/** CARCs by which a payer asks for documents, missed them, or found them wanting. */
const documentReasons = ['163', '164', '226', '251', '252'];

export const asksForDocuments = (reason: string): boolean => documentReasons.includes(reason);

/** What a packet of a task would be for; undefined where nothing of it is sent to a payer. */
export const purposeOf = (task: Task): PacketPurpose | undefined => {
  const { kind, actions, reasons, limits } = task;
  if (actions.includes('appeal')) return 'appeal';
  if (mayAskException(task)) return 'exception';
  const mayReopen =
    kind === 'denial' && limits.some(({ name, action }) => name === 'reopening' && action === 'keep-waiting');
  const isAsked =
    kind === 'information-requested' ||
    reasons.some(({ code }) => asksForDocuments(code.replace(/^[A-Z]{2}-/, '')));
  if (!actions.includes('keep-waiting')) return undefined;
  return isAsked ? 'records' : mayReopen ? 'reopening' : undefined;
};

/**
 * The number that stands on documents and, where a claim announces them, in its PWK06: of the task, so that each request
 * has its own. Letters and digits only, for some portals take no hyphen.
 */
export const attachmentControlNumber = ({ claimId }: Claim, { taskId }: Pick<Task, 'taskId'>): string =>
  `${claimId}A${digestIn('23456789CDFHJKMNPQRTVWXY', taskId, 4)}`;

/** What a person sees who prepares a packet: the letter as it stands, what goes along, and what was made of both. */
export type Preparation = {
  readonly purpose: PacketPurpose;
  readonly levelName: string;
  readonly offered: Offered;
  readonly letter: string;
  readonly saved?: { readonly by: Actor; readonly at: string } | undefined;
  readonly unknowns: readonly string[];
  readonly attachments: readonly PacketAttachment[];
  /** Whether the note of the visit goes along; undefined where there is none. */
  readonly withNote: boolean | undefined;
  readonly attachmentControlNumber: string;
  /** Of a request for an exception: which one, once somebody has named it. */
  readonly exception?: FilingException | undefined;
  /** The packet of this letter and these attachments; one of former ones is gone. */
  readonly packet?: { readonly record: Packet; readonly link: string } | undefined;
};

export type PreparationForm = {
  readonly step: 'save' | 'make';
  readonly letter: string;
  /** Digests of attachments that no longer go along. */
  readonly remove: readonly string[];
  readonly withNote: boolean;
  readonly exception?: FilingException | undefined;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
};

/** What became of a step of preparing: how it stands then, and what is in its way. */
export type Prepared = { readonly preparation: Preparation; readonly findings: readonly Finding[] };

/** Preparing packets, as pages of tasks know it. */
export type PacketDesk = {
  readonly open: (task: Task, now: Date) => Promise<Preparation | undefined>;
  readonly work: (task: Task, form: PreparationForm, by: Actor, now: Date) => Promise<Prepared>;
  /** A link to a packet that was sent, for some minutes. */
  readonly linkTo: (packet: Packet) => Promise<string>;
};
