import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { CodeSupport, EncounterCodes } from '../coding.ts';
import { name, number, ofKind, prose, wholeCents } from '../field.ts';
import { Address, Gender, Provider, Relationship, ServiceFacility } from '../party.ts';
import { Attachment, CliaNumber, Drug, PlaceOfService } from '../visit/service-facts.ts';
import { Accident } from '../visit/visit-dates.ts';

const LineNumber = z.int().min(1).max(50);

/** The name, birth date and sex of whom a policy is on; the address stays, or is the patient's. */
const PolicyHolder = z.strictObject({
  lastName: name(60),
  firstName: name(35),
  dateOfBirth: CalendarDate,
  gender: Gender,
});

/**
 * Data that somebody mends before a claim goes out again; only what is named changes, and null clears what a claim can
 * go without.
 */
export const Correction = z.object({
  memberId: number(80, 2).optional(),
  groupNumber: number(50).nullable().optional(),
  relationship: Relationship.optional(),
  policyHolder: PolicyHolder.nullable().optional().describe('null: the patient holds the policy'),
  patientLastName: name(60).optional(),
  patientFirstName: name(35).optional(),
  patientMiddleName: ofKind('name', z.string().min(1).max(25)).nullable().optional(),
  patientDateOfBirth: CalendarDate.optional(),
  patientGender: Gender.optional(),
  patientAddress: Address.optional(),
  dateOfService: CalendarDate.optional(),
  placeOfService: PlaceOfService.optional(),
  priorAuthorization: number(50).nullable().optional(),
  referralNumber: number(50).nullable().optional(),
  cliaNumber: CliaNumber.nullable().optional(),
  renderingProvider: Provider.optional(),
  referringProvider: Provider.nullable().optional(),
  orderingProvider: Provider.nullable().optional(),
  supervisingProvider: Provider.nullable().optional(),
  serviceFacility: ServiceFacility.nullable().optional(),
  accident: Accident.nullable().optional(),
  claimNote: prose(80).nullable().optional().describe('to the payer (NTE)'),
  attachments: z.array(Attachment).max(10).nullable().optional(),
  codes: EncounterCodes.optional(),
  drugs: z
    .array(Drug.extend({ line: LineNumber }))
    .nullable()
    .optional()
    .describe('of service lines, all that there are'),
  charges: z
    .array(z.strictObject({ line: LineNumber, charge: wholeCents }))
    .optional()
    .describe('of lines that are charged otherwise than the price list has it'),
  support: z
    .array(CodeSupport)
    .optional()
    .describe('the words of the note behind codes that the coder added'),
});
export type Correction = z.infer<typeof Correction>;
