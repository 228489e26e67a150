/** Names of the environment variables that tell where the audit is kept, chained and signed. */
export const auditEnv = {
  tableName: 'AUDIT_TABLE',
  queueUrl: 'AUDIT_QUEUE_URL',
  bucket: 'AUDIT_BUCKET',
  keyId: 'AUDIT_KEY_ID',
} as const;
