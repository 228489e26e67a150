import { expect, it } from 'vitest';
import { type Note, readNotes } from '../../../bench/read-notes.ts';
import { halves } from '../../../bench/read-probes.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const notes = [...halves, 'training' as const].flatMap(readNotes);

const idsOf = (wrong: (note: Note) => boolean): readonly string[] => notes.filter(wrong).map(({ id }) => id);

it('at least two hundred notes stand once each, half of them kept apart', () => {
  expect(notes.length).toBeGreaterThanOrEqual(200);
  expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
  expect(new Set(notes.map(({ note }) => note)).size).toBe(notes.length);
  const [tuning, kept] = halves.map((half) => readNotes(half).length);
  expect(Math.abs((tuning ?? 0) - (kept ?? 0))).toBeLessThanOrEqual(notes.length / 20);
});

it('both halves hold all specialties and styles', () => {
  const [tuning, kept] = halves.map(readNotes);
  const held = (of: readonly Note[] | undefined, field: 'specialty' | 'style') =>
    [...new Set(of?.map((note) => note[field]))].sort();
  expect(held(kept, 'specialty')).toEqual(held(tuning, 'specialty'));
  expect(held(kept, 'style')).toEqual(held(tuning, 'style'));
});

it('exactly one diagnosis of a note is first, and it is required', () => {
  const wrong = idsOf(({ dx }) => {
    const firsts = dx.filter(({ role }) => role === 'first');
    return firsts.length !== 1 || dx[0]?.role !== 'first' || dx[0].status !== 'required';
  });
  expect(wrong).toEqual([]);
});

it('no code of a note stands twice, and none is both wanted and forbidden', () => {
  const wrong = idsOf(({ dx, forbidden, procedures }) => {
    const codes = [...dx, ...forbidden].map(({ code }) => code);
    const services = procedures.map(({ code }) => code);
    return new Set(codes).size !== codes.length || new Set(services).size !== services.length;
  });
  expect(wrong).toEqual([]);
});

it('an alternative names a required code of its note', () => {
  const wrong = idsOf(({ dx, procedures }) =>
    [dx, procedures].some((entries) => {
      const required = entries.filter(({ status }) => status === 'required').map(({ code }) => code);
      return entries.some(({ alt_of }) => alt_of !== undefined && !required.includes(alt_of));
    }),
  );
  expect(wrong).toEqual([]);
});

const official = needingOfficialCodeSets();

official.it('each diagnosis of a note, wanted or forbidden, is billable on the date of service', () => {
  const book = codeBookOn('2026-03-02');
  const codes = new Set(notes.flatMap(({ dx, forbidden }) => [...dx, ...forbidden].map(({ code }) => code)));
  const refused = [...codes].filter((code) => book.check({ kind: 'diagnosis', code }).length > 0);
  expect(refused).toEqual([]);
});
