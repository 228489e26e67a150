import type { ProcedureCode } from '../../../../codesets/code-set.ts';

export type Dose = NonNullable<ProcedureCode['dose']>;

/** Micrograms per unit of weight, so that a dose in grams meets a billing unit in milligrams. */
const micrograms: Readonly<Record<string, number>> = {
  mcg: 1,
  ug: 1,
  mg: 1000,
  g: 1_000_000,
  gm: 1_000_000,
  gram: 1_000_000,
};
const millilitres: Readonly<Record<string, number>> = { ml: 1, cc: 1, l: 1000, liter: 1000, litre: 1000 };

const concentration =
  /(\d[\d,]{0,12}(?:\.\d+)?)\s*-?(mg|mcg|units?)\s*(?:\/|per)\s*(\d+(?:\.\d+)?)?\s*(?:ml|cc)\b/i;
const volume = /(?<![\d./]|\/ ?)(\d+(?:\.\d+)?|\.\d+)\s*-?(?:ml|cc)\b/i;
const amount =
  /(?<![\w.,])(\d[\d,]*(?:\.\d+)?|\.\d+)\s*-?(mcg|mg|gm|grams?|g|(?:million )?units?|mu|iu|u|ml|cc|liters?|l)\b(?!\s*(?:\/|per)\s*(?:\d+(?:\.\d+)?\s*)?(?:ml|cc|kg|h|hr|hour|day|d)\b)/gi;

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

const converted = (value: number, named: string, dose: Dose): number | undefined => {
  const unit = named.toLowerCase().replace(/(?<=gram|liter|litre)s$/, '');
  const [from, to] = [micrograms[unit], micrograms[dose.unit]];
  if (from !== undefined && to !== undefined) return (value * from) / to;
  if (dose.unit === 'ml') return millilitres[unit] === undefined ? undefined : value * millilitres[unit];
  if (dose.unit !== 'units') return undefined;
  if (unit.startsWith('million') || unit === 'mu') return value * 1_000_000;
  return /^(units?|iu|u)$/.test(unit) ? value : undefined;
};

/** "Kenalog-40, 1 mL": the number behind these brand names is their strength in mg/mL. */
const brandStrength = /\b(?:kenalog|depo-?\s?medrol)[- ]?(10|20|40|80)\b(?!\s*(?:mg|mcg))/i;

const byStrength = (text: string, dose: Dose): number | undefined => {
  const [, ml] = volume.exec(text.replace(concentration, ' ')) ?? [];
  if (ml === undefined) return undefined;
  const [, strength, unit, per] = concentration.exec(text) ?? [];
  if (strength && unit) return converted((numberOf(strength) / Number(per ?? 1)) * Number(ml), unit, dose);
  const brand = brandStrength.exec(text)?.[1];
  return brand ? converted(Number(brand) * Number(ml), 'mg', dose) : undefined;
};

/** What was thrown away, cited as stock or only to come is no part of what was given. */
const notGiven =
  /\b(wast\w+|discard\w+|unused|leftover|remaining|vial|single[- ]dose|from a|prescri\w+|max\w*|up to)\b[^\d.;]{0,14}$/i;
const notGivenAfter = /^\s*(?:\w+\s+)?(?:(?:was|were)\s+)?(wast\w+|discard\w+|unused|left ?over|vial|sdv)\b/i;

const plainAmount = (text: string, dose: Dose): number | undefined => {
  for (const { index, 0: whole, 1: digits = '', 2: unit = '' } of text.matchAll(amount)) {
    const isOther =
      notGiven.test(text.slice(0, index)) || notGivenAfter.test(text.slice(index + whole.length));
    const given = isOther ? undefined : converted(numberOf(digits), unit, dose);
    if (given !== undefined && given > 0) return given;
  }
  return undefined;
};

/** A further drug of the sentence begins a dose of its own: "Toradol 60, Decadron 8 mg". */
const nextDrug =
  /(?:,|\+|&|;|\band)\s*(?:[A-Za-z][A-Za-z-]{3,}\s+){1,2}\d|\b(?:lidocaine|marcaine|bupivacaine|ropivacaine|xylocaine|sensorcaine|carbocaine|epinephrine|saline|bicarb\w*|and\s+\d)/i;

const upToNextDrug = (text: string): string => {
  const at = text.search(nextDrug);
  return at < 0 ? text : text.slice(0, at);
};

/** Characters around a drug's name in which its dose is looked for. */
const reach = 60;

/**
 * The dose that stands with a drug's name, in the unit of its descriptor; undefined where none does. What stands behind
 * the name is its dose before what stands before it.
 */
export const doseAt = (text: string, start: number, end: number, dose: Dose): number | undefined => {
  const after = upToNextDrug(text.slice(end, end + reach).split(/[;]|\.\s/)[0] ?? '');
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[;]|\.\s|,\s/)
      .at(-1) ?? '';
  const around = `${before}${text.slice(start, end)}${after}`;
  const weight = dose.unit !== 'ml' && byStrength(around, dose);
  const within = text.slice(start, end);
  const bare = /^\W{0,2}(\d+(?:\.\d+)?)\s*(?=(?:im|iv|sq|subq|ivp)\b)/i.exec(after)?.[1];
  if (bare !== undefined) return converted(Number(bare), 'mg', dose);
  return (
    plainAmount(within, dose) ??
    plainAmount(after, dose) ??
    plainAmount(before, dose) ??
    (weight || undefined)
  );
};

/** Billing units of what was given in all: part units count as whole ones, as CMS counts them. */
export const unitsOf = (given: number, { amount: each }: Dose): number =>
  Math.min(999, Math.max(1, Math.ceil(Math.round((given / each) * 1e6) / 1e6)));

const discarded =
  /\b(?:discard\w*|wast(?:ed?|age|ing))\b[^\d.;]{0,30}(\d[\d,]{0,12}(?:\.\d+)?)\s*(mcg|mg|g|units?|ml|cc)\b|(\d[\d,]{0,12}(?:\.\d+)?)\s*(mcg|mg|g|units?|ml|cc)\s*(?:of [\w-]+ )?(?:was |were )?(?:wast\w+|discard\w+|unused)/i;

/** What of a single-dose container was thrown away, in the drug's own unit. */
export const discardedIn = (text: string, dose: Dose): number | undefined => {
  const [, a, unitA, b, unitB] = discarded.exec(text) ?? [];
  const [value, unit] = [a ?? b, unitA ?? unitB];
  return value && unit ? converted(numberOf(value), unit, dose) : undefined;
};

/** "No waste", "none discarded": the whole container was given. */
export const nothingDiscarded =
  /\b(no (drug )?(waste|wastage)|none (was |were )?(wasted|discarded)|zero waste|nothing (was )?(wasted|discarded)|no (medication|amount|drug) (was )?(wasted|discarded)|(entire|whole|full) vial (used|given|administered))\b/i;
