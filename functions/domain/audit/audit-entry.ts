import { z } from 'zod';
import { Actor } from '../actor.ts';
import { shortDigest } from '../digest.ts';
import { type AuditSubject, AuditSubjects } from './audit-subjects.ts';

/**
 * begun: a change was allowed and is about to be made; a second entry tells how it ended · allowed: done, or shown ·
 * refused: not permitted · not-found · failed: the request does not fit, or we failed.
 */
export const AuditOutcome = z.enum(['begun', 'allowed', 'refused', 'not-found', 'failed']);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/**
 * What for, in the words of the Privacy Rule (45 CFR 164.501, 164.524, 164.528): payment · operations: running the
 * practice · individual: at the request of the patient, who may know what is held and to whom it went.
 */
export const AuditPurpose = z.enum(['payment', 'operations', 'individual']);
export type AuditPurpose = z.infer<typeof AuditPurpose>;

/** The chain of requests for practices that there are not: no id of a practice can be it. */
export const nowhere = '-';

/** Who saw or changed what, when, why, from where, with what outcome. Of patients their ids alone. */
export const AuditEntry = z.object({
  practiceId: z.string().min(1),
  entryId: z.string().min(1).describe('begins with the instant, so that ids sort by time'),
  at: z.iso.datetime(),
  by: Actor,
  action: z.string().min(1).describe('the method and the path as the route is declared'),
  purpose: AuditPurpose,
  subjects: AuditSubjects,
  outcome: AuditOutcome,
  reason: z.string().optional().describe('in words of ours, where there is one'),
  source: z.string().describe('the address of the network that the request came from'),
  requestId: z.string().describe('names the request in our logs, too'),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Where a request came from, and what tells it from all others. */
export type RequestOrigin = { readonly requestId: string; readonly source: string; readonly at: string };

export type Audited = Pick<AuditEntry, 'practiceId' | 'by' | 'action' | 'purpose' | 'outcome'> & {
  readonly subjects: readonly AuditSubject[];
  readonly reason?: string | undefined;
};

/** Writes what a request did; whoever answers waits for it. Throws NotRecorded where it cannot be written. */
export type WriteAudit = (audited: Audited, origin: RequestOrigin) => Promise<void>;

/** An item of the table holds 400 KB; ids have up to some dozens of characters. */
const subjectsOfEntry = 2000;

/**
 * The entries of a request: one, or several where an answer names thousands of records. Their ids are made of the
 * request and the outcome, so that whatever is written again is the same entry.
 */
export const entriesOf = (
  { subjects, ...audited }: Audited,
  { requestId, source, at }: RequestOrigin,
): AuditEntry[] => {
  const count = Math.max(1, Math.ceil(subjects.length / subjectsOfEntry));
  const stage = audited.outcome === 'begun' ? 'begun' : 'ended';
  return Array.from({ length: count }, (_, part) => ({
    ...audited,
    entryId: `${at}~${shortDigest(JSON.stringify([requestId, audited.action, stage, part]))}`,
    at,
    source,
    requestId,
    subjects: subjects.slice(part * subjectsOfEntry, (part + 1) * subjectsOfEntry),
  })).map((entry) => AuditEntry.parse(JSON.parse(JSON.stringify(entry))));
};

/** What a status of HTTP says of a request that was let in. */
export const outcomeOf = (status: number): AuditOutcome => {
  if (status < 400) return 'allowed';
  if (status === 401 || status === 403) return 'refused';
  return status === 404 ? 'not-found' : 'failed';
};
