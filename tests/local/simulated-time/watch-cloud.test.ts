import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import type { LocalApp } from '../../../local/local-app.ts';
import { watchCloud } from '../../../local/simulated-time/watch-cloud.ts';

const waiting = { taskScheduledEventDetails: { resource: 'sendMessage.waitForTaskToken' } };
const working = { stateEnteredEventDetails: { name: 'Generate claim' } };

/** A cloud with two lifecycles and nothing else, and how often somebody asked for the history of one. */
const cloud = () => {
  const state = {
    calls: 0,
    asked: 0,
    last: new Map<string, object>([
      ['A', waiting],
      ['B', waiting],
    ]),
  };
  // The paginator asks for a client of its class.
  const sfn = Object.assign(new SFNClient({ region: 'us-east-1' }), {
    send: async (command: unknown) => {
      if (command instanceof ListExecutionsCommand) {
        const isLifecycle = command.input.stateMachineArn === 'lifecycle';
        return {
          executions: isLifecycle ? [...state.last.keys()].map((executionArn) => ({ executionArn })) : [],
        };
      }
      if (!(command instanceof GetExecutionHistoryCommand)) throw new Error('nobody asks for this');
      state.asked += 1;
      return { events: [state.last.get(command.input.executionArn ?? '')] };
    },
  });
  const app = {
    clients: { sqs: { send: async () => ({ QueueUrls: [] }) }, sfn },
    billing: { CodingWorkflow: 'coding', ClaimLifecycleWorkflow: 'lifecycle' },
  } as unknown as LocalApp;
  return { state, app };
};

describe('whether something is under way', () => {
  it('is asked once of who waits, while no function is called', async () => {
    const { app, state } = cloud();
    const whatMoves = await watchCloud(app, () => state.calls);
    expect(await whatMoves()).toBeUndefined();
    expect(await whatMoves()).toBeUndefined();
    expect(state.asked).toBe(2);
  });

  it('is asked of everybody again once a function was called', async () => {
    const { app, state } = cloud();
    const whatMoves = await watchCloud(app, () => state.calls);
    await whatMoves();
    state.calls += 1;
    state.last.set('B', working);
    expect(await whatMoves()).toBe('B');
  });

  it('is asked of who came, and again of who worked', async () => {
    const { app, state } = cloud();
    const whatMoves = await watchCloud(app, () => state.calls);
    await whatMoves();
    state.last.set('C', working);
    expect(await whatMoves()).toBe('C');
    expect(await whatMoves()).toBe('C');
    state.last.set('C', waiting);
    expect(await whatMoves()).toBeUndefined();
    expect(state.asked).toBe(2 + 3);
  });

  it('is asked of everybody each time where nobody counts the calls', async () => {
    const { app, state } = cloud();
    const whatMoves = await watchCloud(app);
    await whatMoves();
    state.last.set('A', working);
    expect(await whatMoves()).toBe('A');
  });
});
