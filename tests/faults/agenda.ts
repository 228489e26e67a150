import type { Chance } from './chance.ts';

type Job = {
  readonly at: number;
  readonly order: number;
  readonly name: string;
  readonly work: () => Promise<void>;
};

/** How close two jobs lie that may run at once, in a world with faults. */
const togetherMs = 10 * 60_000;

/** What happens when, by a clock of its own. */
export class Agenda {
  now: number;
  ran = 0;
  private readonly jobs: Job[] = [];
  private order = 0;
  private readonly setClock: (now: Date) => void;
  /** Lets neighbours run at once, in any order; absent, each job ends before the next begins. */
  private readonly chance: Chance | undefined;

  constructor(start: Date, setClock: (now: Date) => void, chance: Chance | undefined) {
    this.now = start.getTime();
    this.setClock = setClock;
    this.chance = chance;
    setClock(start);
  }

  readonly add = (name: string, at: number, work: () => Promise<void>): void => {
    this.jobs.push({ at: Math.max(at, this.now), order: this.order++, name, work });
    this.jobs.sort((a, b) => a.at - b.at || a.order - b.order);
  };

  readonly after = (name: string, ms: number, work: () => Promise<void>): void =>
    this.add(name, this.now + ms, work);

  get names(): readonly string[] {
    return this.jobs.map(({ name }) => name);
  }

  /** Runs what is next; false where there is nothing. */
  async step(): Promise<boolean> {
    const [first] = this.jobs;
    if (!first) return false;
    const count = this.chance ? 1 + this.chance.below(4) : 1;
    const together = this.jobs.slice(0, count).filter(({ at }) => at - first.at <= togetherMs);
    this.jobs.splice(0, together.length);
    if (this.chance?.happens(0.5)) together.reverse();
    this.now = Math.max(this.now, first.at);
    this.setClock(new Date(this.now));
    this.ran += together.length;
    await Promise.all(together.map(({ work }) => work()));
    return true;
  }
}
