/** Names of the environment variables for the practice's mail and for the signed links to tasks in it. */
export const mailEnv = {
  senderAddress: 'SENDER_ADDRESS',
  configurationSet: 'MAIL_CONFIGURATION_SET',
  taskLinkKeyId: 'TASK_LINK_KEY_ID',
  taskLinkBaseUrl: 'TASK_LINK_BASE_URL',
} as const;
