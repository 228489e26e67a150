import { z } from 'zod';
import { CalendarDate } from './calendar.ts';
import { Credential } from './contract/credential.ts';
import { called, name, number, ofKind, whenSound } from './field.ts';

/** National Provider Identifier: ten digits; the check digit is verified at intake and by the scrubbing edits. */
export const Npi = ofKind('npi', z.string().regex(/^\d{10}$/, 'An NPI has ten digits'));

export const Address = called(
  'Address',
  z.strictObject({
    line1: ofKind('line', z.string().min(1).max(55)).describe('Street and house number (N301)'),
    line2: ofKind('line', z.string().max(55)).optional().describe('Apartment, floor, building (N302)'),
    city: ofKind('name', z.string().min(2).max(30)).describe('City (N401)'),
    state: ofKind('state', z.string().regex(/^[A-Z]{2}$/, 'A state has two capital letters')).describe(
      'State, two capital letters as the US Postal Service writes it (N402)',
    ),
    postalCode: ofKind(
      'postal-code',
      z.string().regex(/^\d{5}(\d{4})?$/, 'A ZIP code has five or nine digits'),
    ).describe('ZIP code, five or nine digits without a hyphen (N403)'),
  }),
);
export type Address = z.infer<typeof Address>;

export const Gender = z.enum(['F', 'M', 'U']).describe('F female, M male, U unknown (DMG03)');

export const Person = z.strictObject({
  lastName: name(60).describe('Last name (NM103)'),
  firstName: name(35).describe('First name (NM104)'),
  middleName: ofKind('name', z.string().max(25)).optional().describe('Middle name or initial (NM105)'),
  suffix: name(10).optional().describe('Jr, III (NM107)'),
});
export type Person = z.infer<typeof Person>;

const DateOfBirth = CalendarDate.describe('Day of birth (DMG02)');

const Phone = ofKind('phone', z.string().regex(/^\d{10}$/, 'A telephone number has ten digits'));

export const Patient = Person.extend({
  patientId: ofKind('patient-id', z.string().regex(/^[A-Za-z0-9-]{1,36}$/)).describe(
    'The practice’s own number of the patient, by which its record is known; not sent',
  ),
  dateOfBirth: DateOfBirth,
  gender: Gender,
  address: Address.describe('Where the patient lives (N3, N4 of 2010BA or 2010CA)'),
  dateOfDeath: CalendarDate.optional().describe('Day of death, where the patient has died (PAT06)'),
});
export type Patient = z.infer<typeof Patient>;

/** Who pays what is the patient's own, when that is not the patient. */
export const Guarantor = Person.extend({
  address: Address.describe('Where bills of the patient’s share go; not sent'),
  phone: Phone.optional().describe('Ten digits; not sent'),
});
export type Guarantor = z.infer<typeof Guarantor>;

/** The holder of the policy, when that is not the patient. */
export const Subscriber = Person.extend({
  dateOfBirth: DateOfBirth.describe('Day of birth (DMG02 of a 270, box 11a)'),
  gender: Gender,
  address: Address.describe('Where the subscriber lives (box 7)'),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** An employer that holds the policy of workers' compensation: no person (2010BA NM102 = 2), whose employee the patient is. */
export const Employer = called(
  'Employer',
  z.strictObject({
    name: name(60).describe('Name of the employer (NM103, NM102 = 2; box 4)'),
    address: Address.optional().describe('Address of the employer (box 7)'),
  }),
);
export type Employer = z.infer<typeof Employer>;

/** Order in which payers answer: primary, secondary, tertiary (SBR01). */
export const Responsibility = z
  .enum(['P', 'S', 'T'])
  .describe('P primary, S secondary, T tertiary: the order in which payers are billed (SBR01)');
export type Responsibility = z.infer<typeof Responsibility>;

export const Relationship = z
  .enum(['self', 'spouse', 'child', 'employee', 'other'])
  .describe('What the patient is to whom holds the policy: self where that is the patient (SBR02, PAT01)');
export type Relationship = z.infer<typeof Relationship>;

export const Coverage = z
  .strictObject({
    payerId: ofKind('payer-id', z.string().min(2).max(80)).describe(
      'The payer by its id in the practice’s contracts, payers.json (2010BB NM109)',
    ),
    responsibility: Responsibility,
    memberId: number(80, 2).describe('Number of the member as the card has it (2010BA NM109)'),
    groupNumber: ofKind('number', z.string().max(50))
      .optional()
      .describe('Number of the group or plan (SBR03)'),
    insuranceType: z
      .enum(['12', '13', '14', '15', '16', '41', '42', '43', '47'])
      .optional()
      .describe('SBR05: why Medicare is not the first payer, such as 12 for a working aged patient'),
    relationship: Relationship,
    subscriber: Subscriber.optional().describe(
      'The person who holds the policy, where that is not the patient (2010BA)',
    ),
    employer: Employer.optional().describe(
      'The employer that holds the policy of workers’ compensation, with relationship employee (2010BA)',
    ),
  })
  .refine((coverage) => (coverage.relationship === 'self') === isPatientSubscriber(coverage), {
    message: 'Name the subscriber exactly when the patient is not the subscriber',
    path: ['subscriber'],
    when: whenSound('relationship', 'subscriber', 'employer'),
  })
  .refine(
    ({ relationship, subscriber, employer }) =>
      employer === undefined || (relationship === 'employee' && subscriber === undefined),
    {
      message: 'An employer is the subscriber of an employee, in place of a person',
      path: ['employer'],
      when: whenSound('relationship', 'subscriber', 'employer'),
    },
  );
export type Coverage = z.infer<typeof Coverage>;

/** The coverages of a visit in the order in which they are billed. */
export const inBillingOrder = (coverages: readonly Coverage[]): Coverage[] =>
  [...coverages].sort((a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility));

/** Whether the patient holds the policy; else a person does, or an employer. */
export const isPatientSubscriber = ({ subscriber, employer }: PolicyHolder): boolean =>
  subscriber === undefined && employer === undefined;

type PolicyHolder = { readonly subscriber?: unknown; readonly employer?: unknown };

export const Provider = called(
  'Provider',
  Person.extend({
    npi: Npi.describe('NPI, ten digits (NM109)'),
    taxonomy: ofKind('taxonomy', z.string().length(10))
      .optional()
      .describe('Taxonomy code of the specialty, ten characters (PRV03)'),
    credential: Credential.optional().describe(
      'As which the provider is licensed, where a payer goes by it; not sent',
    ),
  }),
);
export type Provider = z.infer<typeof Provider>;

/** A place where services are given that is not the practice's own (loop 2310C, box 32). */
export const ServiceFacility = called(
  'ServiceFacility',
  z.strictObject({
    name: name(60).describe('Name of the place (NM103)'),
    npi: Npi.optional().describe('NPI of the place, ten digits (NM109)'),
    address: Address.describe('Where it is (N3, N4)'),
  }),
);
export type ServiceFacility = z.infer<typeof ServiceFacility>;
