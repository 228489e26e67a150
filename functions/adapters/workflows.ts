import {
  paginateListExecutions,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Answer } from '../domain/wait.ts';
import { requiredEnv } from '../runtime/environment.ts';
import { type WorkflowName, workflowsEnv } from './workflows.env.ts';

const client = new SFNClient({});

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

const arnOf = (workflow: WorkflowName): string => requiredEnv(workflowsEnv[workflow]);

/** Starts an execution and returns its ARN; one of the same name that exists already counts as started. */
const start = async (workflow: WorkflowName, name: string, input: object): Promise<string> => {
  const stateMachineArn = arnOf(workflow);
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  } catch (error) {
    if (!isNamed(error, 'ExecutionAlreadyExists')) throw error;
  }
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
};

export const startCoding = (name: string, input: { practiceId: string; encounterId: string }) =>
  start('coding', name, input);

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
    await client.send(new StopExecutionCommand({ executionArn, cause: 'Another one runs beside it' }));
  } catch (error) {
    if (!isNamed(error, 'ExecutionDoesNotExist')) throw error;
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
