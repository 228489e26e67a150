/** The state machines, `statemachines/<name>.asl.json`, each with the environment variable that tells its ARN. */
export const workflowsEnv = {
  coding: 'CODING_WORKFLOW_ARN',
  'claim-lifecycle': 'CLAIM_LIFECYCLE_ARN',
} as const;

export type WorkflowName = keyof typeof workflowsEnv;
