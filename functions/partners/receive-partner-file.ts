import type { PartnerFile, TransactionName } from '../domain/partner-file.ts';
import { identifyTransaction } from '../edi/identify-transaction.ts';

/** Reads `partners/<partnerId>/inbound/<file>`; undefined for any other key. */
export const parseInboundKey = (key: string): { partnerId: string } | undefined => {
  const match = /^partners\/([a-z0-9-]{2,40})\/inbound\/[^/]+$/.exec(key);
  return match?.[1] ? { partnerId: match[1] } : undefined;
};

/** The answers that partners send us, by their transaction. */
export type AnswerName = Extract<TransactionName, '271' | '277' | '277CA' | '835' | '999' | 'TA1'>;

const answerNames: readonly string[] = ['271', '277', '277CA', '835', '999', 'TA1'] satisfies AnswerName[];

const isAnswer = (kind: string | undefined): kind is AnswerName =>
  kind !== undefined && answerNames.includes(kind);

/** Which reader a file needs; undefined when it is no answer that we read. */
export const answerOf = (text: string): AnswerName | undefined => {
  const kind = identifyTransaction(text)?.kind;
  return isAnswer(kind) ? kind : undefined;
};

export const unreadableFile = (partnerId: string, fileId: string, key: string, at: string): PartnerFile => ({
  partnerId,
  direction: 'inbound',
  fileId,
  key,
  transaction: 'unknown',
  outcome: 'unreadable',
  findings: [
    {
      code: 'unknown-file',
      path: '',
      detail: 'The file is not an X12 answer that is read here (271, 277, 277CA, 835, 999, TA1). It is kept.',
    },
  ],
  at,
});
