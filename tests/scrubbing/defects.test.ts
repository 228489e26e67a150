import { expect, it } from 'vitest';
import { addDays } from '../../functions/domain/calendar.ts';
import { findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { needingOfficialCodeSets } from '../shared-material.ts';
import { cleanVisits } from './cases/clean-visits.ts';
import { defectiveVisits } from './cases/defective-visits.ts';
import { aVisit, type VisitChange } from './visit-to-scrub.ts';

/** Filed four days after the visit. */
const scrub = (visit: VisitChange) => {
  const encounter = aVisit(visit);
  return findBrokenEdits(encounter, addDays(encounter.registration.dateOfService, 4));
};

needingOfficialCodeSets().describe('visits as clinics send them', () => {
  it('are a hundred with a defect and sixty without', () => {
    expect(defectiveVisits.length).toBeGreaterThanOrEqual(100);
    expect(cleanVisits.length).toBeGreaterThanOrEqual(60);
  });

  it.each(defectiveVisits)('%s', (_story, visit, code, desk) => {
    const stopping = scrub(visit).filter(({ severity }) => severity !== 'info');
    expect(stopping.map((one) => `${one.code} ${one.desk}`)).toContain(`${code} ${desk}`);
  });

  it.each(cleanVisits)('is not stopped: %s', (_story, visit) => {
    expect(scrub(visit).filter(({ severity }) => severity === 'block')).toEqual([]);
  });
});
