/** Names of the environment variables for what webhooks need. */
export const webhooksEnv = {
  queueUrl: 'WEBHOOK_QUEUE_URL',
  keyId: 'WEBHOOK_KEY_ID',
  /** "yes" on a local cloud alone: receivers on this machine are then taken, without TLS, too. */
  toThisMachine: 'WEBHOOKS_TO_THIS_MACHINE',
} as const;

/** The entities of which programs are told, by the names that their items have in the table and in its stream. */
export const toldEntities = ['claim', 'encounter', 'task'] as const;
export type ToldEntity = (typeof toldEntities)[number];
