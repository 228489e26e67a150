import { beforeAll, expect, it, vi } from 'vitest';

beforeAll(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});

const keysOf = (params: object): string => JSON.stringify('Key' in params ? params.Key : params);

it('two visits whose ids differ in case alone are two records', async () => {
  const { EncounterEntity } = await import('../../functions/adapters/table.ts');
  const key = (encounterId: string) =>
    keysOf(EncounterEntity.get({ practiceId: 'maple-street', encounterId }).params());
  expect(key('E1')).not.toBe(key('e1'));
  expect(key('E1')).toBe(key('E1'));
});

it('no index of the table folds the case of what it holds', async () => {
  const tables = {
    ...(await import('../../functions/adapters/table.ts')),
    ...(await import('../../functions/adapters/payments/deposit-table.ts')),
  };
  const entities = Object.values(tables).filter((one) => typeof one === 'object' && 'schema' in one);
  const parts = entities.flatMap(({ schema }) =>
    Object.values(schema.indexes).flatMap((index) => [index.pk, ...('sk' in index ? [index.sk] : [])]),
  );
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((part) => part.casing !== 'none')).toEqual([]);
});
