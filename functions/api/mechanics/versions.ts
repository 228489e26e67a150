import type { Checked, Finding } from '../../domain/finding.ts';
import type { Page } from '../../domain/paging/page.ts';
import { type SeenVersions, versionNotNamed, versionStale } from '../../domain/practice/seen-versions.ts';
import { type HttpRequest, type HttpResponse, json, problem } from '../../runtime/http-handler.ts';
import type { ListPage } from './list-page.ts';

/** 200 with a record and, as its ETag, the version in which it stands. */
export const jsonAt = (version: string | number, body: unknown, status = 200): HttpResponse => {
  const response = json(status, body);
  return { ...response, headers: { ...response.headers, etag: `"${version}"` } };
};

/** The versions of something that is only ever added to: the latest is the one that an edit is made of, 0 where none is. */
export const versionsAnswer = (
  { asked, answer }: ListPage,
  page: Page<{ readonly version: number }>,
  beside?: Readonly<Record<string, unknown>>,
): HttpResponse => {
  const response = answer(page, beside);
  if (asked.after !== undefined) return response;
  return { ...response, headers: { ...response.headers, etag: `"${page.items[0]?.version ?? 0}"` } };
};

/** A list of entity tags (RFC 9110): quoted, and of weak ones, which no version of ours is. */
const tags = /^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/;
const tag = /(W\/)?"([^"]*)"/g;

/** The versions that a request says it was made of. */
export const seenBy = ({ headers }: Pick<HttpRequest, 'headers'>): Checked<SeenVersions> => {
  const sent = headers['if-match']?.trim();
  if (sent === undefined) return { success: true, data: [] };
  if (sent === '*') return { success: true, data: ['*'] };
  if (!tags.test(sent)) return { success: false, findings: [malformed] };
  const named = [...sent.matchAll(tag)].map(([, weak = '', version = '']) => weak + version);
  return { success: true, data: named };
};

const malformed: Finding = {
  code: 'etag-malformed',
  path: 'If-Match',
  detail: 'Send the ETag as it was given, in its quotation marks',
};

/** 428 or 412 where a version is against an edit; undefined where the findings are about something else. */
export const refusedVersion = (findings: readonly Finding[]): HttpResponse | undefined => {
  const codes = findings.map(({ code }) => code);
  if (codes.includes(versionNotNamed))
    return problem('VersionNotNamed', { detail: 'The edit names no version', findings });
  if (codes.includes(versionStale))
    return problem('VersionStale', { detail: 'It was changed since it was read', findings });
  return undefined;
};
