import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

const nails = '(?:toe ?nails?|nails?|mycotic nails?|onychomycotic nails?|dystrophic nails?)';
const debrided = '(?:debrid\\w+|grind\\w*|reduced in (?:length|thickness|girth)|thinned|burred)';
const trimmed = '(?:trim(?:med|ming)|cut|clipp(?:ed|ing)|nipp(?:ed|ing))';
const pair = (one: string, other: string): RegExp =>
  new RegExp(`\\b(?:${one}\\b[^;]{0,80}?\\b${other}|${other}\\b[^;]{0,80}?\\b${one})\\b`, 'i');

const debridement = pair(nails, debrided);
const trimming = pair(nails, trimmed);
const keratosis =
  '(?:callus(?:es)?|calluse?s?|corns?|hyperkerato\\w+|keratos[ie]s|hk|heloma\\w*|tylomas?|ipks?)';
const paring = pair(keratosis, '(?:par(?:ed|ing)|debrid\\w+|trim(?:med|ming)|shaved|reduced|cut)');

const allTen =
  /\b(all (ten|10)?|ten|10|x ?10|bilateral(ly)? (1|one)( ?- ?| through | to )(5|five)|(1|one)( ?- ?| through | to )(5|five),? (bilateral|b\/?l|both|on both)|(1|one)( ?- ?| through | to )(10|ten)|both feet)\b/i;
const oneToFive = /\b(1|one)( ?- ?| through | to )(5|five)\b/i;
const counted = new RegExp(
  `\\b(${numberPattern})\\s+(?:[\\w-]+\\s+){0,3}?${nails}|${nails}\\s*(?:x|×)\\s*(${numberPattern})|\\bx\\s?(${numberPattern})\\b|\\b(?:total of|total)\\s*(${numberPattern})`,
  'i',
);

/** "R 1,2,3,5 and L 2,3,4": toes by number, foot by foot. */
const digits =
  /(?<![\w.])(?:r|l|right|left|rt|lt)\b[^.;\dA-Z]{0,20}((?:\d(?:\s*(?:,|&|and|\/)\s*)?){1,5})(?![\d.]*\s*(?:cm|mm|\/))/gi;

const byDigits = (text: string): number => {
  const feet = [...text.matchAll(digits)].map(([, list = '']) => new Set(list.match(/[1-5]/g)).size);
  return feet.reduce((sum, one) => sum + one, 0);
};

const nailCount = (text: string): number | undefined => {
  const found = counted.exec(text);
  const told =
    readNumber(found?.[1]) ?? readNumber(found?.[2]) ?? readNumber(found?.[3]) ?? readNumber(found?.[4]);
  if (told !== undefined) return told;
  if (allTen.test(text)) return 10;
  const listed = byDigits(text);
  if (listed > 0) return listed;
  return oneToFive.test(text) ? 5 : undefined;
};

const keratosisCount = (text: string): number => {
  const noun = new RegExp(
    `\\b(${numberPattern})\\s+(?:[\\w-]+\\s+){0,3}?${keratosis}|${keratosis}[^;]{0,40}?\\bx\\s?(\\d+)|\\bx\\s?(\\d+)`,
    'i',
  );
  const found = noun.exec(text);
  const told = readNumber(found?.[1]) ?? readNumber(found?.[2]) ?? readNumber(found?.[3]);
  if (told !== undefined) return told;
  const listed = (text.match(new RegExp(keratosis, 'gi')) ?? []).length;
  const bracketed = /\((\d)\)/.exec(text)?.[1];
  if (bracketed) return Number(bracketed);
  if (listed > 1 && /\band\b|&|,|\+/.test(text)) return listed;
  const isPlural = /\b(calluses|corns|keratoses|hyperkeratoses|tylomas|lesions|bilateral|both)\b/i.test(text);
  return isPlural ? 2 : 1;
};

const explicitFinding = /\bQ([789])\b/;
const classA = /\b(non-?traumatic )?amputat\w+\b/i;
const classB: readonly RegExp[] = [
  /\b(absent|non-?palpable|0\/4)\b[^;]{0,30}\b(posterior tibial|pt)\b|\b(posterior tibial|pt)( pulses?)?\b[^;]{0,30}\b(absent|non-?palpable|0\/4)\b/i,
  /\b(absent|non-?palpable|0\/4)\b[^;]{0,30}\b(dorsalis pedis|dp)\b|\b(dorsalis pedis|dp)( pulses?)?\b[^;]{0,30}\b(absent|non-?palpable|0\/4)\b/i,
];
const trophic: readonly RegExp[] = [
  /\b(absent|decreased|diminished|no|sparse|loss of) (\w+ )?(pedal )?hair\b|\bhair (growth )?(is )?(absent|decreased|diminished)/i,
  /\bnails? (are )?(thick\w*)|\bthick\w* (\w+,? ){0,3}nails?\b|onychauxis/i,
  /\b(hyper)?pigment\w+|discolou?ration/i,
  /\b(thin|shiny|atrophic)( and | |, )(thin|shiny|atrophic)?\s?skin|skin (is )?(thin|shiny|atrophic)/i,
  /\brubor\b|redness of the skin/i,
];
const classC: readonly RegExp[] = [
  /\bclaudication\b/i,
  /\b(cold|cool) (feet|foot|toes)|(feet|foot|toes) (are )?(cold|cool)|temperature changes/i,
  /\b(pedal|pitting|leg|ankle) edema\b|\bedema (present|1\+|2\+|3\+)/i,
  /\bparesthesias?\b/i,
  /\bburning\b/i,
];

const denied = /\b(no|denies|without|negative for)\b[^;]{0,30}$/i;
const isPresent =
  (text: string) =>
  (pattern: RegExp): boolean => {
    const found = pattern.exec(text);
    return found !== null && !denied.test(text.slice(0, found.index));
  };

/** Q7: one finding of class A; Q8: two of class B; Q9: one of class B and two of class C (Medicare's foot care). */
export const classFinding = (text: string): string | undefined => {
  const told = explicitFinding.exec(text)?.[1];
  if (told) return `Q${told}`;
  const isHere = isPresent(text);
  if (
    isHere(classA) &&
    /\b(toe|hallux|foot|ray|transmetatarsal|tma|digit)\b[^;]{0,40}amputat|amputat\w+[^;]{0,40}\b(toe|hallux|foot|ray|digit)/i.test(
      text,
    ) &&
    !/\btraumatic\b/i.test(text.replace(/non-?traumatic/gi, ''))
  )
    return 'Q7';
  const b = classB.filter(isHere).length + (trophic.filter(isHere).length >= 3 ? 1 : 0);
  if (b >= 2) return 'Q8';
  return b === 1 && classC.filter(isHere).length >= 2 ? 'Q9' : undefined;
};

const here = (reading: ServiceReading, pattern: RegExp): readonly Said[] =>
  findDone(reading, pattern).filter(
    ({ statement }) => !['history', 'background', 'reason'].includes(statement.section),
  );

const debridementOf = (reading: ServiceReading, said: readonly Said[]): CountedService => {
  const own = textOf(said.map(({ statement }) => statement));
  const counts = [
    own,
    textOf(said.flatMap(({ statement }) => nearby(reading, statement))),
    ...reading.statements
      .filter(({ text, section }) => /\bnails?\b/i.test(text) && section !== 'background')
      .map(({ text }) => text),
  ];
  const count = counts.map(nailCount).find((one) => one !== undefined);
  const questions = count === undefined ? ['How many nails were debrided (11720, 11721)?'] : [];
  return {
    code: (count ?? 1) >= 6 ? '11721' : '11720',
    units: 1,
    said,
    rules: [`${count ?? 'uncounted'} nails debrided`],
    questions,
    ownSite: true,
  };
};

const paringOf = (said: readonly Said[]): CountedService => {
  const count = keratosisCount(textOf(said.map(({ statement }) => statement)));
  const code = count > 4 ? '11057' : count > 1 ? '11056' : '11055';
  return { code, units: 1, said, rules: [`${count} corns or calluses pared`], ownSite: true };
};

const trimmingOf = (reading: ServiceReading, said: readonly Said[]): CountedService => {
  const isDystrophic = /\bdystroph\w+|mycotic|thick\w*\b/i.test(
    textOf(said.flatMap(({ statement }) => nearby(reading, statement))),
  );
  const code = isDystrophic && reading.payer === 'medicare' ? 'G0127' : '11719';
  return { code, units: 1, said, rules: ['nails trimmed, whatever their number'], ownSite: true };
};

/** Routine foot care: nails debrided or trimmed, calluses pared, with the class finding that the note documents. */
export const readNailCare: ServiceReader = (reading) => {
  if (!says(reading, /nail|callus|corn|kerato|heloma|tyloma/i)) return nothingRead;
  const nailsDebrided = here(reading, debridement).filter(
    ({ statement }) => !/\b(avuls|matri[xc]ectomy|ingrown|hammer)/i.test(statement.text),
  );
  const nailsTrimmed =
    nailsDebrided.length > 0
      ? []
      : here(reading, trimming).filter(
          ({ statement }) => !/\bingrown|avuls|fingernail/i.test(statement.text),
        );
  const pared = here(reading, paring).filter(
    ({ statement }) => !/\bactinic|seborrheic|ulcer|\bwarts?\b/i.test(statement.text),
  );
  const finding = classFinding(reading.text);
  const services = [
    ...(pared.length > 0 ? [paringOf(pared)] : []),
    ...(nailsDebrided.length > 0 ? [debridementOf(reading, nailsDebrided)] : []),
    ...(nailsTrimmed.length > 0 ? [trimmingOf(reading, nailsTrimmed)] : []),
  ];
  return {
    services: services.map((one) =>
      finding ? { ...one, modifiers: [finding], rules: [...one.rules, `class finding ${finding}`] } : one,
    ),
  };
};
