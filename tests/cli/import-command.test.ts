import { expect, it } from 'vitest';
import { renderImport } from '../../cli/import-command.ts';

it('an import is shown with the lines that need a look, and its numbers', () => {
  const shown = renderImport({
    kind: 'patients',
    applied: false,
    counts: { added: 2, changed: 0, unchanged: 0, duplicate: 0, refused: 1 },
    lines: [
      { line: 2, outcome: 'added', fields: [], reasons: [] },
      {
        line: 3,
        outcome: 'refused',
        fields: [],
        reasons: [{ code: 'cell', path: 'gender', detail: 'Female, male or unknown is read' }],
      },
      {
        line: 4,
        outcome: 'added',
        fields: [],
        reasons: [],
        duplicates: [{ patientId: 'P1', otherId: 'P9', score: 0.8, facts: {} }],
      },
    ],
    ignored: ['Shoe Size'],
    findings: [],
  });
  expect(shown).toMatch(/3 +│ refused .*gender: Female, male or unknown is read/);
  expect(shown).toMatch(/4 +│ added .*likely one person: P1, P9 \(0.8\)/);
  expect(shown).not.toMatch(/^│? *2 /m);
  expect(shown).toContain('columns that are not read: Shoe Size');
  expect(shown).toContain(
    'preview, nothing is written: 2 added, 0 changed, 0 unchanged, 0 duplicate, 1 refused',
  );
});
