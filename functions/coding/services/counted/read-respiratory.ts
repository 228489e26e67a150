import { findDone, findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';
import { timesIn } from './read-drugs.ts';

const spirometry = /\b(spirometry|spiro|pulmonary function (tests?|testing)|pfts?)\b/i;
const challenge =
  /\b(pre[- ]?(and|\/|&|-)? ?(and )?post[- ]?(bronchodilator|bd|albuterol)?|before and after (a )?(bronchodilator|albuterol|neb\w*)|post[- ]?(bronchodilator|bd|albuterol)|bronchodilator (response|challenge|testing|reversib\w*)|(after|following) (inhaled )?(albuterol|bronchodilator)|with and without bronchodilator|reversib\w+)\b/i;
const nebulized =
  /\b((?:albuterol|duoneb|ipratropium|levalbuterol|xopenex|racemic epi\w*|budesonide|pulmicort|hypertonic saline)\b[^;]{0,60}?\b(?:neb\w*|svn)|neb(?:uli[sz]\w+|s)?\b[^;]{0,50}?\b(?:albuterol|duoneb|ipratropium|levalbuterol|xopenex|treatments?|tx)|(?:neb(?:uli[sz]er)?|breathing) (?:treatments?|tx|rx)|duonebs?|nebs?)\b/i;
const atHome =
  /\b(home|prn|q ?\d ?h\b|q\d-\d|every \d|refill\w*|machine|dispens\w+|prescri\w+|at bedtime|daily|bid|tid|qid)\b/i;
const after = /\b(after|post|s\/p|following)[- ]?(?:the )?(?:neb\w*|duoneb|treatment)/i;

const volumes = /\b(lung volumes?|plethysmograph\w*|body box)\b/i;
const diffusion = /\b(dlco|diffusi(ng|on) capacity|diffusion)\b/i;

/** A response to a bronchodilator with its figures was seen where the bronchodilator was given. */
const challenged = (reading: ServiceReading): readonly Said[] =>
  findTold(reading, spirometry).filter(
    ({ statement: { text, section } }) =>
      challenge.test(text) && /\d ?%|->|fev/i.test(text) && !['history', 'background'].includes(section),
  );

/** "FEV1 today 61 %": its values are of a spirometry made today. */
const valuesToday =
  /\b(fev-?1|fvc)\b[^.;]{0,12}\btoday\b[^.;]{0,12}\d|\btoday'?s?\b[^.;]{0,16}\bfev-?1\b[^.;]{0,12}\d/i;

const functionTests = (reading: ServiceReading): readonly CountedService[] => {
  const dated = findDone(reading, spirometry, 'monitoring');
  const said =
    [dated, challenged(reading), findTold(reading, valuesToday)].find((some) => some.length > 0) ?? [];
  if (said.length === 0) return [];
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 3 }))),
  ]);
  const isChallenge = challenge.test(near);
  const rules = [isChallenge ? 'before and after a bronchodilator' : 'spirometry alone'];
  return [
    { code: isChallenge ? '94060' : '94010', units: 1, said, rules },
    ...(volumes.test(near)
      ? [
          {
            code: /gas dilution|nitrogen washout|helium/i.test(near) ? '94727' : '94726',
            units: 1,
            said,
            rules: ['lung volumes'],
          },
        ]
      : []),
    ...(diffusion.test(near) ? [{ code: '94729', units: 1, said, rules: ['diffusing capacity'] }] : []),
  ];
};

/** "97 % after neb": a finding after it tells of a treatment here as much as the order for it does. */
const treatmentsOf = (reading: ServiceReading): readonly Said[] => {
  const done = findDone(reading, nebulized).filter(
    ({ statement }) =>
      !atHome.test(statement.text) ||
      /\b(given|administered|in (the )?(office|clinic)|today|x ?[1-3])\b/i.test(statement.text),
  );
  return done.filter(
    ({ statement }) =>
      !['history', 'background'].includes(statement.section) ||
      /\b(office|clinic|here)\b/i.test(statement.text),
  );
};

/** Spirometry and nebulizer treatments; one that only belongs to the bronchodilator test is not reported beside it. */
export const readRespiratory: ServiceReader = (reading) => {
  if (!says(reading, /spiro|pulmonary function|pft|fev|fvc|neb|breathing t|svn/i)) return nothingRead;
  const tests = functionTests(reading);
  const said = treatmentsOf(reading);
  const isOfTest =
    tests.some(({ code }) => code === '94060') &&
    !/\b(treatment|wheez\w+|distress|exacerbation)\b/i.test(textOf(said.map(({ statement }) => statement)));
  if (said.length === 0) return { services: tests };
  if (isOfTest)
    return {
      services: tests,
      refused: [{ code: '94640', said, rule: 'the bronchodilator of the test belongs to 94060' }],
    };
  const times = Math.max(
    ...said.map(({ statement }) => (after.test(statement.text) ? 1 : timesIn(statement.text))),
  );
  const rules = ['nebulizer treatment'];
  const first: CountedService = { code: '94640', units: 1, said, rules, ownSite: true };
  const more: readonly CountedService[] =
    times > 1 && reading.payer !== 'medicare'
      ? [{ code: '94640', units: times - 1, said, modifiers: ['76'], rules: ['repeated at the same visit'] }]
      : [];
  return { services: [...tests, first, ...more] };
};
