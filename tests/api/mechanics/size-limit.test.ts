import { describe, expect, it } from 'vitest';
import { deepestJson, refusedSize } from '../../../functions/api/mechanics/size-limit.ts';

const refused = (body: string, most = 1_000_000) => {
  const answer = refusedSize({ body, bytes: Buffer.from(body) }, most);
  return answer && [answer.status, JSON.parse(answer.body).findings[0]?.code];
};

describe('the size of a body', () => {
  it('is counted in bytes, and refused above what the route takes', () => {
    expect(refused('éé', 4)).toBeUndefined();
    expect(refused('ééx', 4)).toEqual([413, undefined]);
  });

  it('is its depth too, brackets in texts aside', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(refused(nested(deepestJson))).toBeUndefined();
    expect(refused(nested(deepestJson + 1))).toEqual([400, 'too-deep']);
    expect(refused(`["${'['.repeat(100)}\\"${'{'.repeat(100)}"]`)).toBeUndefined();
    expect(refused(`["\\\\",${nested(deepestJson)}]`)).toEqual([400, 'too-deep']);
  });

  it('is told in one pass of what no parser would take', () => {
    const started = performance.now();
    expect(refused(`"${'\\"'.repeat(2_000_000)}`, 10_000_000)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
