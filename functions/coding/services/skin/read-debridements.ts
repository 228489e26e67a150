import type { Statement } from '../../note/read-statements.ts';
import { findDone } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { areasIn } from '../reading/read-lengths.ts';
import { sumOf } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

type Depth = 'bone' | 'muscle' | 'fat' | 'selective';

const codes: Readonly<Record<Depth, { readonly first: string; readonly further: string }>> = {
  bone: { first: '11044', further: '11047' },
  muscle: { first: '11043', further: '11046' },
  fat: { first: '11042', further: '11045' },
  selective: { first: '97597', further: '97598' },
};

const debrided = /\b(?:debrid(?:ed|ement|ing|ements))\b/i;
const noWound =
  /\b(nails?|toenails?|mycotic|onycho\w+|callus\w*|corns?|burns?|autolytic|enzymatic|santyl|joint|labr\w+|arthroscop\w+|meniscus|fracture)\b/i;
const notRemoved =
  /\b(no|not|without|did not|spar\w+|intact|expos(ed|ure)|probe|probes|down to but not)\b[^.;,]{0,30}$/i;

const depthWords: readonly (readonly [Depth, RegExp])[] = [
  ['bone', /\b(bone|osseous|cortical|periosteum)\b/i],
  ['muscle', /\b(muscle|fascia|tendon)\b/i],
  ['fat', /\b(subcutaneous|subcu|sub-?q|fat|adipose|subq)\b/i],
  [
    'selective',
    /\b(selective|fibrin|slough|biofilm|epidermis|dermis|dermal|devitalized|exudate|necrotic|skin only|eschar)\b/i,
  ],
];

/** The deepest tissue that was taken away; "no subcutaneous tissue" and bone that is only exposed are not. */
const depthIn = (text: string): Depth | undefined =>
  depthWords.find(([, pattern]) => {
    const found = pattern.exec(text);
    return found !== null && !notRemoved.test(text.slice(0, found.index));
  })?.[0];

type Debrided = { readonly depth: Depth | undefined; readonly area: number; readonly said: Said };

const areaOf = (texts: readonly string[]): number => {
  for (const text of texts) {
    const areas = areasIn(text);
    if (areas.length > 0) return sumOf(areas);
  }
  return 0;
};

/** Sizes stand in the sentence, in its entry, or in a table of wounds by number. */
const measure = (reading: ServiceReading, said: Said): Debrided => {
  const { statement } = said;
  const near = nearby(reading, statement, { back: 2, on: 3 });
  const wounds = reading.statements.filter(
    ({ text, section }) =>
      /\b(wound|ulcer)\b/i.test(text) && section !== 'background' && section !== 'history',
  );
  return {
    depth: depthIn(statement.text) ?? depthIn(textOf(near)),
    area: areaOf([
      statement.text,
      textOf(near.filter(({ text }) => !/\b(post|after)[- ]?debrid/i.test(text))),
      ...wounds.map(({ text }) => text),
    ]),
    said,
  };
};

const perStatement = (said: readonly Said[]): readonly Said[] => [
  ...new Map(said.map((one) => [one.statement, one])).values(),
];

const isSameWound = (one: Debrided, other: Debrided): boolean =>
  one.depth === other.depth && one.area === other.area;

const withinEntry = (reading: ServiceReading, one: Statement, other: Statement): boolean =>
  nearby(reading, one, { back: 3, on: 4 }).includes(other);

/** A debridement told over several sentences is one: those without depth or area of their own add nothing. */
const merge = (reading: ServiceReading, all: readonly Debrided[]): readonly Debrided[] =>
  all.filter((one, at) => {
    const first = all.findIndex(
      (other) =>
        isSameWound(one, other) ||
        (withinEntry(reading, one.said.statement, other.said.statement) &&
          areasIn(one.said.statement.text).length === 0 &&
          areasIn(other.said.statement.text).length > 0),
    );
    return first === at;
  });

const servicesOf = (
  depth: Depth,
  wounds: readonly Debrided[],
  isOneOfSeveral: boolean,
): readonly CountedService[] => {
  const { first, further } = codes[depth];
  const area = sumOf(wounds.map((one) => one.area));
  const said = wounds.map((one) => one.said);
  const rules = [`${Math.round(area * 100) / 100} sq cm debrided, deepest tissue: ${depth}`];
  const questions = area === 0 ? [`How many square centimetres were debrided (${first})?`] : [];
  const units = Math.ceil(Math.round((area - 20) * 1000) / 1000 / 20);
  const service = { code: first, units: 1, said, rules, questions, ownSite: isOneOfSeveral };
  return area > 20 ? [service, { code: further, units, said, rules, ownSite: isOneOfSeveral }] : [service];
};

/** Debridement of wounds by the deepest tissue removed, areas of one depth added, beyond 20 sq cm by add-ons. */
export const readDebridements: ServiceReader = (reading) => {
  const said = perStatement(
    findDone(reading, debrided).filter(
      ({ statement }) =>
        !noWound.test(statement.text) && !['history', 'background', 'reason'].includes(statement.section),
    ),
  );
  if (said.length === 0) return nothingRead;
  const wounds = merge(
    reading,
    said.map((one) => measure(reading, one)),
  );
  const known = wounds.map((one) => ({ ...one, depth: one.depth ?? ('selective' as const) }));
  const questions = wounds.some(({ depth }) => depth === undefined)
    ? ['Down to which tissue was the wound debrided?']
    : [];
  const depths = [...new Set(known.map(({ depth }) => depth))];
  return {
    services: depths.flatMap((depth) =>
      servicesOf(
        depth,
        known.filter((one) => one.depth === depth),
        depths.length > 1,
      ),
    ),
    questions,
  };
};
