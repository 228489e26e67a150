import { codeBookOn } from '../../codesets/code-book.ts';
import { findLinkCode, saveLinkCode } from '../adapters/access/link-code-store.ts';
import { appealAnswerEffects } from '../adapters/appeals/answer-effects.ts';
import { findPacketDraft, savePacketDraft } from '../adapters/appeals/packet-draft-store.ts';
import { writeAudit } from '../adapters/audit/audit-writer.ts';
import { getClaimContext } from '../adapters/claim-context.ts';
import { claimHistory, findClaim } from '../adapters/claim-store.ts';
import {
  downloadUrl,
  findObject,
  readObject,
  readText,
  writeObject,
  writeObjectOnce,
} from '../adapters/documents.ts';
import { findEncounter } from '../adapters/encounter-store.ts';
import { digestOfCode, readSession, readTaskLink, signSession } from '../adapters/link-signer.ts';
import { mendingEffects } from '../adapters/patients/mending-effects.ts';
import { payerOrderEffects } from '../adapters/payer-order-effects.ts';
import { findPayer, getPractice, listPayers } from '../adapters/practices/practice-store.ts';
import { resetClock, taskEffects } from '../adapters/task-effects.ts';
import { closeTask, findTask, getTask } from '../adapters/task-store.ts';
import { undoEffects } from '../adapters/undo/undo-effects.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { answerAppeal } from '../appeals/answer-appeal.ts';
import { packetDesk } from '../appeals/prepare-packet.ts';
import { renderClaimForm } from '../claims/cms1500/render-claim-form.ts';
import { billKnownPayer } from '../coordination/bill-known-payer.ts';
import { followCoverages } from '../coordination/follow-coverages.ts';
import { followed } from '../domain/patients/follow-patient.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { registrationKey, submitRegistration } from '../intake/submit-registration.ts';
import { mendByTask } from '../patients/mending/mend-record.ts';
import { proposeMending, withdrawMended } from '../patients/mending/propose-mending.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import type { TaskSubject } from '../tasks/assign-task.ts';
import type { DoorEffects } from '../tasks/page/door/enter-by-code.ts';
import type { LinkEffects } from '../tasks/page/follow-link.ts';
import { linkRoutes, refuseAsPage } from '../tasks/page/link-routes.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { withdrawOutdated, withdrawTask } from '../tasks/withdraw-outdated.ts';

import { documentKey, documentNameOf, newDocumentId } from './document-key.ts';

/** So many seconds a link to a packet works: to open it, and no longer. */
const packetLinkSeconds = 900;

const packets = packetDesk({
  findDraft: findPacketDraft,
  saveDraft: savePacketDraft,
  getClaimContext,
  claimHistory,
  findEncounter,
  readNote: (textKey) => readText('intake', textKey),
  bookOn: codeBookOn,
  renderForm: renderClaimForm,
  readFile: (key) => readObject('intake', key),
  writeFile: async (key, bytes) => {
    await writeObjectOnce('intake', key, bytes);
  },
  linkTo: ({ key, digest }) =>
    downloadUrl('intake', key, {
      expiresInSeconds: packetLinkSeconds,
      fileName: `packet-${digest.slice(0, 8)}.pdf`,
    }),
});

const raise = (draft: TaskDraft, subject: TaskSubject) => raiseTask(draft, subject, taskEffects);
const mending = { ...mendingEffects, raiseTask: raise };
const orderOfPayers = { ...payerOrderEffects, raiseTask: raise };

/** Who hears what a patient's record is about to say: open proposals to mend it, and claims that a coverage bears on. */
const changePatient = followed(mending.changePatient, mending.findPatient, async (before, after) => {
  await withdrawMended(after, new Date(), mending);
  await followCoverages(before, after, new Date(), orderOfPayers);
});

const carryOut = async (task: Task): Promise<void> => {
  await mendByTask(task, { ...mending, changePatient });
  await billKnownPayer(task, new Date(), {
    ...orderOfPayers,
    payersDecided: (claim, { outcome }) => proposeMending(claim, outcome, new Date(), mending),
    withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
    withdrawTask: (one, note) => withdrawTask(one, { now: new Date(), note }, withdrawalEffects),
  });
};

const effects: LinkEffects & DoorEffects = {
  ...taskEffects,
  audit: writeAudit,
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
  carryOut,
  getPractice,
  findPayer,
  listPayers,
  findClaim,
  findEncounter,
  handling: { ...taskEffects, setClock: resetClock },
  undoing: undoEffects,
  packets,
  answerAppeal: (said, now) =>
    answerAppeal(said, now, {
      ...appealAnswerEffects,
      withdrawOutdated: (claim) => withdrawOutdated(claim, now, withdrawalEffects),
    }),
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
