import type { ReadUnit } from '../../functions/edi/engine/units.ts';
import type { Guide, LoopGuide, SegmentGuide } from '../../functions/edi/guide/declare.ts';

/** A loop that is open, and what is known of it so far. */
export type OpenLoop = {
  readonly name: string; // of the member that it is in the loop around it
  readonly loop: LoopGuide;
  readonly value: object;
  readonly ordinal: number; // among its neighbours of that name, from 1
};

/** Told of loops in the order of the file: those around units, and the units. */
export type NestingListener = {
  readonly open: (loop: OpenLoop, depth: number) => void;
  readonly unit: (loop: OpenLoop, depth: number) => void;
  readonly close: (loop: OpenLoop, depth: number) => void;
};

type Step = { readonly name: string; readonly loop: LoopGuide };

export const isLoop = (of: SegmentGuide | LoopGuide): of is LoopGuide => 'members' in of;

const loopsIn = ({ members }: LoopGuide): Step[] =>
  Object.entries(members).flatMap(([name, { of }]) => (isLoop(of) ? [{ name, loop: of }] : []));

/** The ways from the set down to a unit: two in an 837P, whose claims are a subscriber's or a patient's. */
const waysTo = (unit: LoopGuide, from: Step): Step[][] =>
  from.loop === unit
    ? [[from]]
    : loopsIn(from.loop).flatMap((next) => waysTo(unit, next).map((way) => [from, ...way]));

const ways = new WeakMap<Guide, Step[][]>();

/** The guides' ways differ in length, so that the loops around a unit tell which one it came. */
const wayOf = (guide: Guide, length: number): Step[] => {
  const known = ways.get(guide) ?? waysTo(guide.unit, { name: guide.name, loop: guide.root });
  ways.set(guide, known);
  return known.find((way) => way.length === length) ?? [];
};

/** Puts units that come one by one back into the loops that they stand in. */
export class Nesting {
  private readonly listener: NestingListener;
  private open: OpenLoop[] = [];
  private counts: Map<string, number>[] = []; // by depth: how many of each name stood in the loop there

  constructor(listener: NestingListener) {
    this.listener = listener;
  }

  unit(guide: Guide, { around, value }: Pick<ReadUnit, 'around' | 'value'>): void {
    const way = wayOf(guide, around.length + 1);
    const differs = around.findIndex((one, depth) => this.open[depth]?.value !== one);
    this.closeTo(differs < 0 ? around.length : differs);
    for (let depth = this.open.length; depth < around.length; depth += 1)
      this.enter(way[depth], around[depth]);
    const unit = this.loopAt(way.at(-1), value);
    if (unit !== undefined) this.listener.unit(unit, around.length);
  }

  /** The set is over; one without units is told of now. */
  end(guide: Guide, data: object | undefined): void {
    if (this.open.length === 0) this.enter({ name: guide.name, loop: guide.root }, data);
    this.closeTo(0);
  }

  private loopAt(step: Step | undefined, value: object | undefined): OpenLoop | undefined {
    if (step === undefined || value === undefined) return undefined;
    const counts = this.counts[this.open.length] ?? new Map<string, number>();
    this.counts[this.open.length] = counts;
    const ordinal = (counts.get(step.name) ?? 0) + 1;
    counts.set(step.name, ordinal);
    return { ...step, value, ordinal };
  }

  private enter(step: Step | undefined, value: object | undefined): void {
    const loop = this.loopAt(step, value);
    if (loop === undefined) return;
    this.open.push(loop);
    this.listener.open(loop, this.open.length - 1);
  }

  private closeTo(depth: number): void {
    while (this.open.length > depth) {
      this.counts.length = this.open.length;
      const loop = this.open.pop();
      if (loop !== undefined) this.listener.close(loop, this.open.length);
    }
  }
}
