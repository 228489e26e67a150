import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts that a role may reach any key of one bucket: keys are made at run time, so no policy can list them. */
export const acknowledgeKeysBelow = (role: IConstruct, bucket: Bucket): void =>
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${findingText(role, bucket)}/*]`,
    reason: 'Object keys are made at run time; the role is bound to this bucket and to reading or writing.',
  });

/** How cdk-nag writes the ARN of a bucket in the identity of a finding: `<LogicalId.Arn>`, or the name of an export. */
const findingText = (role: IConstruct, bucket: Bucket): string => {
  const home = Stack.of(bucket);
  const arn: unknown =
    home === Stack.of(role)
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
