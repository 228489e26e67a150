import type { ChangeClaim } from '../../domain/claim-change.ts';
import { factsOf, type PartnerFile } from '../../domain/partner-file.ts';
import type { AnswerWait } from '../../domain/wait.ts';
import { changeClaim, findClaim } from '../claim-store.ts';
import { readWritten, writeObjectOnce } from '../documents.ts';
import { findPartnerFile } from '../partner-file-store.ts';
import { answerWait } from '../wait-store.ts';
import { leaseControlNumbers } from './control-number-store.ts';
import {
  beginFile,
  endFile,
  findOutbox,
  findQueued,
  removeQueued,
  takeQueued,
  waitingIn,
} from './outbox-store.ts';

/** What sending a batch does to the world. */
export const batchEffects = {
  findOutbox,
  waitingIn,
  findQueued,
  takeQueued,
  removeQueued,
  findClaim,
  changeClaim: changeClaim satisfies ChangeClaim,
  answerWait: answerWait satisfies AnswerWait,
  leaseNumbers: leaseControlNumbers,
  beginFile,
  findFile: (partnerId: string, fileId: string) => findPartnerFile(partnerId, 'outbound', fileId),
  writeOnce: async (file: PartnerFile, text: string): Promise<string> => {
    const isOurs = await writeObjectOnce('exchange', file.key, text, factsOf(file));
    return isOurs ? text : ((await readWritten('exchange', file.key)) ?? text);
  },
  readWritten: (key: string) => readWritten('exchange', key),
  endFile,
};
