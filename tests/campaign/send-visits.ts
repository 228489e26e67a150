import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { LocalApp } from '../../local/local-app.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { messagesIn, queueUrls, runningExecutions } from '../../local/simulated-time/watch-cloud.ts';
import { practiceId } from './observe.ts';
import type { Visit } from './visits.ts';

/** Each workflow at work keeps a process of every step busy: visits go in as the ones before them are coded. */
const codedAtOnce = 3;

const filesOfVisit = 2;

const betweenLooksMs = 100;

/** Puts registration and note of each visit into the intake bucket, no faster than visits are coded. */
export const sendVisits = async ({ app }: LocalPractice, visits: readonly Visit[]): Promise<void> => {
  const [documents = ''] = (await queueUrls(app)).filter((url) => url.includes('DocumentsQueue'));
  const underWay = async (): Promise<number> => {
    const files = await messagesIn(app, documents);
    return files / filesOfVisit + (await runningExecutions(app, app.billing.CodingWorkflow)).length;
  };
  for (const { encounterId, registration, note } of visits) {
    await leave(app, encounterId, 'encounter.json', JSON.stringify(registration));
    await leave(app, encounterId, 'note.txt', note.text);
    while ((await underWay()) >= codedAtOnce) await pause(betweenLooksMs);
  }
};

const leave = async (app: LocalApp, encounterId: string, file: string, Body: string): Promise<void> => {
  const Key = `practices/${practiceId}/encounters/${encounterId}/${file}`;
  await app.clients.s3.send(new PutObjectCommand({ Bucket: app.records.IntakeBucket, Key, Body }));
};
