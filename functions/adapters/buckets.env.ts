/** Names of the environment variables that tell the buckets of clinic documents and of partner files. */
export const bucketsEnv = { intakeBucket: 'INTAKE_BUCKET', exchangeBucket: 'EXCHANGE_BUCKET' } as const;
