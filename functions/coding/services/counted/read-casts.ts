import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

type Cast = {
  readonly code: string;
  readonly words: RegExp;
  /** Supplies for plaster and fiberglass, for adults and for children up to ten. */
  readonly supply?: readonly [string, string, string, string];
};

const put = '(?:appl\\w+|plac\\w+|put|fashion\\w+|fabricat\\w+|mold\\w+|immobili[sz]\\w+|splinted|casted)';

/** Casts and splints by part of the body; the first that a sentence names is what was put on. */
const casts: readonly Cast[] = [
  { code: '29345', words: /\blong[- ]leg (\w+ )?cast/i, supply: ['Q4029', 'Q4030', 'Q4031', 'Q4032'] },
  { code: '29505', words: /\blong[- ]leg (\w+ )?splint/i, supply: ['Q4041', 'Q4042', 'Q4043', 'Q4044'] },
  { code: '29445', words: /\btotal contact cast/i, supply: ['Q4037', 'Q4038', 'Q4039', 'Q4040'] },
  {
    code: '29425',
    words: /\bshort[- ]leg walking (\w+ )?cast|walking cast/i,
    supply: ['Q4037', 'Q4038', 'Q4039', 'Q4040'],
  },
  {
    code: '29405',
    words: /\bshort[- ]leg (\w+ )?cast|below[- ]knee cast/i,
    supply: ['Q4037', 'Q4038', 'Q4039', 'Q4040'],
  },
  {
    code: '29515',
    words:
      /\b(short[- ]leg|posterior (leg|ankle|slab|mold)?|stirrup|sugar[- ]tong ankle|ankle)( \w+)? splint|posterior splint/i,
    supply: ['Q4045', 'Q4046', 'Q4047', 'Q4048'],
  },
  { code: '29065', words: /\blong[- ]arm (\w+ )?cast/i, supply: ['Q4005', 'Q4006', 'Q4007', 'Q4008'] },
  {
    code: '29105',
    words:
      /\b(long[- ]arm|posterior elbow|posterior long arm|double sugar[- ]tong|coaptation)( \w+)? splint/i,
    supply: ['Q4017', 'Q4018', 'Q4019', 'Q4020'],
  },
  { code: '29085', words: /\b(gauntlet|thumb spica) cast/i, supply: ['Q4013', 'Q4014', 'Q4015', 'Q4016'] },
  {
    code: '29075',
    words: /\bshort[- ]arm (\w+ )?cast|forearm cast/i,
    supply: ['Q4009', 'Q4010', 'Q4011', 'Q4012'],
  },
  {
    code: '29125',
    words:
      /\b(short[- ]arm|volar|thumb spica|(ulnar|radial) gutter|sugar[- ]?tong|dorsal|forearm|wrist|boxer'?s?)( \w+)? splint/i,
    supply: ['Q4021', 'Q4022', 'Q4023', 'Q4024'],
  },
  { code: '29130', words: /\b(finger|stack|stax|alumafoam|aluminum foam|mallet|digital)( \w+){0,2} splint/i },
];

const prefabricated = /\b(prefab\w*|off[- ]the[- ]shelf|velcro|removable|cock[- ]?up|brace|ots)\b/i;
const removed =
  /\b(cast|splint)s?\b[^;]{0,20}\b(removed|off|removal|taken off)|\b(remov\w+|took off)\b[^;]{0,20}\b(cast|splint)/i;
const fiberglass = /\b(fiber-?glass|synthetic|ortho-?glass)\b/i;
const plaster = /\bplaster\b/i;

const materialOf = (
  text: string,
  age: number | undefined,
  supply: NonNullable<Cast['supply']>,
): string | undefined => {
  const [plasterAdult, glassAdult, plasterChild, glassChild] = supply;
  const isChild = age !== undefined && age <= 10;
  if (fiberglass.test(text)) return isChild ? glassChild : glassAdult;
  if (plaster.test(text)) return isChild ? plasterChild : plasterAdult;
  return undefined;
};

const isPutOn =
  (reading: ServiceReading) =>
  ({ statement }: Said): boolean =>
    !prefabricated.test(statement.text) &&
    !['history', 'background', 'reason'].includes(statement.section) &&
    (!removed.test(statement.text) || /\b(new|re-?appl\w+|replaced|appl\w+)\b/i.test(statement.text)) &&
    (new RegExp(`\\b${put}`, 'i').test(statement.text) ||
      statement.section === 'procedure' ||
      findDone({ ...reading, statements: [statement], text: statement.text }, /\btoday\b/i).length > 0);

const sideOf = (text: string): string | undefined => {
  const isRight = /\b(right|rt)\b/i.test(text) || /(?<![\w/])R(?![\w/])/.test(text);
  const isLeft = /\b(left|lt)\b/i.test(text) || /(?<![\w/])L(?![\w/])/.test(text);
  if (isRight === isLeft) return undefined;
  return isRight ? 'RT' : 'LT';
};

/** Casts and splints that were made and put on here, with their supplies where the material is named. */
export const readCasts: ServiceReader = (reading) => {
  if (!says(reading, /\b(cast|splint)/i)) return nothingRead;
  const isOn = isPutOn(reading);
  const taken = new Set<Said['statement']>();
  const services = casts.flatMap(({ code, words, supply }): readonly CountedService[] => {
    const said = findDone(reading, words)
      .filter(isOn)
      .filter(({ statement }) => !taken.has(statement));
    if (said.length === 0) return [];
    for (const { statement } of said) taken.add(statement);
    const near = textOf([
      ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 1 }))),
    ]);
    const side = sideOf(textOf(said.map(({ statement }) => statement)));
    const material = supply && materialOf(near, reading.ageInYears, supply);
    return [
      {
        code,
        units: 1,
        said,
        rules: ['put on at this visit'],
        ...(side && code !== '29130' && { modifiers: [side] }),
      },
      ...(material ? [{ code: material, units: 1, said, rules: ['the material of the cast'] }] : []),
    ];
  });
  return { services };
};
