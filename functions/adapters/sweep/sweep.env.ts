/** Names of the environment variables for the queues of the sweep and of restarts. */
export const sweepEnv = {
  sharesUrl: 'SWEEP_SHARES_URL',
  restartsUrl: 'RESTARTS_URL',
} as const;
