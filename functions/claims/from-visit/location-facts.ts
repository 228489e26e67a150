import type { CodedService } from '../../domain/coding.ts';
import { type Location, locationOf } from '../../domain/practice/location.ts';
import type { Practice } from '../../domain/practice.ts';
import type { EncounterRegistration } from '../../domain/visit/registration.ts';
import type { VisitFacts } from '../../domain/visit/visit-facts.ts';

/** Laboratory and pathology of CPT (80047 to 89398): their claims name the certificate of who tested (CLIA). */
const isLabTest = ({ procedure }: CodedService): boolean => procedure >= '80047' && procedure <= '89398';

/** The patient's home is nobody's facility. */
const atHome = new Set(['10', '12']);

/**
 * What the place of a visit says that its registration leaves out: the laboratory's certificate where tests are billed
 * that nobody else did, and the facility where the place has a number of its own.
 */
export const locationFacts = (
  practice: Pick<Practice, 'locations'>,
  registration: EncounterRegistration,
  services: readonly CodedService[],
): Partial<VisitFacts> => {
  const location = locationOf(practice.locations, registration);
  if (location === undefined) return {};
  const ownTests = services.some((one) => isLabTest(one) && !one.modifiers.includes('90'));
  return {
    ...(location.cliaNumber && ownTests && { cliaNumber: location.cliaNumber }),
    ...facilityOf(location, registration),
  };
};

const facilityOf = (
  { name, npi, address }: Location,
  { placeOfService }: EncounterRegistration,
): Partial<VisitFacts> =>
  npi && address && !atHome.has(placeOfService) ? { serviceFacility: { name, npi, address } } : {};
