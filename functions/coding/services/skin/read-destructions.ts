import { countOf } from '../reading/count-lesions.ts';
import { findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { sumOf } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

const agent =
  "(?:liquid nitrogen|ln2|lin2|cryo(?:therapy|surgery|surgically|'?d|destruction|ablation|cautery|probe)?|froze|frozen|freez(?:e|ing)|destroyed|destruction|electrodesiccat\\w+|electrocauter\\w+|electrodessicat\\w+|hyfrecat\\w+|cantharidin|cantharone|curett\\w+|ablated|histofreez\\w*|verruca-freeze|tca|trichloroacetic acid|podophyllin|laser(?:ed)?|ed&c)";
const premalignant =
  '(?:actinic keratos[ie]s|aks?|actinic cheilitis|solar keratos[ie]s|premalignant lesions?)';
const benign =
  '(?:warts?|verrucae?(?: \\w+)?|molluscum(?: contagiosum)?(?: lesions?)?|mollusca|seborrheic keratos[ie]s|sks?|isks?|seb ks?|condylomata?|common warts|benign lesions?)';

const pair = (lesion: string): RegExp =>
  new RegExp(`\\b${lesion}\\b[^;]{0,140}?\\b${agent}\\b|\\b${agent}\\b[^;]{0,140}?\\b${lesion}\\b`, 'i');

const genital = /\b(genital|anogenital|vulva\w*|labi\w+|penile|penis|perianal|anal|anus)\b/i;

/** A lesion and what destroyed it need not stand in one sentence: "AKs scalp. LN2 x 4." */
const apart = (reading: ServiceReading, lesion: string, other: string): readonly Said[] => {
  const named = new RegExp(`\\b${lesion}\\b`, 'i');
  const isOnlyKind = !says(reading, new RegExp(`\\b${other}\\b`, 'i'));
  const isCurrent = reading.statements.some(
    ({ text, section }) =>
      !['history', 'background', 'review'].includes(section) &&
      named.test(text) &&
      !/\b(hx|history|h\/o|prior|previous)\b/i.test(text),
  );
  return findTold(reading, new RegExp(`\\b${agent}\\b`, 'i')).filter(({ statement }) => {
    const around = nearby(reading, statement, { back: 2, on: 0 });
    return named.test(textOf(around)) || (isOnlyKind && isCurrent);
  });
};

const told = (reading: ServiceReading, lesion: string, other: string): readonly Said[] => {
  const together = findTold(reading, pair(lesion));
  return together.length > 0 ? together : apart(reading, lesion, other);
};

/** In lists of plans and histories the agent alone says what may be done; a count, a past tense or a day that it was. */
const wasTreated =
  /\b(treated|destroyed|frozen|froze|performed|done|applied|today|tolerated|cryo'?d|electrodesiccated|curetted|ablated|given|cycles?|thaw|seconds|sec)\b|\bx\s?\d|\b\d+ (lesions?|aks?|warts?|sites?)\b|\bln2\b[^;]{0,12}\d/i;

const isTreated =
  (reading: ServiceReading) =>
  ({ statement }: Said): boolean =>
    ((statement.section === 'procedure' ||
      wasTreated.test(textOf(nearby(reading, statement, { back: 0, on: 1 })))) &&
      !['history', 'background', 'review', 'reason'].includes(statement.section)) ||
    /\btoday\b/i.test(statement.text);

/** Each place is counted once; where it is told again with a total, the total holds. */
const totalOf = (reading: ServiceReading, said: readonly Said[], lesion: string): number | undefined => {
  const statements = [...new Set(said.map(({ statement }) => statement))];
  const noun = new RegExp(`\\b${lesion}\\b`, 'i');
  const counts = statements.flatMap((one) => countOf(one.text, noun) ?? []);
  if (counts.length > 0) return [...new Set(counts)].length === 1 ? counts[0] : Math.max(sumOf(counts), 1);
  const around = [...new Set(statements.flatMap((one) => nearby(reading, one, { back: 1, on: 2 })))];
  const later = around.flatMap((one) => countOf(one.text, noun) ?? []);
  return later.length > 0 ? Math.max(...later) : undefined;
};

const premalignantServices = (
  count: number | undefined,
  said: readonly Said[],
): readonly CountedService[] => {
  const rules = [`${count ?? 1} premalignant lesions destroyed`];
  if (count !== undefined && count >= 15) return [{ code: '17004', units: 1, said, rules, ownSite: true }];
  const questions = count === undefined ? ['How many actinic keratoses were treated (17000, 17003)?'] : [];
  const first = { code: '17000', units: 1, said, rules, questions, ownSite: true };
  const more = (count ?? 1) - 1;
  return more > 0 ? [first, { code: '17003', units: more, said, rules }] : [first];
};

const genitalCode = (text: string): string => {
  if (/\b(vulva\w*|labi\w+)\b/i.test(text)) return '56501';
  const isFrozen = /\b(liquid nitrogen|ln2|cryo\w*|froz\w+|freez\w+)\b/i.test(text);
  if (/\b(penile|penis)\b/i.test(text)) return isFrozen ? '54056' : '54050';
  return isFrozen ? '46916' : '46900';
};

const benignServices = (
  text: string,
  count: number | undefined,
  said: readonly Said[],
): readonly CountedService[] => {
  if (genital.test(text))
    return [{ code: genitalCode(text), units: 1, said, rules: ['lesions of the genital region'] }];
  const code = count !== undefined && count >= 15 ? '17111' : '17110';
  const rules = [
    count === undefined ? 'benign lesions destroyed, up to fourteen' : `${count} benign lesions destroyed`,
  ];
  return [{ code, units: 1, said, rules, ownSite: true }];
};

/** Destruction of actinic keratoses by number, and of warts and other benign lesions as up to fourteen or more. */
export const readDestructions: ServiceReader = (reading) => {
  if (!says(reading, new RegExp(`\\b${agent}\\b`, 'i'))) return nothingRead;
  const isDone = isTreated(reading);
  const premalignantSaid = told(reading, premalignant, benign).filter(isDone);
  const benignSaid = told(reading, benign, premalignant)
    .filter(isDone)
    .filter(
      ({ statement, start }) =>
        !premalignantSaid.some((other) => other.statement === statement && other.start === start),
    );
  const services = [
    ...(premalignantSaid.length > 0
      ? premalignantServices(totalOf(reading, premalignantSaid, premalignant), premalignantSaid)
      : []),
    ...(benignSaid.length > 0
      ? benignServices(
          textOf(benignSaid.map(({ statement }) => statement)),
          totalOf(reading, benignSaid, benign),
          benignSaid,
        )
      : []),
  ];
  return { services };
};
