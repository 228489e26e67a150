import {
  codeOfLength,
  type MeasuredFamily,
  measuredGroup,
  type Region,
} from '../../../../codesets/clinical-terms/measured-procedures.ts';
import type { Statement } from '../../note/read-statements.ts';
import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { lengthsIn } from '../reading/read-lengths.ts';
import { sumOf } from '../reading/read-number.ts';
import { regionAt, regionsIn } from '../reading/read-skin-region.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

type RepairClass = 'simple' | 'intermediate' | 'complex';
type Wound = { readonly cm: number; readonly region: Region | undefined; readonly how: RepairClass };

const wound = /\b(lacerations?|lacs?|wounds?|cuts?|incised wound|gash)\b/i;
const closing =
  /\b(?:(?:lacerations?|lacs?|wounds?|cuts?|gash)\b[^;]{0,90}?\b(?:repair(?:ed)?|sutured?|suturing|stapled?|closed|closure|approximated|glued|dermabond(?:ed)?|stitched)|(?:repair(?:ed)?|sutur(?:ed|ing)|closure|closed|approximat(?:ed|ion)|stapled|glued|stitched)\b[^;]{0,70}?\b(?:lacerations?|lacs?|wounds?|cuts?|gash)|(?:lac|laceration|wound) (?:repair|closure)|(?:sutures?|staples?|stitches)\b[^;]{0,25}\b(?:placed|applied)|(?:simple|intermediate|complex|layered|two-layer|single-layer) (?:repair|closure)|(?:closed|repaired|approximated|sutured)\b[^;]{0,60}?(?:nylon|prolene|ethilon|vicryl|monocryl|chromic|gut|silk|staples?|dermabond|skin glue|tissue adhesive|interrupted|sutures?|layers?))\b/i;
/** A wound that somebody closed before and that is looked after now is no repair. */
const after =
  /\b(suture|staple|stitch|sutures|staples|stitches)( and \w+)? (removal|removed|out|taken out)|remov\w+ (of )?(the |all |\d+ |\w+ )?(sutures|staples|stitches)|(sutures?|staples?|repair) (intact|clean|in place)|well[- ]approximated|healing well|wound check|dehisc\w+|surgical (wound|incision)|perineal (tear|laceration)|obstetric/i;
const adhesiveStripsOnly = /\b(steri-?strips?|adhesive strips?|butterfly)\b/i;
const glue = /\b(dermabond|tissue adhesive|skin glue|glued|cyanoacrylate|glue)\b/i;
const thread = /\b(sutur\w*|stitch\w*|staples?|stapled|nylon|prolene|ethilon|vicryl|monocryl|chromic)\b/i;
const complexWords =
  /\b(complex (repair|closure|laceration)|extensive undermining|retention sutures?|scar revision|stellate wound with|debridement of (the )?(wound )?(edges|margins)[^.]{0,40}(undermin|extensive))/i;
const layered =
  /\b(intermediate|layered|(two|2|double|three|3|multi)[- ]?layers?(ed)?|in (two |2 |three )?layers|deep (layer|dermal|sutures?)|subcutaneous (layer|closure|sutures?|tissue (was |were )?(closed|approximated))|dermal sutures|buried|deep(ly)? (\w+ )?(vicryl|monocryl|sutures))\b|\b(vicryl|monocryl|dexon|pds|polysorb)\b[^.]{0,80}\b(nylon|prolene|ethilon|monocryl|skin)\b|heavily contaminated/i;

const classOf = (text: string): RepairClass => {
  if (complexWords.test(text)) return 'complex';
  if (/\bsimple\b/i.test(text) && !/\bintermediate\b/i.test(text)) return 'simple';
  return layered.test(text) ? 'intermediate' : 'simple';
};

const hasOwnClass = (text: string): boolean =>
  complexWords.test(text) || layered.test(text) || /\b(simple|single[- ]layer|one layer)\b/i.test(text);

/** Every wound with its length; its region is the nearest one named, its class the sentence's or the note's. */
const woundsIn = (
  statements: readonly Statement[],
  common: RepairClass,
  fallback: Region | undefined,
): readonly Wound[] =>
  statements.flatMap(({ text }) =>
    lengthsIn(text).map(({ cm, index }, at, all) => ({
      cm,
      region: regionAt(text, index, all[at + 1]?.index) ?? fallback,
      how: hasOwnClass(text) ? classOf(text) : common,
    })),
  );

const uniqueWounds = (wounds: readonly Wound[]): readonly Wound[] =>
  wounds.filter(
    (one, at) =>
      wounds.findIndex(
        (other) => other.cm === one.cm && (other.region === one.region || one.region === undefined),
      ) === at,
  );

const aboutWound = ({ text }: Statement): boolean =>
  (wound.test(text) || closing.test(text)) && !/\b(abscess|ulcer|cyst|punch)\b/i.test(text);

/** "Length: 2.8 cm" in a form. */
const lengthLabel = /^\W*(wound |laceration |repair(ed)? |total |final )*(length|size)\b/i;

/** Lengths of the repair's own sentences, else of its surroundings, else of the wound wherever it is described. */
const measuredWounds = (reading: ServiceReading, said: readonly Said[]): readonly Wound[] => {
  const own = [...new Set(said.map(({ statement }) => statement))];
  const around = [...new Set(own.flatMap((statement) => nearby(reading, statement, { back: 3, on: 4 })))];
  const common = classOf(textOf(around));
  const described = reading.statements.filter(
    (one) => aboutWound(one) && !['history', 'background', 'review'].includes(one.section),
  );
  const told = reading.statements.filter((one) => aboutWound(one) && one.section !== 'background');
  const fallback = [own, around, described, told].flatMap((some) => regionsIn(textOf(some)))[0]?.region;
  const labelled = around.filter(({ text }) => lengthLabel.test(text));
  for (const some of [own, around.filter(aboutWound), labelled, described, told]) {
    const wounds = uniqueWounds(woundsIn(some, common, fallback));
    if (wounds.length > 0) return wounds;
  }
  return [{ cm: 0, region: fallback, how: common }];
};

const familyOf: Readonly<Record<RepairClass, MeasuredFamily>> = {
  simple: 'simple repair',
  intermediate: 'intermediate repair',
  complex: 'complex repair',
};

/** A complex repair of a centimetre at most is reported as an intermediate one. */
const groupOf = ({ cm, region, how }: Wound) =>
  measuredGroup(familyOf[how === 'complex' && cm <= 1 ? 'intermediate' : how], region ?? 'trunk');

const servicesOf = (wounds: readonly Wound[], said: readonly Said[]): readonly CountedService[] => {
  const groups = [...new Set(wounds.flatMap((one) => groupOf(one) ?? []))];
  return groups.flatMap((group) => {
    const own = wounds.filter((one) => groupOf(one) === group);
    const length = Math.round(sumOf(own.map(({ cm }) => cm)) * 100) / 100;
    const { code, further } = codeOfLength(group, length);
    const questions = [
      ...(length === 0 ? [`How long was the wound that was closed (${code})?`] : []),
      ...(own.some(({ region }) => region === undefined)
        ? [`Where was the wound that was closed (${code})?`]
        : []),
    ];
    const rule = `${own.map(({ cm }) => `${cm} cm`).join(' + ')}: lengths of one class and site group are added`;
    const service = { code, units: 1, said, rules: [rule], questions, ownSite: groups.length > 1 };
    return further ? [service, { code: further.code, units: further.units, said, rules: [rule] }] : [service];
  });
};

/** The closure of an excision is part of it unless it was layered or complex; a biopsy's always is. */
const isClosureOf = (reading: ServiceReading, { statement }: Said): 'nothing' | 'excision' | 'other' => {
  const near = textOf(nearby(reading, statement, { back: 4, on: 0 }));
  if (
    /\b(biops\w+|punch|incision and drainage|i&d|avuls\w+|nail)\b/i.test(near) &&
    !/\bexcis(ed|ion)\b/i.test(near)
  )
    return 'other';
  return /\b(excis(ed|ion)|ellipse|elliptical)\b/i.test(near) && !/\blacerat|\blac\b/i.test(near)
    ? 'excision'
    : 'nothing';
};

const closureLength =
  /\b(?:final |closure |repair |total |incision |wound )?(?:length|closure|repair)\b[^.;\d]{0,25}(\d+(?:\.\d+)?)\s*-?(cm|mm)|(?<!\d)(\d+(?:\.\d+)?)\s*-?(cm|mm)\s+(?:\w+\s+)?(?:intermediate|layered|complex|linear)?\s*(?:closure|repair|layered)/i;

/** A layered or complex closure of an excision by its own length, never by the size of the lesion. */
const closureServices = (reading: ServiceReading, said: readonly Said[]): readonly CountedService[] => {
  const near = [...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 3 })))];
  const text = textOf(near);
  const how = classOf(text);
  if (how === 'simple') return [];
  const found = closureLength.exec(text);
  const [value, unit] = [found?.[1] ?? found?.[3], found?.[2] ?? found?.[4]];
  const cm = value === undefined ? 0 : Number(value) / (unit?.toLowerCase() === 'mm' ? 10 : 1);
  const region =
    regionsIn(textOf(said.flatMap(({ statement }) => nearby(reading, statement, { back: 5, on: 2 }))))[0]
      ?.region ??
    regionsIn(
      textOf(reading.statements.filter((one) => /\b(lesion|excis|carcinoma|cyst)/i.test(one.text))),
    )[0]?.region;
  return servicesOf([{ cm, region, how }], said);
};

/** Repairs of wounds: simple, layered or complex, lengths added within a class and a group of sites. */
export const readRepairs: ServiceReader = (reading) => {
  const all = findDone(reading, closing).filter(
    ({ statement }) => !after.test(statement.text) && !['history', 'background'].includes(statement.section),
  );
  const closures = all.filter((one) => isClosureOf(reading, one) === 'excision');
  if (closures.length > 0) return { services: closureServices(reading, closures) };
  const said = all.filter((one) => isClosureOf(reading, one) === 'nothing');
  if (said.length === 0 || !says(reading, wound)) return nothingRead;
  const text = textOf(said.map(({ statement }) => statement));
  if (adhesiveStripsOnly.test(text) && !glue.test(text) && !thread.test(text)) {
    return {
      services: [],
      refused: [{ code: '12001', said, rule: 'adhesive strips alone are part of the visit' }],
    };
  }
  const near = textOf([...new Set(said.flatMap(({ statement }) => nearby(reading, statement)))]);
  if (reading.payer === 'medicare' && glue.test(text) && !thread.test(near)) {
    const rules = ['Medicare wants a closure by adhesive alone as G0168'];
    return { services: [{ code: 'G0168', units: 1, said, rules }] };
  }
  return { services: servicesOf(measuredWounds(reading, said), said) };
};
