import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConnectorAccess } from '../constructs/connector-access.ts';
import type { RecordsStack } from './records-stack.ts';

export interface ConnectorsStackProps extends StackProps {
  readonly records: RecordsStack;
  /** As `partnerIdsIn` allows them. */
  readonly partnerIds: readonly string[];
}

/** The access of partners' connectors: apart from the billing, whose releases must not touch what roles of others hold. */
export class ConnectorsStack extends Stack {
  constructor(scope: Construct, id: string, { records, partnerIds, ...props }: ConnectorsStackProps) {
    super(scope, id, props);
    const exchange = records.exchange.bucket;
    const { keyArn } = records.encryptionKey.key;
    for (const partnerId of partnerIds)
      new ConnectorAccess(this, `Connector-${partnerId}`, { exchange, keyArn, partnerId });
  }
}
