import type { TaskCase } from '../../functions/tasks/task-case.ts';
import { injectionClaim } from './claims.ts';
import { aNote, anEncounter } from './encounters.ts';

export const aDenialCase = (change: Partial<TaskCase> = {}): TaskCase => ({
  practiceName: 'Maple Street Family Medicine',
  timeZone: 'America/Chicago',
  claim: injectionClaim(),
  payerName: 'Northwind Health Plan',
  ...change,
});

export const aCodingCase = (change: Partial<TaskCase> = {}): TaskCase => ({
  practiceName: 'Maple Street Family Medicine',
  timeZone: 'America/Chicago',
  encounter: anEncounter(),
  note: aNote,
  ...change,
});
