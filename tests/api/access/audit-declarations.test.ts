import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PracticeRoute } from '../../../functions/api/practice-request.ts';
import { routesOfPractice } from '../../../functions/api/practice-routes.ts';
import { kindsOfFields } from '../../../functions/domain/audit/audit-subjects.ts';
import { recordsOfRoutes } from './expected-audit.ts';

const nameOf = ({ method, path }: PracticeRoute): string => `${method} ${path}`;

const declaredKinds = ({ audit }: PracticeRoute): readonly string[] =>
  audit === 'no-patient-data' ? ['nobody'] : audit.of;

type Json = { readonly [key: string]: unknown };

/** The names of all fields that a schema knows, at any depth. */
const fieldsOf = (schema: z.ZodType | undefined): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (piece: unknown): void => {
    if (typeof piece !== 'object' || piece === null) return;
    const { properties = {}, ...rest } = piece as Json;
    for (const [name, value] of Object.entries(properties as Json)) {
      names.add(name);
      visit(value);
    }
    for (const value of Object.values(rest)) visit(value);
  };
  if (schema) visit(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output', reused: 'inline' }));
  return names;
};

const placesOf = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);

/** Of which kinds records are that a route can name by what it says of itself. */
const nameableKinds = ({ path, query, body, answer, audit }: PracticeRoute): ReadonlySet<string> => {
  const fields = [query, body, answer.body].flatMap((schema) => [...fieldsOf(schema)]);
  const more = audit === 'no-patient-data' ? {} : audit.fields;
  return kindsOfFields([...placesOf(path), ...fields], more);
};

describe('the audit of every route', () => {
  it('is declared as this table says, of every route and no other', () => {
    const served = Object.fromEntries(
      routesOfPractice.map((route) => [nameOf(route), declaredKinds(route).toSorted().join(' ')]),
    );
    const expected = Object.entries(recordsOfRoutes).map(([name, kinds]) => [
      name,
      kinds.split(' ').toSorted().join(' '),
    ]);
    expect(served).toEqual(Object.fromEntries(expected));
  });

  it.each(routesOfPractice.map((route) => [nameOf(route), route] as const))(
    'declares the patients’ records that its schemas can name: %s',
    (_, route) => {
      const declared = declaredKinds(route);
      const missing = [...nameableKinds(route)].filter((kind) => !declared.includes(kind));
      expect(missing).toEqual([]);
    },
  );

  it('would find a route that shows a patient and says that it shows nobody', () => {
    const [route] = routesOfPractice.filter((one) => nameOf(one) === 'GET /patients/{patientId}');
    if (!route) throw new Error('There is no route of a patient');
    expect([...nameableKinds({ ...route, audit: 'no-patient-data' })]).toContain('patient');
  });
});
