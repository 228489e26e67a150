import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import { Npi } from '../party.ts';

/**
 * How a provider of the practice is enrolled with a payer, and when. pending: asked for and not answered, so that claims
 * of these days are not paid yet · effective: the payer pays for services of these days.
 */
export const ProviderEnrolment = z
  .strictObject({
    providerNpi: Npi,
    payerId: z.string().min(2).max(80),
    status: z.enum(['pending', 'effective']),
    from: CalendarDate,
    to: CalendarDate.optional(),
    providerNumber: z.string().min(1).max(50).optional().describe('what the payer calls the provider'),
  })
  .refine(({ from, to }) => to === undefined || to >= from, {
    message: 'The last day lies before the first',
    path: ['to'],
  });
export type ProviderEnrolment = z.infer<typeof ProviderEnrolment>;

/** Whether a payer looks at enrolments, and what a missing one does to a visit. */
export const EnrolmentRule = z.enum(['not-checked', 'warn', 'block']);

/** Where a provider stands with a payer on a date of service. */
export type EnrolmentStanding = 'effective' | 'pending' | 'not-yet' | 'ended' | 'never';

export const enrolmentOn = (
  enrolments: readonly ProviderEnrolment[],
  { providerNpi, payerId, date }: { providerNpi: string; payerId: string; date: CalendarDate },
): EnrolmentStanding => {
  const own = enrolments.filter((one) => one.providerNpi === providerNpi && one.payerId === payerId);
  const there = own.filter(({ from, to = '9999-12-31' }) => from <= date && date <= to);
  if (there.some(({ status }) => status === 'effective')) return 'effective';
  if (there.length > 0) return 'pending';
  if (own.some(({ from }) => from > date)) return 'not-yet';
  return own.length > 0 ? 'ended' : 'never';
};

/** Enrolments of a provider, or with a payer, that the practice does not have: they would be looked for in vain. */
export const checkEnrolments = (
  enrolments: readonly ProviderEnrolment[],
  known: { readonly providers: readonly { readonly npi: string }[]; readonly payerIds: readonly string[] },
): readonly Finding[] =>
  enrolments.flatMap(({ providerNpi, payerId }, at) => [
    ...(known.providers.some(({ npi }) => npi === providerNpi)
      ? []
      : [unknown(`enrolments.${at}.providerNpi`, 'The practice has no provider of this NPI')]),
    ...(known.payerIds.includes(payerId)
      ? []
      : [unknown(`enrolments.${at}.payerId`, 'The practice has no contract with this payer')]),
  ]);

const unknown = (path: string, detail: string): Finding => ({ code: 'unknown', path, detail });
