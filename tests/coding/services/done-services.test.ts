import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { readProcedures } from '../../../functions/coding/services/suggest-procedures.ts';
import notes from './done-services.json' with { type: 'json' };

/** What is suggested and not only asked, as "20610-RT", "J3301x4" or "J2357-JWx15". */
const servicesOf = (note: string, age: number | undefined): readonly string[] =>
  readProcedures(readStatements(note), [], {
    dateOfService: '2026-03-02',
    ...(age !== undefined && { ageInYears: age }),
  })
    .procedures.filter(({ suggestion }) => suggestion.confidence >= 0.5)
    .map(({ suggestion: { code, modifiers, units } }) =>
      [code, ...modifiers.toSorted()].join('-').concat(units > 1 ? `x${units}` : ''),
    );

const inOrder = (service: string): string => {
  const [, code = '', units = ''] = /^(.*?)(x\d+)?$/.exec(service) ?? [];
  const [first = '', ...modifiers] = code.split('-');
  return [first, ...modifiers.toSorted()].join('-').concat(units);
};

describe('services as counted and measured', () => {
  it.each(
    notes.map(({ why, note, services, ...rest }) => ({
      why,
      note,
      services,
      age: 'age' in rest ? rest.age : undefined,
    })),
  )('$why', ({ note, services, age }) => {
    expect(servicesOf(note, age).toSorted()).toEqual(services.map(inOrder).toSorted());
  });
});
