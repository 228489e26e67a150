import type { LocalPractice } from '../../local/local-practice.ts';
import { listMail } from '../../local/mailbox.ts';
import { finderOf, wordsOfRegistration } from '../e2e/patient-words.ts';
import { cloudLog, executions, functionLogs, histories, objectKeys } from '../e2e/traces.ts';
import type { Visit } from './visits.ts';

/** How much was searched for patients, in characters, and in which of it one was found. */
export type PatientSearch = {
  readonly words: number;
  readonly searched: Readonly<Record<string, number>>;
  readonly found: Readonly<Record<string, number>>;
};

const wordsOf = (visits: readonly Visit[]): string[] => [
  ...new Set(
    visits.flatMap(({ registration, right, memberIds }) => [
      ...wordsOfRegistration(registration),
      right.lastName,
      ...Object.values(memberIds),
    ]),
  ),
];

/** Searches all that a run leaves behind, where no patient may stand, for each patient of it; the words stay out of what is told. */
export const findPatients = async (
  practice: LocalPractice,
  visits: readonly Visit[],
): Promise<PatientSearch> => {
  const words = wordsOf(visits);
  const find = finderOf(words);
  const { IntakeBucket, ExchangeBucket } = practice.app.records;
  const places: readonly (readonly [string, () => Promise<string>])[] = [
    ['mails', async () => JSON.stringify(await listMail(practice.cloud.endpoint))],
    ['keys', async () => (await keysOf(practice, IntakeBucket, ExchangeBucket)).join('\n')],
    ['executions', async () => (await executions(practice.app)).join('\n')],
    ['histories', async () => (await histories(practice.app)).join('\n')],
    ['logs', async () => (await functionLogs(practice.app)).join('\n')],
    ['cloud-log', () => cloudLog(practice)],
  ];
  const searched: Record<string, number> = {};
  const found: Record<string, number> = {};
  for (const [place, read] of places) {
    const text = await read();
    searched[place] = text.length;
    found[place] = find(text).length;
  }
  return { words: words.length, searched, found };
};

const keysOf = async ({ app }: LocalPractice, ...buckets: readonly string[]): Promise<string[]> =>
  (await Promise.all(buckets.map((bucket) => objectKeys(app, bucket)))).flat();
