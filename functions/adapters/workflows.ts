import {
  DescribeExecutionCommand,
  paginateListExecutions,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { EncounterId } from '../domain/encounter.ts';
import type { ExecutionFound } from '../domain/restarts/restarts.ts';
import type { Answer } from '../domain/wait.ts';
import { requiredEnv } from '../runtime/environment.ts';
import { referTo } from './visits/visit-reference-store.ts';
import { type WorkflowName, workflowsEnv } from './workflows.env.ts';

const client = new SFNClient({});

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

const arnOf = (workflow: WorkflowName): string => requiredEnv(workflowsEnv[workflow]);

const executionArnOf = (workflow: WorkflowName, name: string): string =>
  `${arnOf(workflow).replace(':stateMachine:', ':execution:')}:${name}`;

/** Starts an execution and returns its ARN; one of the same name that exists already counts as started. */
const start = async (workflow: WorkflowName, name: string, input: object): Promise<string> => {
  const stateMachineArn = arnOf(workflow);
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  } catch (error) {
    if (!isNamed(error, 'ExecutionAlreadyExists')) throw error;
  }
  return executionArnOf(workflow, name);
};

/** The execution is given the reference of the visit alone. */
export const startCoding = async (name: string, id: EncounterId): Promise<string> =>
  start('coding', name, await referTo(id));

export const startClaimLifecycle = (name: string, input: { practiceId: string; claimId: string }) =>
  start('claim-lifecycle', name, input);

/**
 * Lets the workflow that holds the token go on. A token that is used, timed out or of an execution that is gone is
 * no failure: the answer is stored, and the execution that takes its place finds it.
 */
export const resumeWorkflow = async (token: string, answer: Answer): Promise<void> => {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(answer) }));
  } catch (error) {
    if (!isNamed(error, 'TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken')) throw error;
  }
};

/** Ends an execution; one that has ended, or that the engine no longer knows, stays as it is. */
export const stopExecution = async (executionArn: string): Promise<void> => {
  try {
    await client.send(new StopExecutionCommand({ executionArn, cause: 'Another one takes its place' }));
  } catch (error) {
    // ValidationException: it has ended otherwise than by being stopped.
    if (!isNamed(error, 'ExecutionDoesNotExist', 'ValidationException')) throw error;
  }
};

/** Ends an execution of a workflow by its name. */
export const stopNamed = (workflow: WorkflowName, name: string): Promise<void> =>
  stopExecution(executionArnOf(workflow, name));

/** Only whoever looks after executions describes them: it slows down where the account's rate is used up. */
const describing = new SFNClient({ retryMode: 'adaptive', maxAttempts: 10 });

/** Whether an execution runs, and since when; undefined where the engine does not know it (yet, or after 90 days). */
export const findExecution = async (
  workflow: WorkflowName,
  name: string,
): Promise<ExecutionFound | undefined> => {
  try {
    const executionArn = executionArnOf(workflow, name);
    const { status, startDate } = await describing.send(new DescribeExecutionCommand({ executionArn }));
    return { isRunning: status === 'RUNNING', startedAt: startDate?.getTime() ?? 0 };
  } catch (error) {
    if (!isNamed(error, 'ExecutionDoesNotExist')) throw error;
    return undefined;
  }
};

/** The ARNs of a workflow's running executions. */
export const runningExecutions = async (workflow: WorkflowName): Promise<Set<string>> => {
  const stateMachineArn = arnOf(workflow);
  const running = new Set<string>();
  for await (const page of paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' })) {
    for (const { executionArn } of page.executions ?? []) if (executionArn) running.add(executionArn);
  }
  return running;
};
