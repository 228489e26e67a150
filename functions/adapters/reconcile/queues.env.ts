/** Names of the environment variables that tell the URLs of the queues that are told of objects. */
export const queuesEnv = {
  Documents: 'DOCUMENTS_QUEUE_URL',
  BankStatements: 'BANK_STATEMENTS_QUEUE_URL',
  PartnerFiles: 'PARTNER_FILES_QUEUE_URL',
  PaymentParts: 'PAYMENT_PARTS_QUEUE_URL',
} as const;
