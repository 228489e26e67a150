/** Name of the environment variable for the pool of those who sign in. */
export const userPoolEnv = { userPoolId: 'USER_POOL_ID' } as const;
