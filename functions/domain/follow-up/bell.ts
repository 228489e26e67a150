import { contentDigest } from '../digest.ts';

/** A wait that is over at an instant unless it is answered before; only the round counts that the bell was set for. */
export type WaitBell = {
  readonly kind: 'wait';
  readonly waitId: string;
  readonly round: number;
  readonly at: string;
};

/** A task of which somebody is to be told at an instant: its owner before its deadline, the supervisor when that passes. */
export type TaskBell = { readonly kind: 'task'; readonly taskId: string; readonly at: string };

/** What is to ring at an instant (ISO, UTC), as the index of bells has it. It may lag behind the record, which decides. */
export type Bell = WaitBell | TaskBell;

export const bellKinds = ['wait', 'task'] as const satisfies readonly Bell['kind'][];

/** The parts of the index: what rings at one instant is written and read in so many places. */
export const bellShards: readonly string[] = [...'0123456789abcdef'];

/** The part of the index that the bell of a record is in; the same id is always in the same. */
export const bellShardOf = (id: string): string => contentDigest(id).charAt(0);

/** A bell by kind and id, as logs and whoever rings by hand name it: "wait C0…/remittance/1.0", "task C0…-denial". */
export const bellName = (bell: Bell): string =>
  bell.kind === 'wait' ? `wait ${bell.waitId}` : `task ${bell.taskId}`;
