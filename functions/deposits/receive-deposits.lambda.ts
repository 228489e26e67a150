import { readWithin } from '../adapters/documents.ts';
import { addDeposit } from '../adapters/payments/deposit-store.ts';
import { findPractice } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type ReceiveDepositsEffects, receiveDeposits } from './receive-deposits.ts';

const effects: ReceiveDepositsEffects = {
  findPractice,
  readObject: (key, mostBytes) => readWithin('intake', key, mostBytes),
  addDeposit,
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  leftAlone: () => logger.warn('A statement outside the folder of a known practice is kept and left alone'),
  received: (counts) => logger.info('Statement of a bank taken in', counts),
};

export const handler = queueHandler(ObjectCreated, ({ detail: { object } }) =>
  receiveDeposits(object.key, new Date(), effects),
);
