import type { z } from 'zod';
import type { Need, Permission } from '../domain/access/permissions.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditDeclaration } from '../domain/audit/audit-declaration.ts';
import type { SeenVersions } from '../domain/practice/seen-versions.ts';
import { type HttpRequest, type HttpResponse, type HttpRoute, problem } from '../runtime/http-handler.ts';
import type { ListPage } from './mechanics/list-page.ts';
import type { PracticeRecords } from './practice-records.ts';

/** A request within one practice, which exists, by a member of it who may make it. */
export type PracticeRequest = Omit<HttpRequest, 'caller'> & {
  readonly practiceId: string;
  /** In whose name it is done: never what a body says. */
  readonly by: Actor;
  /** Whether the member may do something beside what the route itself needs. */
  readonly may: (permission: Permission) => boolean;
  /** The versions that an edit says it was made of (If-Match). */
  readonly seen: SeenVersions;
};

export type Respond = (request: PracticeRequest, records: PracticeRecords) => Promise<HttpResponse>;

/** The same of a list: with the page of it that is asked for. */
export type RespondWithPage = (
  request: PracticeRequest & { readonly page: ListPage },
  records: PracticeRecords,
) => Promise<HttpResponse>;

/** What is needed where what is sent decides about it. */
export type PermissionBySent = {
  /** All that it may be: one of these lets nobody do everything. */
  readonly among: Need;
  /** What decides, in words. */
  readonly told: string;
  readonly of: (sent: Pick<HttpRequest, 'body'>) => Need;
};

type RouteTold = {
  readonly method: HttpRoute['method'];
  /** Within `/v1/practices/{practiceId}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly permission: Permission | PermissionBySent;
  readonly audit: AuditDeclaration;
  readonly query?: z.ZodType;
  /** Of the JSON that is sent; none where the route takes none. */
  readonly body?: z.ZodType;
  /** The bytes that its body may have. @default those of a record */
  readonly mostBytes?: number;
  /**
   * Of a POST: why sending it twice does nothing twice, in words.
   * @default it would: a key is asked for (Idempotency-Key)
   */
  readonly repeat?: string;
  /** Of a POST whose answer is kept nowhere, a secret for one: what a repeat is told in its place. */
  readonly shownOnce?: string;
  /** Whether its answer names the version of the record (ETag), and whether an edit has to (If-Match). */
  readonly version?: 'shown' | 'asked';
  /** What comes back when all is well. */
  readonly answer: {
    readonly status: number;
    /** Of what is taken and not done yet, or was done before. */
    readonly orStatus?: number;
    /** What that status means, where it is not the summary. */
    readonly orTold?: string;
    readonly body: z.ZodType;
  };
};

/**
 * A route of a practice's own records, with all that is said of it: whoever adds one says who may call it, and
 * whose records it shows. A list says in which order, that of an index, and is read a page at a time.
 */
export type PracticeRoute = RouteTold &
  (
    | { readonly list?: undefined; readonly handler: Respond }
    | { readonly list: string; readonly handler: RespondWithPage }
  );

export const notFound = (): HttpResponse =>
  problem('RecordNotFound', { detail: 'The practice has no such record' });

/** 403: a member whose roles, or whose token, do not reach so far. */
export const notPermitted = (need: Need): HttpResponse =>
  problem('NotPermitted', { detail: `This needs the permission to ${need.join(' or to ')}` });
