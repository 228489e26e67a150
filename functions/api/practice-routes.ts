import type { HttpRequest, HttpResponse, HttpRoute } from '../runtime/http-handler.ts';
import { getAdjustmentClasses, putAdjustmentClasses } from './adjustment-class-routes.ts';
import { getAppointment, listAppointments, putAppointment } from './appointment-routes.ts';
import { getAuthorizations, putAuthorization } from './authorization-routes.ts';
import { getClaim, getClaimHistory, listClaims } from './claim-routes.ts';
import { eraseCoderMemory, getCoderMemory } from './coder-memory-routes.ts';
import { getFees, getVariances } from './contract-routes.ts';
import { getDenialFigures, listRouting, putRouting, tryRouting } from './denials/routing-routes.ts';
import { addDeposits, getReconciliation, listDeposits, tieByHand, withdrawTie } from './deposit-routes.ts';
import { getEncounter, listEncounters, offerUpload, putRegistration } from './encounter-routes.ts';
import { importTable } from './import-routes.ts';
import {
  getCoverages,
  getPatient,
  listDuplicates,
  listPatients,
  mergePatient,
  putCoverage,
  putPatient,
  removeCoverage,
  tellPatientsApart,
  unmergePatient,
} from './patient-routes.ts';
import {
  getPayment,
  listPayments,
  postPayment,
  releasePayment,
  resolveHeld,
  reversePayment,
} from './payment-routes.ts';
import { chargeMaster, enrolments, locations } from './practice-list-routes.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type Respond } from './practice-request.ts';
import { decideAccount, getProviderLedger } from './provider-ledger-routes.ts';
import { addRefund, listCreditBalances, removeRefund } from './refund-routes.ts';
import { getUnbilled, getUndocumented } from './report-routes.ts';
import { listRules, putRules, tryRules } from './rule-routes.ts';
import { decideTask, getTask, handleTask, listTasks, undoTask } from './task-routes.ts';

const table: readonly (readonly [HttpRoute['method'], string, Respond])[] = [
  ['POST', '/encounters/{encounterId}/documents', offerUpload],
  ['PUT', '/encounters/{encounterId}/registration', putRegistration],
  ['GET', '/encounters', listEncounters],
  ['GET', '/encounters/{encounterId}', getEncounter],
  ['GET', '/claims', listClaims],
  ['GET', '/claims/{claimId}', getClaim],
  ['GET', '/claims/{claimId}/history', getClaimHistory],
  ['GET', '/tasks', listTasks],
  ['GET', '/tasks/{taskId}', getTask],
  ['POST', '/tasks/{taskId}/actions', decideTask],
  ['POST', '/tasks/{taskId}/handling', handleTask],
  ['POST', '/tasks/{taskId}/undo', undoTask],
  ['GET', '/provider-ledger', getProviderLedger],
  ['POST', '/provider-ledger/{accountId}/decisions', decideAccount],
  ['GET', '/credit-balances', listCreditBalances],
  ['POST', '/claims/{claimId}/refunds', addRefund],
  ['POST', '/claims/{claimId}/refunds/{refundId}/withdrawal', removeRefund],
  ['POST', '/deposits', addDeposits],
  ['GET', '/deposits', listDeposits],
  ['GET', '/reconciliation', getReconciliation],
  ['POST', '/reconciliation/ties', tieByHand],
  ['POST', '/reconciliation/ties/{tieId}/withdrawal', withdrawTie],
  ['GET', '/payments', listPayments],
  ['POST', '/payments', postPayment],
  ['GET', '/payments/{paymentId}', getPayment],
  ['POST', '/payments/{paymentId}/held/{adjudicationId}', resolveHeld],
  ['POST', '/payments/{paymentId}/release', releasePayment],
  ['POST', '/payments/{paymentId}/reverse', reversePayment],
  ['GET', '/coder-memory', getCoderMemory],
  ['DELETE', '/coder-memory', eraseCoderMemory],
  ['GET', '/adjustment-classes', getAdjustmentClasses],
  ['PUT', '/adjustment-classes', putAdjustmentClasses],
  ['GET', '/charge-master', chargeMaster.show],
  ['PUT', '/charge-master', chargeMaster.replace],
  ['GET', '/enrolments', enrolments.show],
  ['PUT', '/enrolments', enrolments.replace],
  ['GET', '/locations', locations.show],
  ['PUT', '/locations', locations.replace],
  ['GET', '/rules', listRules],
  ['PUT', '/rules', putRules],
  ['POST', '/rules/trial', tryRules],
  ['GET', '/routing', listRouting],
  ['PUT', '/routing', putRouting],
  ['POST', '/routing/trial', tryRouting],
  ['GET', '/patients', listPatients],
  ['GET', '/duplicate-patients', listDuplicates],
  ['GET', '/patients/{patientId}', getPatient],
  ['PUT', '/patients/{patientId}', putPatient],
  ['POST', '/patients/{patientId}/merge', mergePatient],
  ['POST', '/patients/{patientId}/unmerge', unmergePatient],
  ['POST', '/patients/{patientId}/told-apart', tellPatientsApart],
  ['GET', '/patients/{patientId}/coverages', getCoverages],
  ['PUT', '/patients/{patientId}/coverages', putCoverage],
  ['POST', '/patients/{patientId}/coverages/withdrawal', removeCoverage],
  ['GET', '/patients/{patientId}/authorizations', getAuthorizations],
  ['PUT', '/patients/{patientId}/authorizations', putAuthorization],
  ['GET', '/appointments', listAppointments],
  ['GET', '/appointments/{appointmentId}', getAppointment],
  ['PUT', '/appointments/{appointmentId}', putAppointment],
  ['POST', '/imports', importTable],
  ['GET', '/fee-schedules/{payerId}', getFees],
  ['GET', '/reports/undocumented-appointments', getUndocumented],
  ['GET', '/reports/unbilled-visits', getUnbilled],
  ['GET', '/reports/underpayments', getVariances],
  ['GET', '/reports/denials', getDenialFigures],
];

/**
 * The routes of a practice's own records. Who may call for which practice is IAM's to say (`execute-api:Invoke` on
 * `/practices/<practiceId>/*`); a record of another practice is not found here.
 */
export const practiceRoutes = (records: PracticeRecords): HttpRoute[] =>
  table.map(([method, path, respond]) => ({
    method,
    path: `/practices/{practiceId}${path}`,
    respond: (request) => withinPractice(request, records, respond),
  }));

const withinPractice = async (
  request: HttpRequest,
  records: PracticeRecords,
  respond: Respond,
): Promise<HttpResponse> => {
  const practice = await records.findPractice(request.path.practiceId ?? '');
  return practice ? respond({ ...request, practiceId: practice.practiceId }, records) : notFound();
};
