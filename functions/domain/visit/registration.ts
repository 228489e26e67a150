import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { IncidentTo } from '../contract/incident-to.ts';
import { Coverage, Guarantor, Patient, Provider } from '../party.ts';
import { ServiceFacts } from './service-facts.ts';
import { visitFacts } from './visit-facts.ts';

/** What is known of a service at registration: it is put to the code that the coder confirms. */
export const RegisteredService = ServiceFacts.extend({
  procedure: z.string().regex(/^[A-Z0-9]{5}$/, 'A procedure code has five digits or capital letters'),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/))
    .max(4)
    .optional()
    .describe('where the same procedure was done several times: which one is meant'),
});
export type RegisteredService = z.infer<typeof RegisteredService>;

/**
 * What a clinic registers for a visit (`encounter.json`), beside its documents. Version 2; files of version 1, which
 * say no version, have a part of its fields and are read by the same schema. Unknown fields are refused by name.
 */
export const EncounterRegistration = z
  .strictObject({
    version: z.union([z.literal(1), z.literal(2)]).optional(),
    patient: Patient,
    guarantor: Guarantor.optional().describe('who pays what is the patient’s, where that is somebody else'),
    coverages: z.array(Coverage).max(3),
    dateOfService: CalendarDate,
    placeOfService: z.string().regex(/^\d{2}$/, 'A place of service has two digits'),
    locationId: z.string().min(1).max(40).optional().describe('of the practice: where the visit was'),
    appointmentId: z.string().min(1).max(64).optional(),
    renderingProviderNpi: z.string(),
    patientType: z.enum(['new', 'established']),
    incidentTo: IncidentTo.optional().describe(
      'where somebody else is to be billed than who gave the services',
    ),
    referringProvider: Provider.optional().describe('who sent the patient'),
    priorAuthorization: z.string().min(1).max(50).optional(),
    services: z.array(RegisteredService).max(50).optional(),
    ...visitFacts,
  })
  .refine(
    ({ dateOfService, lastDateOfService }) =>
      lastDateOfService === undefined || lastDateOfService >= dateOfService,
    { message: 'The last day of service lies before the first', path: ['lastDateOfService'] },
  );
export type EncounterRegistration = z.infer<typeof EncounterRegistration>;
