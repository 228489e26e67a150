import type { XmlElement } from '../xml/read-xml.ts';
import { childrenNamed, firstAt } from '../xml/walk.ts';

type Level = { readonly format: string; readonly text: string; readonly start: number };

const levelOf = (level: XmlElement): readonly [string, Level] => [
  level.attributes.ilvl ?? '0',
  {
    format: firstAt(level, 'numFmt')?.attributes.val ?? 'decimal',
    text: firstAt(level, 'lvlText')?.attributes.val ?? '',
    start: Number(firstAt(level, 'start')?.attributes.val ?? 1),
  },
];

const roman = (number: number): string => {
  const parts: readonly (readonly [number, string])[] = [
    ...([
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as const),
  ];
  let left = Math.min(number, 399);
  return parts
    .map(([value, sign]) => {
      const count = Math.floor(left / value);
      left -= count * value;
      return sign.repeat(count);
    })
    .join('');
};

const letter = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26));

const formats: Readonly<Record<string, (number: number) => string>> = {
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  decimalZero: (number) => String(number).padStart(2, '0'),
};

/** Counts the entries of a document's lists as Word does, each list and level by itself. */
export class Numbering {
  readonly #lists = new Map<string, ReadonlyMap<string, Level>>();
  readonly #counts = new Map<string, number[]>();

  constructor(root: XmlElement | undefined) {
    const abstract = new Map(
      childrenNamed(root, 'abstractNum').map((one) => [
        one.attributes.abstractNumId ?? '',
        new Map(childrenNamed(one, 'lvl').map(levelOf)),
      ]),
    );
    for (const list of childrenNamed(root, 'num'))
      this.#lists.set(
        list.attributes.numId ?? '',
        abstract.get(firstAt(list, 'abstractNumId')?.attributes.val ?? '') ?? new Map(),
      );
  }

  /** What stands before the next entry of a list: its number, or a hyphen. */
  next(list: string, level: number): string {
    if (list === '0') return '';
    const levels = this.#lists.get(list);
    const at = levels?.get(String(level));
    const counts = (this.#counts.get(list) ?? []).slice(0, level + 1);
    counts[level] = (counts[level] ?? (at?.start ?? 1) - 1) + 1;
    this.#counts.set(list, counts);
    const indent = '  '.repeat(Math.min(level, 8));
    if (!at || at.format === 'bullet' || at.format === 'none') return `${indent}- `;
    return `${indent}${this.#numberOf(at, counts, levels)} `;
  }

  #numberOf(at: Level, counts: readonly number[], levels: ReadonlyMap<string, Level> | undefined): string {
    return at.text.replace(/%(\d)/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const format = formats[levels?.get(String(level))?.format ?? ''] ?? String;
      return format(counts[level] ?? 1);
    });
  }
}
