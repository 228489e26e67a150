import { post277ca, post999, postTa1 } from '../acknowledgements/post-acknowledgements.ts';
import { addClaim, findClaim } from '../adapters/claim-store.ts';
import { readWithin } from '../adapters/documents.ts';
import { listFound } from '../adapters/outbox/found-sent-store.ts';
import { findPartnerFile, savePartnerFile } from '../adapters/partner-file-store.ts';
import { contractRecords, postingEffects } from '../adapters/posting-effects.ts';
import { practicesOf } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { post277 } from '../claim-status/post-claim-status.ts';
import { followAllowed } from '../contracts/follow-allowed.ts';
import { openForwardedClaim } from '../coordination/bill-next-payer.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import { post271 } from '../eligibility/post-eligibility.ts';
import { stage835 } from '../remittance/staging/stage-remittances.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { withdrawOutdated } from '../tasks/withdraw-outdated.ts';
import { askBillers } from './ask-billers.ts';
import { type ReceivePartnerFileEffects, receivePartnerFile } from './receive-partner-file.ts';

const effects: ReceivePartnerFileEffects = {
  readObject: (key, mostBytes) => readWithin('exchange', key, mostBytes),
  findPartnerFile,
  savePartnerFile,
  listFound,
  readers: {
    '271': post271,
    '277': post277,
    '277CA': post277ca,
    '835': stage835,
    '999': post999,
    TA1: postTa1,
  },
  posting: {
    ...postingEffects,
    forwardedClaim: (claim) => openForwardedClaim(claim, new Date(), { addClaim, findClaim }),
    followAllowed: (claim) =>
      followAllowed(claim, new Date(), {
        ...contractRecords,
        raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
      }),
    withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
    raiseTask: askBillers(practicesOf, (draft, subject) => raiseTask(draft, subject, taskEffects)),
  },
  unreadable: (file) => logger.warn('A partner file is no answer that is read here; it is kept', file),
  posted: (file) => logger.info('Partner file posted', file),
};

export const handler = queueHandler(ObjectCreated, ({ detail: { object } }) =>
  receivePartnerFile(object.key, new Date(), effects),
);
