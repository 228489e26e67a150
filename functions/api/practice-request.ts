import { type HttpRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';

/** A request within one practice, which exists. */
export type PracticeRequest = HttpRequest & { readonly practiceId: string };

export type Respond = (request: PracticeRequest, records: PracticeRecords) => Promise<HttpResponse>;

export const notFound = (): HttpResponse =>
  json(404, { error: 'RecordNotFound', message: 'The practice has no such record' });

export const unnamedCaller = (): HttpResponse =>
  json(403, { error: 'CallerUnknown', message: 'Only a caller whom IAM names can decide' });
