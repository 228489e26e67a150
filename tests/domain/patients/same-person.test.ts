import { describe, expect, it } from 'vitest';
import type { Demographics } from '../../../functions/domain/patients/demographics.ts';
import { likelyDuplicate, scoreSamePerson } from '../../../functions/domain/patients/same-person.ts';
import { aPerson } from '../../factories/patient-records.ts';

const scoreOf = (change: Partial<Demographics>, members: readonly [string[], string[]] = [[], []]): number =>
  scoreSamePerson(
    { demographics: aPerson(), members: members[0] },
    { demographics: aPerson(change), members: members[1] },
  ).score;

describe('two records are likely one person', () => {
  it.each([
    ['equal in all', {}],
    ['spelled otherwise', { lastName: "O'Kafor", firstName: 'MIRIAM' }],
    ['a slip in the first name', { firstName: 'Mirian' }],
    ['an initial for the first name', { firstName: 'M.' }],
    ['day and month changed about', { dateOfBirth: '1961-09-04' }],
    ['one digit of the birth date mistyped', { dateOfBirth: '1961-04-08' }],
    ['a double name', { lastName: 'Okafor-Lind' }],
    ['names changed about', { lastName: 'Miriam', firstName: 'Okafor' }],
  ])('%s', (_, change) => {
    expect(scoreOf(change)).toBeGreaterThanOrEqual(likelyDuplicate);
  });

  it('a short form of a name, in the same sex and birth date', () => {
    const one = { demographics: aPerson({ firstName: 'Robert' }), members: [] };
    const other = { demographics: aPerson({ firstName: 'Bob' }), members: [] };
    expect(scoreSamePerson(one, other).score).toBeGreaterThanOrEqual(likelyDuplicate);
  });

  it('a new last name with the same membership', () => {
    const { address: _, ...moved } = aPerson({ lastName: 'Lind' });
    expect(
      scoreSamePerson(
        { demographics: aPerson(), members: ['n/A1'] },
        { demographics: moved, members: ['n/A1'] },
      ).score,
    ).toBeGreaterThanOrEqual(likelyDuplicate);
  });
});

describe('two records are likely two people', () => {
  it.each([
    ['twins of one membership', { firstName: 'Anna' }],
    ['twins of two sexes', { firstName: 'Tobias', gender: 'M' as const }],
    ['mother and daughter of one name', { dateOfBirth: '1988-11-23' }],
    ['father and son', { dateOfBirth: '1988-11-23', suffix: 'Jr' }],
    ['a neighbour', { lastName: 'Brandt', firstName: 'Tobias', dateOfBirth: '1970-02-02' }],
    ['born the same day under another name', { lastName: 'Brandt', firstName: 'Ines' }],
  ])('%s', (_, change) => {
    expect(scoreOf(change, [['n/A1'], ['n/A1']])).toBeLessThan(likelyDuplicate);
  });
});

it('the facts of a score name fields and no values', () => {
  const { facts } = scoreSamePerson(
    { demographics: aPerson(), members: ['n/A1'] },
    { demographics: aPerson({ firstName: 'Mirian' }), members: ['n/A2'] },
  );
  expect(facts).toEqual({
    dateOfBirth: 'equal',
    lastName: 'equal',
    firstName: 'similar',
    gender: 'equal',
    memberId: 'different',
    address: 'equal',
  });
});
