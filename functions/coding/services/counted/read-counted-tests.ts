import { thatTell } from '../../note/letters-of.ts';
import { findDone, findTold } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

/** Scored questionnaires; each that was given is a unit. */
const behavioural: readonly RegExp[] = [
  /\bphq[- ]?(9a?|a|8|2)\b/i,
  /\bgad[- ]?7\b/i,
  /\bvanderbilt\w*\b/i,
  /\bscared\b(?=[^.]{0,25}(scor|screen|questionnaire|total))/i,
  /\bc-?ssrs\b/i,
  /\b(edinburgh|epds)\b/i,
  /\bpsc[- ]?(17|35)?\b/i,
  /\bconners\b/i,
  /\baudit(-c)?\b(?=[^.]{0,25}\d)/i,
  /\bcrafft\b/i,
  /\bpcl[- ]?5\b/i,
  /\bmdq\b/i,
  /\basrs\b/i,
  /\bgds\b/i,
  /\bdepression (screen(ing)?|questionnaire)\b/i,
];
const developmental: readonly RegExp[] = [
  /\basq(-?3|:?se-?2?)?\b/i,
  /\bm-?chat(-r(\/f)?)?\b/i,
  /\b(developmental screen(ing)?|swyc|peds (questionnaire|tool)|denver)\b/i,
];

const generic = /screen|questionnaire|tool/i;

/** A questionnaire that was filled in and scored was so for this visit, in whatever section it stands. */
const scored = /\b(scored|completed|administered|filled (in|out))\b/i;

const instruments = (reading: ServiceReading, patterns: readonly RegExp[]): readonly Said[] => {
  const found = patterns.flatMap((pattern) => {
    const said = [
      ...findDone(reading, pattern, 'monitoring'),
      ...findTold(reading, pattern).filter(({ statement }) => scored.test(statement.text)),
    ].filter(({ statement }) =>
      /\d|negative|positive|low risk|normal|passed|completed|scored|administered/i.test(statement.text),
    );
    return said.slice(0, 1);
  });
  const named = found.filter(
    ({ statement, start, end }) =>
      !generic.test(statement.text.slice(start - statement.start, end - statement.start)),
  );
  return named.length > 0 ? named : found.slice(0, 1);
};

const questionnaires = (reading: ServiceReading): readonly CountedService[] => {
  const [mood, growth] = [instruments(reading, behavioural), instruments(reading, developmental)];
  const isMother = (reading.ageInYears ?? 99) <= 1;
  return [
    ...(mood.length > 0
      ? [
          {
            code:
              isMother && /edinburgh|epds/i.test(textOf(mood.map(({ statement }) => statement)))
                ? '96161'
                : '96127',
            units: mood.length,
            said: mood,
            rules: ['one a scored questionnaire'],
          },
        ]
      : []),
    ...(growth.length > 0
      ? [{ code: '96110', units: growth.length, said: growth, rules: ['one a scored instrument'] }]
      : []),
  ];
};

const counted = (
  reading: ServiceReading,
  pattern: RegExp,
  noun: string,
  code: string,
): readonly CountedService[] => {
  const said = findDone(reading, pattern, 'monitoring');
  if (said.length === 0) return [];
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 0, on: 2 }))),
  ]);
  const found = new RegExp(
    `\\b(${numberPattern})\\s+(?:[\\w-]+\\s+){0,3}?(?:${noun})\\b|\\bx\\s?(\\d{1,2})\\b|(?:${noun})\\s*(?:[:(#x]|of)\\s*(\\d{1,2})\\b`,
    'i',
  ).exec(near);
  const units = readNumber(found?.[1]) ?? readNumber(found?.[2]) ?? readNumber(found?.[3]);
  const questions = units === undefined ? [`How many tests were done (${code})?`] : [];
  return [{ code, units: units ?? 1, said, rules: ['one a test'], questions }];
};

const studies = [
  '95907',
  '95907',
  '95908',
  '95908',
  '95909',
  '95909',
  '95910',
  '95910',
  '95911',
  '95911',
  '95912',
  '95912',
  '95913',
];
/** Nerve conduction by the number of studies: one or two, three or four, and so on; thirteen and more are one. */
export const conductionCode = (count: number): string =>
  studies[Math.min(13, Math.max(1, count)) - 1] ?? '95907';

const conduction =
  /\b((motor|sensory)(( and|\/|,) (motor|sensory))? (nerve )?(conduction )?studies|nerve conduction( (study|studies|velocit\w+))?|ncs|ncv)\b/i;
const needle = /\b(needle (emg|electromyograph\w+|exam\w*)|emg)\b/i;
const limbs = (text: string): number => {
  const told = new RegExp(`\\b(${numberPattern})\\s+(?:limbs?|extremit\\w+)`, 'i').exec(text)?.[1];
  if (told) return readNumber(told) ?? 1;
  return /\b(bilateral|both) (upper|lower) (extremit\w+|limbs?)|both (arms|legs)|bilateral (arms|legs)/i.test(
    text,
  )
    ? 2
    : 1;
};

const nerveStudies = (reading: ServiceReading): readonly CountedService[] => {
  const [ncs, emg] = [findDone(reading, conduction, 'monitoring'), findDone(reading, needle, 'monitoring')];
  const near = textOf([
    ...new Set([...ncs, ...emg].flatMap(({ statement }) => nearby(reading, statement, { back: 2, on: 4 }))),
  ]);
  const number = new RegExp(
    `\\b(${numberPattern})\\s+(?:\\w+\\s+){0,3}?(?:nerve conduction )?(?:studies|nerves?)\\b`,
    'i',
  ).exec(near)?.[1];
  const count = readNumber(number);
  const questions =
    count === undefined ? ['How many nerve conduction studies were done (95907 to 95913)?'] : [];
  const muscles = readNumber(
    new RegExp(`\\b(${numberPattern})\\s+(?:or more )?muscles`, 'i').exec(near)?.[1],
  );
  const needleCode = muscles !== undefined && muscles < 5 ? '95885' : '95886';
  return [
    ...(ncs.length > 0
      ? [
          {
            code: conductionCode(count ?? 1),
            units: 1,
            said: ncs,
            rules: [`${count ?? 'uncounted'} studies`],
            questions,
          },
        ]
      : []),
    ...(ncs.length > 0 && emg.length > 0
      ? [{ code: needleCode, units: limbs(near), said: emg, rules: ['one a limb'] }]
      : []),
    ...(ncs.length === 0 && emg.length > 0
      ? [
          {
            code: limbs(near) === 2 ? '95861' : '95860',
            units: 1,
            said: emg,
            rules: ['needle electromyography alone'],
          },
        ]
      : []),
  ];
};

const glucose =
  /\b(cgm|libre|dexcom|continuous glucose monitor\w*|guardian|sensor)\b[^;]{0,80}\b(download\w*|data|report|tracings?|interpret\w+|review\w*|analy[sz]\w+|mean|tir|time in range)\b/i;
const longEnough =
  /\b(([3-9]|[1-9]\d)[- ]?(days?|d)|(one|two|three|four|1|2|3|4) weeks?|72 ?(hours|h))\b|\d{1,2}\/\d{1,2}\s*(-|–|to)\s*\d{1,2}\/\d{1,2}/i;
const interpreted =
  /\b(i (have )?(personally )?(reviewed|interpreted|analy[sz]ed)|interpret\w+|reviewed (by me|with|tracings?)|analy[sz]ed)\b/i;

/** Reading of at least 72 hours of glucose monitoring takes the clinician's own interpretation. */
const glucoseReading = (reading: ServiceReading): readonly CountedService[] => {
  const statement = thatTell(reading.statements, glucose).find(({ section }) => section !== 'background');
  if (!statement) return [];
  const near = textOf(nearby(reading, statement, { back: 0, on: 3 }));
  if (!longEnough.test(near) || !interpreted.test(near)) return [];
  const found = glucose.exec(statement.text);
  const start = statement.start + (found?.index ?? 0);
  return [
    {
      code: '95251',
      units: 1,
      said: [{ statement, start, end: start + (found?.[0].length ?? 1) }],
      rules: ['72 hours at least, interpreted'],
    },
  ];
};

/** Tests that are counted: questionnaires, allergy shots and tests, nerve studies, glucose monitoring. */
export const readCountedTests: ServiceReader = (reading) => {
  const services = [
    ...questionnaires(reading),
    ...counted(
      reading,
      /\b(skin prick|percutaneous|scratch) (allergy )?(test\w*)|allergy (skin )?test\w*|prick test\w*/i,
      'allergens?|antigens?|tests?|pricks?|extracts?',
      '95004',
    ),
    ...nerveStudies(reading),
    ...glucoseReading(reading),
  ];
  return services.length > 0 ? { services } : nothingRead;
};
