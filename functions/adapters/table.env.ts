/** Names of the environment variables through which a function learns where the records are. */
export const tableEnv = { tableName: 'TABLE_NAME' } as const;

/**
 * The index of what is to ring, and what it holds of a record beside the keys. It holds no more, so that a change of
 * anything else of a record costs no write here.
 */
export const bellIndex = {
  name: 'gsi5',
  attributes: ['__edb_e__', '__edb_v__', 'bell', 'waitId', 'round', 'ringAt', 'taskId', 'bellAt'],
} as const;
