import { dateIn } from '../domain/calendar/time-zone.ts';
import type { EncounterId } from '../domain/encounter.ts';
import type { Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import { registrationFile } from './intake-key.ts';
import { changedFields, readRegistration } from './read-registration.ts';
import type { KnownPractice } from './receive-document.ts';

export type SubmitRegistrationEffects = {
  readonly getPractice: (practiceId: string) => Promise<KnownPractice>;
  readonly listPayers: (practiceId: string) => Promise<readonly Pick<Payer, 'payerId'>[]>;
  /** Puts an object into the intake bucket: from there it goes the way of every file. */
  readonly writeObject: (key: string, body: Uint8Array) => Promise<void>;
};

/** Where the registration of a visit lies in the intake bucket. */
export const registrationKey = ({ practiceId, encounterId }: EncounterId): string =>
  `practices/${practiceId}/encounters/${encounterId}/${registrationFile}`;

/**
 * Takes a registration from somebody who waits for the answer: what is wrong in it is told at once and nothing is kept;
 * one that does is put where clinics put theirs. `known` is what is registered, where the same again would help nobody.
 */
export const submitRegistration = async (
  id: EncounterId,
  sent: { readonly body: Uint8Array; readonly known?: unknown },
  now: Date,
  { getPractice, listPayers, writeObject }: SubmitRegistrationEffects,
): Promise<readonly Finding[]> => {
  const { timeZone, formatRepairs } = await getPractice(id.practiceId);
  const payerIds = new Set((await listPayers(id.practiceId)).map(({ payerId }) => payerId));
  const read = readRegistration(sent.body, { today: dateIn(timeZone, now), payerIds, formatRepairs });
  if (!read.success) return read.findings;
  if (sent.known !== undefined && changedFields(sent.known, read.data).length === 0)
    return [
      {
        code: 'unchanged',
        path: '',
        detail: 'This is what is registered already: nothing in it was changed',
      },
    ];
  await writeObject(registrationKey(id), sent.body);
  return [];
};
