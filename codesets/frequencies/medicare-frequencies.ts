import { z } from 'zod';
import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { FrequencyRule } from '../../functions/domain/contract/frequency.ts';
import rows from './medicare.json' with { type: 'json' };

/** A rule with the regulation or national coverage determination that it rests on. */
export const PublishedFrequency = FrequencyRule.extend({ source: z.string().min(1) });
export type PublishedFrequency = z.infer<typeof PublishedFrequency>;

const known: readonly PublishedFrequency[] = z.array(PublishedFrequency).parse(rows);

/** What Original Medicare pays once in a time, on a day of service. */
export const medicareFrequencies = (dateOfService: CalendarDate): readonly PublishedFrequency[] =>
  known.filter(
    ({ from, to }) =>
      (from === undefined || from <= dateOfService) && (to === undefined || dateOfService <= to),
  );
