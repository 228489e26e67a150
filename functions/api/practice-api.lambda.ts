import { installedCodeLookup } from '../../codesets/code-lookup.ts';
import { apiMechanics } from '../adapters/access/api-mechanics.ts';
import {
  addMembership,
  findMembership,
  membershipsOf,
  membershipVersions,
} from '../adapters/access/member-store.ts';
import { invitePerson, issuerOfPool } from '../adapters/access/user-directory.ts';
import {
  fileEffects,
  partEffects,
  patientRecords,
  patientStores,
  storedRecords,
} from '../adapters/api/stored-records.ts';
import { appealAnswerEffects } from '../adapters/appeals/answer-effects.ts';
import { auditEffects } from '../adapters/audit/audit-effects.ts';
import { addClaim } from '../adapters/claim-store.ts';
import { currentCodeSets } from '../adapters/code-sets/current-code-sets.ts';
import { eraseTermDecisions, findTermDecisions } from '../adapters/coder-memory-store.ts';
import { downloadUrl, readText, uploadForm, writeObject } from '../adapters/documents.ts';
import { practiceLists } from '../adapters/lists/practice-lists.ts';
import { findPartnerFile } from '../adapters/partner-file-store.ts';
import { addAccountDecision } from '../adapters/payments/account-decision-store.ts';
import { ledgerEffects } from '../adapters/payments/ledger-effects.ts';
import { readPartOf } from '../adapters/payments/payment-part-objects.ts';
import { findPayment, partsOf } from '../adapters/payments/payment-store.ts';
import { contractRecords, postingEffects } from '../adapters/posting-effects.ts';
import { feesOfPayer, saveFees } from '../adapters/practices/fee-store.ts';
import { versionsOf } from '../adapters/practices/part-store.ts';
import { findPayer, practicesOf } from '../adapters/practices/practice-store.ts';
import {
  addRoutingSet,
  addRuleSet,
  routingInForce,
  rulesInForce,
} from '../adapters/practices/version-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, getTask } from '../adapters/task-store.ts';
import { undoEffects } from '../adapters/undo/undo-effects.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { webhookEffects } from '../adapters/webhooks/webhook-effects.ts';
import { answerAppeal } from '../appeals/answer-appeal.ts';
import { memoryOf } from '../coding/memory/practice-memory.ts';
import { followAllowed } from '../contracts/follow-allowed.ts';
import { importFees } from '../contracts/import-fees.ts';
import { openForwardedClaim } from '../coordination/bill-next-payer.ts';
import { claimsOfPractice, pastDenials } from '../denials/past-denials.ts';
import { tryRouting } from '../denials/try-routing.ts';
import { denialFigures } from '../domain/denials/denial-figures.ts';
import { submitRegistration } from '../intake/submit-registration.ts';
import { changeMember, revokeMember } from '../members/change-member.ts';
import { inviteMember } from '../members/invite-member.ts';
import { askBillers } from '../partners/ask-billers.ts';
import { claimFiles, fileNameOf, parseFileName } from '../partners/files/claim-files.ts';
import { readOwnFile } from '../partners/files/read-own-file.ts';
import { importRecords } from '../patients/import-records.ts';
import { saveAppointment, saveAuthorization, savePatient } from '../patients/save-told.ts';
import { putPart } from '../practices/put-part.ts';
import { putRouting } from '../practices/put-routing.ts';
import { putRules } from '../practices/put-rules.ts';
import { decideAccount } from '../provider-ledger/decide-account.ts';
import { readLedger } from '../provider-ledger/read-ledger.ts';
import { byHandActions } from '../remittance/by-hand/by-hand-actions.ts';
import type { ByHandEffects } from '../remittance/by-hand/by-hand-effects.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import { pastVisits } from '../scrubbing/past-visits.ts';
import { tryRules } from '../scrubbing/try-rules.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { sendNow } from '../tasks/desks/send-now.ts';
import { handleTask } from '../tasks/handling/handle-task.ts';
import { html } from '../tasks/html.ts';
import { layOut } from '../tasks/page/page-layout.ts';
import { pageStyle } from '../tasks/page/page-style.ts';
import { takeBackOpen, undoStateOfTask, undoTask } from '../tasks/undo/undo-task.ts';
import { webhooksOfPractice } from '../webhooks/webhooks-of-practice.ts';
import { carryOut, changePatient, raise, withdraw } from '../wiring/follow-decisions.ts';
import { callerRoutes } from './access/caller-routes.ts';
import type { MemberRecordsOfPractice } from './access/member-records.ts';
import type { FileRecordsOfPractice } from './claims/file-records.ts';
import type { DenialRecordsOfPractice } from './denials/routing-records.ts';
import { newDocumentId } from './document-key.ts';
import { descriptionRoutes, type LayOut } from './openapi/description-routes.ts';
import { openApiDocument } from './openapi/document.ts';
import { referencePage } from './openapi/reference-page.ts';
import type { PatientRecordsOfPractice } from './patients/patient-records.ts';
import type { SettingRecordsOfPractice } from './practice/setting-records.ts';
import type { RuleRecordsOfPractice } from './practice-records.ts';
import { practiceRoutes, routesOfPractice } from './practice-routes.ts';
import type { DocumentRecordsOfPractice } from './visits/document-records.ts';

const { isValid } = installedCodeLookup();

const {
  findPractice,
  getPractice,
  listPayers,
  findClaim,
  claimsByStatus,
  encountersByStatus,
  tasksByStatus,
} = storedRecords;

const byHand: ByHandEffects = {
  ...postingEffects,
  forwardedClaim: (claim) => openForwardedClaim(claim, new Date(), { addClaim, findClaim }),
  followAllowed: (claim) =>
    followAllowed(claim, new Date(), {
      ...contractRecords,
      raiseTask: raise,
    }),
  withdrawOutdated: withdraw,
  raiseTask: askBillers(practicesOf, raise),
  tasksByStatus,
  closeTask,
  findPractice,
  findPayer,
  readPart: readPartOf,
  readFile: async (partnerId, fileId) => {
    const file = await findPartnerFile(partnerId, 'inbound', fileId);
    return file && readText('exchange', file.key);
  },
};

const memberEffects = { findMembership, membershipVersions, addMembership, invitePerson };

const members: MemberRecordsOfPractice = {
  find: findMembership,
  ofSubject: membershipsOf,
  versions: membershipVersions,
  invite: (practiceId, asked, by) => inviteMember(practiceId, asked, { by, now: new Date() }, memberEffects),
  change: (id, asked, { by, seen }) => changeMember(id, asked, { by, seen, now: new Date() }, memberEffects),
  revoke: (id, asked, { by, seen }) => revokeMember(id, asked, { by, seen, now: new Date() }, memberEffects),
};

const { changeAuthorization, changeAppointment } = patientStores;

const patients: PatientRecordsOfPractice = {
  ...patientRecords,
  change: changePatient,
  tell: (name, said, at) => savePatient(name, said, at, changePatient),
  tellAuthorization: (name, said, at) => saveAuthorization(name, said, at, changeAuthorization),
  tellAppointment: (name, said, at) => saveAppointment(name, said, at, changeAppointment),
  importTable: (practiceId, table, at) =>
    importRecords({ practiceId, ...table }, at, { ...patientStores, changePatient, listPayers }),
};

const settings: SettingRecordsOfPractice = {
  put: (practiceId, entered) => putPart({ practiceId, ...entered }, new Date(), partEffects),
  versions: versionsOf,
  last: partEffects.lastVersion,
};

const documents: DocumentRecordsOfPractice = {
  uploadForm,
  // What others sent is kept by a browser and not shown as a page.
  downloadUrl: (key, as) => downloadUrl('intake', key, { ...as, isSaved: true }),
};

const files: FileRecordsOfPractice = {
  ofClaim: (claim) => claimFiles(claim, fileEffects),
  nameOf: fileNameOf,
  find: async (name) => {
    const file = parseFileName(name);
    return file && findPartnerFile(file.partnerId, file.direction, file.fileId);
  },
  read: (file, practiceId) => readOwnFile(file, practiceId, fileEffects),
};

const rules: RuleRecordsOfPractice = {
  put: async (practiceId, entered) => {
    const [practice, payers] = await Promise.all([getPractice(practiceId), listPayers(practiceId)]);
    return putRules({ practice, payers, ...entered }, new Date(), { rulesInForce, addRuleSet });
  },
  tryOn: async (practiceId, proposed, past) => {
    const visits = await pastVisits(practiceId, past, { getPractice, listPayers, encountersByStatus });
    return tryRules(visits, (await rulesInForce(practiceId))?.rules ?? [], proposed);
  },
};

const knownOfRouting: DenialRecordsOfPractice['known'] = async (practiceId) => ({
  payers: await listPayers(practiceId),
  knows: isValid,
});

const denials: DenialRecordsOfPractice = {
  known: knownOfRouting,
  put: async (practiceId, entered) =>
    putRouting({ practiceId, known: await knownOfRouting(practiceId), ...entered }, new Date(), {
      routingInForce,
      addRoutingSet,
    }),
  tryOn: async (practiceId, rules, past) => {
    const [practice, inForce, { denials: some, withoutContract }] = await Promise.all([
      getPractice(practiceId),
      routingInForce(practiceId),
      pastDenials(practiceId, past, { claimsByStatus, listPayers }),
    ]);
    return { ...tryRouting(some, practice, inForce ?? { rules: [] }, { rules }), withoutContract };
  },
  figures: async (practiceId, span) => {
    const [claims, payers, routing] = await Promise.all([
      claimsOfPractice(practiceId, { claimsByStatus }),
      listPayers(practiceId),
      routingInForce(practiceId),
    ]);
    return denialFigures(claims, span, { payers, routing });
  },
};

const layOutReference: LayOut = (document) => ({
  markup: layOut({ status: 200, title: 'API', body: referencePage(document, html) }).markup,
  style: pageStyle,
});

const deciding = { ...taskEffects, closeTask, getTask, answerWait, findClaim, listPayers, carryOut };

export const handler = httpHandler([
  ...callerRoutes({ members, findPractice }),
  ...descriptionRoutes(() => openApiDocument(routesOfPractice, issuerOfPool()), layOutReference),
  ...practiceRoutes({
    ...auditEffects,
    mechanics: apiMechanics,
    lists: practiceLists,
    members,
    ...storedRecords,
    answerAppeal: (said) =>
      answerAppeal(said, new Date(), { ...appealAnswerEffects, withdrawOutdated: withdraw }),
    completeTask: (task, outcome) => completeTask(task, outcome, deciding),
    sendNow: (task, sending) => sendNow(task, sending, new Date(), deciding),
    handleTask: (task, asked) => handleTask(task, asked, new Date(), taskEffects),
    undoTask: (task, by) => undoTask(task, by, new Date(), undoEffects),
    takeBackOpen: (task, by) => takeBackOpen(task, by, new Date(), undoEffects),
    undoStateOf: async (task) =>
      undoStateOfTask(task, await getPractice(task.practiceId), new Date(), undoEffects),
    providerLedger: async (practiceId) =>
      readLedger(await getPractice(practiceId), new Date(), ledgerEffects),
    decideAccount: async (practiceId, accountId, request) =>
      decideAccount(await getPractice(practiceId), accountId, request, {
        ...ledgerEffects,
        addAccountDecision,
      }),
    payments: {
      ofPractice: storedRecords.paymentsOfPractice,
      find: findPayment,
      partsOf,
      ...byHandActions(byHand),
    },
    patients,
    contracts: {
      importFees: (table) => importFees(table, new Date(), { listPayers, feesOfPayer, saveFees }),
      feesOfPayer,
    },
    settings,
    documents,
    files,
    rules,
    denials,
    webhooks: webhooksOfPractice(webhookEffects),
    coderMemory: async (practiceId) => memoryOf(await findTermDecisions(practiceId)),
    eraseCoderMemory: eraseTermDecisions,
    knowsReason: (reason, date) => isValid('carc', reason, date),
    submitRegistration: (id, sent) =>
      submitRegistration(id, sent, new Date(), {
        getPractice,
        listPayers,
        writeObject: (key, body) => writeObject('intake', key, body),
      }),
    newDocumentId: () => newDocumentId(new Date()),
    now: () => new Date(),
  }),
]).use(currentCodeSets);
