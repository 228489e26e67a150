import type { TokenSent } from '../../functions/domain/wait.ts';
import type { ExecutionEnded } from '../../functions/sweep/restart-failed.ts';
import type { Answer } from '../../local/payer-simulator/answer.ts';
import { answerFile } from '../../local/payer-simulator/answer-file.ts';
import { openLedger } from '../../local/payer-simulator/ledger.ts';
import { Agenda } from './agenda.ts';
import { calm, expected, type FaultCounts, Invocation, type Weather } from './boundary.ts';
import { Chance } from './chance.ts';
import { Executions } from './executions.ts';
import { openRecords, type Records } from './records.ts';
import { refusesWhole } from './refused-whole.ts';
import { functionsOf, type Surroundings } from './steps.ts';
import { decisionOn, payersOf, type Visit } from './visits.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const start = new Date('2026-11-02T10:00:00.000Z');

/** After so long something is stuck. */
/** A practice comes to rest in less, one that was brought back and asks its payers anew in more than that. */
export const mostDays = 90;

/** How often a queue delivers a message before it is put aside for a person, who puts it back. */
const mostReceives = 5;

type Functions = ReturnType<typeof functionsOf>;

/** A practice whose functions, queues, workflows and payers run by one clock, in one process, with faults by a seed. */
export class World {
  readonly records: Records;
  readonly visits: readonly Visit[];
  readonly faults: FaultCounts = new Map();
  /** Calls of functions by the workflow, by placeholder. */
  readonly invoked: FaultCounts = new Map();
  /** Messages that nobody could work, put back by a person. */
  redriven = 0;
  /** Messages of tokens and of ends that nobody ever worked. */
  lost = 0;
  private lastSent = 0;
  private readonly chance: Chance;
  private readonly weather: Weather;
  private readonly agenda: Agenda;
  readonly executions: Executions;
  private readonly office: Parameters<typeof answerFile>[1];
  readonly around: Surroundings;

  constructor(visits: readonly Visit[], seed: number, weather: Weather, setClock: (now: Date) => void) {
    this.visits = visits;
    this.weather = weather;
    this.chance = new Chance(seed);
    this.agenda = new Agenda(start, setClock, weather === calm ? undefined : this.chance);
    this.records = openRecords(visits.map(({ claim }) => claim));
    this.office = { payers: payersOf(visits), ledger: openLedger(), dayMs: day };
    this.executions = new Executions({
      invoke: (placeholder, payload) => this.invoke(placeholder, payload),
      sendWait: (message) => {
        const invocation = this.invocation();
        const register = (): void => {
          // What is sent later has a later instant, also where the clock stands.
          this.lastSent = Math.max(this.lastSent + 1, this.agenda.now);
          const registration = { ...message, sentAt: this.lastSent } as TokenSent;
          if (!this.isLost()) this.deliver('wait', (one) => one.registerWait(registration));
        };
        return invocation.run(() => invocation.call('queue.send', register));
      },
      ended: (input) => this.hearOfEnd({ detail: { input: JSON.stringify(input) } }),
      now: () => this.agenda.now,
      later: (name, seconds, work) => this.agenda.after(name, seconds * 1000, work),
    });
    this.around = {
      start: this.executions.start,
      stop: this.executions.stop,
      succeed: this.executions.succeed,
      find: this.executions.find,
      shared: (share) => this.deliver('share', (one) => one.sweepPractice(share)),
      endedAgain: (ended, at) => this.hearAgain(ended, at),
      created: (key) => this.created(key),
      handedOn: (part) => this.deliver('part', (one) => one.postPart(structuredClone(part))),
    };
  }

  /** Lets the practice work until nothing is left to happen; false where it never comes to rest. */
  async run(): Promise<boolean> {
    this.begin();
    return this.goOn();
  }

  /** Opens the practice; nothing happens before time goes on. */
  begin(): void {
    for (const [at, visit] of this.visits.entries())
      this.agenda.after('start', at * 10 * minute, async () => this.start(visit));
    this.every('sweep', 6 * hour, (one) => one.sweep());
    this.every('batches', 30 * minute, async (one) => {
      if (this.hasToSend) await one.sendBatches();
    });
    // A minute on AWS; and a call may be lost.
    this.every('bells', 30 * minute, async (one) => {
      if (!this.chance.happens(this.weather.late)) await one.ringBells();
    });
    this.agenda.after('desks', 12 * hour, () => this.desks());
  }

  /** Lets so many days go by from the start, or fewer until nothing is left to happen; false where something is. */
  async goOn(days = mostDays): Promise<boolean> {
    const end = start.getTime() + days * day;
    while (this.agenda.now < end && !this.isAtRest) await this.agenda.step();
    return this.isAtRest;
  }

  private isLost(): boolean {
    const isLost = this.chance.happens(this.weather.lost);
    if (isLost) this.lost += 1;
    return isLost;
  }

  /** The event that an execution has failed or was ended: it may come twice, late, or never. */
  private hearOfEnd(ended: ExecutionEnded): void {
    if (!this.isLost()) this.deliver('ended', (one) => one.restartFailed(ended));
  }

  private hearAgain(ended: ExecutionEnded, at: Date): void {
    const ms = Math.min(at.getTime() - this.agenda.now, 15 * minute);
    this.receive('ended', Math.max(ms, 1000), (one) => one.restartFailed(ended), 1);
  }

  /** What somebody does beside the practice's own work, again and again while there is reason to. */
  beside(ms: number, work: () => Promise<boolean>): void {
    this.agenda.after('beside', ms, async () => {
      if (await work()) this.beside(ms, work);
    });
  }

  private start({ claim: { practiceId, claimId } }: Visit): void {
    this.executions.start(claimId, { practiceId, claimId });
    if (this.chance.happens(this.weather.beside))
      this.executions.start(`${claimId}-beside`, { practiceId, claimId });
  }

  private get hasToSend(): boolean {
    const { queued, held, outboxes } = this.records;
    return queued.size > 0 || held.size > 0 || [...outboxes.values()].some(({ openFile }) => openFile);
  }

  /** Only what runs by the clock is left, all claims are over, and nobody is asked anything. */
  private get isAtRest(): boolean {
    const clockwork = ['sweep', 'batches', 'desks', 'bells'];
    return (
      this.agenda.names.every((name) => clockwork.includes(name)) &&
      !this.hasToSend &&
      [...this.records.claims.values()].every(({ status }) => status === 'closed') &&
      this.executions.running.size === 0
    );
  }

  /** What is tried again meets less and less trouble: no outage lasts for ever. */
  private invocation(tries = 1): Invocation {
    const fault = tries > mostReceives ? 0 : this.weather.fault / 2 ** (tries - 1);
    return new Invocation(this.chance, { ...this.weather, fault }, this.faults);
  }

  private call<T>(work: (functions: Functions) => Promise<T>, tries = 1): Promise<T> {
    const invocation = this.invocation(tries);
    return invocation.run(() => work(functionsOf(this.records, invocation, this.around)));
  }

  private invoke(placeholder: string, payload: Record<string, string>): Promise<unknown> {
    this.invoked.set(placeholder, (this.invoked.get(placeholder) ?? 0) + 1);
    return this.call((functions) => {
      const step = (functions as unknown as Record<string, (payload: unknown) => Promise<unknown>>)[
        placeholder
      ];
      if (!step) throw new TypeError(`Nobody plays ${placeholder}`);
      return step(payload);
    });
  }

  /** What runs by the clock fails now and then, and comes again with its time. */
  private every(name: string, ms: number, work: (functions: Functions) => Promise<unknown>): void {
    this.agenda.after(name, ms, async () => {
      await this.call(work).catch(expected);
      this.every(name, ms, work);
    });
  }

  /** A message: it comes at least once, soon or later, and again until it is worked. */
  private deliver(name: string, work: (functions: Functions) => Promise<unknown>): void {
    const { twice, late } = this.weather;
    this.receive(name, this.delay(late, minute, 2 * hour), work, 1);
    if (this.chance.happens(twice)) this.receive(name, this.chance.below(6 * hour), work, 1);
  }

  private receive(
    name: string,
    ms: number,
    work: (functions: Functions) => Promise<unknown>,
    times: number,
  ): void {
    this.agenda.after(name, ms, async () => {
      try {
        await this.call(work, times);
      } catch (error) {
        expected(error);
        const isPutAside = times >= mostReceives;
        if (isPutAside) this.redriven += 1;
        this.receive(name, isPutAside ? 6 * hour : 2 * minute, work, times + 1);
      }
    });
  }

  private delay(probability: number, usual: number, most: number): number {
    if (!this.chance.happens(probability)) return probability > 0 ? this.chance.below(usual) : 1000;
    return this.chance.below(most);
  }

  /** Whoever writes our files is read by the payers, whoever writes theirs by us. */
  private created(key: string): void {
    if (key.includes('/inbound/')) this.deliver('file', (one) => one.receiveFile(key));
    else this.agenda.after('payer', 10 * minute, async () => this.answer(key));
  }

  private answer(key: string): void {
    const name = key.split('/').at(-1) ?? key;
    const text = this.records.objects.get(key) ?? '';
    const received = { name, text, receivedAt: new Date() };
    const refusal = refusesWhole(received);
    const answers = refusal ? [refusal] : answerFile(received, this.office).answers;
    for (const one of answers) this.sendBack(one);
  }

  private sendBack({ name, body, dueAt, transaction }: Answer): void {
    const at = dueAt.getTime() + this.delay(this.weather.late, hour, daysLate(transaction) * day);
    const put = (as: string, text: string) => async (): Promise<void> => {
      const key = `partners/payer-simulator/inbound/${as}`;
      this.records.objects.set(key, text);
      this.created(key);
    };
    this.agenda.add('answer', at, put(name, body));
    if (!this.chance.happens(this.weather.retold)) return;
    const again = at + this.chance.below(8 * day);
    this.agenda.add(
      'answer',
      again,
      put(`again-${name}`, this.chance.happens(0.5) ? body : renumbered(body)),
    );
  }

  /** People look at their desks twice a day; who sees a page fail tries again the next time. */
  private async desks(): Promise<void> {
    for (const task of [...this.records.tasks.values()].filter(({ status }) => status === 'open')) {
      const outcome = decisionOn(this.visits, task);
      if (outcome) await this.call((one) => one.decide(task.taskId, outcome)).catch(expected);
    }
    this.agenda.after('desks', 12 * hour, () => this.desks());
  }
}

/** Payers' answers overtake one another; an acknowledgement is never so late that the claim is asked about. */
const daysLate = (transaction: string): number => (transaction === '835' ? 5 : 3);

/** The same, in an interchange of another number. */
const renumbered = (body: string): string => {
  const number = body.slice(0, 106).split('*')[13] ?? '';
  const other = String((Number(number) + 777_777) % 1_000_000_000).padStart(9, '0');
  return body.replaceAll(`*${number}*`, `*${other}*`).replaceAll(`*${number}~`, `*${other}~`);
};
