import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { bellIndex, tableEnv } from '../../functions/adapters/table.env.ts';
import type { BillingFunction } from './billing-function.ts';
import { keptTable } from './storage/kept-storage.ts';

const wholeIndexes = ['gsi1', 'gsi2', 'gsi3', 'gsi4'];
const indexes = [...wholeIndexes, bellIndex.name];
const readActions = ['dynamodb:GetItem', 'dynamodb:Query'];
// A transaction is authorised by the actions in it; it has no action of its own.
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/** By their names in DynamoDB's metrics. */
const calls = [
  'GetItem',
  'BatchWriteItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
];

// DynamoDB uses the table's key in the caller's name; the same as the library grants, without its patterns of actions.
const readKeyActions = ['kms:Decrypt', 'kms:DescribeKey'];
const writeKeyActions = [
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
];

export interface ClaimTableProps {
  readonly encryptionKey: IKey;
}

/** All records of the practice in one table; what its keys hold is the adapters' matter. */
export class ClaimTable extends Construct {
  readonly table: Table;
  private readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, props: ClaimTableProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    this.table = new Table(this, 'Table', {
      ...keptTable(props.encryptionKey),
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const index of wholeIndexes) this.addIndex(index, { projectionType: ProjectionType.ALL });
    this.addIndex(bellIndex.name, {
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...bellIndex.attributes],
    });
  }

  grantRead(fn: BillingFunction): void {
    this.grant(fn, readActions, readKeyActions);
  }

  grantReadWrite(fn: BillingFunction): void {
    this.grant(fn, [...readActions, ...writeActions], [...readKeyActions, ...writeKeyActions]);
  }

  /** For who writes thousands at once, as schedules of fees are. */
  grantImport(fn: BillingFunction): void {
    this.grantReadWrite(fn);
    fn.allow(['dynamodb:BatchWriteItem'], [this.table.tableArn]);
  }

  /** What DynamoDB turned away, by the calls that functions make. */
  throttles(): Metric[] {
    return calls.map((call) => this.table.metricThrottledRequestsForOperation(call));
  }

  private grant(fn: BillingFunction, actions: string[], keyActions: string[]): void {
    fn.allow(actions, [
      this.table.tableArn,
      ...indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    ]);
    fn.allow(keyActions, [this.encryptionKey.keyArn]);
    fn.tell(tableEnv.tableName, this.table.tableName);
  }

  private addIndex(
    index: string,
    projection: Pick<GlobalSecondaryIndexProps, 'projectionType' | 'nonKeyAttributes'>,
  ): void {
    this.table.addGlobalSecondaryIndex({
      indexName: index,
      partitionKey: { name: `${index}pk`, type: AttributeType.STRING },
      sortKey: { name: `${index}sk`, type: AttributeType.STRING },
      ...projection,
    });
  }
}
