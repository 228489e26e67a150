/** Names of the environment variables that tell where the compiled code sets are: those deployed, those published. */
export const codeSetsEnv = { folder: 'CLAIMWRIGHT_CODESETS', bucket: 'CODE_SETS_BUCKET' } as const;
