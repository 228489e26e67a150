import { type Machine, machineOf, stateOf } from '../statemachines/machine.ts';

type Data = Record<string, unknown>;

/** What the functions of the machine do, by placeholder; each gets the payload of its state. */
export type Functions = Readonly<Record<string, (payload: Record<string, string>) => Promise<Data>>>;

/** What an execution waits for, as its state sends it to the queue of waits. */
export type Waiting = { readonly waitId: string; readonly round: number; readonly ringAt: string | null };

type Execution = { readonly claimId: string; state: string; data: Data; waiting?: Waiting | undefined };

const placeholderOf = (name: unknown): string => /^\$\{(\w+)\}$/.exec(String(name))?.[1] ?? '';

const at = (path: string, data: Data): unknown =>
  path === '$$.Execution.Id' || path === '$$.Task.Token' ? data.execution : inside(path, data);

const inside = (path: string, data: Data): unknown =>
  path
    .slice(2)
    .split('.')
    .reduce<unknown>((value, key) => (value as Data | undefined)?.[key], data);

/** "name.$": "$.path" of a state, with what the path leads to. */
const resolved = (template: unknown, data: Data): Data =>
  Object.fromEntries(
    Object.entries(template as Data).map(([name, value]) =>
      name.endsWith('.$') ? [name.slice(0, -2), at(String(value), data)] : [name, value],
    ),
  );

/** More steps without a wait are a circle that nobody ends. */
const mostSteps = 100;

/**
 * Runs the lifecycle, or another machine, as it stands in its definition, one execution for each start, over functions in memory. Waits are
 * answered as in the store: the first answer stays, whichever comes first, and the bell counts for whoever waits.
 */
export class LifecycleRunner {
  readonly executions = new Map<string, Execution>();
  readonly answers = new Map<string, Data>();
  private readonly machine: Machine;
  private readonly functions: Functions;

  constructor(functions: Functions, machine = 'claim-lifecycle') {
    this.functions = functions;
    this.machine = machineOf(machine);
  }

  readonly start = async (
    name: string,
    input: { readonly practiceId: string } & (
      | { readonly claimId: string }
      | { readonly encounterId: string }
    ),
  ): Promise<void> => {
    if (this.executions.has(name)) return;
    const execution = {
      claimId: 'claimId' in input ? input.claimId : input.encounterId,
      state: this.machine.StartAt,
      data: { ...input, execution: name },
    };
    this.executions.set(name, execution);
    this.started.push(execution);
  };

  private readonly started: Execution[] = [];

  readonly answerWait = async (waitId: string, answer: Data): Promise<void> => {
    if (!this.answers.has(waitId)) this.answers.set(waitId, answer);
  };

  /** Lets everybody go on who can, until all wait or have ended. */
  async settle(): Promise<void> {
    for (let round = 0; round < mostSteps; round++) {
      const ready = [
        ...this.started.splice(0),
        ...[...this.executions.values()].filter(({ waiting }) => waiting && this.answers.has(waiting.waitId)),
      ];
      if (ready.length === 0) return;
      for (const execution of ready) await this.run(execution);
    }
    throw new Error('The executions never come to rest');
  }

  /** The bell of a wait. */
  async ring(execution: Execution): Promise<void> {
    if (execution.waiting?.ringAt == null) throw new Error('No bell was set');
    this.resume(execution, { outcome: 'unanswered' });
    await this.run(execution);
    await this.settle();
  }

  /** Ends a round of a wait before its bell, for whoever waits there now. */
  readonly endRound = async (waitId: string, round: number): Promise<void> => {
    for (const execution of this.executions.values())
      if (execution.waiting?.waitId === waitId && execution.waiting.round <= round)
        this.resumeLater(execution);
  };

  private resumeLater(execution: Execution): void {
    this.resume(execution, { outcome: 'unanswered' });
    this.started.push(execution);
  }

  get waiting(): readonly Execution[] {
    return [...this.executions.values()].filter(({ waiting }) => waiting);
  }

  private resume(execution: Execution, answer: Data): void {
    const state = stateOf(this.machine, execution.state);
    if (state.Type !== 'Task') throw new Error('Only tasks wait');
    execution.data = { ...execution.data, answer: resolved(state.ResultSelector, answer) };
    execution.waiting = undefined;
    execution.state = state.Next ?? 'ended';
  }

  private async run(execution: Execution): Promise<void> {
    const { waiting } = execution;
    if (waiting) this.resume(execution, this.answers.get(waiting.waitId) ?? {});
    for (let steps = 0; steps < mostSteps; steps++) {
      const state = stateOf(this.machine, execution.state);
      if (state.Type === 'Succeed') {
        execution.state = 'ended';
        return;
      }
      if (state.Type === 'Fail') throw new Error(`${execution.claimId}: ${JSON.stringify(execution.data)}`);
      if (state.Type === 'Choice') {
        const found = state.Choices.find(
          ({ Variable, StringEquals }) => at(Variable, execution.data) === StringEquals,
        );
        execution.state = found?.Next ?? state.Default;
        continue;
      }
      if (state.Type !== 'Task') throw new Error(`A ${state.Type} in the lifecycle`);
      if (state.Resource.endsWith('.waitForTaskToken')) {
        const body = resolved(state.Parameters.MessageBody, { ...execution.data });
        const { waitId, round, ringAt } = body;
        execution.waiting = {
          waitId: String(waitId),
          round: Number(round),
          ringAt: ringAt as string | null,
        };
        return;
      }
      const placeholder = placeholderOf(state.Parameters.FunctionName);
      const call = this.functions[placeholder];
      if (!call) throw new Error(`Nobody plays ${placeholder}`);
      const Payload = await call(
        resolved(state.Parameters.Payload, execution.data) as Record<string, string>,
      );
      if (state.ResultSelector) {
        const result = resolved(state.ResultSelector, { Payload });
        execution.data = { ...execution.data, [String(state.ResultPath).slice(2)]: result };
      }
      execution.state = state.Next ?? 'ended';
    }
    throw new Error(`${execution.claimId} goes in a circle at ${execution.state}`);
  }
}
