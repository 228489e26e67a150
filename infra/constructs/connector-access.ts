import { CfnOutput, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeKeys } from './acknowledgement.ts';

export interface ConnectorAccessProps {
  /** The exchange bucket. */
  readonly exchange: Bucket;
  /** The ARN of the key that its objects are encrypted under. */
  readonly keyArn: string;
  readonly partnerId: string;
}

/**
 * What the connector of one partner may do, as a managed policy for whatever role it runs as: take that partner's files
 * and leave the partner's answers, and nothing of anybody else's.
 */
export class ConnectorAccess extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { exchange, keyArn, partnerId }: ConnectorAccessProps) {
    super(scope, id);
    const inbound = `partners/${partnerId}/inbound/*`;
    const outbound = `partners/${partnerId}/outbound/*`;
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: `Claimwright: the connector of ${partnerId} takes its files and leaves its answers`,
      statements: [
        new PolicyStatement({ actions: ['s3:PutObject'], resources: [exchange.arnForObjects(inbound)] }),
        // No deleting: a step that runs again writes its file if it is not there, and the partner would get it twice.
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [exchange.arnForObjects(outbound)] }),
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [exchange.bucketArn],
          conditions: { StringLike: { 's3:prefix': outbound } },
        }),
        throughS3(keyArn, Stack.of(this).region),
      ],
    });
    for (const keys of [inbound, outbound]) acknowledgeKeys(this.policy, exchange, keys);
    new CfnOutput(this, 'PolicyArn', {
      description: `Managed policy for the connector of ${partnerId}`,
      value: this.policy.managedPolicyArn,
    });
  }
}

/** The key is good for objects that S3 gives or takes, and for nothing else that is encrypted under it. */
const throughS3 = (keyArn: string, region: string): PolicyStatement =>
  new PolicyStatement({
    // Decrypt for what is taken, and for what is left in parts.
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
  });
