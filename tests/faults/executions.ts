import type { ExecutionFound } from '../../functions/domain/restarts/restarts.ts';
import { type Machine, machineOf, stateOf, type TaskState } from '../statemachines/machine.ts';

type Data = Record<string, unknown>;

/** An execution of the lifecycle, as the engine keeps it. */
export type Execution = {
  readonly name: string;
  readonly claimId: string;
  readonly startedAt: number;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  state: string;
  data: Data;
  /** Of its wait, where it waits. */
  token?: string | undefined;
  attempts: number;
  tokens: number;
};

/** What the engine needs of the world. */
export type EngineEffects = {
  readonly invoke: (placeholder: string, payload: Record<string, string>) => Promise<unknown>;
  readonly sendWait: (message: Data) => Promise<void>;
  /** Hears of each that failed or was ended, as EventBridge does. */
  readonly ended: (input: { readonly practiceId: string; readonly claimId: string }) => void;
  readonly now: () => number;
  readonly later: (name: string, seconds: number, work: () => Promise<void>) => void;
};

const inside = (path: string, data: Data): unknown =>
  path
    .slice(2)
    .split('.')
    .reduce<unknown>((value, key) => (value as Data | undefined)?.[key], data);

const placeholderOf = (name: unknown): string => /^\$\{(\w+)\}$/.exec(String(name))?.[1] ?? '';

/** Runs the lifecycle from its definition as Step Functions does: each try again by its rule, each wait by a token. */
export class Executions {
  readonly all = new Map<string, Execution>();
  /** States that were entered, which is what Step Functions counts. */
  transitions = 0;
  private readonly machine: Machine = machineOf('claim-lifecycle');
  private readonly effects: EngineEffects;

  constructor(effects: EngineEffects) {
    this.effects = effects;
  }

  /** One of the same name that exists already counts as started. */
  readonly start = (name: string, input: { readonly practiceId: string; readonly claimId: string }): void => {
    if (this.all.has(name)) return;
    const startedAt = this.effects.now();
    const fresh = {
      name,
      claimId: input.claimId,
      startedAt,
      state: this.machine.StartAt,
      data: { ...input },
    };
    const execution: Execution = { ...fresh, status: 'RUNNING', attempts: 0, tokens: 0 };
    this.all.set(name, execution);
    this.effects.later(`step ${name}`, 1, () => this.step(execution));
  };

  get running(): ReadonlySet<string> {
    return new Set(
      [...this.all.values()].filter(({ status }) => status === 'RUNNING').map(({ name }) => name),
    );
  }

  /** As DescribeExecution tells of it. */
  readonly find = (name: string): ExecutionFound | undefined => {
    const execution = this.all.get(name);
    return execution && { isRunning: execution.status === 'RUNNING', startedAt: execution.startedAt };
  };

  /** Lets whoever waits with the token go on; a token that nobody waits with any more is none. */
  readonly succeed = (token: string, answer: Data): void => {
    const execution = [...this.all.values()].find((one) => one.token === token);
    if (!execution) return;
    const state = stateOf(this.machine, execution.state);
    if (state.Type !== 'Task') throw new TypeError('Only tasks wait');
    execution.token = undefined;
    this.goOn(execution, state, answer);
    this.effects.later(`step ${execution.name}`, 1, () => this.step(execution));
  };

  /** Ends an execution; what a function of it does just now is done. */
  readonly stop = (name: string): void => {
    const execution = this.all.get(name);
    if (execution?.status !== 'RUNNING') return;
    this.end(execution, 'ABORTED');
  };

  private goOn(execution: Execution, state: TaskState, result: unknown): void {
    const selected = state.ResultSelector
      ? this.resolve(state.ResultSelector, result as Data, execution)
      : result;
    if (state.ResultPath) execution.data = { ...execution.data, [state.ResultPath.slice(2)]: selected };
    execution.attempts = 0;
    execution.state = state.Next ?? '';
    if (state.End) execution.status = 'SUCCEEDED';
  }

  private async step(execution: Execution): Promise<void> {
    const state = stateOf(this.machine, execution.state);
    if (execution.status !== 'RUNNING') return;
    this.transitions += 1;
    if (state.Type === 'Succeed') execution.status = 'SUCCEEDED';
    else if (state.Type === 'Fail') throw new Error(`${execution.name}: ${JSON.stringify(execution.data)}`);
    else if (state.Type === 'Choice') {
      const fits = ({ Variable, StringEquals }: { Variable: string; StringEquals: string }): boolean =>
        inside(Variable, execution.data) === StringEquals;
      execution.state = state.Choices.find(fits)?.Next ?? state.Default;
      await this.step(execution);
    } else if (state.Type === 'Task') await this.task(execution, state);
    else throw new TypeError(`A ${state.Type} in the lifecycle`);
  }

  private async task(execution: Execution, state: TaskState): Promise<void> {
    if (state.Resource.endsWith('.waitForTaskToken')) return this.wait(execution, state);
    try {
      this.goOn(execution, state, { Payload: await this.invoke(execution, state) });
    } catch {
      return this.tryAgain(execution, state);
    }
    await this.step(execution);
  }

  /** The token counts from before the message is sent: whoever gets it may be faster than the news that it was sent. */
  private async wait(execution: Execution, state: TaskState): Promise<void> {
    if (execution.status !== 'RUNNING') return;
    execution.tokens += 1;
    const token = `${execution.name}#${execution.tokens}`;
    execution.token = token;
    try {
      await this.effects.sendWait(
        this.resolve(state.Parameters.MessageBody as Data, execution.data, execution),
      );
    } catch {
      if (execution.token === token) this.tryAgain(execution, state);
    }
  }

  private invoke(execution: Execution, { Parameters }: TaskState): Promise<unknown> {
    const payload = this.resolve(Parameters.Payload as Data, execution.data, execution);
    return this.effects.invoke(placeholderOf(Parameters.FunctionName), payload as Record<string, string>);
  }

  private tryAgain(execution: Execution, { Retry: [rule] }: TaskState): void {
    if (execution.status !== 'RUNNING') return;
    execution.token = undefined;
    execution.attempts += 1;
    if (!rule || execution.attempts > rule.MaxAttempts) {
      this.end(execution, 'FAILED');
      return;
    }
    const seconds = rule.IntervalSeconds * rule.BackoffRate ** (execution.attempts - 1);
    const wait = Math.min(seconds, rule.MaxDelaySeconds);
    this.effects.later(`again ${execution.name}`, wait, () => this.step(execution));
  }

  private end(execution: Execution, status: 'FAILED' | 'ABORTED'): void {
    execution.status = status;
    execution.token = undefined;
    const { practiceId, claimId } = execution.data as Record<'practiceId' | 'claimId', string>;
    this.effects.ended({ practiceId, claimId });
  }

  private resolve(template: Data, data: Data, { name, token }: Execution): Data {
    const at = (path: string): unknown =>
      path === '$$.Execution.Id' ? name : path === '$$.Task.Token' ? token : inside(path, data);
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) =>
        key.endsWith('.$') ? [key.slice(0, -2), at(String(value))] : [key, value],
      ),
    );
  }
}
