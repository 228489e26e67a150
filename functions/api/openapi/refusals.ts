import { z } from 'zod';
import { called } from '../../domain/field.ts';
import { type ProblemName, problemKinds } from '../../runtime/problem.ts';
import { takesKey } from '../mechanics/carry-out-once.ts';
import type { PracticeRoute } from '../practice-request.ts';
import { ShownTask } from '../task-routes.ts';

const ToldFinding = called(
  'ProblemFinding',
  z.looseObject({
    field: z.string().describe('where it is in what was sent, "lines.0.units"; empty: in the whole'),
    code: z.string(),
    detail: z.string().describe('what is wrong, for a person'),
    next: z.string().optional().describe('what to do about it'),
  }),
);

/** Problem details (RFC 9457). */
export const Problem = called(
  'Problem',
  z.object({
    type: z.string().describe('leads to the words about it on the page of the API'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    next: z.string().describe('what to do about it'),
    findings: z.array(ToldFinding),
  }),
);

/** With what somebody or something else has made of the record meanwhile, where that is a task. */
export const Conflict = called(
  'Conflict',
  Problem.extend({
    task: ShownTask.optional().describe('as it stands'),
    undo: z.looseObject({ kind: z.string() }).optional().describe('why a decision is not taken back'),
  }),
);

/** What API Gateway answers before a request comes to us. */
export const GatewayRefusal = called('GatewayRefusal', z.looseObject({ message: z.string() }));

/** What tells which refusals are a route's. */
type WritingRoute = Pick<PracticeRoute, 'method' | 'version'>;

export type Refusal = {
  readonly name: string;
  readonly status: number;
  readonly told: string;
  readonly schemas: Readonly<Record<string, string>>;
  /** @default every route */
  readonly of?: (route: WritingRoute) => boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

const problemJson = 'application/problem+json';

const ours = (name: ProblemName, more: Partial<Refusal> = {}): Refusal => {
  const { status, title, next } = problemKinds[name];
  return { name, status, told: `${title}. ${next}.`, schemas: { [problemJson]: 'Problem' }, ...more };
};

const writes = ({ method }: WritingRoute): boolean => method !== 'GET';
const edits = ({ version }: WritingRoute): boolean => version === 'asked';

const ofGateway = { 'application/json': 'GatewayRefusal' } as const;

/** Every answer that is none of a route's own. */
export const refusals: readonly Refusal[] = [
  ours('InvalidInput'),
  ours('NotSignedIn', { schemas: { [problemJson]: 'Problem', ...ofGateway } }),
  ours('NotPermitted'),
  ours('RecordNotFound'),
  ours('ConcurrentChange', {
    name: 'Conflict',
    told: 'Somebody changed or decided it meanwhile, the records say otherwise, or the same request is running. Read the record again.',
    schemas: { [problemJson]: 'Conflict' },
    of: writes,
  }),
  ours('VersionStale', { of: edits }),
  ours('TooLarge', { of: writes, schemas: { [problemJson]: 'Problem', ...ofGateway } }),
  ours('KeyReused', { of: takesKey }),
  ours('VersionNotNamed', { of: edits }),
  ours('TooManyRequests', {
    schemas: { [problemJson]: 'Problem', ...ofGateway },
    headers: { 'Retry-After': 'seconds until the next request is taken' },
  }),
  ours('InternalError', { schemas: { [problemJson]: 'Problem', ...ofGateway } }),
  ours('NotRecorded', {
    name: 'NotAvailable',
    told: 'Nobody answered in time, or who asks could not be recorded. Send it again in a minute.',
    schemas: { [problemJson]: 'Problem', ...ofGateway },
  }),
];
