/** Names of the environment variables that switch other suggesters on; absent, none is asked. */
export const suggestersEnv = {
  /** "on": Amazon Comprehend Medical is asked about every note. */
  comprehendMedical: 'COMPREHEND_MEDICAL',
  /** The model or inference profile that is asked about every note. */
  bedrockModel: 'BEDROCK_MODEL_ID',
} as const;
