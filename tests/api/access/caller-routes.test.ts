import { expect, it } from 'vitest';
import { callerRoutes } from '../../../functions/api/access/caller-routes.ts';
import type { Membership } from '../../../functions/domain/access/membership.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import { aMember, aProgram, memberRecords } from '../../factories/access/members.ts';
import { holdToDocument } from '../../factories/api/documented.ts';
import { anHttpEvent, claimsOf, withClaims } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const ask = async (memberships: Membership[], claims: Readonly<Record<string, string>> | undefined) => {
  const handler = httpHandler(
    callerRoutes({
      members: memberRecords(memberships),
      findPractice: async (id) =>
        id === 'gone' ? undefined : practice({ practiceId: id, name: `The ${id}` }),
    }),
  );
  const event = anHttpEvent('GET', '/v1/practices');
  const answer = await handler(claims ? withClaims(event, claims) : event, aContext());
  holdToDocument('GET', '/v1/practices', answer);
  return { status: answer.statusCode, practices: JSON.parse(answer.body ?? '').practices };
};

const ana = { subject: 'subject-ana', kind: 'person' } as const;

it('lists the practices of the caller with the roles there, and no other', async () => {
  const memberships = [
    aMember({ practiceId: 'maple-street', roles: ['biller'] }),
    aMember({ practiceId: 'elm-row', roles: ['coder', 'manager'], name: 'Ana R.' }),
    aMember({ practiceId: 'oak-lane', subject: 'subject-ben' }),
    aMember({ practiceId: 'gone' }),
  ];
  expect(await ask(memberships, claimsOf(ana))).toEqual({
    status: 200,
    practices: [
      { practiceId: 'maple-street', name: 'The maple-street', roles: ['biller'], memberName: 'Ana Ruiz' },
      { practiceId: 'elm-row', name: 'The elm-row', roles: ['coder', 'manager'], memberName: 'Ana R.' },
    ],
  });
});

it('leaves out what was revoked, and what is of a program under the subject of a person', async () => {
  const revoked = [aMember(), aMember({ version: 2, status: 'revoked' })];
  expect((await ask(revoked, claimsOf(ana))).practices).toEqual([]);
  expect((await ask([aProgram('subject-ana')], claimsOf(ana))).practices).toEqual([]);
});

it('lists those of a program by its client id, and asks for a token', async () => {
  const program = aProgram('client-of-emr', { roles: ['clinic'] });
  const listed = await ask([program], claimsOf(program, []));
  expect(listed.practices).toMatchObject([{ practiceId: 'maple-street', roles: ['clinic'] }]);
  expect((await ask([program], undefined)).status).toBe(401);
  expect((await ask([aMember()], { ...claimsOf(ana), token_use: 'id' })).status).toBe(401);
});
