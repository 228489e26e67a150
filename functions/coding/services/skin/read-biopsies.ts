import { countOf } from '../reading/count-lesions.ts';
import { findDone, findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { regionsIn } from '../reading/read-skin-region.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

type Method = 'incisional' | 'punch' | 'tangential';

/** The first code stands once a visit, for the method that weighs most; every further lesion is an add-on. */
const codes: Readonly<Record<Method, { readonly first: string; readonly further: string }>> = {
  incisional: { first: '11106', further: '11107' },
  punch: { first: '11104', further: '11105' },
  tangential: { first: '11102', further: '11103' },
};
const byWeight: readonly Method[] = ['incisional', 'punch', 'tangential'];

const patterns: Readonly<Record<Method, RegExp>> = {
  incisional: /\b(incisional|wedge)( skin)? ?biops(y|ies)\b|\bbiops(y|ies)\b[^;]{0,20}\bincisional\b/i,
  punch:
    /\b(\d+(\.\d+)? ?-?mm )?punch(es)?( \(?\d+(\.\d+)? ?-?mm\)?)?( skin| excisional)? ?(biops(y|ies)|bx)\b|\bbiops(y|ied|ies)\b[^;]{0,40}\bpunch\b|\bpunch\b[^;]{0,40}\bbiops(y|ied|ies)\b|\bpunch bx\b/i,
  tangential:
    /\b(shave|tangential|scoop|saucerization|shave \(tangential\)|tangential \(shave\)|shave\/tangential)( skin| technique)? ?(biops(y|ies)|bx|bxs)\b|\bbiops(y|ied|ies)\b[^;]{0,40}\b(shave|tangential|scoop|dermablade|saucerization)\b|\b(shave|tangential|dermablade)\b[^;]{0,25}\bbiops(y|ied|ies)\b/i,
};
/** "Three lesions sampled: punch of the calf, shave of the cheek": the tissue's way tells that it was a biopsy. */
const sampled =
  /\b(sampled|path(ology)? (is )?pending|(sent|to|for) (path\w*|histolog\w+|dermpath)|specimens? (sent|to|labeled))\b/i;
const bare: Readonly<Record<Method, RegExp>> = {
  incisional: /\bincisional (of|from)\b/i,
  punch: /\b(\d+(\.\d+)? ?-?mm )?punch(es)? (of|from|to)\b/i,
  tangential: /\b(tangential )?shaves? (of|from)\b/i,
};
const otherOrgan =
  /\b(cervi\w+|endometri\w+|vulv\w+|prostate|breast|liver|lung|thyroid|colon\w*|bone marrow|lymph node|kidney|renal|esoph\w+|gastric|colposcop\w+|needle|fna)\b/i;

/** Places that a sentence names for its biopsies: "left cheek and right forearm" are two lesions. */
const sitesIn = (text: string): number => {
  const regions = regionsIn(text);
  const apart = regions.filter(({ index }, at) => {
    const previous = regions[at - 1];
    return previous === undefined || /,|\band\b|&|;|\+/i.test(text.slice(previous.end, index));
  });
  return Math.max(1, apart.length);
};

const lettered = (text: string): number => {
  const letters = new Set(
    [...text.matchAll(/(?:^|[\s(,;])(?:specimen |site |biopsy |lesion )?([A-F])[:).]\s/g)].map(
      ([, letter]) => letter,
    ),
  );
  return letters.has('A') && letters.has('B') ? letters.size : 0;
};

const noun = /biops(?:y|ies)|bxs?/i;

const siteKey = (text: string): string =>
  regionsIn(text)
    .map(({ index, end }) => text.slice(index, end).toLowerCase())
    .sort()
    .join();

type Counted = { readonly count: number; readonly key: string };

const countIn = (reading: ServiceReading, { statement, end }: Said): Counted => {
  const told = countOf(statement.text, noun);
  const letters = lettered(textOf(nearby(reading, statement, { back: 0, on: 4 })));
  const named = statement.text.slice(Math.max(0, end - statement.start - 90));
  return {
    count: Math.max(told ?? 0, letters, told === undefined ? sitesIn(named) : 1),
    key: siteKey(statement.text),
  };
};

/** The same biopsy told twice is one: sentences that name no site, or the same one, add nothing. */
const lesionsOf = (reading: ServiceReading, said: readonly Said[]): number => {
  const statements = [...new Map(said.map((one) => [one.statement, one])).values()];
  const counted = statements.map((one) => countIn(reading, one));
  const sited = counted.filter(
    ({ key }, at) => key !== '' && counted.findIndex((other) => other.key === key) === at,
  );
  const sum = sited.reduce((all, { count }) => all + count, 0);
  return Math.max(sum, ...counted.map(({ count }) => count));
};

/** Biopsies of skin by method and number of lesions. */
export const readBiopsies: ServiceReader = (reading) => {
  const isSampled = says(reading, sampled) && !says(reading, /\bshave removal\b/i);
  if (!isSampled && !says(reading, /biops|\bbx/i)) return nothingRead;
  const done = byWeight.flatMap((method) => {
    const named = findDone(reading, patterns[method]);
    const found = named.length > 0 || !isSampled ? named : findTold(reading, bare[method]);
    const said = found.filter(
      ({ statement }) =>
        !otherOrgan.test(statement.text) &&
        !/\bresults?\b[^;]{0,30}\b(show|reveal|return|review|consistent|came)/i.test(statement.text),
    );
    return said.length > 0 ? [{ method, said, lesions: lesionsOf(reading, said) }] : [];
  });
  const services = done.flatMap(({ method, said, lesions }, at): readonly CountedService[] => {
    const rules = [`${lesions} lesions, ${method} biopsy`];
    const { first, further } = codes[method];
    const more = at === 0 ? lesions - 1 : lesions;
    return [
      ...(at === 0 ? [{ code: first, units: 1, said, rules, ownSite: true }] : []),
      ...(more > 0 ? [{ code: further, units: more, said, rules }] : []),
    ];
  });
  return { services };
};
