import { Role } from '../../../functions/domain/access/permissions.ts';
import { TaskAction } from '../../../functions/domain/task.ts';

/** Who may do what, written beside the table of the product and not from it. */
const rights: Readonly<Record<string, readonly string[]>> = {
  coder: ['read', 'code'],
  biller: ['read', 'register', 'bill', 'appeal', 'write-off'],
  manager: ['read', 'register', 'code', 'bill', 'appeal', 'write-off', 'approve', 'export'],
  clinic: ['read', 'register'],
  administrator: ['read', 'export', 'administer'],
};

/** What each route asks for, one of these; a route that is missing here, or too many, fails the matrix. */
export const rightsOfRoutes: Readonly<Record<string, string>> = {
  'GET /settings': 'read',
  'PUT /settings': 'administer',
  'GET /settings/versions': 'read',
  'GET /providers': 'read',
  'GET /providers/{npi}': 'read',
  'PUT /providers/{npi}': 'administer',
  'GET /payers': 'read',
  'GET /payers/{payerId}': 'read',
  'PUT /payers/{payerId}': 'administer',
  'GET /encounters/{encounterId}/documents': 'read',
  'GET /encounters/{encounterId}/documents/{documentId}': 'read',
  'GET /encounters/{encounterId}/timeline': 'read',
  'GET /encounters/{encounterId}/suggestions': 'read',
  'GET /claims/{claimId}/timeline': 'read',
  'GET /claims/{claimId}/ledger': 'read',
  'GET /claims/{claimId}/files': 'read',
  'GET /claims/{claimId}/files/{fileId}': 'read',
  'GET /tasks/{taskId}/timeline': 'read',
  'GET /remittances': 'read',
  'GET /remittances/{remittanceId}': 'read',
  'GET /remittances/{remittanceId}/file': 'read',
  'GET /patients/{patientId}/timeline': 'read',
  'GET /patients/{patientId}/authorizations/{authorizationId}': 'read',
  'POST /appointments/{appointmentId}/cancellation': 'register',
  'GET /code-sets': 'read',
  'GET /code-sets/{codeSet}/codes': 'read',
  'GET /code-sets/{codeSet}/codes/{code}': 'read',
  'POST /encounters/{encounterId}/documents': 'register',
  'PUT /encounters/{encounterId}/registration': 'register',
  'GET /encounters': 'read',
  'GET /encounters/{encounterId}': 'read',
  'GET /claims': 'read',
  'GET /claims/{claimId}': 'read',
  'GET /claims/{claimId}/history': 'read',
  'POST /claims/{claimId}/appeal-answer': 'appeal',
  'GET /tasks': 'read',
  'GET /tasks/{taskId}': 'read',
  'POST /tasks/{taskId}/actions': 'by what is decided',
  'POST /tasks/{taskId}/handling': 'code bill register',
  'POST /tasks/{taskId}/send-now': 'bill',
  'POST /tasks/{taskId}/undo': 'code bill register',
  'GET /provider-ledger': 'read',
  'POST /provider-ledger/{accountId}/decisions': 'bill',
  'GET /credit-balances': 'read',
  'POST /claims/{claimId}/refunds': 'bill',
  'POST /claims/{claimId}/refunds/{refundId}/withdrawal': 'bill',
  'POST /deposits': 'bill',
  'GET /deposits': 'read',
  'GET /reconciliation': 'read',
  'POST /reconciliation/ties': 'bill',
  'POST /reconciliation/ties/{tieId}/withdrawal': 'bill',
  'GET /payments': 'read',
  'POST /payments': 'bill',
  'GET /payments/{paymentId}': 'read',
  'POST /payments/{paymentId}/held/{adjudicationId}': 'bill',
  'POST /payments/{paymentId}/release': 'bill',
  'POST /payments/{paymentId}/reverse': 'bill',
  'GET /coder-memory': 'export',
  'DELETE /coder-memory': 'administer',
  'GET /adjustment-classes': 'read',
  'PUT /adjustment-classes': 'administer',
  'GET /charge-master': 'read',
  'PUT /charge-master': 'administer',
  'GET /enrolments': 'read',
  'PUT /enrolments': 'administer',
  'GET /locations': 'read',
  'PUT /locations': 'administer',
  'GET /rules': 'read',
  'PUT /rules': 'administer',
  'POST /rules/trial': 'read',
  'GET /routing': 'read',
  'PUT /routing': 'administer',
  'POST /routing/trial': 'read',
  'GET /patients': 'read',
  'GET /duplicate-patients': 'read',
  'GET /patients/{patientId}': 'read',
  'PUT /patients/{patientId}': 'register',
  'POST /patients/{patientId}/merge': 'register',
  'POST /patients/{patientId}/unmerge': 'register',
  'POST /patients/{patientId}/told-apart': 'register',
  'GET /patients/{patientId}/coverages': 'read',
  'PUT /patients/{patientId}/coverages': 'register',
  'POST /patients/{patientId}/coverages/withdrawal': 'register',
  'GET /patients/{patientId}/authorizations': 'read',
  'PUT /patients/{patientId}/authorizations': 'register',
  'GET /appointments': 'read',
  'GET /appointments/{appointmentId}': 'read',
  'PUT /appointments/{appointmentId}': 'register',
  'POST /imports': 'by what is imported',
  'GET /fee-schedules/{payerId}': 'read',
  'GET /reports/undocumented-appointments': 'read',
  'GET /reports/unbilled-visits': 'read',
  'GET /reports/underpayments': 'read',
  'GET /reports/denials': 'read',
  'GET /audit': 'administer',
  'GET /patients/{patientId}/disclosures': 'export',
  'GET /patients/{patientId}/export': 'export',
  'GET /members': 'administer',
  'POST /members': 'administer',
  'GET /members/{subject}': 'administer',
  'PUT /members/{subject}': 'administer',
  'POST /members/{subject}/revocation': 'administer',
  'GET /webhooks': 'administer',
  'POST /webhooks': 'administer',
  'GET /webhooks/{endpointId}': 'administer',
  'PATCH /webhooks/{endpointId}': 'administer',
  'DELETE /webhooks/{endpointId}': 'administer',
  'POST /webhooks/{endpointId}/rotation': 'administer',
  'POST /webhooks/{endpointId}/test': 'administer',
  'POST /webhooks/{endpointId}/replay': 'administer',
  'GET /webhooks/{endpointId}/deliveries': 'administer',
};

const codersAndBillers = 'code bill';
const everyDesk = 'code bill register';

const rightsOfActions: Readonly<Record<string, string>> = {
  'confirm-codes': 'code',
  'check-again': everyDesk,
  'bill-as-is': codersAndBillers,
  'not-billable': codersAndBillers,
  appeal: 'appeal',
  'write-off': 'write-off',
  dismiss: everyDesk,
  'start-over': everyDesk,
  'mend-record': 'register',
  'keep-record': 'register',
  'start-again': codersAndBillers,
};

/** One request that the matrix makes: what is sent decides about two of the routes. */
export type MatrixCase = {
  readonly route: string;
  readonly body: object;
  readonly rights: readonly string[];
};

const part = { line: 1, group: 'CO', reason: '97', amount: 100 };
const csv = 'a,b\n1,2\n';

const bodiesOf = (route: string): readonly (readonly [object, string])[] => {
  if (route === 'POST /tasks/{taskId}/actions')
    return [
      ...TaskAction.options.map((action) => [{ action }, rightsOfActions[action] ?? 'bill'] as const),
      [{ action: 'decide-parts', parts: [{ ...part, action: 'write-off' }] }, 'write-off'],
      [{ action: 'decide-parts', parts: [{ ...part, action: 'bill-patient' }] }, 'bill'],
      [{ action: 'no-such-action' }, 'read'],
    ];
  if (route === 'POST /imports')
    return [
      [{ kind: 'patients', csv }, 'register'],
      [{ kind: 'fees', csv }, 'administer'],
      [{}, 'register'],
    ];
  return [[{}, rightsOfRoutes[route] ?? 'nobody']];
};

/** Everything that is asked, of every route. */
export const matrixCases: readonly MatrixCase[] = Object.keys(rightsOfRoutes).flatMap((route) =>
  bodiesOf(route).map(([body, list]) => ({ route, body, rights: list.split(' ') })),
);

/** Whether a role may make a request. */
export const mayRole = (role: Role, { rights: wanted }: MatrixCase): boolean =>
  wanted.some((one) => rights[role]?.includes(one));

/** Ids that are held to a form, where something in no form at all is refused as such. */
const fitting: Readonly<Record<string, string>> = {
  claimId: 'C23456789CD',
  npi: '1234567893',
  endpointId: 'ep_aaaaaaaaaaaaaaaaaaaa',
};

/** The path of a route within a practice, with something in each place. */
export const pathOf = (route: string, practiceId: string): { method: string; path: string } => {
  const [method = '', path = ''] = route.split(' ');
  const places = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => fitting[name] ?? 'NONE-SUCH');
  return { method, path: `/v1/practices/${practiceId}${places}` };
};

export const roles = Role.options;
