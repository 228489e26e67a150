import { codeBookOn } from '../../codesets/code-book.ts';
import { findLinkCode, saveLinkCode } from '../adapters/access/link-code-store.ts';
import { findMembership } from '../adapters/access/member-store.ts';
import { signInAtPage } from '../adapters/access/sign-in-at-page.ts';
import { appealAnswerEffects } from '../adapters/appeals/answer-effects.ts';
import { findPacketDraft, savePacketDraft } from '../adapters/appeals/packet-draft-store.ts';
import { writeAudit } from '../adapters/audit/audit-writer.ts';
import { getClaimContext } from '../adapters/claim-context.ts';
import { claimHistory, findClaim } from '../adapters/claim-store.ts';
import { currentCodeSets } from '../adapters/code-sets/current-code-sets.ts';
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
import { findPayer, getPractice, listPayers } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, findTask, getTask } from '../adapters/task-store.ts';
import { undoEffects } from '../adapters/undo/undo-effects.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { answerAppeal } from '../appeals/answer-appeal.ts';
import { packetDesk } from '../appeals/prepare-packet.ts';
import { renderClaimForm } from '../claims/cms1500/render-claim-form.ts';
import { registrationKey, submitRegistration } from '../intake/submit-registration.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import { type LinkRouteEffects, linkRoutes, refuseAsPage } from '../tasks/page/link-routes.ts';
import { carryOut, withdraw } from '../wiring/follow-decisions.ts';
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

const effects: LinkRouteEffects = {
  ...taskEffects,
  audit: writeAudit,
  readLink: readTaskLink,
  readSession,
  signSession,
  digestOfCode,
  findLinkCode,
  saveLinkCode,
  signIn: signInAtPage,
  findMember: findMembership,
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
  handling: taskEffects,
  undoing: undoEffects,
  packets,
  answerAppeal: (said, now) =>
    answerAppeal(said, now, {
      ...appealAnswerEffects,
      withdrawOutdated: withdraw,
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
).use(currentCodeSets);
