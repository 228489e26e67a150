import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import { inFolder, orderFile, orderLine } from '../../codesets/publisher-files.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const call = callerOn(
  { findPractice: async (id) => practice({ practiceId: id }), now: () => new Date('2026-03-02T15:00:00Z') },
  'client-of-emr',
);
const get = (path: string) => call('GET', `/v1/practices/maple-street/code-sets${path}`);

describe('with the starter set alone', () => {
  beforeAll(() => void vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here'));
  afterAll(() => void vi.unstubAllEnvs());

  it('a code is looked up on a day, with or without its dot, of CPT without a word', async () => {
    expect((await get('')).body.editions).toEqual([]);
    expect((await get('/icd10cm/codes/e1165?on=2026-03-02')).body).toMatchObject({
      ...{ code: 'E11.65', standing: 'valid', edition: 'starter', inForce: false },
    });
    expect((await get('/icd10cm/codes/I10?on=2020-01-01')).body.standing).toBe('not-in-force');
    const { body } = await get('/cpt/codes/99213');
    expect(body).toMatchObject({ code: '99213', standing: 'valid', on: '2026-03-02' });
    expect(body).not.toHaveProperty('description');
    expect((await get('/hcpcs/codes/J3301')).body.description).toEqual(expect.any(String));
    expect((await get('/carc/codes/45')).body.standing).toBe('unlisted');
  });

  it('codes are found by words, and it is said which set answers', async () => {
    const { body } = await get('/icd10cm/codes?words=essential%20hypert');
    expect(body.codes).toMatchObject([{ code: 'I10', isBillable: true }]);
    expect(body.statement).toContain('starter set');
    expect((await get('/hcpcs/codes?words=triamcinolone')).body.codes[0].code).toBe('J3301');
  });

  it.each([
    ['/icd10cm/codes', 400],
    ['/icd10cm/codes?words=a', 400],
    ['/icd10cm/codes?words=pain&limit=1000', 400],
    ['/cpt/codes?words=office', 404],
    ['/nothing/codes/I10', 404],
    ['/icd10cm/codes/I10?on=soon', 400],
    ['/icd10cm/codes/I10%27--', 400],
  ])('%s is answered with %d', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

it('with an edition installed, its headings, its days and its words answer', async () => {
  await inFolder(async () => {
    installCodeSet('icd10cm', [
      orderFile([
        orderLine('M25', '0', 'Other joint disorder, not elsewhere classified'),
        orderLine('M255', '0', 'Pain in joint'),
        orderLine('M25561', '1', 'Pain in right knee'),
        orderLine('M25562', '1', 'Pain in left knee'),
      ]),
    ]);
    const { body: sets } = await get('');
    expect(sets.editions).toMatchObject([{ set: 'icd10cm', edition: '2026', validFrom: '2025-10-01' }]);
    expect((await get('/icd10cm/codes/M25.5')).body).toMatchObject({ standing: 'heading', inForce: true });
    expect((await get('/icd10cm/codes/M25561?on=2030-01-01')).body).toMatchObject({ inForce: false });
    const { body } = await get('/icd10cm/codes?words=pain+knee&limit=1');
    expect(body.codes).toEqual([{ code: 'M25.562', description: 'Pain in left knee', isBillable: true }]);
  });
});
