import { lastDayOf } from '../../domain/calendar/clocks.ts';
import { type Edit, objectIf } from '../edit.ts';

/** Edits on when a claim is filed, and with which payers. */
export const filingEdits: readonly Edit[] = [
  {
    code: 'filing-service-in-future',
    desk: 'clinic',
    source: 'a service is billed after it was given; CARC 110',
    check: ({ registration }, today) =>
      objectIf(
        registration.dateOfService > today,
        'registration.dateOfService',
        'The date of service lies in the future.',
      ),
  },
  {
    code: 'filing-limit',
    desk: 'clinic',
    source: 'the payer’s contract; CARC 29',
    check: ({ registration, payer }, today) =>
      objectIf(
        payer !== undefined && today > lastDayOf('filingLimitDays', payer, registration.dateOfService),
        'registration.dateOfService',
        `The payer takes claims for ${payer?.filingLimitDays} days after the date of service, and those have passed.`,
      ),
  },
  {
    code: 'filing-coverage-order',
    desk: 'clinic',
    source: '837P SBR01: each payer has a place of its own, beginning with the primary one',
    check: ({ registration: { coverages } }) => {
      const places = coverages.map(({ responsibility }) => responsibility);
      const inOrder = places.every((_, at) => places.includes((['P', 'S', 'T'] as const)[at] ?? 'T'));
      return objectIf(
        !inOrder,
        'registration.coverages',
        'The coverages need one primary, then one secondary, then one tertiary payer.',
      );
    },
  },
];
