import { describe, expect, it } from 'vitest';
import { openPayerSimulator, type SimulatorEvent } from '../../../local/payer-simulator/simulator.ts';
import { claimText, openOffice } from './exchange.ts';
import { memoryBucket } from './memory-bucket.ts';
import { claimOf } from './visits.ts';

const folder = 'partners/payer-simulator';

const dayMs = 86_400_000;

const start = new Date('2026-11-20T09:00:00.000Z');
const onDay = (day: number): Date => new Date(start.getTime() + day * dayMs);

const open = async (bucket: ReturnType<typeof memoryBucket>) => {
  const events: SimulatorEvent[] = [];
  const simulator = await openPayerSimulator({
    s3: bucket.s3,
    bucket: 'exchange',
    payers: openOffice().payers,
    dayMs,
    report: (event) => events.push(event),
  });
  return { simulator, events };
};

const leave = (bucket: ReturnType<typeof memoryBucket>, name: string, body: string) =>
  bucket.objects.set(`${folder}/outbound/${name}`, { body, at: start });

const inbound = ({ objects }: ReturnType<typeof memoryBucket>): string[] =>
  [...objects.keys()]
    .filter((key) => key.startsWith(`${folder}/inbound/`))
    .map((key) => key.split('/').at(-1) ?? '')
    .sort();

const answersOf = (number: number): string[] =>
  ['277CA', '835', '999'].map((kind) => `${kind}-837P-${number}.x12`);

describe('the payer simulator', () => {
  it('sends each answer when its time has come', async () => {
    const bucket = memoryBucket();
    const { simulator } = await open(bucket);
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    expect(simulator.nextDue()).toBeUndefined();
    expect(await simulator.receive(start)).toEqual(['837P-1.x12']);
    const sent: string[][] = [];
    for (let due = simulator.nextDue(); due; due = simulator.nextDue()) {
      expect(await simulator.deliver(new Date(due.getTime() - 1))).toBeUndefined();
      expect(await simulator.deliver(due)).toEqual(due);
      sent.push(inbound(bucket));
    }
    expect(sent).toEqual([['999-837P-1.x12'], ['277CA-837P-1.x12', '999-837P-1.x12'], answersOf(1)]);
  });

  it('counts the days of an answer from when it takes the file in', async () => {
    const bucket = memoryBucket();
    const { simulator } = await open(bucket);
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    expect(await simulator.receive(onDay(40))).toEqual(['837P-1.x12']);
    expect(await simulator.deliver(onDay(40))).toBeUndefined();
    await simulator.deliver(onDay(80));
    expect(inbound(bucket)).toEqual(answersOf(1));
    expect(await simulator.receive(onDay(80))).toEqual([]);
  });

  it('answers the other files beside one that nobody can read', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', 'Not a file');
    leave(bucket, '837P-2.x12', claimText(claimOf('01-hypertension')));
    const { simulator, events } = await open(bucket);
    await simulator.deliver(onDay(40));
    expect(inbound(bucket)).toEqual(answersOf(2));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'remarked', name: '837P-1.x12' }));
  });

  it('goes on where it stopped and delivers nothing twice', async () => {
    const bucket = memoryBucket();
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    const first = (await open(bucket)).simulator;
    await first.deliver(onDay(40));
    bucket.objects.delete(`${folder}/inbound/835-837P-1.x12`);
    const { simulator, events } = await open(bucket);
    await simulator.deliver(onDay(40));
    expect(inbound(bucket)).toEqual(answersOf(1));
    expect(events.filter(({ kind }) => kind === 'delivered')).toEqual([
      { kind: 'delivered', name: '835-837P-1.x12' },
    ]);
  });

  it('loses nothing to a store that is away for a while', async () => {
    const bucket = memoryBucket();
    const { simulator } = await open(bucket);
    leave(bucket, '837P-1.x12', claimText(claimOf('01-hypertension')));
    bucket.outages.left = 1;
    await expect(simulator.receive(start)).rejects.toThrow();
    await simulator.receive(start);
    bucket.outages.left = 1;
    await expect(simulator.deliver(onDay(40))).rejects.toThrow();
    await simulator.deliver(onDay(40));
    expect(inbound(bucket)).toEqual(answersOf(1));
  });
});
