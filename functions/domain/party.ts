import { z } from 'zod';
import { CalendarDate } from './calendar.ts';
import { Credential } from './contract/credential.ts';

/** National Provider Identifier: ten digits; the check digit is verified by the scrubbing edits. */
export const Npi = z.string().regex(/^\d{10}$/, 'An NPI has ten digits');

export const Address = z.strictObject({
  line1: z.string().min(1).max(55),
  line2: z.string().max(55).optional(),
  city: z.string().min(2).max(30),
  state: z.string().regex(/^[A-Z]{2}$/, 'A state has two capital letters'),
  postalCode: z.string().regex(/^\d{5}(\d{4})?$/, 'A ZIP code has five or nine digits'),
});
export type Address = z.infer<typeof Address>;

export const Gender = z.enum(['F', 'M', 'U']);

export const Person = z.strictObject({
  lastName: z.string().min(1).max(60),
  firstName: z.string().min(1).max(35),
  middleName: z.string().max(25).optional(),
  suffix: z.string().min(1).max(10).optional().describe('Jr, III'),
});
export type Person = z.infer<typeof Person>;

export const Patient = Person.extend({
  patientId: z.string().regex(/^[A-Za-z0-9-]{1,36}$/),
  dateOfBirth: CalendarDate,
  gender: Gender,
  address: Address,
  dateOfDeath: CalendarDate.optional(),
});
export type Patient = z.infer<typeof Patient>;

/** Who pays what is the patient's own, when that is not the patient. */
export const Guarantor = Person.extend({
  address: Address,
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
});
export type Guarantor = z.infer<typeof Guarantor>;

/** The holder of the policy, when that is not the patient. */
export const Subscriber = Person.extend({
  dateOfBirth: CalendarDate,
  gender: Gender,
  address: Address,
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Order in which payers answer: primary, secondary, tertiary (SBR01). */
export const Responsibility = z.enum(['P', 'S', 'T']);
export type Responsibility = z.infer<typeof Responsibility>;

export const Relationship = z.enum(['self', 'spouse', 'child', 'other']);
export type Relationship = z.infer<typeof Relationship>;

export const Coverage = z
  .strictObject({
    payerId: z.string().min(2).max(80),
    responsibility: Responsibility,
    memberId: z.string().min(2).max(80),
    groupNumber: z.string().max(50).optional(),
    insuranceType: z
      .enum(['12', '13', '14', '15', '16', '41', '42', '43', '47'])
      .optional()
      .describe('SBR05: why Medicare is not the first payer, such as 12 for a working aged patient'),
    relationship: Relationship,
    subscriber: Subscriber.optional(),
  })
  .refine((coverage) => (coverage.relationship === 'self') === (coverage.subscriber === undefined), {
    message: 'Name the subscriber exactly when the patient is not the subscriber',
    path: ['subscriber'],
  });
export type Coverage = z.infer<typeof Coverage>;

export const Provider = Person.extend({
  npi: Npi,
  taxonomy: z.string().length(10).optional(),
  credential: Credential.optional().describe('as which the provider is licensed, where a payer goes by it'),
});
export type Provider = z.infer<typeof Provider>;

/** A place where services are given that is not the practice's own (loop 2310C, box 32). */
export const ServiceFacility = z.strictObject({
  name: z.string().min(1).max(60),
  npi: Npi.optional(),
  address: Address,
});
export type ServiceFacility = z.infer<typeof ServiceFacility>;
