import { z } from 'zod';
import type { Cents } from '../edi/money.ts';
import { cents, mostCents } from '../edi/money.ts';
import { TimeZone } from './calendar/time-zone.ts';
import { CalendarDate } from './calendar.ts';
import { ProviderEnrolment } from './contract/enrolment.ts';
import type { Finding } from './finding.ts';
import { practiceIdPattern } from './ids.ts';
import { ClassRule } from './ledger/class-rule.ts';
import { Address, Npi, Provider } from './party.ts';
import { BillingEntity } from './practice/billing-entity.ts';
import { Location } from './practice/location.ts';
import { PartnerEnrolment } from './practice/partner-enrolment.ts';

/** The desks of a practice that work tasks; each has one mailbox in the practice's roster. */
export const Desk = z.enum([
  'coder',
  'biller',
  'front-desk',
  'authorizations',
  'appeals',
  'credentialing',
  'records',
]);
export type Desk = z.infer<typeof Desk>;

export const MoneyInCents = z.int().min(0).max(mostCents).transform(cents);

/**
 * One price of the charge master, in whole cents, from a date of service onwards: of a procedure, or of it with a
 * modifier (26, TC) or at a place.
 */
export const Charge = z.object({
  procedure: z.string(),
  modifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/)
    .optional(),
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  charge: MoneyInCents,
  effectiveFrom: CalendarDate,
});
export type Charge = z.infer<typeof Charge>;

export const Practice = z.object({
  practiceId: z.string().regex(practiceIdPattern),
  name: z.string().min(1).max(60),
  npi: Npi,
  taxId: z.string().regex(/^\d{9}$/),
  taxonomy: z.string().length(10),
  address: Address,
  phone: z.string().regex(/^\d{10}$/),
  timeZone: TimeZone.default('America/New_York').describe('in which its days begin and end'),
  billingEntities: z
    .array(BillingEntity)
    .default([])
    .describe('further ones under which it bills; the practice itself bills what fits none'),
  partners: z
    .array(PartnerEnrolment)
    .default([])
    .describe('its enrolments with trading partners; without one it sends by its tax id'),
  providers: z.array(Provider).min(1),
  enrolments: z
    .array(ProviderEnrolment)
    .default([])
    .describe('of its providers with payers that are asked about them'),
  locations: z.array(Location).default([]).describe('where it sees patients'),
  roster: z.record(Desk, z.email()),
  supervisor: z.email().describe('hears of tasks that pass their deadline'),
  clinicContact: z.email().describe('hears of documents that cannot be read'),
  codingPolicy: z.object({
    autoAcceptConfidence: z.number().min(0).max(1).describe('codes at or above it need no coder'),
  }),
  taskDays: z
    .record(Desk, z.int().min(1))
    .describe('business days a desk has for a task, before payer limits'),
  openAccountPayments: z
    .int()
    .min(1)
    .default(2)
    .describe('later payments of a payer over which a provider-level account may stay open'),
  openAccountDays: z.int().min(1).default(45).describe('days of silence after which it is overdue, too'),
  underpayment: z
    .strictObject({ cents: z.int().min(0), percent: z.number().min(0).max(100) })
    .default({ cents: 100, percent: 1 })
    .describe('what a line has to differ by from the contract, both, before anybody is asked about it'),
  writeOffLimit: MoneyInCents.optional().describe(
    'cents that one person may write off at once; above it a second one confirms',
  ),
  chargeMaster: z.array(Charge),
  formatRepairs: z
    .boolean()
    .default(true)
    .describe('whether a registration whose numbers are written otherwise is taken, with what was repaired'),
  adjustmentClasses: z
    .array(ClassRule)
    .default([])
    .describe(
      'how it classes adjustments of its payers; the first rule that fits answers, and ours after them',
    ),
});
export type Practice = z.infer<typeof Practice>;

/** What is priced: where it was done and with which modifiers decides among the prices of a procedure. */
export type Priced = {
  readonly procedure: string;
  readonly modifiers?: readonly string[];
  readonly placeOfService?: string;
};

/**
 * The practice's price on the date of service, in cents: of the prices that fit the one that says most, a modifier
 * before a place, and of those the latest in force; undefined when the charge master has none. Where it prices a
 * component of a procedure, the price of the whole is not that of the other component.
 */
export const chargeFor = (
  practice: Pick<Practice, 'chargeMaster'>,
  priced: Priced,
  dateOfService: CalendarDate,
): Cents | undefined => {
  const inForce = practice.chargeMaster.filter(
    ({ procedure, effectiveFrom }) => procedure === priced.procedure && effectiveFrom <= dateOfService,
  );
  const isSplit = inForce.some(({ modifier }) => components.includes(modifier ?? ''));
  const component = isSplit ? priced.modifiers?.find((one) => components.includes(one)) : undefined;
  return inForce
    .filter((entry) => isPriceOf(entry, priced) && (component === undefined || entry.modifier === component))
    .sort((a, b) => tells(b) - tells(a) || b.effectiveFrom.localeCompare(a.effectiveFrom))[0]?.charge;
};

/** The professional and the technical component of a service: parts of it, each with a price of its own. */
const components: readonly string[] = ['26', 'TC'];

const isPriceOf = (entry: Charge, { modifiers = [], placeOfService }: Priced): boolean =>
  (entry.modifier === undefined || modifiers.includes(entry.modifier)) &&
  (entry.placeOfService === undefined || entry.placeOfService === placeOfService);

const tells = ({ modifier, placeOfService }: Charge): number => (modifier ? 2 : 0) + (placeOfService ? 1 : 0);

/** Prices of the same service, place and first day that differ: nobody knows which is meant. */
export const contradictingCharges = (chargeMaster: readonly Charge[]): readonly Finding[] => {
  const first = new Map<string, number>();
  return chargeMaster.flatMap((entry, at) => {
    const { procedure, modifier = '', placeOfService = '', effectiveFrom, charge } = entry;
    const key = [procedure, modifier, placeOfService, effectiveFrom].join('/');
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, at);
    if (earlier === undefined || chargeMaster[earlier]?.charge === charge) return [];
    const detail = `Another price of ${procedure} from the same day stands at ${earlier}: leave one of them`;
    return [{ code: 'price-contradicts', path: `chargeMaster.${at}`, detail }];
  });
};

/** The lists of a practice that are edited as a whole, each by itself. */
export type PracticeListName = 'adjustmentClasses' | 'chargeMaster' | 'enrolments' | 'locations';
