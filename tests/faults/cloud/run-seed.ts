import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalPractice, uploadSamples } from '../../../local/local-practice.ts';
import { redeliverAfter } from '../../../local/redelivery.ts';
import { workSamples } from '../../../local/run-samples.ts';
import type { Sample } from '../../../local/samples.ts';
import { summarise } from '../../../local/summary.ts';
import {
  changeFunctions,
  deadLetters,
  decideAndGoHome,
  deliverTwice,
  killFunctions,
  sweepNowAndThen,
} from '../../e2e/faults.ts';
import { outboundFiles, sentClaims } from '../../e2e/traces.ts';
import { Chance } from '../chance.ts';
import { faultyProxy } from './proxy.ts';

export type CloudSeed = {
  readonly seed: number;
  readonly samples: readonly Sample[];
  readonly assembly: string;
  readonly directory: string;
  /** Calls that go wrong, of a thousand. */
  readonly perThousand: number;
};

export type CloudSeedReport = {
  readonly seed: number;
  readonly faults: number;
  readonly byBoundary: Readonly<Record<string, number>>;
  readonly died: number;
  readonly deadLetters: number;
  readonly findings: readonly string[];
};

const silently = (): void => undefined;

/** Each function dies once, right after a write. */
const deaths = 1;

/**
 * Works the samples on a local cloud whose functions reach its services through a door at which calls go wrong, while
 * each dies once and each object is told of twice; and tells what ended otherwise than without faults.
 */
export const runCloudSeed = async (options: CloudSeed): Promise<CloudSeedReport> => {
  const { seed, samples, assembly, directory, perThousand } = options;
  rmSync(directory, { recursive: true, force: true });
  const practice = await startLocalPractice({
    ...{ directory, assembly, persist: false, progress: silently, warmSeconds: 120 },
  });
  const proxy = await faultyProxy(practice.cloud.endpoint, new Chance(seed), perThousand);
  try {
    const whoDied = await killFunctions(practice.app, deaths, join(directory, 'died'));
    await changeFunctions(practice.app, () => ({ AWS_ENDPOINT_URL: proxy.endpoint }));
    await redeliverAfter(practice.app.clients, 10);
    const telling = deliverTwice(practice.app);
    const sweeping = sweepNowAndThen(practice);
    await uploadSamples(practice, samples, silently);
    const views = await workSamples({ practice, samples, progress: silently, decide: decideAndGoHome });
    await sweeping.stop();
    await telling.stop();
    const ends = samples.flatMap((sample) => {
      const view = views.get(sample.name);
      const differences = view ? summarise(sample, view).differences : ['lost'];
      return differences.map((one) => `${sample.name}: ${one}`);
    });
    const inFiles = [...(await sentClaims(practice.app))].flatMap(([key, numbers]) =>
      numbers.map((number) => `${number} ${key}`),
    );
    const recorded = [...views.values()].flatMap(({ claims }) =>
      claims.flatMap(({ claimId, submissions }) =>
        submissions.flatMap(({ number, fileName }) => (fileName ? [`${claimId}-${number} ${fileName}`] : [])),
      ),
    );
    const numbers = [...(await outboundFiles(practice.app)).values()].map(
      (text) => text.split('*')[13] ?? '',
    );
    const counts = Object.fromEntries([...proxy.counts].toSorted());
    return {
      ...{ seed, byBoundary: counts, died: whoDied().length },
      faults: Object.values(counts).reduce((sum, count) => sum + count, 0),
      deadLetters: await deadLetters(practice.app),
      findings: [
        ...ends,
        ...inFiles.filter((one) => !recorded.includes(one)).map((one) => `${one}: sent, and nobody knows`),
        ...recorded
          .filter((one) => !inFiles.includes(one))
          .map((one) => `${one}: counts as sent, and is not`),
        ...(new Set(inFiles.map((one) => one.split(' ')[0])).size < inFiles.length ? ['sent twice'] : []),
        ...(new Set(numbers).size < numbers.length ? ['a number was given twice'] : []),
      ],
    };
  } finally {
    await practice.stop();
    await proxy.stop();
  }
};
