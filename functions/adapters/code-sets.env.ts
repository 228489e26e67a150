/** Name of the environment variable that tells where the compiled code sets are (`codesets/artefact.ts` reads it). */
export const codeSetsEnv = { folder: 'CLAIMWRIGHT_CODESETS' } as const;
