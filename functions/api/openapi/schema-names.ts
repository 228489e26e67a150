import { Invitation, MemberChange } from '../../domain/access/member-requests.ts';
import { Membership } from '../../domain/access/membership.ts';
import { Actor, DecidingActor } from '../../domain/actor.ts';
import { AppealAnswer, ClaimAppeal } from '../../domain/appeals/claim-appeal.ts';
import { Packet, Sent } from '../../domain/appeals/packet.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import { Refund, Takeback, WriteOff } from '../../domain/claim/moved-money.ts';
import {
  Acknowledgement,
  AdjudicatedLine,
  Adjudication,
  Adjustment,
  BilledService,
  ClaimEvent,
  ClaimLine,
  NextPayer,
  PriorPayer,
  Submission,
} from '../../domain/claim.ts';
import {
  CodeDecision,
  CodedService,
  CodeSuggestion,
  CodeSupport,
  CodingBasis,
  CodingReview,
  EncounterCodes,
  EvidenceSpan,
  RejectedCode,
  Specifying,
} from '../../domain/coding.ts';
import { ProviderEnrolment } from '../../domain/contract/enrolment.ts';
import { ExpectedLine, FeeBasis, PricingStep } from '../../domain/contract/expected-line.ts';
import { FeeLine } from '../../domain/contract/fee-line.ts';
import { IncidentTo } from '../../domain/contract/incident-to.ts';
import {
  RoutedTime,
  RoutingCondition,
  RoutingRule,
  RoutingRules,
  RoutingSet,
  TaskRouting,
} from '../../domain/denials/routing-rule.ts';
import { Encounter, EncounterDocument } from '../../domain/encounter.ts';
import { Finding } from '../../domain/finding.ts';
import { PayerStatus, StatusCode } from '../../domain/follow-up/payer-status.ts';
import { ClassRule } from '../../domain/ledger/class-rule.ts';
import { Deposit, DepositSource } from '../../domain/ledger/deposit.ts';
import { HandTie } from '../../domain/ledger/deposits/tie.ts';
import { HandPayment } from '../../domain/ledger/hand-payment.ts';
import {
  ByHand,
  ClaimCandidate,
  Held,
  PaidTo,
  ProviderAdjustment,
  Release,
  Telling,
} from '../../domain/ledger/payment.ts';
import { ReleasePayment, ResolveHeld } from '../../domain/ledger/payment-action.ts';
import { Resolution } from '../../domain/ledger/resolution.ts';
import {
  Address,
  Coverage,
  Employer,
  Guarantor,
  Patient,
  Provider,
  Relationship,
  ServiceFacility,
  Subscriber,
} from '../../domain/party.ts';
import { Appointment, ToldAppointment } from '../../domain/patients/appointment.ts';
import { Authorization, AuthorizedServices, ToldAuthorization } from '../../domain/patients/authorization.ts';
import { CoverageRecord, Sighting } from '../../domain/patients/coverage-record.ts';
import { Demographics } from '../../domain/patients/demographics.ts';
import { PatientEvent, PatientId, PatientRecord } from '../../domain/patients/patient-record.ts';
import { CoverageName, ToldCoverage } from '../../domain/patients/state-coverage.ts';
import { Location } from '../../domain/practice/location.ts';
import { Charge } from '../../domain/practice.ts';
import { Ruled } from '../../domain/rules/billed-visit.ts';
import { NetChange } from '../../domain/rules/net-change.ts';
import { Condition, Effect, PracticeRule, PracticeRules, RuleSet } from '../../domain/rules/practice-rule.ts';
import { TaskAction, TaskKind, TaskOutcome, TaskReason } from '../../domain/task.ts';
import { ActionLimit } from '../../domain/tasks/action-limit.ts';
import { Correction } from '../../domain/tasks/correction.ts';
import { DecidedPart, PartDecision } from '../../domain/tasks/decided-part.ts';
import { HandlingEntry } from '../../domain/tasks/handling.ts';
import { WriteOffReason } from '../../domain/tasks/write-off-reason.ts';
import { BeforeDecision, Decision } from '../../domain/undo/decision.ts';
import { EditFinding, EditOverride } from '../../domain/visit/edit-finding.ts';
import { EncounterRegistration, RegisteredService } from '../../domain/visit/registration.ts';
import { Attachment, Drug, ServiceFacts, TestResult } from '../../domain/visit/service-facts.ts';
import { Accident, VisitDates } from '../../domain/visit/visit-dates.ts';
import { VisitFacts } from '../../domain/visit/visit-facts.ts';
import { WebhookEventType, WebhookMessage } from '../../domain/webhooks/message.ts';
import { ShownClaim } from '../claim-routes.ts';
import { ShownTask } from '../task-routes.ts';

/** Schemas of the domain that stand in what the API takes and gives, by the names that they have there. */
export const schemaNames = {
  Claim: ShownClaim,
  Task: ShownTask,
  Accident,
  Acknowledgement,
  ActionLimit,
  Actor,
  Address,
  AdjudicatedLine,
  Adjudication,
  Adjustment,
  AppealAnswer,
  Appointment,
  Attachment,
  Authorization,
  AuthorizedServices,
  BeforeDecision,
  BilledService,
  ByHand,
  CalendarDate,
  Charge,
  ClaimAppeal,
  ClaimCandidate,
  ClaimEvent,
  ClaimLine,
  ClassRule,
  CodeDecision,
  CodeSuggestion,
  CodeSupport,
  CodedService,
  CodingBasis,
  CodingReview,
  Condition,
  Correction,
  Coverage,
  CoverageName,
  CoverageRecord,
  DecidedPart,
  DecidingActor,
  Decision,
  Demographics,
  Deposit,
  DepositSource,
  Drug,
  EditFinding,
  EditOverride,
  Effect,
  Employer,
  Encounter,
  EncounterCodes,
  EncounterDocument,
  EncounterRegistration,
  EvidenceSpan,
  ExpectedLine,
  FeeBasis,
  FeeLine,
  Finding,
  Guarantor,
  HandPayment,
  HandTie,
  HandlingEntry,
  Held,
  IncidentTo,
  Invitation,
  Location,
  MemberChange,
  Membership,
  NetChange,
  NextPayer,
  Packet,
  PaidTo,
  PartDecision,
  Patient,
  PatientEvent,
  PatientId,
  PatientRecord,
  PayerStatus,
  PracticeRule,
  PracticeRules,
  PricingStep,
  PriorPayer,
  Provider,
  ProviderAdjustment,
  ProviderEnrolment,
  Refund,
  RegisteredService,
  RejectedCode,
  Relationship,
  Release,
  ReleasePayment,
  Resolution,
  ResolveHeld,
  RoutedTime,
  RoutingCondition,
  RoutingRule,
  RoutingRules,
  RoutingSet,
  RuleSet,
  Ruled,
  Delivery: Sent,
  ServiceFacility,
  ServiceFacts,
  Sighting,
  Specifying,
  StatusCode,
  Submission,
  Subscriber,
  Takeback,
  TaskAction,
  TaskKind,
  TaskOutcome,
  TaskReason,
  TaskRouting,
  Telling,
  TestResult,
  ToldAppointment,
  ToldAuthorization,
  ToldCoverage,
  VisitDates,
  VisitFacts,
  WebhookEventType,
  WebhookMessage,
  WriteOff,
  WriteOffReason,
} as const;
