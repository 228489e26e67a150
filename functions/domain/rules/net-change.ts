import { z } from 'zod';

/**
 * What a claim says otherwise than the visit as it was told: a property of it before and after, and the rules that led
 * there, in their order. What is absent is undefined.
 */
export const NetChange = z.object({
  path: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  rules: z.array(z.string()),
});
export type NetChange = z.infer<typeof NetChange>;

/** A value that a rule put somewhere; the same place again is a write of its own. */
export type Write = { readonly path: string; readonly ruleId: string };

/** Two states of a visit by the names of their parts. */
type State = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOfObjects = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some(isObject);

export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

type Difference = Pick<NetChange, 'path' | 'before' | 'after'>;

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** In what two states differ: each single value by its path; lists of plain values as a whole. */
export const differencesOf = (before: unknown, after: unknown, path = ''): readonly Difference[] => {
  if (isSame(before, after)) return [];
  if (isListOfObjects(before) && isListOfObjects(after) && before.length === after.length)
    return before.flatMap((one, at) => differencesOf(one, after[at], `${path}[${at}]`));
  if (!isObject(before ?? {}) || !isObject(after ?? {}) || (!isObject(before) && !isObject(after)))
    return [{ path, before, after }];
  const [left, right] = [before ?? {}, after ?? {}] as [State, State];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.flatMap((name) => differencesOf(left[name], right[name], below(path, name)));
};

const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** The net change from one state to another, each place with the rules that wrote there, into it or around it. */
export const netChangesOf = (before: unknown, after: unknown, writes: readonly Write[]): NetChange[] =>
  differencesOf(before, after).map((difference) => ({
    ...difference,
    rules: [
      ...new Set(
        writes
          .filter(({ path }) => isWithin(difference.path, path) || isWithin(path, difference.path))
          .map(({ ruleId }) => ruleId),
      ),
    ],
  }));

/** One change of two after another: of a place that both changed, from the first to the last. */
export const mergeChanges = (earlier: readonly NetChange[], later: readonly NetChange[]): NetChange[] => {
  const merged = earlier.map((one) => {
    const next = later.find(({ path }) => path === one.path);
    return next ? { ...next, before: one.before, rules: [...one.rules, ...next.rules] } : one;
  });
  const added = later.filter(({ path }) => !earlier.some((one) => one.path === path));
  return [...merged, ...added].filter(({ before, after }) => !isSame(before, after));
};

const inWords = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(inWords).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A change for people: where, from what to what, by which rules. */
export const describeChange = ({ path, before, after, rules }: NetChange): string =>
  `${path} ${inWords(before)} → ${inWords(after)} (${rules.join(', ')})`;
