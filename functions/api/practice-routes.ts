import type { HttpRoute } from '../runtime/http-handler.ts';
import { memberRoutes } from './access/member-routes.ts';
import { withinPractice } from './access/within-practice.ts';
import { adjustmentClassRoutes } from './adjustment-class-routes.ts';
import { appealRoutes } from './appeal-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { patientAccountRoutes } from './audit/patient-account-routes.ts';
import { claimRoutes } from './claim-routes.ts';
import { claimFileRoutes } from './claims/file-routes.ts';
import { remittanceRoutes } from './claims/remittance-routes.ts';
import { taskTimelineRoutes } from './claims/task-timeline-routes.ts';
import { claimTimelineRoutes } from './claims/timeline-routes.ts';
import { coderMemoryRoutes } from './coder-memory-routes.ts';
import { codeSetRoutes } from './codes/code-set-routes.ts';
import { contractRoutes } from './contract-routes.ts';
import { denialRoutes } from './denials/routing-routes.ts';
import { depositRoutes } from './deposit-routes.ts';
import { encounterRoutes } from './encounter-routes.ts';
import { importRoutes } from './import-routes.ts';
import { clientLimit } from './mechanics/client-limit.ts';
import { appointmentRoutes } from './patients/appointment-routes.ts';
import { authorizationRoutes } from './patients/authorization-routes.ts';
import { pairRoutes } from './patients/pair-routes.ts';
import { patientRoutes } from './patients/patient-routes.ts';
import { patientTimelineRoutes } from './patients/patient-timeline-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { payerRoutes } from './practice/payer-routes.ts';
import { providerRoutes } from './practice/provider-routes.ts';
import { settingRoutes } from './practice/setting-routes.ts';
import { practiceListRoutes } from './practice-list-routes.ts';
import type { PracticeRecords } from './practice-records.ts';
import type { PracticeRoute } from './practice-request.ts';
import { providerLedgerRoutes } from './provider-ledger-routes.ts';
import { refundRoutes } from './refund-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { documentRoutes } from './visits/document-routes.ts';
import { visitTimelineRoutes } from './visits/timeline-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

/** Every route of a practice's own records. */
export const routesOfPractice: readonly PracticeRoute[] = [
  ...settingRoutes,
  ...providerRoutes,
  ...payerRoutes,
  ...encounterRoutes,
  ...documentRoutes,
  ...visitTimelineRoutes,
  ...claimRoutes,
  ...appealRoutes,
  ...claimTimelineRoutes,
  ...claimFileRoutes,
  ...taskRoutes,
  ...taskTimelineRoutes,
  ...remittanceRoutes,
  ...providerLedgerRoutes,
  ...refundRoutes,
  ...depositRoutes,
  ...paymentRoutes,
  ...coderMemoryRoutes,
  ...adjustmentClassRoutes,
  ...practiceListRoutes,
  ...ruleRoutes,
  ...denialRoutes,
  ...patientRoutes,
  ...patientTimelineRoutes,
  ...pairRoutes,
  ...authorizationRoutes,
  ...appointmentRoutes,
  ...importRoutes,
  ...contractRoutes,
  ...reportRoutes,
  ...codeSetRoutes,
  ...memberRoutes,
  ...auditRoutes,
  ...patientAccountRoutes,
  ...webhookRoutes,
];

/** The same as the API serves them, each behind the one decision of who may call it. */
export const practiceRoutes = (
  records: PracticeRecords,
  routes: readonly PracticeRoute[] = routesOfPractice,
): HttpRoute[] => {
  const limit = clientLimit({ ...records.mechanics, now: records.now });
  return routes.map((route) => ({
    method: route.method,
    path: `/v1/practices/{practiceId}${route.path}`,
    respond: (request) => withinPractice(route, request, records, limit),
  }));
};
