import { describe, expect, it } from 'vitest';
import { actorOf } from '../../functions/domain/access/membership.ts';
import { type Actor, personActor } from '../../functions/domain/actor.ts';
import { MoneyInCents } from '../../functions/domain/practice.ts';
import { lacksSecondPerson } from '../../functions/tasks/second-person.ts';
import { aMember } from '../factories/access/members.ts';
import { injectionClaim } from '../factories/claims.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome, aTask } from '../factories/tasks.ts';

const task = aTask();
const { practiceId } = task;
const byLink = (mailbox: string): Actor => personActor({ mailbox, practiceId, role: 'biller' });
const desk = byLink(task.email);
const supervisor = byLink('lead@maplestreet.example');
const ben = actorOf(aMember({ subject: 'subject-ben', mailbox: 'ben@maplestreet.example' }));
const mia = actorOf(aMember({ subject: 'subject-mia', mailbox: 'Lead@maplestreet.example' }));

/** Whether the second one's decision stands, after the first one proposed the same. */
const isConfirmed = async (first: Actor, second: Actor): Promise<boolean> => {
  const proposal = anOutcome({ action: 'write-off', by: first });
  const lacking = await lacksSecondPerson(
    { ...task, proposal },
    { ...proposal, by: second },
    injectionClaim(),
    {
      getPractice: async () => ({ ...practice(), writeOffLimit: MoneyInCents.parse(0) }),
      getTask: async () => task,
      saveOpenTask: async () => true,
      signLink: async () => 'https://x.example/t/a.b',
      sendMail: async () => undefined,
    },
  );
  return lacking === undefined;
};

describe('the second person of a write-off', () => {
  it.each([
    ['another one who signed in', ben, mia, true],
    ['the same one, signed in again', ben, ben, false],
    ['the supervisor by link', ben, supervisor, true],
    ['the desk by link, where whoever signed in may read as well', ben, desk, false],
    ['whoever signed in, after the desk', desk, mia, true],
    ['the supervisor signed in, after its own link', supervisor, mia, false],
    ['the supervisor by link, signed in before', mia, supervisor, false],
    ['the supervisor by link, after the desk', desk, supervisor, true],
  ])('is or is not %s', async (_who, first, second, confirmed) => {
    expect(await isConfirmed(first, second)).toBe(confirmed);
  });
});
