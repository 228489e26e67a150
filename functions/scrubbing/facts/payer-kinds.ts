import { isOriginalMedicare, type Payer } from '../../domain/payer.ts';
import type { EncounterToScrub } from '../edit.ts';

type Told = Pick<Payer, 'claimFilingIndicator'> | undefined;

/** Original Medicare (SBR09); plans of Medicare Advantage go by their own rules. */
export const isMedicare = (payer: Told): boolean => payer !== undefined && isOriginalMedicare(payer);

/** Medicaid (SBR09). */
export const isMedicaid = (payer: Told): boolean => payer?.claimFilingIndicator === 'MC';

/** Workers' compensation (SBR09). */
export const isWorkersCompensation = (payer: Told): boolean => payer?.claimFilingIndicator === 'WC';

/** The insurer of a motor vehicle (SBR09). */
export const isAutomobile = (payer: Told): boolean => payer?.claimFilingIndicator === 'AM';

/** The contract of a coverage of the visit, as far as it is at hand. */
export const payerOf = ({ payer, otherPayers = [] }: EncounterToScrub, payerId: string): Payer | undefined =>
  [...(payer ? [payer] : []), ...otherPayers].find((one) => one.payerId === payerId);
