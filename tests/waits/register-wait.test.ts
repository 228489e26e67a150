import { expect, it } from 'vitest';
import { registerWait } from '../../functions/waits/register-wait.ts';

const registration = {
  waitId: 'C1/remittance/1.0',
  round: 2,
  ringAt: '2026-11-16T10:00:00.000Z',
  token: 't',
  sentAt: 1,
};

const recorder = () => {
  const done: string[] = [];
  const names: string[] = [];
  const effects = {
    startFollowUpTimer: async (name: string, input: { waitId: string; round: number; ringAt: string }) => {
      names.push(name);
      done.push(`ring ${input.waitId} of round ${input.round} at ${input.ringAt}`);
    },
    awaitAnswer: async ({ waitId }: { waitId: string }) => void done.push(`await ${waitId}`),
  };
  return { done, names, effects };
};

it('the bell of a wait is set before anybody waits', async () => {
  const { done, effects } = recorder();
  await registerWait(registration, effects);
  expect(done).toEqual([
    'ring C1/remittance/1.0 of round 2 at 2026-11-16T10:00:00.000Z',
    'await C1/remittance/1.0',
  ]);
});

it('nobody rings where a person decides', async () => {
  const { done, effects } = recorder();
  await registerWait({ ...registration, ringAt: null }, effects);
  expect(done).toEqual(['await C1/remittance/1.0']);
});

it('each wait of an execution has one bell, and an execution that starts again another', async () => {
  const { names, effects } = recorder();
  await registerWait(registration, effects);
  await registerWait(registration, effects);
  await registerWait({ ...registration, token: 'another' }, effects);
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
});
