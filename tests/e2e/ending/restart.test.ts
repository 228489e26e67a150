import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideByLink } from '../../../local/desks.ts';
import { type LocalPractice, uploadSamples } from '../../../local/local-practice.ts';
import { workSamples } from '../../../local/run-samples.ts';
import type { Sample } from '../../../local/samples.ts';
import { summarise } from '../../../local/summary.ts';
import { samplesOf, silently, startAgain, startPractice } from '../start-practice.ts';
import { sentClaims } from '../traces.ts';
import { encounterOnce, latestLink, onlyClaim, openTaskOf } from '../waiting.ts';

let practice: LocalPractice;
let samples: Sample[];
let links: Readonly<Record<string, string>>;

/** A claim that waits for its remittance, one whose rejection a biller has to work, a note that waits for a coder. */
beforeAll(async () => {
  samples = await samplesOf('01', '03', '14');
  const options = { persist: true };
  practice = await startPractice('restart', options);
  await uploadSamples(practice, samples, silently);
  const coding = await openTaskOf(practice, '14-vague-fatigue', 'coding');
  const rejection = await openTaskOf(practice, '03-ankle-sprain', 'rejection');
  links = {
    '14-vague-fatigue': await latestLink(practice, coding.taskId),
    '03-ankle-sprain': await latestLink(practice, rejection.taskId),
  };
  await encounterOnce(practice, '01-hypertension', (view) => expect(onlyClaim(view).status).toBe('accepted'));
  await practice.stop();
  // The adapters of this process keep the address that they were loaded with.
  const port = Number(new URL(practice.cloud.endpoint).port);
  practice = await startAgain('restart', { ...options, port });
});

afterAll(() => practice?.stop());

it('finds everything as it was, with nothing running', async () => {
  const { claims } = await practice.client.encounter('01-hypertension');
  expect(claims.map(({ status }) => status)).toEqual(['accepted']);
  expect((await practice.client.openTasks()).map(({ kind }) => kind).sort()).toEqual(['coding', 'rejection']);
});

it('brings every claim to its end after a sweep, each transmission in one file', async () => {
  await practice.sweep();
  for (const sample of samples) {
    const [decision] = sample.decisions;
    const link = links[sample.name];
    if (link && decision) await decideByLink(link, decision);
  }
  const views = await workSamples({ practice, samples, progress: silently });
  for (const sample of samples) {
    const view = views.get(sample.name);
    expect(view && summarise(sample, view).differences, sample.name).toEqual([]);
  }
  const files = await sentClaims(practice.app);
  const sent = [...views.values()].flatMap(({ claims }) => claims.flatMap(({ submissions }) => submissions));
  expect(sent).toHaveLength(4);
  expect([...files.values()].flat().sort()).toEqual([...new Set([...files.values()].flat())].sort());
  expect([...files.values()].flat()).toHaveLength(4);
});

it('started the lifecycle of each open claim once more, and no task twice', async () => {
  const histories = await Promise.all(
    samples.map(async ({ name }) => {
      const { claims, tasks } = await practice.client.encounter(name);
      const history = await practice.client.history(claims[0]?.claimId ?? '');
      return {
        name,
        starts: history.filter(({ type }) => type === 'lifecycle-started').length,
        tasks: tasks.length,
      };
    }),
  );
  expect(histories).toEqual([
    { name: '01-hypertension', starts: 2, tasks: 0 },
    { name: '03-ankle-sprain', starts: 2, tasks: 2 },
    { name: '14-vague-fatigue', starts: 1, tasks: 1 },
  ]);
});
