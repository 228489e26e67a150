import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FunctionNeeds, functionNeeds } from '../../infra/stacks/needs.ts';

const functions = join(import.meta.dirname, '../../functions');
const importOfOurs = /^(?:import|export)(?! type)[^;]*? from '(\.[^']+\.ts)'/gm;

/** Every file of ours that an entry point loads when it runs. */
const filesReached = (file: string, reached = new Set<string>()): ReadonlySet<string> => {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(importOfOurs)) {
    filesReached(join(dirname(file), path), reached);
  }
  return reached;
};

const served = <T>(needs: readonly T[] | undefined, need: T): true | undefined =>
  needs?.includes(need) || undefined;

/** Which adapter serves a need: who declares the need loads it, and who loads it declares the need. */
const servedBy: Readonly<Record<string, (needs: FunctionNeeds) => unknown>> = {
  'table.ts': ({ records }) => records,
  'documents.ts': ({ intake, exchange }) => intake ?? exchange,
  'mailer.ts': ({ mail }) => mail,
  'code-sets/current-code-sets.ts': ({ codeSets }) => codeSets,
  'audit/audit-writer.ts': ({ audit }) => (audit === 'writes' || audit === 'shows' ? audit : undefined),
  'audit/entry-store.ts': ({ audit }) => (audit === 'shows' ? audit : undefined),
  'audit/chain-store.ts': ({ audit }) => (audit === 'chains' || audit === 'signs' ? audit : undefined),
  'audit/checkpoint-store.ts': ({ audit }) => (audit === 'signs' ? audit : undefined),
  'link-signer.ts': ({ links }) => links,
  'access/user-directory.ts': ({ people }) => (people === 'invites' ? people : undefined),
  'access/sign-in-at-page.ts': ({ people }) => (people === 'signs-in' ? people : undefined),
  'workflows.ts': ({ starts, resumes, inspects, stops }) => starts ?? resumes ?? inspects ?? stops,
  'sweep/sweep-queues.ts': ({ sweep }) => sweep,
  'suggesters/comprehend-medical.ts': ({ suggesters }) => suggesters,
  'suggesters/bedrock.ts': ({ suggesters }) => suggesters,
  'webhooks/wake-queue.ts': ({ webhooks }) => served(webhooks, 'wakes'),
  'webhooks/receivers.ts': ({ webhooks }) => served(webhooks, 'reaches'),
  'webhooks/secret-seal.ts': ({ webhooks }) => served(webhooks, 'seals') ?? served(webhooks, 'opens'),
};

const cases = Object.entries(functionNeeds).flatMap(([name, needs]) =>
  Object.entries(servedBy).map(([adapter, select]) => ({
    name,
    adapter,
    isNeeded: select(needs) !== undefined,
  })),
);

describe('the needs of the functions', () => {
  it.each(Object.keys(functionNeeds))('%s has an entry point', (name) => {
    expect(existsSync(join(functions, `${name}.lambda.ts`))).toBe(true);
  });

  it.each(cases)(
    '$name is allowed what $adapter asks for exactly if it loads it',
    ({ name, adapter, isNeeded }) => {
      const reached = filesReached(join(functions, `${name}.lambda.ts`));
      expect(reached.has(join(functions, 'adapters', adapter))).toBe(isNeeded);
    },
  );
});
