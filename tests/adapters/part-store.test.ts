import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it, vi } from 'vitest';
import type { PartVersion } from '../../functions/domain/practice/settings.ts';
import { settingsOf } from '../../functions/domain/practice/settings.ts';
import { practice } from '../factories/practices.ts';

beforeAll(() => void vi.stubEnv('TABLE_NAME', 'claims'));

type Write = {
  readonly Put?: { readonly Item: { readonly record: unknown } };
  readonly Update?: { readonly UpdateExpression: string };
};

/** What is sent to the table in one transaction. */
const written = async (version: PartVersion): Promise<readonly Write[]> => {
  const sent: Write[][] = [];
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation((async (command: {
    readonly input: { readonly TransactItems: Write[] };
  }) => {
    sent.push(command.input.TransactItems);
    return {};
  }) as never); // the client's overloads cannot be written out
  const { saveVersion } = await import('../../functions/adapters/practices/part-store.ts');
  expect(await saveVersion(version)).toBe(true);
  return sent.flat();
};

const aVersion = (change: Partial<PartVersion>): PartVersion => ({
  ...{ practiceId: 'maple-street', part: 'settings', id: '', version: 1, note: '' },
  ...{
    by: { kind: 'program', subject: 'emr' },
    at: '2026-11-30T12:00:00.000Z',
    value: settingsOf(practice()),
  },
  ...change,
});

it('settings are written field by field with their version, and what they leave out goes', async () => {
  const [version, update] = await written(aVersion({}));
  expect(version?.Put?.Item.record).toMatchObject({ part: 'settings', version: 1 });
  const { UpdateExpression: expression = '' } = update?.Update ?? {};
  expect(expression).toMatch(/REMOVE.*#writeOffLimit/);
  expect(expression).toMatch(/SET.*#phone/);
  expect(expression).not.toMatch(/#providers|#chargeMaster|#adjustmentClasses/);
});

it('a list is written alone, and a payer as a record of its own', async () => {
  const [, list] = await written(aVersion({ part: 'locations', value: [] }));
  expect(list?.Update?.UpdateExpression).toMatch(/#locations/);
  expect(list?.Update?.UpdateExpression).not.toMatch(/#phone|REMOVE/);
  const [, payer] = await written(aVersion({ part: 'payer', id: 'harbor', value: { payerId: 'harbor' } }));
  expect(payer?.Put?.Item.record).toEqual({ payerId: 'harbor' });
});
