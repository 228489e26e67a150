import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { bucketsEnv } from '../../functions/adapters/buckets.env.ts';
import { queuesEnv } from '../../functions/adapters/reconcile/queues.env.ts';
import { tableEnv } from '../../functions/adapters/table.env.ts';
import { workflowsEnv } from '../../functions/adapters/workflows.env.ts';
import { queueNames } from '../../functions/reconcile/hand-on.ts';

/** Which output of the two stacks each variable is. */
const outputsOf: Readonly<Record<string, string>> = {
  [tableEnv.tableName]: 'TableName',
  [bucketsEnv.intakeBucket]: 'IntakeBucket',
  [bucketsEnv.exchangeBucket]: 'ExchangeBucket',
  [workflowsEnv.coding]: 'CodingWorkflow',
  [workflowsEnv['claim-lifecycle']]: 'ClaimLifecycleWorkflow',
  ...Object.fromEntries(queueNames.map((name) => [queuesEnv[name], `${name}QueueUrl`])),
};

/** What the commands of a restore read from the environment, as the deployed stacks tell it. Throws where one tells too little. */
export const stackEnvironment = async (stacks: readonly string[]): Promise<Record<string, string>> => {
  const client = new CloudFormationClient({});
  const told = new Map<string, string>();
  for (const StackName of stacks) {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    for (const { OutputKey = '', OutputValue = '' } of Stacks[0]?.Outputs ?? [])
      told.set(OutputKey, OutputValue);
  }
  return Object.fromEntries(
    Object.entries(outputsOf).map(([variable, output]) => {
      const value = told.get(output);
      if (value === undefined) throw new Error(`${stacks.join(' and ')} have no output ${output}`);
      return [variable, value];
    }),
  );
};
