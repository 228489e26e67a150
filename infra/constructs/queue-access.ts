import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** Lets a role send to an encrypted queue, by the two actions on its key that this takes and no pattern of them. */
export const allowSending = (role: Role, queue: Queue): void => {
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  if (!queue.encryptionMasterKey) return;
  role.addToPolicy(
    new PolicyStatement({
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: [queue.encryptionMasterKey.keyArn],
    }),
  );
};
