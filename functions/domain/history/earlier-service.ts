import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';

/**
 * A service of the same patient on another visit, as far as edits go by it: it names nobody but who gave it and who
 * was billed. "Earlier" is when it was registered: its day may lie before or after that of the visit that is checked.
 */
export const EarlierService = z.strictObject({
  date: CalendarDate.describe('its first day (DTP*472)'),
  procedure: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).default([]),
  units: z.number().positive().default(1),
  renderingProviderNpi: z
    .string()
    .regex(/^\d{10}$/)
    .describe('whom the claim has as rendering provider (2310B, 2420A)'),
  taxonomy: z.string().length(10).optional().describe('of that provider: the specialty'),
  group: z.string().optional().describe('who billed it, by tax id; @default who bills the visit as well'),
  payerId: z.string().optional().describe('whom it was billed to; none where the patient pays'),
  placeOfService: z.string().optional(),
  visit: z.string().describe('the id of its visit'),
  claimId: z.string().optional().describe('none while it is coded and not yet billed, and where no payer is'),
  status: z.string().optional().describe('of its claim, or of its visit'),
});
export type EarlierService = z.infer<typeof EarlierService>;

/** What people call the visit of a service: its claim where there is one. */
export const nameOf = ({ claimId, visit }: Pick<EarlierService, 'claimId' | 'visit'>): string =>
  claimId === undefined ? `visit ${visit}` : `claim ${claimId}`;

/** Coded, and on no claim yet: what becomes of it is still open. */
export const isUnbilled = ({ claimId, status }: EarlierService): boolean =>
  claimId === undefined && status === 'coded';

/** By the day of service, the earliest first. */
export const inOrderOfDays = (one: EarlierService, other: EarlierService): number =>
  one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
