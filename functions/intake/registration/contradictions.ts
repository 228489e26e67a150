import type { Finding } from '../../domain/finding.ts';
import { isAnesthesia } from '../../domain/visit/anesthesia.ts';
import { valueAt } from './issues-in-words.ts';

/** What stands at a path and may be anything: a rule looks at what it knows, and leaves the rest to the schema. */
type Rule = (root: unknown) => readonly Finding[];

const at = (root: unknown, path: string): unknown => valueAt(root, path.split('.'));

const listAt = (root: unknown, path: string): readonly unknown[] => {
  const value = at(root, path);
  return Array.isArray(value) ? value : [];
};

const found = (path: string, detail: string): Finding => ({ code: 'contradiction', path, detail });

const foundIf = (holds: boolean, path: string, detail: string): readonly Finding[] =>
  holds ? [found(path, detail)] : [];

const places = ['P', 'S', 'T'];

/** SBR01: each payer has a place of its own, beginning with the primary one. */
const inOrder: Rule = (root) => {
  const told = listAt(root, 'coverages').map((coverage) => at(coverage, 'responsibility'));
  if (!told.every((one) => places.includes(String(one)))) return [];
  return told.flatMap((place, index) => [
    ...foundIf(
      told.indexOf(place) !== index,
      `coverages.${index}.responsibility`,
      'Another coverage has this place already: write "P" for the first payer, "S" for the second, "T" for the third',
    ),
    ...foundIf(
      places.slice(0, places.indexOf(String(place))).some((before) => !told.includes(before)),
      `coverages.${index}.responsibility`,
      'No coverage has the place before this one: write "P" for the first payer, "S" for the second, "T" for the third',
    ),
  ]);
};

const sameCardTwice: Rule = (root) => {
  const cards = listAt(root, 'coverages').map((one) =>
    JSON.stringify([at(one, 'payerId'), at(one, 'memberId')]),
  );
  return cards.flatMap((card, index) =>
    foundIf(
      cards.indexOf(card) !== index,
      `coverages.${index}.memberId`,
      'This payer and number stand twice: leave one coverage out, or write the number of the other one',
    ),
  );
};

/** SBR05 says why Medicare is not the first payer. */
const medicareFirst: Rule = (root) =>
  listAt(root, 'coverages').flatMap((coverage, index) =>
    foundIf(
      at(coverage, 'responsibility') === 'P' && at(coverage, 'insuranceType') !== undefined,
      `coverages.${index}.insuranceType`,
      'It says why Medicare pays second: leave it out of the first payer',
    ),
  );

/** Lists in which an entry says nothing when it stands there again. */
const sets = (root: unknown): readonly string[] => [
  'accident.causes',
  'conditionCodes',
  'anesthesiaSurgery',
  'epsdtReferral.conditions',
  ...listAt(root, 'services').map((_, index) => `services.${index}.modifiers`),
];

const saidTwice: Rule = (root) =>
  sets(root).flatMap((path) =>
    listAt(root, path).flatMap((one, index, all) =>
      foundIf(
        all.indexOf(one) !== index,
        `${path}.${index}`,
        'This stands twice in the list: leave it out once',
      ),
    ),
  );

/** CRC02 and CRC03: no referral is NU, and a referral is one of the others. */
const referral: Rule = (root) => {
  const given = at(root, 'epsdtReferral.given');
  const path = 'epsdtReferral.conditions';
  const conditions = listAt(root, path);
  if (given === true)
    return foundIf(
      conditions.length === 0 || conditions.includes('NU'),
      path,
      'A referral was given: write "AV", "S2" or "ST", and no "NU"',
    );
  return foundIf(
    given === false && conditions.some((one) => one !== 'NU'),
    path,
    'No referral was given: write "NU" alone, or an empty list',
  );
};

const stateAndCountry: Rule = (root) =>
  foundIf(
    at(root, 'accident.state') !== undefined &&
      !['US', undefined].includes(at(root, 'accident.country') as string),
    'accident.country',
    'A state of the US and another country contradict each other: leave one of the two out',
  );

const minutes: Rule = (root) =>
  listAt(root, 'services').flatMap((service, index) =>
    foundIf(
      at(service, 'minutes') !== undefined && !isAnesthesia(String(at(service, 'procedure'))),
      `services.${index}.minutes`,
      'Minutes are billed of anesthesia alone (00100 to 01999): leave them out, units say the rest',
    ),
  );

const rules: readonly Rule[] = [
  ...[inOrder, sameCardTwice, medicareFirst, saidTwice, referral, stateAndCountry, minutes],
];

/** What fields of a registration say against one another. */
export const contradictions: Rule = (root) => rules.flatMap((rule) => rule(root));
