import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPractice, uploadSamples } from '../../local/local-practice.ts';
import type { EncounterView } from '../../local/practice-client.ts';
import { redeliverAfter } from '../../local/redelivery.ts';
import { workSamples } from '../../local/run-samples.ts';
import type { Sample } from '../../local/samples.ts';
import { summarise } from '../../local/summary.ts';
import {
  deadLetters,
  decideAndGoHome,
  deliverTwice,
  killFunctions,
  type Retold,
  sweepNowAndThen,
} from './faults.ts';
import { historiesOf, undisturbedHistories } from './histories.ts';
import { samplesOf, silently, startPractice, testFolder } from './start-practice.ts';
import { sentClaims } from './traces.ts';

/** Each function dies twice; a step of a workflow is tried six times and a message five. */
const deaths = 2;

/** Of the thirty functions, those that write in the life of these samples whatever the timing. */
const leastFunctions = 20;

/** Samples whose stories, step by step, are parts of others: dying there would be dying at the same places again. */
const toldByOthers = new Set([
  ...['01-hypertension', '05-low-back-pain', '08-asthma', '09-shoulder-pain', '12-copd'],
  ...['14-vague-fatigue', '16-otitis-media'],
]);

let practice: LocalPractice;
let samples: Sample[];
let views: ReadonlyMap<string, EncounterView>;
let died: string[];
let toldTwice: Retold;

beforeAll(async () => {
  samples = (await samplesOf()).filter(({ name }) => !toldByOthers.has(name));
  practice = await startPractice('faults');
  const whoDied = await killFunctions(practice.app, deaths, join(testFolder('faults'), 'died'));
  // A message whose function died comes back soon; simulated time stands still until it does.
  await redeliverAfter(practice.app.clients, 10);
  const telling = deliverTwice(practice.app);
  const sweeping = sweepNowAndThen(practice);
  await uploadSamples(practice, samples, silently);
  views = await workSamples({
    practice,
    samples,
    progress: silently,
    decide: decideAndGoHome,
  });
  await sweeping.stop();
  toldTwice = await telling.stop();
  died = whoDied();
});

afterAll(() => practice?.stop());

describe('with every event delivered twice and every function killed right after writes', () => {
  it('functions did die, and events were told again', () => {
    const functions = new Set(died.map((death) => death.split('Function')[0]));
    expect(functions.size).toBeGreaterThanOrEqual(leastFunctions);
    expect(died.length).toBeGreaterThan(leastFunctions * 1.5);
    // How many files there are is the clock's choice, for claims share them; each of them was told of once more.
    expect(toldTwice.untold).toEqual([]);
    expect(toldTwice.told).toBeGreaterThan(samples.length * 2);
  });

  it('every sample ends as expected', () => {
    const ends = samples.flatMap((sample) => {
      const view = views.get(sample.name);
      return view ? [{ name: sample.name, differences: summarise(sample, view).differences }] : [];
    });
    expect(ends).toEqual(samples.map(({ name }) => ({ name, differences: [] })));
  });

  it('the history of every claim is that of an undisturbed run', async () => {
    for (const { name } of samples) {
      const view = views.get(name);
      expect(view && (await historiesOf(practice, view)), name).toEqual(undisturbedHistories[name]);
    }
  });

  it('each transmission goes out in one file, once, and the claim knows in which', async () => {
    const files = await sentClaims(practice.app);
    const inFiles = [...files].flatMap(([key, numbers]) => numbers.map((number) => `${number} ${key}`));
    const sent = [...views.values()].flatMap(({ claims }) =>
      claims.flatMap(({ claimId, submissions }) =>
        submissions.flatMap(({ number, fileName }) => (fileName ? [`${claimId}-${number} ${fileName}`] : [])),
      ),
    );
    expect(inFiles.sort()).toEqual(sent.sort());
  });

  it('no message is left that nobody could work', async () => {
    expect(await deadLetters(practice.app)).toBe(0);
  });
});
