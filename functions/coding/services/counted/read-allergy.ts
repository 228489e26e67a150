import { findDone, findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import type { CountedService, Said, ServiceReader, ServiceReading } from '../reading/service-reading.ts';

const shots =
  /\b(?:allerg\w+|allergen\w*|immunotherapy|scit)\b[^;]{0,70}?\b(?:shots?|injections?|vials?|given|administered|inject\w+)\b|\b(?:shots?|injections?)\b[^;]{0,60}?\b(?:allerg\w+|immunotherapy)\b/i;
/** "Vial A 0.5 mL R arm SQ": each vial is an injection in a note of immunotherapy. */
const vials =
  /\b(?:vial|bottle|extract)s? [\w#]{1,20}\b[^;]{0,40}?\b(?:ml|cc)\b|\b\d{0,4}\.?\d{1,4} ?(?:ml|cc) of (?:the )?(?:vial|bottle|extract|maintenance)\b/gi;
const shotCount = new RegExp(
  `\\b(${numberPattern})\\s+(?:\\w+\\s+){0,2}?(?:injections?|shots?|vials?)\\b|\\bx\\s?([2-6])\\b`,
  'i',
);
const severalArms =
  /\b(each arm|both arms|bilateral|left arm[^.]{0,60}right arm|right arm[^.]{0,60}left arm|vials? [ab12] and|shots\b|injections\b)/i;

const allergyShots = (reading: ServiceReading): readonly CountedService[] => {
  const told = findDone(reading, shots).filter(
    ({ statement }) =>
      !['background', 'history'].includes(statement.section) || /today/i.test(statement.text),
  );
  const isImmunotherapy = says(reading, /\bimmunotherapy|allergy shots?\b/i);
  const byVial = isImmunotherapy ? findDone(reading, vials) : [];
  const said = byVial.length > 0 ? byVial : told;
  if (said.length === 0) return [];
  if (byVial.length > 1)
    return [{ code: '95117', units: 1, said, rules: [`${byVial.length} injections of allergen`] }];
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 2 }))),
  ]);
  const found = shotCount.exec(near);
  const count = readNumber(found?.[1]) ?? readNumber(found?.[2]) ?? (severalArms.test(near) ? 2 : 1);
  return [
    { code: count > 1 ? '95117' : '95115', units: 1, said, rules: [`${count} injections of allergen`] },
  ];
};

const drugTested =
  /\b(penicill\w+|amoxicillin|cephalosporin|cefazolin|antibiotic|local an[ae]sthetic|lidocaine|drug)\b[^;]{0,160}\b(prick|percutaneous|intradermal|skin test\w*)|\b(prick|percutaneous|intradermal|skin test\w*)\b[^;]{0,160}\b(penicill\w+|drug|amoxicillin|local an[ae]sthetic)\b/i;
const venomTested =
  /\b(venom|hymenoptera|wasp|honey ?bee|yellow jacket|hornet|fire ant)\b[^;]{0,160}\b(prick|percutaneous|intradermal|skin test\w*)/i;
const eachTest = new RegExp(
  `\\b(${numberPattern})\\s+(?:\\w+\\s+)?(?:pricks?|percutaneous|scratch|intradermals?)\\b`,
  'gi',
);

const testsIn = (said: readonly Said[]): number | undefined => {
  const text = textOf([...new Set(said.map(({ statement }) => statement))]);
  const counts = [...text.matchAll(eachTest)].flatMap(([, count]) => readNumber(count) ?? []);
  return counts.length > 0 ? counts.reduce((sum, one) => sum + one, 0) : undefined;
};

/** Tests for a drug or a venom are of one code, pricks and intradermal ones together. */
const drugTests = (reading: ServiceReading): readonly CountedService[] => {
  for (const [code, pattern] of [
    ['95017', venomTested],
    ['95018', drugTested],
  ] as const) {
    const said = findTold(reading, pattern).filter(
      ({ statement }) => !['background', 'history', 'plan'].includes(statement.section),
    );
    const units = testsIn(said);
    if (units !== undefined)
      return [{ code, units, said, rules: ['one a test, pricks and intradermal ones'] }];
  }
  return [];
};

const intradermals = /\bintradermals?\b/i;
const intradermalTests = (reading: ServiceReading): readonly CountedService[] => {
  const said = findTold(reading, intradermals).filter(
    ({ statement }) => !['background', 'history', 'plan'].includes(statement.section),
  );
  const text = textOf([...new Set(said.map(({ statement }) => statement))]);
  const units = readNumber(
    new RegExp(`\\b(${numberPattern})\\s+(?:\\w+\\s+)?intradermals?\\b`, 'i').exec(text)?.[1],
  );
  return units === undefined ? [] : [{ code: '95024', units, said, rules: ['one a test'] }];
};

const challenge =
  /\b((oral|graded|food|drug|ingestion) challenge|challenged? with)\b|\bgiven\b[^;]{0,80}\b(after|then)\b[^;]{0,40}\bminutes?\b[^;]{0,80}\bwatched\b/i;

/** A food or drug taken in steps under watch: the first two hours, and each hour after them. */
const challenges = (reading: ServiceReading): readonly CountedService[] => {
  const said = findDone(reading, challenge);
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 3 }))),
  ]);
  const minutes = Math.max(0, ...minutesIn(near).map((one) => one.minutes));
  const hours = readNumber(new RegExp(`\\b(${numberPattern})\\s+hours?\\b`, 'i').exec(near)?.[1]) ?? 0;
  const watched = Math.max(minutes, hours * 60);
  if (said.length === 0 || watched < 61) return [];
  const further = Math.max(0, Math.floor((watched - 120 + 29) / 60));
  const rules = [`${watched} minutes under watch`];
  return [
    { code: '95076', units: 1, said, rules },
    ...(further > 0 ? [{ code: '95079', units: further, said, rules }] : []),
  ];
};

/** Allergy shots, and tests and challenges beyond the usual pricks. */
export const readAllergy: ServiceReader = (reading) => {
  const drugs = drugTests(reading);
  return {
    services: [
      ...allergyShots(reading),
      ...drugs,
      ...(drugs.length > 0 ? [] : intradermalTests(reading)),
      ...challenges(reading),
    ],
  };
};
