import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { circlesOf, describeCircle } from './circles.ts';
import { describeViolation, violationsOf } from './rules.ts';
import { readSourceFiles } from './source-files.ts';

/** What the rules say of a tree that has these files and no others. */
const findingsIn = (tree: Readonly<Record<string, string>>): readonly string[] => {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const files = readSourceFiles(root);
    return [...violationsOf(files).map(describeViolation), ...circlesOf(files).map(describeCircle)];
  } finally {
    rmSync(root, { recursive: true });
  }
};

it('a tree that keeps to the rules has no findings', () => {
  expect(
    findingsIn({
      'functions/edi/money.ts': 'export const zero = 0;',
      'functions/domain/claim.ts':
        "import { z } from 'zod';\nimport { zero } from '../edi/money.ts';\nexport const claim = z.literal(zero);",
      'functions/adapters/claim-store.ts':
        "import { S3Client } from '@aws-sdk/client-s3';\nimport { claim } from '../domain/claim.ts';\nexport const store = [S3Client, claim];",
      'functions/claims/submit-claim.ts': "export type { claim } from '../domain/claim.ts';",
      'functions/claims/submit-claim.lambda.ts':
        "import { store } from '../adapters/claim-store.ts';\nimport '../tasks/raise-task.ts';\nexport { store };",
      'functions/tasks/raise-task.ts': "export const raiseTask = 'raise';",
    }),
  ).toEqual([]);
});

it.each([
  [
    'the codec knows the domain, two folders deep',
    { 'functions/edi/x835/views/claims-of.ts': "import type { Claim } from '../../../domain/claim.ts';" },
    'functions/edi/x835/views/claims-of.ts:1 imports functions/domain/claim.ts: edi/ imports nothing of ours',
  ],
  [
    'a use case two folders deep takes from another area',
    {
      'functions/coding/suggesters/models/ask-model.ts':
        "import { z } from 'zod';\n\nimport { submitClaim } from '../../../claims/submit-claim.ts';",
    },
    'functions/coding/suggesters/models/ask-model.ts:3 imports functions/claims/submit-claim.ts: a use case',
  ],
  [
    'an area that nobody listed takes from an adapter',
    { 'functions/statements/compose-statement.ts': "import '../adapters/claim-store.ts';" },
    'functions/statements/compose-statement.ts:1 imports functions/adapters/claim-store.ts: a use case',
  ],
  [
    'something else than the readers of documents parses markup',
    { 'functions/coding/read-note.ts': "import { Parser } from 'htmlparser2';" },
    'functions/coding/read-note.ts:1 imports htmlparser2: a use case',
  ],
  [
    'the domain knows a package',
    { 'functions/domain/calendar.ts': "import { DateTime } from 'luxon';" },
    'functions/domain/calendar.ts:1 imports luxon: domain/ imports',
  ],
  [
    'an adapter knows a use case, within a type',
    {
      'functions/adapters/claim-store.ts': "type Task = import('../tasks/raise-task.ts').Task;",
    },
    'functions/adapters/claim-store.ts:1 imports functions/tasks/raise-task.ts: adapters/ know',
  ],
  [
    'the deployment knows a use case by an import at run time',
    { 'infra/stacks/needs.ts': "const { edits } = await import('../../functions/scrubbing/edits.ts');" },
    'infra/stacks/needs.ts:1 imports functions/scrubbing/edits.ts: infra/ imports',
  ],
  [
    'a program serves as a library',
    { 'bench/coding.ts': "export * from '../cli/render-suggestions.ts';" },
    'bench/coding.ts:1 imports cli/render-suggestions.ts: local/, cli/ and bench/ are programs',
  ],
  [
    'a use case takes what entry points wire',
    { 'functions/claims/open-claim.ts': "import { raise } from '../wiring/follow-decisions.ts';" },
    'functions/claims/open-claim.ts:1 imports functions/wiring/follow-decisions.ts: a use case is pure',
  ],
  [
    'what is wired for entry points wires an entry point',
    { 'functions/wiring/raise.ts': "import { handler } from '../claims/close-claim.lambda.ts';" },
    'functions/wiring/raise.ts:1 imports functions/claims/close-claim.lambda.ts: wiring/ is what several',
  ],
  [
    'an entry point is used by another',
    { 'functions/claims/open-claim.lambda.ts': "import { handler } from './close-claim.lambda.ts';" },
    'functions/claims/open-claim.lambda.ts:1 imports functions/claims/close-claim.lambda.ts: an entry point',
  ],
  [
    'an entry point talks to AWS itself',
    { 'functions/claims/open-claim.lambda.ts': "import { S3Client } from '@aws-sdk/client-s3';" },
    'functions/claims/open-claim.lambda.ts:1 imports @aws-sdk/client-s3: an entry point',
  ],
  [
    'something else than the paper form draws',
    { 'functions/claims/837p/claim-set.ts': "import { PDFDocument } from '@cantoo/pdf-lib';" },
    'functions/claims/837p/claim-set.ts:1 imports @cantoo/pdf-lib: a use case',
  ],
  [
    'types run in a circle',
    {
      'functions/claims/claim-line.ts': "import type { Batch } from './batch/batch.ts';",
      'functions/claims/batch/batch.ts': "import type { Side } from '../side.ts';",
      'functions/claims/side.ts': "import type { Line } from './claim-line.ts';",
    },
    'functions/claims/batch/batch.ts → functions/claims/side.ts → functions/claims/claim-line.ts → functions/claims/batch/batch.ts: no circle',
  ],
])('says so when %s', (_what, tree, message) => {
  const findings = findingsIn(tree);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(message);
});
