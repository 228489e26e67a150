import { describe, expect, it, vi } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { practiceRoutes } from '../../../functions/api/practice-routes.ts';
import { actorOf, type Membership } from '../../../functions/domain/access/membership.ts';
import { isSameActor, personActor } from '../../../functions/domain/actor.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { aMember, aProgram, memberRecords } from '../../factories/access/members.ts';
import { holdToDocument } from '../../factories/api/documented.ts';
import { apiMechanics } from '../../factories/api/mechanics.ts';
import { anHttpEvent, claimsOf, withClaims } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { anOutcome, aTask } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const biller = aMember({ subject: 'subject-ben', name: 'Ben', mailbox: 'ben@x.example', roles: ['biller'] });
const manager = aMember({
  subject: 'subject-mia',
  name: 'Mia',
  mailbox: 'mia@x.example',
  roles: ['manager'],
});
const approval = { action: 'write-off', writeOffReason: 'small-balance' };

const decide = async (by: Membership, body: object, scopes?: readonly string[]) => {
  const task = aTask({ proposal: anOutcome({ action: 'write-off', by: actorOf(biller) }) });
  const completeTask = vi.fn<PracticeRecords['completeTask']>(async (decided, outcome) => ({
    success: true,
    data: { task: { ...decided, status: 'done', outcome }, taken: true },
  }));
  const records: Partial<PracticeRecords> = {
    ...{ mechanics: apiMechanics(), audit: unaudited },
    members: memberRecords([by]),
    findPractice: async () => practice(),
    findTask: async () => task,
    completeTask,
    now: () => new Date(),
  };
  const path = `/v1/practices/maple-street/tasks/${task.taskId}/actions`;
  const event = anHttpEvent('POST', path, {
    headers: { 'if-match': '*' },
    body: JSON.stringify(body),
  });
  const handler = httpHandler(practiceRoutes(records as PracticeRecords)); // what the route asks for
  const answer = await handler(withClaims(event, claimsOf(by, scopes)), aContext());
  holdToDocument('POST', path, answer);
  return { status: answer.statusCode, by: completeTask.mock.calls[0]?.[1].by };
};

describe('who confirms what another one proposed to write off', () => {
  it('is a member who may approve, under the name that the practice has for it', async () => {
    expect(await decide(manager, approval)).toEqual({
      status: 200,
      by: {
        ...{ kind: 'person', subject: 'subject-mia', practiceId: 'maple-street' },
        ...{ name: 'Mia', mailbox: 'mia@x.example' },
      },
    });
  });

  it('is nobody who may write off and not approve, whoever the body says it is', async () => {
    expect(await decide(biller, approval)).toEqual({ status: 403, by: undefined });
    for (const by of ['mia@x.example', actorOf(manager)])
      expect(await decide(biller, { ...approval, by })).toEqual({ status: 400, by: undefined });
    expect(await decide(manager, { ...approval, by: actorOf(manager) })).toMatchObject({ status: 400 });
  });

  it('is no program whose token has no such scope', async () => {
    const program = aProgram('client-of-emr', { roles: ['manager'] });
    expect(await decide(program, approval, ['write-off'])).toMatchObject({ status: 403 });
    expect(await decide(program, approval, ['write-off', 'approve'])).toMatchObject({ status: 200 });
  });

  it('is not the one who proposed it by the link in a mail, signed in', () => {
    const byLink = personActor({ mailbox: 'Mia@x.example', practiceId: 'maple-street', role: 'biller' });
    expect(isSameActor(byLink, actorOf(manager))).toBe(true);
    expect(isSameActor(byLink, actorOf(biller))).toBe(false);
  });
});
