/** Names of the environment variables for the pool of those who sign in, and for the client by which people do. */
export const userPoolEnv = { userPoolId: 'USER_POOL_ID', peopleClientId: 'PEOPLE_CLIENT_ID' } as const;
