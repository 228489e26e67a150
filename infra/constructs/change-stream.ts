import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { BillingFunction } from './billing-function.ts';
import { FailureQueue } from './failure-queue.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import { allowSending } from './queue-access.ts';

export interface ChangeStreamProps {
  readonly table: Table;
  readonly consumer: BillingFunction;
  /** Which entities' changes it is told of, by the library's name in their items. */
  readonly entities: readonly string[];
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/**
 * Hands on what changes in the table, in the order of each record. What fails comes again, halved, for half a day: a
 * change that nobody can read then lies in a queue, and the others go on.
 */
export class ChangeStream extends Construct {
  constructor(scope: Construct, id: string, props: ChangeStreamProps) {
    super(scope, id);
    const { table, consumer } = props;
    const eventSourceArn = table.tableStreamArn ?? missing();
    const { queue } = new FailureQueue(this, 'Failures', {
      ...props,
      alarm: 'Changes could not be told',
      of: id,
    });
    allowSending(consumer.role, queue);
    consumer.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [eventSourceArn],
    );
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.lambda,
      eventSourceArn,
      // What changed before the first deployment is nobody's news.
      startingPosition: StartingPosition.LATEST,
      filters: [
        FilterCriteria.filter({
          dynamodb: { NewImage: { __edb_e__: { S: FilterRule.or(...props.entities) } } },
        }),
      ],
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // The stream itself keeps a day: what is given up can still be looked at.
      maxRecordAge: Duration.hours(12),
      // Not the library's SqsDlq, which would grant the role a pattern of actions on the key.
      onFailure: { bind: () => ({ destination: queue.queueArn }) },
    });
    // The role's policy comes first: a mapping is refused whose function may not read the stream.
    mapping.node.addDependency(consumer.role);
  }
}

function missing(): never {
  throw new Error('The table has no stream');
}
