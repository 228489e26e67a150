import { post277ca, post999, postTa1 } from '../acknowledgements/post-acknowledgements.ts';
import { readObject } from '../adapters/documents.ts';
import { findPartnerFile, savePartnerFile } from '../adapters/partner-file-store.ts';
import { postingEffects } from '../adapters/posting-effects.ts';
import { practicesPaid } from '../adapters/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { post277 } from '../claim-status/post-claim-status.ts';
import { contentDigest } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { splitInterchanges } from '../edi/envelope/split-interchanges.ts';
import { post271 } from '../eligibility/post-eligibility.ts';
import { post835 } from '../remittance/post-remittances.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { describePartnerFile } from './describe-partner-file.ts';
import { type AnswerName, answerOf, parseInboundKey, unreadableFile } from './receive-partner-file.ts';

type Post = (file: ReceivedFile, effects: PostingEffects) => Promise<Finding[]>;

const posts: Record<AnswerName, Post> = {
  '271': post271,
  '277': post277,
  '277CA': post277ca,
  '835': post835,
  '999': post999,
  TA1: postTa1,
};

const effects: PostingEffects = {
  ...postingEffects,
  raiseTask: async (draft, payee, taskId) => {
    for (const { practiceId } of await practicesPaid(payee)) {
      await raiseTask(draft, { practiceId, taskId: `${taskId}-${practiceId}` }, taskEffects);
    }
  },
};

const tellBillers = (
  findings: readonly Finding[],
  { partnerId, fileId }: { partnerId: string; fileId: string },
  objectKey: string,
): Promise<void> =>
  effects.raiseTask(
    describePartnerFile(objectKey.split('/').at(-1) ?? '', findings),
    { partnerId, id: '' },
    `file-${fileId}`,
  );

/** Posts each file once; a file that failed halfway is posted again, which changes only what is missing. */
export const handler = queueHandler(ObjectCreated, async ({ detail: { object } }) => {
  const key = parseInboundKey(object.key);
  if (!key) return;
  const body = await readObject('exchange', object.key);
  const fileId = contentDigest(body);
  if (await findPartnerFile(key.partnerId, 'inbound', fileId)) return;
  const at = new Date().toISOString();
  const text = new TextDecoder().decode(body);
  const transaction = answerOf(text);
  if (!transaction) {
    logger.warn('A partner file is no answer that is read here; it is kept', { ...key, fileId });
    const file = unreadableFile(key.partnerId, fileId, object.key, at);
    await tellBillers(file.findings, { ...key, fileId }, object.key);
    await savePartnerFile(file);
    return;
  }
  const findings: Finding[] = [];
  for (const interchange of splitInterchanges(text)) {
    findings.push(...(await posts[transaction]({ ...key, fileId, text: interchange }, effects)));
  }
  // An 835 tells of its own findings, payment by payment.
  if (findings.length > 0 && transaction !== '835')
    await tellBillers(findings, { ...key, fileId }, object.key);
  const outcome = findings.length > 0 ? 'findings' : 'processed';
  await savePartnerFile({
    ...key,
    direction: 'inbound',
    fileId,
    key: object.key,
    transaction,
    outcome,
    findings: findings.map(({ code, path, detail }) => ({ code, path, detail })),
    at,
  });
  logger.info('Partner file posted', { ...key, fileId, transaction, findings: findings.length });
});
