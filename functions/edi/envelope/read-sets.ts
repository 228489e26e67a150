import type { BrokenUnit } from '../engine/units.ts';
import type { InterchangeHeader } from './interchange-header.ts';

/** One transaction set of a guide, and what of it could not be read. */
export type ReadSet<T> = {
  readonly controlNumber: string; // ST02
  readonly number: number; // in the interchange, from 1: paths begin with "ST[number]"
  readonly data: T;
  readonly broken: readonly BrokenUnit[];
};

/** The sets of one guide in an interchange, as far as they could be read. */
export type ReadSets<T> = { readonly envelope: InterchangeHeader; readonly sets: readonly ReadSet<T>[] };
