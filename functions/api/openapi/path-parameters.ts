import { z } from 'zod';
import { Subject } from '../../domain/access/membership.ts';
import { ClaimId, encounterIdPattern, practiceIdPattern } from '../../domain/ids.ts';
import { AppointmentId } from '../../domain/patients/appointment.ts';
import { PatientId } from '../../domain/patients/patient-record.ts';
import { EndpointId } from '../../domain/webhooks/endpoint.ts';

/** An id that we gave, and that callers hand back as they got it. */
const ours = z.string().min(1).max(200);

/** What stands in the paths of routes, by the name of its place. */
export const pathParameters: Readonly<Record<string, z.ZodType>> = {
  practiceId: z.string().regex(practiceIdPattern).describe('The practice'),
  encounterId: z.string().regex(encounterIdPattern).describe('The visit, as the clinic numbers it'),
  claimId: ClaimId.describe('The claim, as visits and lists give it'),
  taskId: ours.describe('The task, as lists give it'),
  patientId: PatientId.describe('The patient, as the practice numbers it'),
  appointmentId: AppointmentId.describe('The appointment, as the practice numbers it'),
  payerId: z.string().min(2).max(80).describe('The payer, as contracts of the practice name it'),
  paymentId: ours.describe('The payment, as lists give it'),
  adjudicationId: ours.describe('The held decision, as its payment gives it'),
  accountId: ours.describe('The account, as the ledger gives it'),
  refundId: ours.describe('The refund, as its claim gives it'),
  tieId: ours.describe('The tie, as the reconciliation gives it'),
  endpointId: EndpointId.describe('The webhook, as lists give it'),
  subject: Subject.describe('The member, by the subject of its tokens'),
};
