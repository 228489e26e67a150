import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { TermMatch } from '../note/match-terms.ts';

type Dose = NonNullable<ProcedureCode['dose']>;

/** Micrograms per unit of weight, so that a dose in grams meets a billing unit in milligrams. */
const micrograms: Readonly<Record<string, number>> = { mcg: 1, mg: 1000, g: 1_000_000 };

const concentration = /(\d+(?:\.\d+)?)\s*(mg|mcg)\s*\/\s*m?l\b/i;
const volume = /(\d+(?:\.\d+)?)\s*(?:ml|cc)\b/i;
const amount = /(\d[\d,]*(?:\.\d+)?)\s*(mcg|mg|g|units?|million units)\b(?!\s*\/)/i;

const converted = (value: number, unit: string, dose: Dose): number | undefined => {
  const from = micrograms[unit];
  const to = micrograms[dose.unit];
  if (from !== undefined && to !== undefined) return (value * from) / to;
  if (dose.unit !== 'units') return undefined;
  if (unit.startsWith('million')) return value * 1_000_000;
  return unit.startsWith('unit') ? value : undefined;
};

const givenAmount = (text: string, dose: Dose): number | undefined => {
  const plain = amount.exec(text);
  if (plain?.[1] && plain[2])
    return converted(Number(plain[1].replaceAll(',', '')), plain[2].toLowerCase(), dose);
  const [perMl, ml] = [concentration.exec(text), volume.exec(text)];
  if (!perMl?.[1] || !perMl[2] || !ml?.[1]) return undefined;
  return converted(Number(perMl[1]) * Number(ml[1]), perMl[2].toLowerCase(), dose);
};

/** "Kenalog-40, 1 mL": the number behind these brand names is their strength in mg/mL. */
const brandStrength = /\b(?:kenalog|depo-?\s?medrol)[- ]?(10|20|40|80)\b(?!\s*(?:mg|mcg))/i;

const byBrandStrength = (text: string, dose: Dose): number | undefined => {
  const [strength, ml] = [brandStrength.exec(text)?.[1], volume.exec(text)?.[1]];
  return strength && ml ? converted(Number(strength) * Number(ml), 'mg', dose) : undefined;
};

/** Characters around a drug's name in which its dose is looked for: "Kenalog 40 mg/mL, 1 mL". */
const reach = 45;

/**
 * Billing units of a drug by the dose documented with it, part units rounded up as CMS counts them;
 * undefined when no dose stands near the name.
 */
export const readUnits = (matches: readonly TermMatch<ProcedureCode>[], dose: Dose): number | undefined => {
  if (dose.unit === 'dose') return 1;
  for (const { statement, start, end } of matches) {
    const [from, to] = [start - statement.start, end - statement.start];
    const after = givenAmount(statement.text.slice(to, to + reach), dose);
    const before = givenAmount(statement.text.slice(Math.max(0, from - reach), from), dose);
    const around = statement.text.slice(Math.max(0, from - reach), to + reach);
    const given = after ?? before ?? givenAmount(around, dose) ?? byBrandStrength(around, dose);
    if (given !== undefined && given > 0) return Math.min(999, Math.ceil(given / dose.amount));
  }
  return undefined;
};
