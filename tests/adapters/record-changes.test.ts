import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { changesIn, StreamRecord } from '../../functions/adapters/webhooks/record-changes.ts';
import { injectionClaim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aTask } from '../factories/tasks.ts';

const seconds = Date.parse('2026-11-02T10:00:00Z') / 1000;

const image = (entity: string, record: object) =>
  marshall({ pk: 'p', sk: 's', __edb_e__: entity, record }, { removeUndefinedValues: true });

const read = (dynamodb: object) =>
  changesIn(
    StreamRecord.parse({
      ...{ eventName: 'MODIFY', eventSource: 'aws:dynamodb' },
      dynamodb: { ApproximateCreationDateTime: seconds, SequenceNumber: '1', ...dynamodb },
    }),
  );

describe('a record of the table’s stream', () => {
  it.each([
    ['claim', injectionClaim({ version: 6 }), injectionClaim()],
    ['encounter', anEncounter({ version: 2 }), anEncounter()],
    ['task', aTask(), aTask({ revision: 1 })],
  ])('is a change of a %s, before and after', (kind, before, after) => {
    const at = '2026-11-02T10:00:00.000Z';
    expect(read({ OldImage: image(kind, before), NewImage: image(kind, after) })).toMatchObject([
      { kind, before, after, at },
    ]);
    expect(read({ NewImage: image(kind, after) })).toMatchObject([{ kind, before: undefined, after, at }]);
  });

  it('of anything else, or of what was deleted, is no change to tell of', () => {
    expect(read({ NewImage: image('wait', {}) })).toEqual([]);
    expect(read({ OldImage: image('claim', injectionClaim()) })).toEqual([]);
  });

  it('that cannot be read fails, by its fields and without its values', () => {
    const broken = () => read({ NewImage: image('claim', { ...injectionClaim(), patient: 'Okafor' }) });
    expect(broken).toThrow('patient');
    expect(broken).not.toThrow('Okafor');
  });
});
