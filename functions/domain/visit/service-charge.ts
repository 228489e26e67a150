import { type Cents, cents } from '../../edi/money.ts';
import type { CodedService } from '../coding.ts';
import { chargeFor, type Practice } from '../practice.ts';
import type { EncounterRegistration } from './registration.ts';

/** What a service is charged for all its units, in cents; undefined where the charge master has no price for it. */
export const serviceCharge = (
  practice: Pick<Practice, 'chargeMaster'>,
  service: CodedService,
  { dateOfService, placeOfService }: Pick<EncounterRegistration, 'dateOfService' | 'placeOfService'>,
): Cents | undefined => {
  const priced = { ...service, placeOfService: service.facts?.placeOfService ?? placeOfService };
  const price = chargeFor(practice, priced, dateOfService);
  return price === undefined ? undefined : cents(Math.round(price * service.units));
};
