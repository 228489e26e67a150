import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { bucketsEnv } from '../../functions/adapters/buckets.env.ts';
import { codeSetsEnv } from '../../functions/adapters/code-sets.env.ts';
import { mailEnv } from '../../functions/adapters/mail.env.ts';
import { webhooksEnv } from '../../functions/adapters/webhooks/webhooks.env.ts';
import { AccessLogBucket } from '../constructs/access-log-bucket.ts';
import { AuditTrail } from '../constructs/audit-trail.ts';
import { Backups } from '../constructs/backups.ts';
import { ClaimTable } from '../constructs/claim-table.ts';
import { DocumentBucket } from '../constructs/document-bucket.ts';
import { acknowledgeRecords } from '../constructs/findings.ts';
import { EncryptionKey } from '../constructs/keys/encryption-key.ts';
import { PurposeKey } from '../constructs/keys/purpose-key.ts';
import { SignIn, type SignInProps } from '../constructs/sign-in.ts';
import { keys } from './keys.ts';

export interface RecordsStackProps extends StackProps, SignInProps {}

/** What must outlive every release: the records, the documents, the key to both, who saw them, those who sign in, and what signs links. */
export class RecordsStack extends Stack {
  readonly encryptionKey: EncryptionKey;
  readonly intake: DocumentBucket;
  readonly exchange: DocumentBucket;
  /** Editions of code sets that are published without a deployment. */
  readonly codeSets: DocumentBucket;
  readonly claims: ClaimTable;
  readonly audit: AuditTrail;
  readonly signIn: SignIn;
  /** Seals the secrets that webhooks are signed with: whoever reads the table cannot read them. */
  readonly webhookSecrets: PurposeKey;
  /** Signs the links to tasks: links in mails stay good when the app is replaced. */
  readonly linkKey: PurposeKey;

  constructor(
    scope: Construct,
    id: string,
    { machineClients = [], stage, ...props }: RecordsStackProps = {},
  ) {
    super(scope, id, { ...props, terminationProtection: true });
    acknowledgeRecords(this);
    // Lets S3 deliver access logs by a bucket policy instead of the legacy access control list.
    this.node.setContext('@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy', true);
    this.encryptionKey = new EncryptionKey(this, 'Encryption');
    const encryptionKey = this.encryptionKey.key;
    const accessLogs = new AccessLogBucket(this, 'AccessLogs').bucket;
    this.intake = new DocumentBucket(this, 'Intake', {
      encryptionKey,
      accessLogs,
      environmentVariable: bucketsEnv.intakeBucket,
    });
    this.exchange = new DocumentBucket(this, 'Exchange', {
      encryptionKey,
      accessLogs,
      environmentVariable: bucketsEnv.exchangeBucket,
      writtenFromOutside: [keys.inbound],
    });
    this.codeSets = new DocumentBucket(this, 'CodeSets', {
      encryptionKey,
      accessLogs,
      environmentVariable: codeSetsEnv.bucket,
    });
    this.claims = new ClaimTable(this, 'Claims', { encryptionKey });
    this.audit = new AuditTrail(this, 'Audit', { encryptionKey, accessLogs });
    new Backups(this, 'Backups', { encryptionKey, tables: [this.claims.table, this.audit.table] });
    this.signIn = new SignIn(this, 'SignIn', { machineClients, stage });
    this.webhookSecrets = new PurposeKey(this, 'WebhookSecrets', {
      key: { description: 'Claimwright: seals the secrets of webhooks', enableKeyRotation: true },
      environmentVariable: webhooksEnv.keyId,
    });
    this.linkKey = new PurposeKey(this, 'LinkKey', {
      key: {
        description: 'Claimwright: signs the links to tasks',
        keySpec: KeySpec.HMAC_256,
        keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      },
      environmentVariable: mailEnv.taskLinkKeyId,
    });

    new CfnOutput(this, 'LinkKeyId', { value: this.linkKey.keyId });
    new CfnOutput(this, 'WebhookKeyId', { value: this.webhookSecrets.keyId });
    new CfnOutput(this, 'TableName', { value: this.claims.table.tableName });
    new CfnOutput(this, 'AuditTable', { value: this.audit.table.tableName });
    new CfnOutput(this, 'AuditBucket', { value: this.audit.bucket.bucketName });
    new CfnOutput(this, 'AuditKeyId', { value: this.audit.signingKey.keyId });
    new CfnOutput(this, 'IntakeBucket', { value: this.intake.bucket.bucketName });
    new CfnOutput(this, 'CodeSetBucket', { value: this.codeSets.bucket.bucketName });
    new CfnOutput(this, 'ExchangeBucket', { value: this.exchange.bucket.bucketName });
  }
}
