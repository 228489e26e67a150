import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { needingOfficialCodeSets } from '../shared-material.ts';
import { aService, findingsOf } from './visit-to-scrub.ts';

const told = (family: string, visit: Parameters<typeof findingsOf>[1]) =>
  findingsOf(family, visit).map(({ severity, code }) => `${severity} ${code}`);

const services = (procedure: string) => ({ services: [aService(procedure)] });

describe('codes that the starter set alone refuses', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['diagnosis', { diagnoses: ['C50.411'] }, ['warn diagnosis-unknown']],
    ['diagnosis', { diagnoses: ['I10'], date: '2024-08-14' }, ['warn diagnosis-not-in-force']],
    ['procedure', { ...services('99213'), date: '2024-08-14' }, ['warn procedure-not-in-force']],
    ['procedure', services('27447'), []],
  ] as const)('of %s, %j, block nothing: %j', (family, visit, expected) => {
    expect(told(family, visit as Parameters<typeof findingsOf>[1])).toEqual(expected);
  });
});

needingOfficialCodeSets().describe('codes and editions of other times', () => {
  it.each([
    ['diagnosis', { diagnoses: ['G35'], date: '2025-11-12' }, ['block diagnosis-not-in-force']],
    ['diagnosis', { diagnoses: ['G35'], date: '2024-08-14' }, ['warn diagnosis-not-in-force']],
    ['diagnosis', { diagnoses: ['L20.99'], date: '2024-08-14' }, ['warn diagnosis-unknown']],
    ['procedure', { ...services('99441'), date: '2024-08-14' }, []],
    ['procedure', { ...services('99441'), date: '2025-11-12' }, ['block procedure-not-in-force']],
    ['procedure', { ...services('0047U'), date: '2025-11-12' }, []],
    ['procedure', { ...services('0520U'), date: '2025-11-12' }, []],
    ['procedure', { ...services('0002M'), date: '2024-08-14' }, []],
    ['procedure', { ...services('98765'), date: '2025-11-12' }, ['block procedure-not-in-force']],
    ['procedure', { ...services('98765'), date: '2024-08-14' }, []],
  ] as const)('of %s, %j: %j', (family, visit, expected) => {
    expect(told(family, visit as Parameters<typeof findingsOf>[1])).toEqual(expected);
  });
});
