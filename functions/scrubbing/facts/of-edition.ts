import type { OfEdition } from '../../../codesets/code-book.ts';
import type { Objection } from '../edit.ts';

/** What was looked up in an edition of another time may have changed: it warns and names itself, and blocks nothing. */
export const weighed = ({ edition, inForce }: OfEdition, objection: Objection): Objection =>
  inForce
    ? objection
    : {
        ...objection,
        severity: objection.severity === 'info' ? 'info' : 'warn',
        detail: `${objection.detail} As of edition ${edition}: that of the date of service is not installed.`,
      };
