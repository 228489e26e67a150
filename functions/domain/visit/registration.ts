import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { IncidentTo } from '../contract/incident-to.ts';
import { number, ofKind, whenSound } from '../field.ts';
import { Coverage, Guarantor, Patient, Provider } from '../party.ts';
import { PlaceOfService, ProcedureCode, ServiceFacts } from './service-facts.ts';
import { visitFacts } from './visit-facts.ts';

/** What is known of a service at registration: it is put to the code that the coder confirms. */
export const RegisteredService = ServiceFacts.extend({
  procedure: ProcedureCode.describe('The CPT or HCPCS code to which all of this is put (SV101-2)'),
  modifiers: z
    .array(ofKind('modifier', z.string().regex(/^[A-Z0-9]{2}$/)))
    .max(4)
    .optional()
    .describe('Where the same procedure was done several times: which one is meant'),
});
export type RegisteredService = z.infer<typeof RegisteredService>;

/**
 * What a clinic registers for a visit (`encounter.json`), beside its documents. Version 2; files of version 1, which
 * say no version, have a part of its fields and are read by the same schema. Unknown fields are refused by name.
 */
export const EncounterRegistration = z
  .strictObject({
    version: z
      .union([z.literal(1), z.literal(2)])
      .optional()
      .describe('Version of this layout: 2, or 1 for files that have a part of its fields'),
    patient: Patient.describe('The patient (2010BA where that is the subscriber, else 2010CA)'),
    guarantor: Guarantor.optional().describe(
      'Who pays what is the patient’s, where that is somebody else; not sent',
    ),
    coverages: z
      .array(Coverage)
      .max(3)
      .describe('Insurance, the primary one first; an empty list where the patient pays (2000B, 2320)'),
    dateOfService: CalendarDate.describe('Day of the visit, the first where there are several (DTP*472)'),
    placeOfService: PlaceOfService.describe('Two digits of the CMS code set, such as 11 office (CLM05-1)'),
    locationId: number(40)
      .optional()
      .describe('Location of the practice where the visit was; chooses who bills'),
    appointmentId: ofKind('appointment-id', z.string().min(1).max(64))
      .optional()
      .describe('The appointment that the visit keeps; not sent'),
    renderingProviderNpi: ofKind('npi', z.string()).describe(
      'NPI of who gave the services, one of the practice’s providers (2310B NM109)',
    ),
    patientType: z
      .enum(['new', 'established'])
      .describe('Whether the patient is new to the practice: bears on the codes of the visit; not sent'),
    incidentTo: IncidentTo.optional().describe(
      'Where somebody else is to be billed than who gave the services',
    ),
    referringProvider: Provider.optional().describe('Who sent the patient (2310A DN)'),
    priorAuthorization: number(50).optional().describe('Authorization of the visit (REF*G1)'),
    services: z
      .array(RegisteredService)
      .max(50)
      .optional()
      .describe('What is known of services beside their codes (2400)'),
    ...visitFacts,
  })
  .refine(
    ({ dateOfService, lastDateOfService }) =>
      lastDateOfService === undefined || lastDateOfService >= dateOfService,
    {
      message: 'The last day of service lies before the first',
      path: ['lastDateOfService'],
      when: whenSound('dateOfService', 'lastDateOfService'),
    },
  );
export type EncounterRegistration = z.infer<typeof EncounterRegistration>;
