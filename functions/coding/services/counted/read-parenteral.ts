import { findDone } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import type { CountedService, Said, ServiceReading } from '../reading/service-reading.ts';
import type { GivenDrug } from './read-drugs.ts';

const injection =
  /\b(?:(?:im|intramuscular|subcutaneous|sq|subq|sub-q) (?:injections?|shot)|(?:inject(?:ed|ion)|given|administered) (?:im|intramuscularly|subcutaneously|sq|subq|sub-q)|(?:b-?12|depo(?:-?provera)?|testosterone|toradol|rocephin|ketorolac|ceftriaxone|vitamin b-?12) (?:injection|shot))\b/i;
const notThis =
  /\b(vaccin\w*|immuniz\w*|allerg\w* (shot|immuno|inject)|allergen|immunotherapy|joint|intra-?articular|trigger point|lidocaine|local|flu shot|tdap|lot)\b/i;
const fluids =
  /\b(?:iv (?:fluids?|hydration)|ivf|(?:normal )?saline(?: bolus)?|ns bolus|lactated ringer'?s?|lr bolus|hydration)\b/i;

/** Further hours count when more than half of each has passed: hour by hour after the first. */
const furtherHours = (minutes: number): number => (minutes < 91 ? 0 : Math.floor((minutes - 31) / 60));

const minutesAround = (reading: ServiceReading, said: readonly Said[]): number | undefined => {
  const own = textOf([...new Set(said.map(({ statement }) => statement))]);
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 0, on: 2 }))),
  ]);
  for (const text of [own, near]) {
    const told = minutesIn(text).filter(
      ({ index }) =>
        !/\b(observ\w+|monitor\w+|wait\w*|total time|spent|counsel\w*|after)\b[^;]{0,20}$/i.test(
          text.slice(0, index),
        ),
    );
    if (told[0]) return told[0].minutes;
  }
  return undefined;
};

/** What is first of a vein's services a visit has one code only: infusion before push before hydration. */
export type VeinService = {
  readonly kind: 'infusion' | 'push' | 'hydration';
  readonly minutes: number | undefined;
  readonly said: readonly Said[];
};

/** An infusion of a quarter of an hour or less, or of unknown length, is reported as a push. */
const asKept = (one: VeinService): VeinService =>
  one.kind === 'infusion' && (one.minutes ?? 0) <= 15 ? { ...one, kind: 'push' } : one;

const infusionCodes = (one: VeinService, isFirst: boolean): readonly CountedService[] => {
  const rules = [`${one.minutes} minutes`];
  const further = furtherHours(one.minutes ?? 0);
  return [
    { code: isFirst ? '96365' : '96367', units: 1, said: one.said, rules },
    ...(further > 0 ? [{ code: '96366', units: further, said: one.said, rules }] : []),
  ];
};

/** Pushes: the first of a visit without an infusion, each further one by the add-on. */
const pushCodes = (pushes: readonly VeinService[], isFirst: boolean): readonly CountedService[] => {
  const rules = ['a push, or an infusion of fifteen minutes at most'];
  const more = pushes.length - (isFirst ? 1 : 0);
  const said = pushes.flatMap((one) => one.said.slice(0, 1));
  return [
    ...(isFirst && pushes.length > 0 ? [{ code: '96374', units: 1, said: said.slice(0, 1), rules }] : []),
    ...(more > 0 ? [{ code: '96375', units: more, said: said.slice(-more), rules }] : []),
  ];
};

const hydrationCodes = (one: VeinService, isFirst: boolean): readonly CountedService[] => {
  const { minutes, said } = one;
  if (minutes === undefined || minutes < 31) {
    if (minutes !== undefined) return [];
    const questions = ['How long did the hydration run (96360 takes more than 30 minutes)?'];
    return [
      {
        code: isFirst ? '96360' : '96361',
        units: 1,
        said,
        rules: ['hydration of unknown length'],
        questions,
        doubtful: true,
      },
    ];
  }
  const further = furtherHours(minutes);
  const rules = [`${minutes} minutes`];
  if (!isFirst) return [{ code: '96361', units: 1 + further, said, rules }];
  return [
    { code: '96360', units: 1, said, rules },
    ...(further > 0 ? [{ code: '96361', units: further, said, rules }] : []),
  ];
};

/** The codes of all that went into a vein at one visit. */
export const veinCodes = (services: readonly VeinService[]): readonly CountedService[] => {
  const kept = services.map(asKept);
  const of = (kind: VeinService['kind']): readonly VeinService[] => kept.filter((one) => one.kind === kind);
  const [infusions, pushes, fluidsGiven] = [of('infusion'), of('push'), of('hydration')];
  const isFirst = infusions.length + pushes.length === 0;
  return [
    ...infusions.flatMap((one, at) => infusionCodes(one, at === 0)),
    ...pushCodes(pushes, infusions.length === 0),
    ...fluidsGiven.slice(0, 1).flatMap((one) => hydrationCodes(one, isFirst)),
  ];
};

const intoVein = (reading: ServiceReading, given: readonly GivenDrug[]): readonly VeinService[] => {
  const drugs = given.flatMap(({ route, matches }) =>
    route === 'infusion' || route === 'push' || route === 'hydration'
      ? [{ kind: route, minutes: minutesAround(reading, matches), said: matches }]
      : [],
  );
  if (drugs.some(({ kind }) => kind === 'hydration')) return drugs;
  const said = findDone(reading, fluids).filter(
    ({ statement }) =>
      /\b(iv|ivf|bolus|infus\w+|hydrat\w+|hung|liter|over)\b/i.test(statement.text) &&
      !/\b(irrigat\w+|nasal|gargle|wound|flush\w*|rins\w+|oral|dressing|drops?)\b/i.test(statement.text),
  );
  return said.length > 0
    ? [...drugs, { kind: 'hydration', minutes: minutesAround(reading, said), said }]
    : drugs;
};

/** Injections into muscle or under the skin, and what went into a vein, by minutes. */
export const administrationServices = (
  reading: ServiceReading,
  given: readonly GivenDrug[],
  hasJointInjection: boolean,
): readonly CountedService[] => {
  const injected = given.filter(
    // "A steroid injection was given" is the one into the joint where there was one.
    ({ route }) => route === 'injection' || (route === 'some injection' && !hasJointInjection),
  );
  const isOpen = given.every(({ route }) => route !== 'some injection' || !hasJointInjection);
  const said =
    injected.length > 0
      ? injected.flatMap(({ matches }) => matches.slice(0, 1))
      : findDone(reading, injection).filter(({ statement }) => isOpen && !notThis.test(statement.text));
  const vein = veinCodes(intoVein(reading, given));
  if (said.length === 0) return vein;
  const text = textOf([...new Set(said.map(({ statement }) => statement))]);
  const told = /\((2|3) x \d|\b(two|three|2|3) (separate )?(injections|syringes|shots)\b/i.exec(text);
  const several = told ? (/3|three/i.test(told[0]) ? 3 : 2) : 1;
  const units = Math.max(several, injected.length);
  const rules = [`${units} injections into muscle or under the skin`];
  return [...vein, { code: '96372', units, said, rules, ownSite: true }];
};
