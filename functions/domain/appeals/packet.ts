import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import { DeliveryWay } from '../contract/appeal-level.ts';
import { ReportType } from '../visit/service-facts.ts';
import { FilingException } from './filing-exception.ts';

/** A packet as it lies in the intake bucket: written once, under a key without PHI, and known by its digest. */
export const Packet = z.object({
  key: z.string(),
  digest: z.string().describe('SHA-256 of its bytes, hexadecimal'),
  pages: z.int().min(1),
  madeAt: z.string(),
  made: z.string().describe('digest of what it was made of: something else makes another packet'),
});
export type Packet = z.infer<typeof Packet>;

/** That something was sent: which way, on which day, and what the payer confirmed it with. */
export const Sent = z.object({
  way: DeliveryWay,
  on: CalendarDate,
  confirmation: z.string().max(80).optional().describe('of a portal, a fax or a parcel'),
  packet: Packet.optional().describe('what was sent, where it was made here'),
  exception: FilingException.optional().describe(
    'of a request for one: why the limit for filing is extended',
  ),
  reportType: ReportType.optional().describe('PWK01 of documents that go with a corrected claim; else OZ'),
});
export type Sent = z.infer<typeof Sent>;

export const AttachmentKind = z.enum(['pdf', 'png', 'jpeg']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** A document that goes along: a file as it was uploaded. */
export const PacketAttachment = z.object({
  key: z.string(),
  name: z.string().min(1).max(120).describe('what the file was called, for the table of contents'),
  kind: AttachmentKind,
  digest: z.string(),
  by: DecidingActor,
  at: z.string(),
});
export type PacketAttachment = z.infer<typeof PacketAttachment>;

/**
 * What a person prepares on a task before it is sent: the letter as they wrote it, what goes along, and the packet that
 * was made of both. It stays with the task: whoever opens it again finds it.
 */
export const PacketDraft = z.object({
  taskId: z.string(),
  practiceId: z.string(),
  claimId: z.string(),
  version: z.int().min(0).describe('counts what was saved'),
  letter: z.string().max(20_000).optional().describe('absent as long as nobody changed the draft'),
  letterBy: DecidingActor.optional(),
  letterAt: z.string().optional(),
  attachments: z.array(PacketAttachment).max(20).default([]),
  withNote: z.boolean().default(true).describe('whether the note of the visit goes along'),
  exception: FilingException.optional().describe('that is asked for, of the limit for filing'),
  packet: Packet.optional(),
});
export type PacketDraft = z.infer<typeof PacketDraft>;
