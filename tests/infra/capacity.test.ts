import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pascal } from '../../infra/pascal.ts';
import { functionCapacity, queuePaces } from '../../infra/stacks/capacity.ts';
import { functionNeeds } from '../../infra/stacks/needs.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { billing } = makeApp();

const FunctionProperties = z.object({
  MemorySize: z.int(),
  Timeout: z.int(),
  ReservedConcurrentExecutions: z.int().optional(),
  Environment: z.object({ Variables: z.object({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});
const functions = resourcesOf(billing, 'AWS::Lambda::Function').map(([id, { Properties }]) => ({
  id,
  ...FunctionProperties.parse(Properties),
}));
const sources = resourcesOf(billing, 'AWS::Lambda::EventSourceMapping').map(
  ([, { Properties }]) => Properties,
);
const ofQueues = sources.filter(({ StartingPosition }) => StartingPosition === undefined);

describe('what each function may have', () => {
  it('stands in one table, for each that there is', () => {
    expect(Object.keys(functionCapacity).sort()).toEqual(Object.keys(functionNeeds).sort());
  });

  it.each(Object.entries(functionCapacity))('%s has it in the template', (name, { memory, seconds }) => {
    const found = functions.filter((fn) => fn.Environment.Variables.POWERTOOLS_SERVICE_NAME === pascal(name));
    expect(found).toMatchObject([{ MemorySize: memory, Timeout: seconds }]);
  });

  it('and nothing else is a function of the app', () => {
    expect(functions).toHaveLength(Object.keys(functionCapacity).length);
  });

  it('reserves nothing, which would be taken from all others', () => {
    expect(functions.filter((fn) => fn.ReservedConcurrentExecutions !== undefined)).toEqual([]);
  });

  it('answers before API Gateway gives up', () => {
    const answering = Object.entries(functionCapacity).filter(([name]) => name.startsWith('api/'));
    expect(answering.map(([, { seconds }]) => seconds < 30)).toEqual([true, true]);
  });
});

describe('the pace of each queue', () => {
  it('is limited in the template, each as the table has it', () => {
    const paces = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(
      paces(
        ofQueues.map(({ BatchSize, ScalingConfig }) => [
          BatchSize,
          (ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency,
        ]),
      ),
    ).toEqual(
      paces(Object.values(queuePaces).map(({ batchSize, maxConcurrency }) => [batchSize, maxConcurrency])),
    );
  });

  it('leaves four fifths of the usual thousand calls at once to steps and people', () => {
    const together = Object.values(queuePaces).reduce((sum, { maxConcurrency }) => sum + maxConcurrency, 0);
    expect(together).toBeLessThanOrEqual(200);
  });

  it('lets what has a file of its own be alone in its batch', () => {
    const { BankStatements, PartnerFiles, PaymentParts } = queuePaces;
    expect([BankStatements, PartnerFiles, PaymentParts].map(({ batchSize }) => batchSize)).toEqual([1, 1, 1]);
  });
});
