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
    ...(await import('../../functions/adapters/patients/patient-table.ts')),
  };
  const entities = Object.values(tables).filter((one) => typeof one === 'object' && 'schema' in one);
  const parts = entities.flatMap(({ schema }) =>
    Object.values(schema.indexes).flatMap((index) => [index.pk, ...('sk' in index ? [index.sk] : [])]),
  );
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((part) => part.casing !== 'none')).toEqual([]);
});

it('no key of a patient shows a name, a birth date or a number of a payer', async () => {
  const { searchKeys } = await import('../../functions/domain/patients/patient-search.ts');
  const tables = await import('../../functions/adapters/patients/patient-table.ts');
  const said = { lastName: 'Okafor', firstName: 'Miriam', dateOfBirth: '1961-04-09' };
  const birthKey = searchKeys.birth('maple-street', said);
  const nameKey = searchKeys.name('maple-street', said);
  const memberDigest = searchKeys.member('maple-street', 'northwind/NW4410977');
  const ids = { practiceId: 'maple-street', patientId: 'P-1' };
  const keys = [
    tables.PatientEntity.put({ ...ids, birthKey, nameKey, version: 1, record: {} }).params(),
    tables.CoverageEntity.put({ ...ids, coverageId: 'C1', memberDigest, record: {} }).params(),
  ];
  expect(JSON.stringify(keys)).toContain(birthKey);
  expect(JSON.stringify(keys)).not.toMatch(/okafor|miriam|1961|4410977/i);
});
