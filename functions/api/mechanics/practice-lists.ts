import type { Membership } from '../../domain/access/membership.ts';
import type { Claim, ClaimEvent, ClaimStatus } from '../../domain/claim.ts';
import type { FeeLine } from '../../domain/contract/fee-line.ts';
import type { RoutingSet } from '../../domain/denials/routing-rule.ts';
import type { Encounter, EncounterStatus } from '../../domain/encounter.ts';
import type { Deposit } from '../../domain/ledger/deposit.ts';
import type { Payment } from '../../domain/ledger/payment.ts';
import type { Page, PageAsked } from '../../domain/paging/page.ts';
import type { Appointment } from '../../domain/patients/appointment.ts';
import type { PatientRecord } from '../../domain/patients/patient-record.ts';
import type { RuleSet } from '../../domain/rules/practice-rule.ts';
import type { Task } from '../../domain/task.ts';

/** Both ends included. */
type Days = { readonly from: string; readonly to: string };

/** A list of a practice, read a page at a time in the order of the index that serves it. */
type PagedList<Asked, T> = (practiceId: string, asked: Asked, page: PageAsked) => Promise<Page<T>>;

/** Whose records they are: the numbers under which the practice knows one person. */
type OfPerson = { readonly patientIds: readonly string[] };

/** The lists of a practice. Figures and sweeps, which look at everything, have readers of their own. */
export type PracticeLists = {
  /** The most pressing first. */
  readonly tasks: PagedList<{ readonly status: Task['status'] }, Task>;
  /** By the day of service. */
  readonly claims: PagedList<{ readonly status: ClaimStatus } | OfPerson, Claim>;
  /** The oldest first. */
  readonly events: PagedList<{ readonly claimId: string }, ClaimEvent>;
  /** By when they came. */
  readonly encounters: PagedList<{ readonly status: EncounterStatus } | OfPerson, Encounter>;
  /** By their numbers, merged ones too. */
  readonly patients: PagedList<object, PatientRecord>;
  /** By day. */
  readonly appointments: PagedList<Days, Appointment>;
  readonly payments: PagedList<Days, Payment>;
  readonly deposits: PagedList<Days, Deposit>;
  /** By procedure, each with its editions. */
  readonly fees: PagedList<{ readonly payerId: string; readonly procedure?: string | undefined }, FeeLine>;
  /** Each in its latest version, by subject from the last to the first. */
  readonly members: PagedList<object, Membership>;
  /** The latest first. */
  readonly ruleSets: PagedList<object, RuleSet>;
  readonly routingSets: PagedList<object, RoutingSet>;
};
