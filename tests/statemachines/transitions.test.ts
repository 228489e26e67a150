import { describe, expect, it } from 'vitest';
import { machineOf, stateOf } from './machine.ts';
import { outcomesOf } from './outcomes.ts';

/** The states that an execution enters, by what its steps and waits hand on, each time that they do. */
const entered = (name: string, story: Readonly<Record<string, readonly string[]>>): string[] => {
  const machine = machineOf(name);
  const ahead = new Map(Object.entries(story).map(([state, outcomes]) => [state, [...outcomes]]));
  const states: string[] = [];
  let outcome: string | undefined;
  for (let at: string | undefined = machine.StartAt; at !== undefined; ) {
    states.push(at);
    const state = stateOf(machine, at);
    if (state.Type === 'Choice') {
      at = state.Choices.find(({ StringEquals }) => StringEquals === outcome)?.Next ?? state.Default;
    } else if (state.Type === 'Task') {
      outcome = ahead.get(at)?.shift();
      if (outcome !== undefined) expect(outcomesOf(machine, at), at).toContain(outcome);
      at = state.Next;
    } else at = undefined;
  }
  expect([...ahead.values()].flat()).toEqual([]);
  return states;
};

const coded = {
  'Extract text': ['extracted'],
  'Suggest codes': ['confident'],
  'Scrub encounter': ['clean'],
  'Generate claim': ['generated'],
};

/** Asked about and covered, sent in a file, acknowledged, and paid in full. */
const paid = {
  'Open claim': ['open'],
  'Check eligibility': ['asked'],
  'Await eligibility answer': ['covered'],
  'Submit claim': ['queued', 'submitted'],
  'Await transmission': ['sent'],
  'Await acknowledgement': ['accepted'],
  'Follow up claim': ['waiting'],
  'Await remittance': ['settled'],
  'Settle claim': ['zero'],
};

/** AWS counts a transition for each state that is entered; docs/decisions/0012 reckons with these. */
describe('the states of a claim that nobody has to touch', () => {
  it('are 9 of the coding', () => {
    const states = entered('coding', coded);
    expect([states.at(-1), states.length]).toEqual(['Encounter coded', 9]);
  });

  it('are 22 of the lifecycle, one more where the patient owes a share', () => {
    const states = entered('claim-lifecycle', paid);
    expect([states.at(-1), states.length]).toEqual(['Claim closed', 22]);
    const shared = entered('claim-lifecycle', { ...paid, 'Settle claim': ['patient'] });
    expect([shared.at(-1), shared.length]).toEqual(['Claim closed', 23]);
    expect(shared.length).toBeLessThanOrEqual(25);
  });
});
