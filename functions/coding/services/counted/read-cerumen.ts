import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const wax = '(?:cerumen|ear ?wax|wax)';
const way =
  '(?:irrigat\\w+|lavage[d]?|flush\\w*|syring\\w+|rins\\w+|curett\\w*|loop|forceps|suction\\w*|instrument\\w*|disimpact\\w*|remov\\w+|clean\\w+|spoon|extract\\w+|alligator|hook)';
const pattern = new RegExp(
  `\\b(?:${wax}\\b[^;]{0,110}?\\b${way}|${way}\\b[^;]{0,110}?\\b${wax}|ears?\\b[^;]{0,30}?\\b(?:irrigat\\w+|lavage[d]?|flushed|syringed)|(?:irrigat\\w+|lavage|flushed|syringed)\\b[^;]{0,30}?\\bears?)\\b`,
  'i',
);
const instruments =
  /\b(curett\w*|loop|forceps|suction\w*|instrument\w*|spoon|alligator|disimpact\w*|hook|microscop\w*|otoscop\w* (visual|guid)\w*)\b/i;
const water = /\b(irrigat\w+|lavage[d]?|flush\w*|syring\w+|water|warm saline|rins\w+)\b/i;
const both = /\b(bilateral(ly)?|both|b\/l|au|each ear|right and left|left and right|r and l)\b|\bears\b/i;
const right = /\b(right|rt|ad)\b|(?<![\w/])R(?![\w/])/;
const left = /\b(left|lt|as)\b(?= ear| canal| eac|\b[^a-z]{0,3}$)|\b(left|lt)\b|(?<![\w/])L(?![\w/])/;

const sideIn = (text: string): string | undefined => {
  const lower = text.toLowerCase();
  const isRight = right.test(text) || /\b(right|rt|ad)\b/.test(lower);
  const isLeft = /\b(left|lt)\b/.test(lower) || left.test(text);
  if (both.test(text) || (isRight && isLeft)) return '50';
  if (isRight) return 'RT';
  return isLeft ? 'LT' : undefined;
};

/** Removal of earwax: with instruments where it is impacted, by irrigation alone otherwise, by ear. */
export const readCerumen: ServiceReader = (reading) => {
  if (!says(reading, /cerumen|wax|\bears?\b/i)) return nothingRead;
  const said = findDone(reading, pattern).filter(
    ({ statement }) =>
      !['background', 'reason'].includes(statement.section) &&
      !/\b(drops?|debrox|q-?tips?)\b[^.]{0,40}\b(home|daily|prn)\b/i.test(statement.text),
  );
  if (said.length === 0) return nothingRead;
  const statements = [...new Set(said.map(({ statement }) => statement))];
  const own = textOf(statements);
  const near = textOf([...new Set(statements.flatMap((one) => nearby(reading, one, { back: 2, on: 2 })))]);
  const isWet = water.test(own) && !instruments.test(own);
  const waxes = textOf(reading.statements.filter(({ text }) => /\b(cerumen|wax)\b/i.test(text)));
  const side = sideIn(own) ?? sideIn(near) ?? sideIn(waxes);
  const code = isWet ? '69209' : '69210';
  const isPlain = !isWet && !says(reading, /\bimpact\w*|occlu\w+|obstruct\w+|disimpact\w*/i);
  const questions = [
    ...(side === undefined ? [`On which side was ${code} done?`] : []),
    ...(isPlain ? ['Was the earwax impacted (69210)?'] : []),
  ];
  return {
    services: [
      {
        code,
        units: 1,
        said,
        rules: [isWet ? 'by irrigation alone' : 'with instruments'],
        questions,
        ...(side && { modifiers: [side] }),
      },
    ],
  };
};
