import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts that a policy names keys of one bucket by a pattern: they are made at run time, so no policy can list them. */
export const acknowledgeKeys = (policy: IConstruct, bucket: Bucket, pattern: string): void =>
  Validations.of(policy).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${findingText(policy, bucket)}/${pattern}]`,
    reason: 'Object keys are made at run time; the pattern ends in one folder, or in one kind of folder.',
  });

/** How cdk-nag writes the ARN of a bucket in the identity of a finding: `<LogicalId.Arn>`, or the name of an export. */
const findingText = (policy: IConstruct, bucket: Bucket): string => {
  const home = Stack.of(bucket);
  const arn: unknown =
    home === Stack.of(policy)
      ? home.resolve(bucket.bucketArn)
      : home.resolve(home.exportValue(bucket.bucketArn));
  if (isAttribute(arn)) return `<${arn['Fn::GetAtt'].join('.')}>`;
  if (isImport(arn)) return arn['Fn::ImportValue'];
  throw new Error('The ARN of a bucket is neither an attribute nor an import');
};

const isAttribute = (value: unknown): value is { 'Fn::GetAtt': string[] } =>
  typeof value === 'object' && value !== null && 'Fn::GetAtt' in value;

const isImport = (value: unknown): value is { 'Fn::ImportValue': string } =>
  typeof value === 'object' && value !== null && 'Fn::ImportValue' in value;
