/** What is weighed by weights of its own: a diagnosis of a visit, one of a report, a service, the level of a visit. */
export const groundKinds = ['diagnosis', 'report', 'service', 'level'] as const;
export type GroundKind = (typeof groundKinds)[number];

/**
 * What a suggestion rests on: signs by name, with how much of each there is (most are there or not), and what the
 * practice's coders kept before.
 */
export type Ground = {
  readonly kind: GroundKind;
  readonly code: string;
  readonly signs: Readonly<Record<string, number>>;
  /** How much more often coders keep the code than any other, as a difference of log odds. @default nothing is remembered */
  readonly kept?: number;
};

/**
 * One thing that tells for or against a code: how much of it there is, what it does, and the words for a coder. The
 * direction is ours to say, how far it goes is learned.
 */
export type Sign<T> = {
  readonly name: string;
  readonly moves: 'raises' | 'lowers';
  readonly says: string;
  readonly of: (about: T) => number | boolean;
};

export const readSigns = <T>(signs: readonly Sign<T>[], about: T): Ground['signs'] =>
  Object.fromEntries(
    signs.map(({ name, of }): [string, number] => [name, Number(of(about))]).filter(([, much]) => much !== 0),
  );
