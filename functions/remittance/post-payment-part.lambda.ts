import { addClaim, findClaim } from '../adapters/claim-store.ts';
import { readPart } from '../adapters/payments/payment-part-objects.ts';
import { contractRecords, postingEffects } from '../adapters/posting-effects.ts';
import { practicesOf } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { followAllowed } from '../contracts/follow-allowed.ts';
import { openForwardedClaim } from '../coordination/bill-next-payer.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { askBillers } from '../partners/ask-billers.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { withdrawOutdated } from '../tasks/withdraw-outdated.ts';
import { postPart } from './post-part.ts';

const effects: PostingEffects = {
  ...postingEffects,
  forwardedClaim: (claim) => openForwardedClaim(claim, new Date(), { addClaim, findClaim }),
  followAllowed: (claim) =>
    followAllowed(claim, new Date(), {
      ...contractRecords,
      raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
    }),
  withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
  raiseTask: askBillers(practicesOf, (draft, subject) => raiseTask(draft, subject, taskEffects)),
};

export const handler = queueHandler(ObjectCreated, async ({ detail: { object } }) =>
  postPart(await readPart(object.key), effects),
);
