/** Names of the environment variables that tell the state machines to start. */
export const workflowsEnv = {
  codingWorkflowArn: 'CODING_WORKFLOW_ARN',
  claimLifecycleArn: 'CLAIM_LIFECYCLE_ARN',
  followUpTimerArn: 'FOLLOW_UP_TIMER_ARN',
  taskClockArn: 'TASK_CLOCK_ARN',
} as const;
