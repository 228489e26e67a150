import type { z } from 'zod';
import type { Need, Permission } from '../domain/access/permissions.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditDeclaration } from '../domain/audit/audit-declaration.ts';
import { type HttpRequest, type HttpResponse, type HttpRoute, problem } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';

/** A request within one practice, which exists, by a member of it who may make it. */
export type PracticeRequest = Omit<HttpRequest, 'caller'> & {
  readonly practiceId: string;
  /** In whose name it is done: never what a body says. */
  readonly by: Actor;
  /** Whether the member may do something beside what the route itself needs. */
  readonly may: (permission: Permission) => boolean;
};

export type Respond = (request: PracticeRequest, records: PracticeRecords) => Promise<HttpResponse>;

/** What is needed where what is sent decides about it. */
export type PermissionBySent = {
  /** All that it may be: one of these lets nobody do everything. */
  readonly among: Need;
  /** What decides, in words. */
  readonly told: string;
  readonly of: (sent: Pick<HttpRequest, 'body'>) => Need;
};

/** A route of a practice's own records, with all that is said of it: whoever adds one says who may call it, and whose records it shows. */
export type PracticeRoute = {
  readonly method: HttpRoute['method'];
  /** Within `/v1/practices/{practiceId}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly permission: Permission | PermissionBySent;
  readonly audit: AuditDeclaration;
  readonly query?: z.ZodType;
  /** Of the JSON that is sent; none where the route takes none. */
  readonly body?: z.ZodType;
  /** What comes back when all is well. */
  readonly answer: {
    readonly status: number;
    /** Of what is taken and not done yet, or was done before. */
    readonly orStatus?: number;
    /** What that status means, where it is not the summary. */
    readonly orTold?: string;
    readonly body: z.ZodType;
  };
  readonly handler: Respond;
};

export const notFound = (): HttpResponse =>
  problem('RecordNotFound', { detail: 'The practice has no such record' });

/** 403: a member whose roles, or whose token, do not reach so far. */
export const notPermitted = (need: Need): HttpResponse =>
  problem('NotPermitted', { detail: `This needs the permission to ${need.join(' or to ')}` });
