import { describe, expect, it } from 'vitest';
import { post277ca, post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import { sendBatches } from '../../functions/batches/send-batches.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { claimAcknowledgementSet } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { a999, idsOf, post, refused, statusesOf, worldOf } from '../factories/batches/batch-answers.ts';
import { type BatchWorld, later, now, numbersIn, sendAll } from '../factories/batches/batch-world.ts';
import { openClaims } from '../factories/batches/queued-claims.ts';
import { received } from '../factories/posting-records.ts';
import { anOutcome, aTask } from '../factories/tasks.ts';

describe('what is said of a batch as a whole', () => {
  const ta1 = (code: string): string =>
    writeInterchange(
      {
        header: header(),
        delimiters: standardDelimiters,
        groups: [],
        acknowledgements: [
          { controlNumber: 4711, interchangeCreatedAt: '2026-11-02T10:00:00.000Z', code, note: '006' },
        ],
      },
      [],
    );

  const batchRefusal = (traceNumber: string): string =>
    writeSets(header(), claimAcknowledgementGuide, [
      claimAcknowledgementSet([], {
        traceNumber,
        statuses: [{ status: { category: 'A3', status: '24', entity: '41' }, action: 'U' }],
      }),
    ]);

  it.each([
    ['a TA1 that rejects its envelope', postTa1, ta1('R'), 'TA1:006'],
    ['a 999 that rejects its group', post999, a999(undefined, 'R'), 'AK9:R'],
    ['a 277CA that rejects the batch', post277ca, batchRefusal('000004711'), 'A3:24:41'],
  ])('%s is one task, and nothing goes out again', async (_title, reader, text, code) => {
    const world = worldOf(openClaims(3));
    await sendAll(world);
    expect(await reader(received(text), world.posting)).toEqual([]);
    expect(statusesOf(world)).toEqual(Array(3).fill('rejected 1'));
    expect([...world.records.tasks.values()].map(({ draft }) => draft.reasons[0]?.code)).toEqual([code]);
    await reader(received(text), world.posting);
    expect(world.records.tasks.size).toBe(1);
    expect(await sendAll(world)).toEqual([]);
  });

  it('a TA1 that accepts its envelope says nothing', async () => {
    const world = worldOf(openClaims(2));
    await sendAll(world);
    expect(await postTa1(received(ta1('A')), world.posting)).toEqual([]);
    expect(statusesOf(world)).toEqual(Array(2).fill('submitted 1'));
  });

  it('a 277CA names by BHT03 the set that it rejects, and no other of its file', async () => {
    const claims = openClaims(4).map((one, index) => (index < 2 ? one : { ...one, payerId: 'cascade' }));
    const world = worldOf(claims);
    await sendAll(world);
    await post277ca(received(batchRefusal('000004712')), world.posting);
    expect(statusesOf(world)).toEqual(['submitted 1', 'submitted 1', 'rejected 1', 'rejected 1']);
  });

  const decide = async (world: BatchWorld, action: 'send-again' | 'work-each'): Promise<void> => {
    const [held] = world.records.held.values();
    if (!held) throw new Error('Nothing is held');
    const taskId = `${held.heldId}-maple-street`;
    world.tasks.set(taskId, aTask({ taskId, status: 'done', outcome: anOutcome({ action }) }));
    await sendBatches({ now, dueBy: later }, world.sending);
  };

  it('waits for the biller’s decision, and then all go out again', async () => {
    const world = worldOf(openClaims(3));
    await sendAll(world);
    await post(world, a999([refused()], 'R'));
    await sendBatches({ now, dueBy: later }, world.sending);
    expect(world.records.held.size).toBe(1);
    await decide(world, 'send-again');
    expect(world.records.held.size).toBe(0);
    expect(statusesOf(world)).toEqual(Array(3).fill('covered 2'));
    const [again = ''] = await sendAll(world);
    expect(numbersIn(again)).toHaveLength(3);
  });

  it('or each is worked by itself', async () => {
    const world = worldOf(openClaims(3));
    await sendAll(world);
    await post(world, a999([refused()], 'R'));
    await decide(world, 'work-each');
    expect(statusesOf(world)).toEqual(Array(3).fill('rejected 1'));
    for (const id of idsOf(world))
      expect(world.records.answers.get(`${id}/acknowledgement/1`)).toEqual({ outcome: 'rejected' });
  });

  it('a claim that somebody has on the desk by then stays there', async () => {
    const world = worldOf(openClaims(2));
    await sendAll(world);
    await post(world, a999([refused()], 'R'));
    const [claimId = ''] = idsOf(world);
    world.tasks.set('own', aTask({ taskId: 'own', claimId, status: 'open' }));
    await decide(world, 'send-again');
    expect(statusesOf(world)).toEqual(['rejected 1', 'covered 2']);
  });
});
