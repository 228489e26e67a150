/** A length that a text tells, in centimetres, with its place. */
export type Length = { readonly cm: number; readonly index: number; readonly end: number };

const dimensions =
  /(?<!\d)(\d+(?:\.\d+)?)\s{0,9}(cm|mm)?\s{0,9}(?:x|by|×)\s{0,9}(\d+(?:\.\d+)?)(?:\s{0,9}(cm|mm)?\s{0,9}(?:x|by|×)\s{0,9}\d+(?:\.\d+)?)?\s{0,9}-?\s{0,9}(cm|mm|centimeters?|millimeters?)\b/gi;
const single =
  /(?<![\d.]|[x×]\s?)(\d+(?:\.\d+)?|\.\d+)\s{0,9}-?\s{0,9}(cm|mm|centimeters?|millimeters?)\b(?!\s*(?:²|2\b|sq|above|below|proximal|distal|deep|depth|in depth|margin|from|apart|punch))/gi;
/** "4-mm punch", "3 mm margins", "1 cm deep", "2 cm above the ankle", "5 sq cm" are no lengths of a wound. */
const noLength = /\b(margins?( of)?|depth( of)?|punch|sq|square|blade|undermin\w*( for| to)?)\W*$/i;

const inCm = (value: string, unit = 'cm'): number =>
  Number(value) / (unit.toLowerCase().startsWith('m') ? 10 : 1);

/** The lengths of a text in centimetres; of several dimensions the greatest. */
export const lengthsIn = (text: string): readonly Length[] => {
  const boxes = [...text.matchAll(dimensions)].map(
    ({ index, 0: whole, 1: a = '', 2: unitA, 3: b = '', 4: unitB, 5: unit }) => ({
      cm: Math.max(inCm(a, unitA ?? unit), inCm(b, unitB ?? unit)),
      index,
      end: index + whole.length,
    }),
  );
  const lines = [...text.matchAll(single)]
    .map(({ index, 0: whole, 1: value = '', 2: unit }) => ({
      cm: inCm(value, unit),
      index,
      end: index + whole.length,
    }))
    .filter(({ index }) => !noLength.test(text.slice(0, index)))
    .filter((line) => !boxes.some((box) => box.index <= line.index && line.end <= box.end));
  return [...boxes, ...lines].filter(({ cm }) => cm > 0 && cm < 200).sort((x, y) => x.index - y.index);
};

const directArea =
  /(?<!\d)(\d+(?:\.\d+)?)(?:\s*(?:,|and|&|\+)\s*(\d+(?:\.\d+)?))?(?:\s*(?:,|and|&|\+)\s*(\d+(?:\.\d+)?))?\s*(?:sq\.?\s*cm|square (?:cm|centimeters?)|cm\s?(?:²|2\b|\^2|sq)|sqcm|cm squared)/gi;
const product =
  /(?<!\d)(\d+(?:\.\d+)?)\s{0,9}(?:cm)?\s{0,9}(?:x|by|×)\s{0,9}(\d+(?:\.\d+)?)(?:\s{0,9}(?:cm)?\s{0,9}(?:x|by|×)\s*\d+(?:\.\d+)?)?(?:\s*(?:cm|centimeters?))?/gi;

/** Areas in square centimetres as written, or else as length by width. */
export const areasIn = (text: string): readonly number[] => {
  const direct = [...text.matchAll(directArea)];
  const totals = direct.filter(({ index }) => /\btotal\w*\b[^;]{0,30}$/i.test(text.slice(0, index)));
  const told = (totals.length > 0 ? totals : direct).flatMap(([, ...values]) =>
    values.flatMap((value) => (value ? [Number(value)] : [])),
  );
  if (told.length > 0) return told;
  return [...text.matchAll(product)].map(([, a, b]) => Number(a) * Number(b)).filter((area) => area > 0);
};
