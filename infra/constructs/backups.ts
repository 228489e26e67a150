import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { Option } from './optional.ts';

export interface BackupsProps {
  readonly encryptionKey: IKey;
  readonly tables: readonly Table[];
}

/**
 * Copies of the tables that outlive them: a table can be restored to any second of its last 35 days only while it is
 * there. Buckets keep every version of an object instead.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { encryptionKey, tables }: BackupsProps) {
    super(scope, id);
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: new BackupVault(this, 'Vault', { encryptionKey, removalPolicy: RemovalPolicy.RETAIN }),
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'Daily',
          // When desks are closed from coast to coast.
          scheduleExpression: Schedule.cron({ hour: '8', minute: '0' }),
          deleteAfter: Duration.days(35),
        }),
        new BackupPlanRule({
          ruleName: 'Monthly',
          scheduleExpression: Schedule.cron({ day: '1', hour: '9', minute: '0' }),
          // A fault that an audit of last year's claims brings up is older than a month.
          deleteAfter: Duration.days(400),
        }),
      ],
    });
    const selection = new BackupSelection(this, 'Tables', {
      backupPlan: plan,
      resources: tables.map((table) => BackupResource.fromDynamoDbTable(table)),
      role: this.addRole(),
      disableDefaultBackupPolicy: true,
    });
    new Option(this, 'KeepBackups', 'Whether copies of the tables are kept').leaveOut(selection);
  }

  private addRole(): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
      ],
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason: 'AWS Backup documents this policy for its role and keeps it in step with the service.',
    });
    return role;
  }
}
