import { afterEach, describe, expect, it, vi } from 'vitest';
import { type SimulatorEvent, startPayerSimulator } from '../../../local/payer-simulator/simulator.ts';
import { claimText, openOffice } from './exchange.ts';
import { memoryBucket } from './memory-bucket.ts';
import { claimOf } from './visits.ts';

const folder = 'partners/payer-simulator';

/** Ten days take a tenth of a second. */
const scale = 0.1 / (10 * 86_400);

const running: { stop: () => Promise<void> }[] = [];

const start = (bucket: ReturnType<typeof memoryBucket>, options: { scale: number } = { scale }) => {
  const events: SimulatorEvent[] = [];
  const simulator = startPayerSimulator({
    s3: bucket.s3,
    bucket: 'exchange',
    payers: openOffice().payers,
    scale: options.scale,
    report: (event) => events.push(event),
  });
  running.push(simulator);
  return { simulator, events };
};

const leave = (bucket: ReturnType<typeof memoryBucket>, name: string, body: string) =>
  bucket.objects.set(`${folder}/outbound/${name}`, { body, at: new Date() });

const inbound = ({ objects }: ReturnType<typeof memoryBucket>): string[] =>
  [...objects.keys()]
    .filter((key) => key.startsWith(`${folder}/inbound/`))
    .map((key) => key.split('/').at(-1) ?? '')
    .sort();

const answersOf = (number: number): string[] =>
  ['277CA', '835', '999'].map((kind) => `${kind}-837P-${number}.x12`);

describe('the payer simulator', () => {
  afterEach(() => Promise.all(running.splice(0).map(({ stop }) => stop())));

  it('answers what it finds when the time has come', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    start(bucket);
    await vi.waitFor(() => expect(inbound(bucket)).toEqual(answersOf(1)), 3000);
  });

  it('holds an answer back until it is due', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    const { events } = start(bucket, { scale: 1 });
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'received', name: '837P-1.x12' }), 3000);
    expect(inbound(bucket)).toEqual([]);
  });

  it('answers the other files beside one that nobody can read', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', 'Not a file');
    leave(bucket, '837P-2.x12', claimText(claimOf('01-hypertension')));
    const { events } = start(bucket);
    await vi.waitFor(() => expect(inbound(bucket)).toEqual(answersOf(2)), 3000);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'remarked', name: '837P-1.x12' }));
  });

  it('goes on where it stopped and delivers nothing twice', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    const first = start(bucket);
    await vi.waitFor(() => expect(inbound(bucket)).toEqual(answersOf(1)), 3000);
    await first.simulator.stop();
    bucket.objects.delete(`${folder}/inbound/835-837P-1.x12`);
    const { events } = start(bucket);
    await vi.waitFor(() => expect(inbound(bucket)).toEqual(answersOf(1)), 3000);
    expect(events.filter(({ kind }) => kind === 'delivered')).toEqual([
      { kind: 'delivered', name: '835-837P-1.x12' },
    ]);
  });

  it('outlives a store that is away for a while', async () => {
    const bucket = memoryBucket();
    bucket.outages.left = 2;
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    const { events } = start(bucket);
    await vi.waitFor(() => expect(inbound(bucket)).toEqual(answersOf(1)), 4000);
    expect(events[0]).toMatchObject({ kind: 'failed', name: 'exchange' });
  });
});
