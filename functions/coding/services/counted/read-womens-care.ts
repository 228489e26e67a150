import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { type CountedService, nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const colposcopy = /\bcolposcop\w+\b/i;
const biopsied = /\bbiops(y|ies|ied)\b(?![^;]{0,25}\b(not|none|deferred|declined)\b)/i;
const curetted = /\b(ecc|endocervical curett\w+|endocervical (sampl\w+|brush\w*))\b/i;
const denied = /\b(no|without|not|defer\w*)\b[^.;,]{0,20}$/i;

const isTold = (text: string, pattern: RegExp): boolean => {
  const found = pattern.exec(text);
  return found !== null && !denied.test(text.slice(0, found.index));
};

/** Colposcopy of the cervix alone, with biopsies, with curettage, or with both. */
export const readColposcopy: ServiceReader = (reading) => {
  const said = findDone(reading, colposcopy).filter(
    ({ statement }) => !['history', 'background', 'reason'].includes(statement.section),
  );
  if (said.length === 0) return nothingRead;
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 0, on: 5 }))),
  ]);
  const [hasBiopsy, hasCurettage] = [isTold(near, biopsied), isTold(near, curetted)];
  const code = hasBiopsy ? (hasCurettage ? '57454' : '57455') : hasCurettage ? '57456' : '57452';
  return { services: [{ code, units: 1, said, rules: ['colposcopy with what was taken'] }] };
};

const implant = '(?:nexplanon|implanon|(?:contraceptive|etonogestrel|subdermal) (?:implant|rod)|implant)';
const inserted = new RegExp(
  `\\b(?:${implant}\\b[^;]{0,70}?\\b(?:insert\\w+|placed|placement)|(?:insert\\w+|placed|placement of)\\b[^;]{0,40}?\\b${implant})\\b`,
  'i',
);
const removed = new RegExp(
  `\\b(?:${implant}\\b[^;]{0,70}?\\bremov\\w+|remov\\w+\\b[^;]{0,40}?\\b${implant})\\b`,
  'i',
);

/** Contraceptive implants: put in, taken out, or changed for a new one at the same visit. */
export const readImplants: ServiceReader = (reading) => {
  if (!says(reading, /implant|nexplanon/i)) return nothingRead;
  const [out, into] = [findDone(reading, removed), findDone(reading, inserted)];
  const said = [...out, ...into].filter(
    ({ statement }) =>
      !/\b(dental|breast|cochlear|lens|knee|hip|hernia)\b/i.test(statement.text) &&
      !['history', 'background'].includes(statement.section),
  );
  if (said.length === 0) return nothingRead;
  const isOut = said.some((one) => out.includes(one));
  const isIn = said.some((one) => into.includes(one));
  const code = isOut && isIn ? '11983' : isOut ? '11982' : '11981';
  const services: readonly CountedService[] = [
    { code, units: 1, said, rules: ['implant put in, taken out or changed'] },
  ];
  return { services };
};
