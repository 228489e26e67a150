import { partsOf } from './conditions.ts';
import { changedPath } from './effects.ts';
import type { Condition, Effect, PracticeRule } from './practice-rule.ts';

/** What a rule goes by: a property, and the values that decide where they are named one by one. */
type Read = {
  readonly path: string;
  readonly values?: readonly unknown[] | undefined;
  /** Whether it is read of all services, also where a rule is asked of one. */
  readonly isOfAll?: boolean;
};

const readsIn = (condition: Condition, isCounted = false): readonly Read[] => [
  ...(condition.path === undefined
    ? []
    : [
        {
          ...{ path: condition.path, values: namedValues(condition) },
          isOfAll: isCounted || condition.path.startsWith('services.'),
        },
      ]),
  ...partsOf(condition).flatMap(([path, part]) => readsIn(part, isCounted || path === 'count')),
];

const namedValues = ({ is, isNot, oneOf, notOneOf }: Condition): readonly unknown[] | undefined => {
  const single = is ?? isNot;
  return single === undefined ? (oneOf ?? notOneOf) : [single];
};

const readsOf = ({ when, then }: PracticeRule): readonly Read[] => [
  ...(when ? readsIn(when) : []),
  ...then.flatMap(({ copy }) => (copy === undefined ? [] : [{ path: copy }])),
];

/** What else reads otherwise once a property is changed. */
const following: readonly (readonly [written: RegExp, read: RegExp])[] = [
  [/^payerOrder$/, /^(?:primary|secondary|tertiary|payer)\.|^registration\.coverages/],
  [/^registration\.placeOfService$/, /^services?\.(?:placeOfService|charge)$|^visit\.charge$/],
  [/^registration\.renderingProviderNpi$/, /^services?\.renderingProviderNpi$|^provider\./],
  [/^service\.(?:modifiers|placeOfService)$/, /^services?\.charge$|^visit\.charge$/],
  [/^(?:primary|secondary|tertiary)\./, /^registration\.coverages/],
];

const isWithin = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`);
const singular = (path: string): string => path.replace(/^services\./, 'service.');

/** Whether a change of one property bears on what is read of another. */
export const bearsOn = (written: string, read: string): boolean =>
  isWithin(singular(read), written) ||
  isWithin(written, singular(read)) ||
  following.some(([one, other]) => one.test(written) && other.test(read));

/** Whether an effect decides what a rule reads; one entry of a list bears on a rule that asks of that entry. */
const decides = (effect: Effect, { path, values }: Read): boolean => {
  const written = changedPath(effect);
  if (written === undefined || !bearsOn(written, path)) return false;
  const isEntry = singular(path) === written && effect.set === undefined && effect.value !== undefined;
  return !isEntry || values === undefined || values.includes(effect.value);
};

const pathsOf = (reads: readonly Read[]): readonly string[] => [...new Set(reads.map(({ path }) => path))];

/** What a rule goes by and a later one changes: the earlier one sees it as it was before. */
export const readTooEarly = (rule: PracticeRule, later: PracticeRule): readonly string[] =>
  pathsOf(readsOf(rule).filter((read) => later.then.some((effect) => decides(effect, read))));

/** What a rule goes by of all services, or of each, and changes itself: it sees all of it as it was before. */
export const readOfOwn = (rule: PracticeRule): readonly string[] =>
  pathsOf(
    readsOf(rule).filter((read) =>
      rule.then.some((effect) => {
        const isOfService = changedPath(effect)?.startsWith('service.') === true;
        const isOther = isOfService ? read.isOfAll === true : /^services?\./.test(read.path);
        return isOther && decides(effect, read);
      }),
    ),
  );
