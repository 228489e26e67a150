import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepActor } from '../../../functions/domain/actor.ts';
import { claimActions } from '../../../functions/domain/task.ts';
import { claimEventWords, describeClaimEvent } from '../../../functions/domain/timeline/claim-words.ts';
import {
  claimEntries,
  taskEntries,
  timelineOf,
  visitEntries,
} from '../../../functions/domain/timeline/timeline.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { anOutcome, aTask } from '../../factories/tasks.ts';

/** Names that stand where an event of a claim is made: `type: 'x'` with an actor beside it. */
const typesInSources = (): ReadonlySet<string> => {
  const root = join(import.meta.dirname, '../../..');
  const areas = 'acknowledgements,batches,claims,claim-status,coordination,eligibility,remittance,domain';
  // Events of a patient's record are no claim's.
  const files = globSync(`functions/{${areas}}/**/*.ts`, {
    cwd: root,
    exclude: ['functions/domain/patients/**'],
  });
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const plain = [...text.matchAll(/type: '([a-z-]+)',\s*actor/g)].map(([, type = '']) => type);
    const chosen = [...text.matchAll(/type: [\w.() ]+\? '([a-z-]+)' : '([a-z-]+)',\s*actor/g)];
    const told = [...text.matchAll(/toldOf\('([a-z-]+)'/g)].map(([, type = '']) => type);
    return [...plain, ...chosen.flatMap(([, one = '', other = '']) => [one, other]), ...told];
  });
  return new Set(found);
};

describe('the events of a claim', () => {
  it('have words for every type that the sources write, and for every decision', () => {
    const types = typesInSources();
    expect(types.size).toBeGreaterThan(20);
    const wanted = [...types, ...claimActions, 'accepted', 'rejected'];
    expect(wanted.filter((type) => claimEventWords[type] === undefined)).toEqual([]);
  });

  it.each([
    ['submitted', { submission: 2 }, 'Sent to the payer as transmission 2'],
    [
      'rejected',
      { submission: 1, source: '277CA', reasons: 'A7:562:85' },
      'The payer rejected transmission 1 by 277CA for A7:562:85',
    ],
    [
      'remittance-posted',
      { trace: 'EFT1', paid: 123_456, open: 0 },
      'A remittance was posted: the payer paid $1,234.56; $0.00 is open by payment EFT1',
    ],
    ['write-off', { note: 'Too small' }, 'Written off: Too small'],
    ['closed', { end: 'billed-to-patient' }, 'Closed: billed to patient'],
    ['not-heard-of', {}, 'not heard of'],
  ])('%s with %j says: %s', (type, detail, words) => {
    expect(describeClaimEvent({ type, detail })).toBe(words);
  });
});

describe('a timeline', () => {
  const at = (minute: number): string => `2026-11-02T10:0${minute}:00.000Z`;

  it('puts what happened to claim, task and visit in one order, with who did it', () => {
    const events = [
      { type: 'submitted', at: at(3), actor: stepActor('send-batch'), detail: { submission: 1 } },
      { type: 'generated', at: at(1), actor: stepActor('generate-claim'), detail: {} },
    ];
    const task = aTask({ createdAt: at(2), outcome: anOutcome({ action: 'write-off', at: at(4) }) });
    const visit = anEncounter({ createdAt: at(0) });
    const timeline = timelineOf(visitEntries(visit), claimEntries('C1', events), taskEntries(task));
    const own = timeline.filter(({ kind, type }) => kind !== 'visit' || type === 'entered');
    expect(own.map(({ kind, type }) => `${kind} ${type}`)).toEqual([
      'visit entered',
      'claim generated',
      'task raised',
      'claim submitted',
      'task decided',
    ]);
    expect(own[1]).toMatchObject({ id: 'C1', who: 'Claimwright (generate claim)', data: {} });
    expect(own[4]).toMatchObject({ words: 'Decided: write off', data: { action: 'write-off' } });
  });
});
