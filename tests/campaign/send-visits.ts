import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { LocalApp } from '../../local/local-app.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { runningExecutions } from '../../local/simulated-time/watch-cloud.ts';
import { practiceId } from './observe.ts';
import type { Visit } from './visits.ts';

/** Each workflow at work keeps a process busy: visits go in as the ones before them are coded. */
const codedAtOnce = 6;

const betweenLooksMs = 200;

/** Puts registration and note of each visit into the intake bucket, no faster than visits are coded. */
export const sendVisits = async ({ app }: LocalPractice, visits: readonly Visit[]): Promise<void> => {
  for (const { encounterId, registration, note } of visits) {
    await leave(app, encounterId, 'encounter.json', JSON.stringify(registration));
    await leave(app, encounterId, 'note.txt', note.text);
    while ((await runningExecutions(app, app.billing.CodingWorkflow)).length >= codedAtOnce)
      await pause(betweenLooksMs);
  }
};

const leave = async (app: LocalApp, encounterId: string, file: string, Body: string): Promise<void> => {
  const Key = `practices/${practiceId}/encounters/${encounterId}/${file}`;
  await app.clients.s3.send(new PutObjectCommand({ Bucket: app.records.IntakeBucket, Key, Body }));
};
