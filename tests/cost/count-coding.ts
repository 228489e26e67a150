import { machineOf, stateOf } from '../statemachines/machine.ts';

/** States that the coding workflow enters for a visit that nobody is asked about: at each choice the first way. */
export const countCoding = (): number => {
  const machine = machineOf('coding');
  let entered = 0;
  for (let name: string | undefined = machine.StartAt; name !== undefined; entered++) {
    const state = stateOf(machine, name);
    if (state.Type === 'Choice') name = state.Choices[0]?.Next;
    else name = 'Next' in state ? state.Next : undefined;
  }
  return entered;
};
