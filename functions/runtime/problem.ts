import type { Finding } from '../domain/finding.ts';

/** Why the API does not carry a request out. */
export type ProblemName =
  | 'InvalidInput'
  | 'NotSignedIn'
  | 'NotPermitted'
  | 'RecordNotFound'
  | 'ConcurrentChange'
  | 'Contradiction'
  | 'RequestRunning'
  | 'OutcomeUnknown'
  | 'AnswerNotKept'
  | 'VersionStale'
  | 'TooLarge'
  | 'KeyReused'
  | 'VersionNotNamed'
  | 'TooManyRequests'
  | 'NotRecorded'
  | 'InternalError';

/** What is the same of every request that is refused so; `next` says what the caller does about it. */
type ProblemKind = { readonly status: number; readonly title: string; readonly next: string };

export const problemKinds: Readonly<Record<ProblemName, ProblemKind>> = {
  InvalidInput: {
    status: 400,
    title: 'The request does not fit',
    next: 'Mend what the findings name, and send the request again',
  },
  NotSignedIn: {
    status: 401,
    title: 'No access token',
    next: 'Send an access token of the user pool as "Authorization: Bearer …"',
  },
  NotPermitted: {
    status: 403,
    title: 'Not permitted',
    next: 'Ask an administrator of the practice for the role, or for the scope of the program',
  },
  RecordNotFound: {
    status: 404,
    title: 'No such record',
    next: 'Check the ids in the path, and that you are a member of the practice',
  },
  ConcurrentChange: {
    status: 409,
    title: 'Changed or decided meanwhile',
    next: 'Read the record again, and decide on what it says now',
  },
  Contradiction: {
    status: 409,
    title: 'The records say otherwise',
    next: 'Compare what is sent with the record, and say which of them is right',
  },
  RequestRunning: {
    status: 409,
    title: 'The same request is running',
    next: 'Send it again in some seconds, under the same Idempotency-Key: it is answered as the first one was',
  },
  OutcomeUnknown: {
    status: 409,
    title: 'Nobody knows whether it was done',
    next: 'Read the record; if it was not done, send it again under another Idempotency-Key',
  },
  AnswerNotKept: {
    status: 409,
    title: 'It was done, and its answer is kept nowhere',
    next: 'Read the record; what was shown once, ask for anew under another Idempotency-Key',
  },
  VersionStale: {
    status: 412,
    title: 'Changed since it was read',
    next: 'Read the record again, decide on what it says now, and send its ETag as If-Match',
  },
  TooLarge: {
    status: 413,
    title: 'The body is too large',
    next: 'Cut it, and send the pieces one after another',
  },
  KeyReused: {
    status: 422,
    title: 'The key named another request',
    next: 'Send each request under an Idempotency-Key of its own, and a repeat just as the first was',
  },
  VersionNotNamed: {
    status: 428,
    title: 'The edit names no version',
    next: 'Read the record, and send its ETag as If-Match with the edit',
  },
  TooManyRequests: {
    status: 429,
    title: 'Too many requests of this client',
    next: 'Wait as many seconds as Retry-After says, and send it again',
  },
  NotRecorded: {
    status: 503,
    title: 'Who asks could not be recorded',
    next: 'Send the same request again in a minute',
  },
  InternalError: {
    status: 500,
    title: 'Something failed on our side',
    next: 'Send the same request again in a minute',
  },
};

/** What mends one finding, where more can be said than the finding itself says. */
const nextSteps: Readonly<Record<string, string>> = {
  'not-json': 'Send JSON, with the content type application/json',
  unrecognized_keys: 'Leave the field out, or look its name up in /v1/docs',
  invalid_type: 'Send the field in the form that /v1/docs gives',
  invalid_value: 'Send one of the values that /v1/docs lists for the field',
  invalid_format: 'Send the field in the form that /v1/docs gives',
  'unknown-payer': 'Enter the payer with its contract first, or name one of the practice',
  'too-long': 'Cut it, and send the pieces one after another',
  'cursor-unknown': 'Send next as it was given, with the query of the page before; or begin without a cursor',
  'cursor-old': 'Begin the list again, without a cursor',
  'key-missing': 'Make up a key, a UUID for example, and send it as Idempotency-Key; a repeat under the same',
  'key-malformed': 'Send 8 to 200 characters without spaces, a UUID for example',
  'etag-malformed': 'Send the ETag of the record as If-Match, quotation marks and all',
};

/** One thing that is wrong with a request: in which field, what, and what to do about it where that is known. */
const told = ({ path, code, detail, ...more }: Finding) => ({
  ...more,
  field: path,
  code,
  detail,
  ...(nextSteps[code] && { next: nextSteps[code] }),
});

export type ProblemDetails = {
  /** In a sentence, of this request: no PHI, and no value that was sent. */
  readonly detail: string;
  readonly findings?: readonly Finding[];
  /** What else the caller is shown, the record as it stands. */
  readonly beside?: Readonly<Record<string, unknown>>;
};

/** Problem details for HTTP APIs (RFC 9457); the type leads to the words about it on the page of the API. */
export const problemOf = (name: ProblemName, { detail, findings = [], beside = {} }: ProblemDetails) => {
  const { status, title, next } = problemKinds[name];
  return { ...beside, type: `/v1/docs#${name}`, title, status, detail, next, findings: findings.map(told) };
};
