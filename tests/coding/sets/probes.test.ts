import { expect, it } from 'vitest';
import { halves, readHarmless, readProbes } from '../../../bench/read-probes.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const probes = halves.flatMap(readProbes);
const sentences = halves.flatMap(readHarmless);

it('no probe stands twice, and each asks for something', () => {
  expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
  expect(new Set(probes.map(({ note }) => note)).size).toBe(probes.length);
  const idle = probes.filter(
    ({ must, mustNot, noSide, em, noEm, procedures, notProcedures }) =>
      must.length + mustNot.length === 0 &&
      [noSide, em, noEm, procedures, notProcedures].every((asked) => asked === undefined),
  );
  expect(idle).toEqual([]);
});

it('a probe forbids no code that it wants', () => {
  const torn = probes.filter(({ must, mustNot }) => must.flat().some((code) => mustNot.includes(code)));
  expect(torn).toEqual([]);
});

it('at least a thousand harmless sentences stand once each', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(1000);
  expect(new Set(sentences.map((sentence) => sentence.toLowerCase())).size).toBe(sentences.length);
});

const official = needingOfficialCodeSets();

official.it('each diagnosis of a probe is billable on the date of service', () => {
  const book = codeBookOn('2026-03-02');
  const codes = new Set(probes.flatMap(({ must, mustNot }) => [...must.flat(), ...mustNot]));
  const refused = [...codes].filter((code) => book.check({ kind: 'diagnosis', code }).length > 0);
  expect(refused).toEqual([]);
});
