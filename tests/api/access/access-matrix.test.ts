import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { practiceRoutes, routesOfPractice } from '../../../functions/api/practice-routes.ts';
import type { Membership } from '../../../functions/domain/access/membership.ts';
import { Permission, type Role } from '../../../functions/domain/access/permissions.ts';
import { httpHandler, json } from '../../../functions/runtime/http-handler.ts';
import { scopes } from '../../../infra/machine-clients.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { aMember, aProgram, memberRecords } from '../../factories/access/members.ts';
import { apiMechanics } from '../../factories/api/mechanics.ts';
import { anHttpEvent, claimsOf, withClaims } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';
import { type MatrixCase, matrixCases, mayRole, pathOf, rightsOfRoutes, roles } from './expected-access.ts';

catchLogLines();

const own = 'maple-street';
const other = 'elm-row';

/** Members of one role each, people and programs, as they stand and revoked; and somebody who is one elsewhere. */
const subjectOf = (role: Role, state: string): string => `${state}-${role}`;

const membersOf = (role: Role): Membership[] => [
  aMember({ subject: subjectOf(role, 'person'), roles: [role] }),
  aProgram(subjectOf(role, 'program'), { roles: [role] }),
  aMember({ subject: subjectOf(role, 'revoked'), roles: [role] }),
  aMember({ subject: subjectOf(role, 'revoked'), roles: [role], version: 2, status: 'revoked' }),
  aMember({ subject: subjectOf(role, 'elsewhere'), roles: [role], practiceId: other }),
];

const reached = json(299, {});
const handler = httpHandler(
  practiceRoutes(
    {
      ...{ mechanics: apiMechanics(), audit: unaudited, now: () => new Date() },
      members: memberRecords(roles.flatMap(membersOf)),
      findPractice: async (id) => ([own, other].includes(id) ? practice({ practiceId: id }) : undefined),
    } as PracticeRecords, // no route is carried out
    routesOfPractice.map((route) => ({ ...route, handler: async () => reached })),
  ),
);

type Claims = Readonly<Record<string, string>> | undefined;

const statusOf = async (one: MatrixCase, practiceId: string, claims: Claims): Promise<number | undefined> => {
  const { method, path } = pathOf(one.route, practiceId);
  const headers = { 'idempotency-key': randomUUID() };
  const event = anHttpEvent(method, path, { body: JSON.stringify(one.body), headers });
  return (await handler(claims ? withClaims(event, claims) : event, aContext())).statusCode;
};

type State = {
  readonly claims: (role: Role) => Claims;
  /** What the own practice answers to a role that may do it by the table. */
  readonly allowed: number | ((one: MatrixCase) => number);
  readonly forbidden: number;
  /** What any other practice answers. */
  readonly foreign: number;
};

const person = (role: Role, state: string) => claimsOf({ subject: subjectOf(role, state), kind: 'person' });
const program = (role: Role, granted: readonly string[]) =>
  claimsOf({ subject: subjectOf(role, 'program'), kind: 'program' }, granted);

const states: Readonly<Record<string, State>> = {
  'signed in': { claims: (role) => person(role, 'person'), allowed: 299, forbidden: 403, foreign: 404 },
  program: {
    claims: (role) => program(role, Permission.options),
    allowed: 299,
    forbidden: 403,
    foreign: 404,
  },
  'program with the scope to read': {
    claims: (role) => program(role, ['read']),
    allowed: ({ rights }) => (rights.includes('read') ? 299 : 403),
    forbidden: 403,
    foreign: 404,
  },
  'program without scopes': {
    claims: (role) => program(role, []),
    allowed: 403,
    forbidden: 403,
    foreign: 404,
  },
  revoked: { claims: (role) => person(role, 'revoked'), allowed: 404, forbidden: 404, foreign: 404 },
  'member elsewhere': {
    claims: (role) => person(role, 'elsewhere'),
    allowed: 404,
    forbidden: 404,
    foreign: 404,
  },
  'person under the subject of a program': {
    claims: (role) => claimsOf({ subject: subjectOf(role, 'program'), kind: 'person' }),
    allowed: 404,
    forbidden: 404,
    foreign: 404,
  },
  'ID token': {
    claims: (role) => ({ ...person(role, 'person'), token_use: 'id' }),
    allowed: 401,
    forbidden: 401,
    foreign: 401,
  },
  'no token': { claims: () => undefined, allowed: 401, forbidden: 401, foreign: 401 },
};

/** Its member elsewhere is one of the other practice: what that answers is another column. */
const strangersOf = (state: string): readonly string[] =>
  state === 'member elsewhere' ? ['nowhere'] : [other, 'nowhere'];

describe('the matrix of access', () => {
  it('knows every route, and no other', () => {
    const served = routesOfPractice.map(({ method, path }) => `${method} ${path}`);
    expect(served.toSorted()).toEqual(Object.keys(rightsOfRoutes).toSorted());
  });

  it('names every permission as a scope of programs', () => {
    expect(Object.keys(scopes)).toEqual(Permission.options);
  });

  it('holds in each of its cells', async () => {
    let cells = 0;
    const wrong: string[] = [];
    const hold = async (cell: string, expected: number, answered: Promise<number | undefined>) => {
      cells += 1;
      const status = await answered;
      if (status !== expected) wrong.push(`${cell}: ${status}, not ${expected}`);
    };
    for (const one of matrixCases)
      for (const role of roles)
        for (const [name, { claims, allowed, forbidden, foreign }] of Object.entries(states)) {
          const cell = `${one.route} ${JSON.stringify(one.body)} ${role} ${name}`;
          const may = typeof allowed === 'number' ? allowed : allowed(one);
          await hold(cell, mayRole(role, one) ? may : forbidden, statusOf(one, own, claims(role)));
          for (const id of strangersOf(name))
            await hold(`${cell} in ${id}`, foreign, statusOf(one, id, claims(role)));
        }
    expect(wrong).toEqual([]);
    expect(cells).toBe(matrixCases.length * roles.length * (9 * 3 - 1));
    console.log(`${cells} cells: ${matrixCases.length} requests of ${routesOfPractice.length} routes`);
  });
});
