/** Names of the environment variables through which a function learns where the records are. */
export const tableEnv = { tableName: 'TABLE_NAME' } as const;
