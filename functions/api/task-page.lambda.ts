import { codeBookOn } from '../../codesets/code-book.ts';
import { findLinkCode, saveLinkCode } from '../adapters/access/link-code-store.ts';
import { findClaim } from '../adapters/claim-store.ts';
import { findObject, readText, writeObject } from '../adapters/documents.ts';
import { findEncounter } from '../adapters/encounter-store.ts';
import { digestOfCode, readSession, readTaskLink, signSession } from '../adapters/link-signer.ts';
import { findPayer, getPractice, listPayers } from '../adapters/practices/practice-store.ts';
import { resetClock, taskEffects } from '../adapters/task-effects.ts';
import { closeTask, findTask, getTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { registrationKey, submitRegistration } from '../intake/submit-registration.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import type { DoorEffects } from '../tasks/page/enter-by-code.ts';
import type { LinkEffects } from '../tasks/page/follow-link.ts';
import { linkRoutes, refuseAsPage } from '../tasks/page/link-routes.ts';
import { documentKey, documentNameOf, newDocumentId } from './document-key.ts';

const effects: LinkEffects & DoorEffects = {
  ...taskEffects,
  readLink: readTaskLink,
  readSession,
  signSession,
  digestOfCode,
  findLinkCode,
  saveLinkCode,
  findTask,
  getTask,
  closeTask,
  answerWait,
  getPractice,
  findPayer,
  findClaim,
  findEncounter,
  handling: { ...taskEffects, setClock: resetClock },
  checkCode: (stated, dateOfService) => codeBookOn(dateOfService).check(stated),
  readNote: (textKey) => readText('intake', textKey),
  presentRegistration: (id) => findObject('intake', registrationKey(id)),
  submitRegistration: (id, sent, now) =>
    submitRegistration(id, sent, now, {
      getPractice,
      listPayers,
      writeObject: (key, body) => writeObject('intake', key, body),
    }),
  submitDocument: (id, body, now) =>
    writeObject('intake', documentKey(id, documentNameOf(body), newDocumentId(now)), body),
};

export const handler = httpHandler(
  linkRoutes(effects, () => new Date()),
  refuseAsPage,
);
