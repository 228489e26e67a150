import { describe, expect, it } from 'vitest';
import { EditFinding } from '../../functions/domain/visit/edit-finding.ts';
import { describeEdits, describeRegistrationEdits } from '../../functions/scrubbing/describe-edits.ts';

const finding = (change: Partial<EditFinding>): EditFinding =>
  EditFinding.parse({
    ...{ code: 'modifier-format', path: 'codes.services[0]', detail: 'Misspelt.', source: 'CPT' },
    ...change,
  });

describe('a task about the edits of a visit', () => {
  it('offers to bill the visit as it is where all that stops it are warnings', () => {
    const [warn, info] = [finding({ severity: 'warn' }), finding({ severity: 'info' })];
    expect(describeEdits([warn, info]).actions).toContain('bill-as-is');
    expect(describeEdits([warn, finding({})]).actions).not.toContain('bill-as-is');
    expect(describeRegistrationEdits([{ ...warn, desk: 'clinic' }]).actions).toContain('bill-as-is');
  });

  it('tells what stops the visit first, with its rule, and to the clinic what is its own alone', () => {
    const [block, warn] = [finding({ desk: 'clinic' }), finding({ severity: 'warn', desk: 'clinic' })];
    expect(describeEdits([warn, block]).reasons.map(({ text }) => text)).toEqual([
      'Misspelt. (CPT)',
      'Warning: Misspelt. (CPT)',
    ]);
    expect(describeRegistrationEdits([block, finding({ desk: 'coder' })]).reasons).toHaveLength(1);
  });
});
