import { Membership } from '../../domain/access/membership.ts';
import { Claim, type ClaimStatus } from '../../domain/claim.ts';
import { FeeLine } from '../../domain/contract/fee-line.ts';
import { RoutingSet } from '../../domain/denials/routing-rule.ts';
import { Encounter, type EncounterStatus } from '../../domain/encounter.ts';
import { Deposit } from '../../domain/ledger/deposit.ts';
import { EventWithEntries } from '../../domain/ledger/entry.ts';
import { type Page, type PageAsked, walkLists } from '../../domain/paging/page.ts';
import { Appointment } from '../../domain/patients/appointment.ts';
import { PatientRecord } from '../../domain/patients/patient-record.ts';
import { RuleSet } from '../../domain/rules/practice-rule.ts';
import { Task } from '../../domain/task.ts';
import { MembershipEntity } from '../access/access-table.ts';
import { AppointmentEntity, PatientEntity } from '../patients/patient-table.ts';
import { DepositEntity } from '../payments/deposit-table.ts';
import { toPayment } from '../payments/payment-store.ts';
import { PaymentEntity } from '../payments/payment-table.ts';
import { FeeEntity, PracticeRoutingEntity, PracticeRulesEntity } from '../practices/practice-table.ts';
import { ClaimEntity, ClaimEventEntity, EncounterEntity, TaskEntity } from '../table.ts';
import { readPage, throughDay } from './read-page.ts';

type Days = { readonly from: string; readonly to: string };
type OfPerson = { readonly patientIds: readonly string[] };
type Item = { readonly record?: unknown };

/** Records are read with the schema of the domain. */
const as =
  <T>(schema: { readonly parse: (record: unknown) => T }) =>
  ({ record }: Item): T =>
    schema.parse(record);

const claims = (
  practiceId: string,
  asked: { readonly status: ClaimStatus } | OfPerson,
  page: PageAsked,
): Promise<Page<Claim>> =>
  'status' in asked
    ? readPage(ClaimEntity.query.byStatus({ practiceId, status: asked.status }), page, as(Claim))
    : walkLists(asked.patientIds, page, (patientId, part) =>
        readPage(ClaimEntity.query.byPatient({ practiceId, patientId }), part, as(Claim)),
      );

const encounters = (
  practiceId: string,
  asked: { readonly status: EncounterStatus } | OfPerson,
  page: PageAsked,
): Promise<Page<Encounter>> =>
  'status' in asked
    ? readPage(EncounterEntity.query.byStatus({ practiceId, status: asked.status }), page, as(Encounter))
    : walkLists(asked.patientIds, page, (patientId, part) =>
        readPage(EncounterEntity.query.byPatient({ practiceId, patientId }), part, as(Encounter)),
      );

/**
 * Members in their latest versions: versions are read from the last subject on, the latest of each first, and what
 * follows of the same subject is passed over. The place is the subject that was shown last.
 */
const members = async (
  practiceId: string,
  _asked: object,
  { limit, after }: PageAsked,
): Promise<Page<Membership>> => {
  const items: Membership[] = [];
  let cursor: string | null = null;
  do {
    const query = MembershipEntity.query.primary({ practiceId });
    const { data, cursor: next }: { data: Item[]; cursor: string | null } = await (after === undefined
      ? query
      : query.lt({ subject: after })
    ).go({ order: 'desc', limit: 2 * limit, consistent: true, cursor });
    for (const one of data.map(as(Membership))) if (one.subject !== items.at(-1)?.subject) items.push(one);
    if (items.length > limit) {
      const shown = items.slice(0, limit);
      return { items: shown, next: shown.at(-1)?.subject };
    }
    cursor = next;
  } while (cursor !== null);
  return { items };
};

/** The lists of a practice as the API gives them, a page at a time. */
export const practiceLists = {
  claims,
  encounters,
  members,
  tasks: (practiceId: string, { status }: { readonly status: Task['status'] }, page: PageAsked) =>
    readPage(TaskEntity.query.byStatus({ practiceId, status }), page, as(Task)),
  events: (_practiceId: string, { claimId }: { readonly claimId: string }, page: PageAsked) =>
    readPage(ClaimEventEntity.query.primary({ claimId }), page, as(EventWithEntries)),
  patients: (practiceId: string, _asked: object, page: PageAsked) =>
    readPage(PatientEntity.query.primary({ practiceId }), page, as(PatientRecord)),
  appointments: (practiceId: string, { from, to }: Days, page: PageAsked) =>
    readPage(
      AppointmentEntity.query.byDay({ practiceId }).between({ date: from }, { date: throughDay(to) }),
      page,
      as(Appointment),
    ),
  payments: (practiceId: string, { from, to }: Days, page: PageAsked) =>
    readPage(
      PaymentEntity.query.byDate({ practiceId }).between({ date: from }, { date: throughDay(to) }),
      page,
      toPayment,
    ),
  deposits: (practiceId: string, { from, to }: Days, page: PageAsked) =>
    readPage(
      DepositEntity.query.primary({ practiceId }).between({ date: from }, { date: throughDay(to) }),
      page,
      as(Deposit),
    ),
  fees: (
    practiceId: string,
    { payerId, procedure }: { readonly payerId: string; readonly procedure?: string | undefined },
    page: PageAsked,
  ) =>
    readPage(
      FeeEntity.query.primary({ practiceId, payerId, ...(procedure !== undefined && { procedure }) }),
      page,
      as(FeeLine),
    ),
  ruleSets: (practiceId: string, _asked: object, page: PageAsked) =>
    readPage(PracticeRulesEntity.query.primary({ practiceId }), page, as(RuleSet), 'desc'),
  routingSets: (practiceId: string, _asked: object, page: PageAsked) =>
    readPage(PracticeRoutingEntity.query.primary({ practiceId }), page, as(RoutingSet), 'desc'),
};
