import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalPractice, uploadSamples } from '../../../local/local-practice.ts';
import type { EncounterView } from '../../../local/practice-client.ts';
import { lossInWords, reconcileLocal } from '../../../local/recovery/reconcile-local.ts';
import { workSamples } from '../../../local/run-samples.ts';
import type { Sample } from '../../../local/samples.ts';
import { summarise } from '../../../local/summary.ts';
import { Chance } from '../../faults/chance.ts';
import { samplesOf, silently, startAgain, startPractice } from '../start-practice.ts';
import { outboundFiles, sentClaims } from '../traces.ts';

/** Another moment each time that it is run; a seed that found something can be tried again. */
const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000);
const chance = new Chance(seed);

const kills = 3;
const longestMs = 12_000;

let practice: LocalPractice;
let samples: Sample[];
let views: ReadonlyMap<string, EncounterView>;
const words: string[][] = [];
/** Each file that anybody saw of ours, as he saw it first. */
const files = new Map<string, string>();

/** Lives on, with a snapshot now and then, until the local cloud dies under it. */
const liveOn = async (cloud: LocalPractice['cloud']): Promise<void> => {
  const death = pause(chance.below(longestMs)).then(() => process.kill(cloud.processId ?? 0, 'SIGKILL'));
  while (cloud.processId && isAlive(cloud.processId)) {
    await practice.time.settle().catch(() => undefined);
    await practice.time.advance().catch(() => undefined);
    if (chance.happens(0.3)) cloud.save();
    await pause(50);
  }
  await death;
  await cloud.ended;
};

const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

/** Notes the files that lie there; one that was seen before must be as it was. */
const noteFiles = async (): Promise<void> => {
  for (const [key, text] of await outboundFiles(practice.app)) {
    expect(files.get(key) ?? text, key).toBe(text);
    files.set(key, text);
  }
};

beforeAll(async () => {
  samples = await samplesOf('01', '02', '11', '12', '13', '20');
  practice = await startPractice('killed', { persist: true });
  practice.cloud.save();
  const port = Number(new URL(practice.cloud.endpoint).port);
  for (let kill = 0; kill < kills; kill++) {
    // The first visits alone come with a snapshot after them.
    const next = samples.slice(kill * 2, kill * 2 + 2);
    await uploadSamples(practice, next, silently);
    await liveOn(practice.cloud);
    practice = await startAgain('killed', { persist: true, port });
    await noteFiles();
    const { killed } = practice.cloud;
    words.push(lossInWords(killed?.savedAt, await reconcileLocal(killed?.savedAt)));
  }
  await practice.sweep();
  for (let found = await reconcileLocal(), rounds = 0; rounds < 5; rounds++) {
    views = await workSamples({ practice, samples, progress: silently });
    if (found.missing.length === 0 && rounds > 0) break;
    found = await reconcileLocal();
  }
  await noteFiles();
});

afterAll(() => practice?.stop());

it(`each visit ends as it must after ${kills} kills (KILL_SEED=${seed})`, () => {
  const ends = samples.map((sample) => {
    const view = views.get(sample.name);
    return [sample.name, view ? summarise(sample, view).differences : ['lost']];
  });
  expect(ends).toEqual(samples.map(({ name }) => [name, []]));
});

it('each transmission went out once, and the records know in which file', async () => {
  const inFiles = [...(await sentClaims(practice.app))].flatMap(([key, numbers]) =>
    numbers.map((number) => `${number} ${key}`),
  );
  const recorded = [...views.values()].flatMap(({ claims }) =>
    claims.flatMap(({ claimId, submissions }) =>
      submissions.flatMap(({ number, fileName }) => (fileName ? [`${claimId}-${number} ${fileName}`] : [])),
    ),
  );
  expect(inFiles.sort()).toEqual(recorded.sort());
});

it('no control number was given to two files', () => {
  const numbers = [...files.values()]
    .filter((text) => text.startsWith('ISA'))
    .map((text) => text.split('*')[13]);
  expect(numbers.length).toBeGreaterThan(samples.length);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('each start says since when records were lost, and what is done about it', () => {
  expect(words).toHaveLength(kills);
  for (const lines of words) {
    expect(lines[0]).toMatch(/The run before was killed\. Its records are those of/);
    expect(lines.join('\n')).toMatch(/handed on again/);
  }
});
