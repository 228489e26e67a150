import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAllEntries, findEntries } from '../../../functions/domain/audit/find-entries.ts';
import { entriesFrom } from '../../factories/access/audit.ts';
import { anEntry } from './a-chain.ts';

const practiceId = 'maple-street';
const everything = { from: '0', before: '~' };

/** Patients are numbered by the rest of division by 4, members by 3, as the factory says. */
const about = (patient: number) => ({ patientIds: [`P-${patient}`], claimIds: [], encounterIds: [] });

describe('the entries of a practice', () => {
  it('are found by patient, member and span, the newest first, whatever is asked for at a time', async () => {
    const questions = fc.record({
      length: fc.nat(60),
      patient: fc.option(fc.nat(4), { nil: undefined }),
      member: fc.option(fc.nat(3), { nil: undefined }),
      from: fc.nat(60),
      to: fc.nat(60),
      most: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(questions, async ({ length, patient, member, from, to, most }) => {
        const entries = Array.from({ length }, (_, number) => anEntry(number));
        const idAt = (number: number): string => anEntry(number).at;
        const question = {
          ...{ from: idAt(from), before: idAt(to), most },
          about: patient === undefined ? undefined : about(patient),
          member: member === undefined ? undefined : `subject-${member}`,
        };
        const meant = entries
          .map((_, number) => number)
          .filter((number) => number >= from && number < to)
          .filter((number) => patient === undefined || number % 4 === patient)
          .filter((number) => member === undefined || number % 3 === member)
          .reverse();
        const found: string[] = [];
        let before: string | undefined = question.before;
        while (before !== undefined) {
          const page: Awaited<ReturnType<typeof findEntries>> = await findEntries(
            practiceId,
            { ...question, before },
            entriesFrom(entries),
          );
          expect(page.entries.length).toBeLessThanOrEqual(most);
          found.push(...page.entries.map(({ entryId }) => entryId));
          before = page.next;
        }
        expect(found).toEqual(meant.map((number) => anEntry(number).entryId));
      }),
      { numRuns: 300 },
    );
  });

  it('are those of claims and visits of a patient as well', async () => {
    const traces = { patientIds: [], claimIds: ['C7', 'C2'], encounterIds: [] };
    const entries = Array.from({ length: 9 }, (_, number) => anEntry(number));
    const found = await findAllEntries(practiceId, { ...everything, about: traces }, entriesFrom(entries));
    expect(found).toEqual([anEntry(7), anEntry(2)]);
  });

  it('are of nobody else’s practice', async () => {
    const found = await findAllEntries('elm-row', everything, entriesFrom([anEntry(1)]));
    expect(found).toEqual([]);
  });
});
