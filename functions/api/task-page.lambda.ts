import { codeBookOn } from '../../codesets/code-book.ts';
import { findClaim } from '../adapters/claim-store.ts';
import { readText } from '../adapters/documents.ts';
import { findEncounter } from '../adapters/encounter-store.ts';
import { readTaskLink } from '../adapters/link-signer.ts';
import { findPayer, getPractice } from '../adapters/practice-store.ts';
import { closeTask, findTask, getTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import type { LinkEffects } from '../tasks/page/follow-link.ts';
import { linkRoutes, refuseAsPage } from '../tasks/page/link-routes.ts';

const effects: LinkEffects = {
  readLink: readTaskLink,
  findTask,
  getTask,
  closeTask,
  answerWait,
  getPractice,
  findPayer,
  findClaim,
  findEncounter,
  checkCode: (stated, dateOfService) => codeBookOn(dateOfService).check(stated),
  readNote: (textKey) => readText('intake', textKey),
};

export const handler = httpHandler(
  linkRoutes(effects, () => new Date()),
  refuseAsPage,
);
