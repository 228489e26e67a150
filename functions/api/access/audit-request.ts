import { isAudited } from '../../domain/audit/audit-declaration.ts';
import { type AuditEntry, type AuditOutcome, outcomeOf } from '../../domain/audit/audit-entry.ts';
import { subjectsIn } from '../../domain/audit/audit-subjects.ts';
import { BillingError } from '../../runtime/errors.ts';
import type { HttpRequest, HttpResponse } from '../../runtime/http-handler.ts';
import { isReplayed } from '../mechanics/carry-out-once.ts';
import type { PracticeRecords } from '../practice-records.ts';
import type { PracticeRoute } from '../practice-request.ts';

type Said = { readonly reason?: string; readonly answer?: string };

/** Writes an entry about one request. */
export type RequestAudit = (outcome: AuditOutcome, said?: Said) => Promise<void>;

/** The audit of one request: who asks in which practice is known, whether it is let in is not yet. */
export const auditOfRequest =
  (
    { method, path, audit: declared }: PracticeRoute,
    { origin, ...request }: Omit<HttpRequest, 'caller'>,
    who: Pick<AuditEntry, 'by' | 'practiceId'>,
    { audit }: Pick<PracticeRecords, 'audit'>,
  ): RequestAudit =>
  (outcome, { reason, answer = '' } = {}) => {
    const { fields, why } =
      declared === 'no-patient-data' ? { fields: undefined, why: 'operations' as const } : declared;
    const values = [request.path, request.query, parsed(request.body), parsed(answer)];
    const subjects = subjectsIn(values, fields);
    return audit({ ...who, action: `${method} ${path}`, purpose: why, subjects, outcome, reason }, origin);
  };

/**
 * Carries a request out that was let in, and writes what came of it before it is answered. A change is written before
 * it is made as well: if what came of it cannot be written, it still is not unknown.
 */
export const carryOutAudited = async (
  { method, audit: declared }: PracticeRoute,
  audit: RequestAudit,
  carryOut: () => Promise<HttpResponse>,
): Promise<HttpResponse> => {
  if (!isAudited(declared, method)) return carryOut();
  if (method !== 'GET') await audit('begun');
  try {
    const response = await carryOut();
    await audit(outcomeOf(response.status), { answer: response.body, ...said(response) });
    return response;
  } catch (error) {
    if (isOurs(error, 'NotRecorded')) throw error;
    await audit(isOurs(error, 'RecordNotFound') ? 'not-found' : 'failed');
    throw error;
  }
};

/** What was done before and is only answered again shows its records once more: that is an entry, and no second change. */
const said = (response: HttpResponse): Said => (isReplayed(response) ? { reason: 'answered again' } : {});

const isOurs = (error: unknown, name: BillingError['name']): boolean =>
  error instanceof BillingError && error.name === name;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON names no record; what the route makes of it is its answer
  }
};
