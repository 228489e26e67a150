import type { CalendarDate } from '../domain/calendar.ts';
import type { Finding } from '../domain/finding.ts';
import { diagnosisEdits } from './diagnosis-edits.ts';
import type { Edit, EncounterToScrub } from './edit.ts';
import { registrationEdits } from './registration-edits.ts';
import { serviceEdits } from './service-edits.ts';

/** Every check that an encounter passes before a claim is made of it, in the order in which findings are read. */
export const edits: readonly Edit[] = [...registrationEdits, ...diagnosisEdits, ...serviceEdits];

/** What a payer would refuse the encounter for, as far as the edits know; empty when a claim may be made. */
export const scrubEncounter = (encounter: EncounterToScrub, today: CalendarDate): Finding[] =>
  edits.flatMap(({ code, source, check }) =>
    check(encounter, today).map(({ path, detail }) => ({ code, path, detail: `${detail} (${source})` })),
  );
