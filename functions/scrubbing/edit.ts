import type { CalendarDate } from '../domain/calendar.ts';
import type { EncounterCodes } from '../domain/coding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { EncounterRegistration } from '../domain/visit/registration.ts';

/** Everything an encounter is checked against before a claim is made of it. */
export type EncounterToScrub = {
  readonly registration: EncounterRegistration;
  readonly codes: EncounterCodes;
  readonly practice: Practice;
  readonly payer?: Payer;
};

/** What an edit has against the encounter: where, and a sentence for the coder or biller. */
export type Objection = { readonly path: string; readonly detail: string };

/** One check with the outside rule behind it. */
export type Edit = {
  readonly code: string;
  readonly source: string;
  readonly check: (encounter: EncounterToScrub, today: CalendarDate) => readonly Objection[];
};

/** The one objection, when the condition holds. */
export const objectIf = (holds: boolean, path: string, detail: string): readonly Objection[] =>
  holds ? [{ path, detail }] : [];
