import { Duration, Stack } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  MathExpression,
  type Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { Option } from '../optional.ts';
import { type AlarmKind, alarmRuleOf, describeAlarm } from './alarm-kind.ts';

export interface MonitoringProps {
  readonly encryptionKey: IKey;
  /** The mailbox of whoever is called; SNS asks it to confirm. */
  readonly address: string;
}

type Watched = { readonly name: string; readonly metric: Metric };

/** CloudWatch takes no more metrics into one alarm. */
const metricsPerAlarm = 10;

/** Calls whoever runs the practice's billing: one topic, an alarm for each kind of trouble, and a page that shows all. */
export class Monitoring extends Construct {
  readonly topic: Topic;
  private readonly watched = new Map<AlarmKind, Watched[]>();

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { masterKey: props.encryptionKey, enforceSSL: true });
    // The rule for TLS replaces SNS's default policy, by which CloudWatch could publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    new Subscription(this, 'Address', {
      topic: this.topic,
      protocol: SubscriptionProtocol.EMAIL,
      endpoint: props.address,
    });
  }

  /** Puts metrics of a thing by name under the alarm of a kind. */
  watch(kind: AlarmKind, name: string, ...metrics: readonly Metric[]): void {
    const before = this.watched.get(kind) ?? [];
    this.watched.set(kind, [...before, ...metrics.map((metric) => ({ name, metric }))]);
  }

  /** Makes the alarms and the dashboard; call it when all is under watch. */
  draw(): void {
    const alarms = [...this.watched].flatMap(([kind, watched]) =>
      inParts(watched).map((part, at) => this.addAlarm(kind, part, at)),
    );
    const option = new Option(this, 'RingAlarms', 'Whether alarms are made');
    for (const alarm of alarms) option.leaveOut(alarm);
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 6 }));
    option.leaveOut(dashboard);
    // An alarm watches many: which one rang shows here.
    dashboard.addWidgets(...[...this.watched].map(([kind, watched]) => graphOf(kind, watched)));
  }

  private addAlarm(kind: AlarmKind, watched: readonly Watched[], at: number): Alarm {
    const { above, below, period, periods, expression, treatMissingData } = alarmRuleOf(kind);
    const ids = watched.map((_, index) => `m${index}`);
    const metric = new MathExpression({
      expression: expression(ids),
      usingMetrics: Object.fromEntries(watched.map(({ metric }, index) => [`m${index}`, metric])),
      label: kind,
      period,
    });
    const alarm = metric.createAlarm(this, idOf(kind) + (at === 0 ? '' : at + 1), {
      alarmDescription: describeAlarm(
        kind,
        watched.map(({ name }) => name),
      ),
      threshold: below ?? above,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

const inParts = (watched: readonly Watched[]): Watched[][] =>
  Array.from({ length: Math.ceil(watched.length / metricsPerAlarm) }, (_, part) =>
    watched.slice(part * metricsPerAlarm, (part + 1) * metricsPerAlarm),
  );

const graphOf = (kind: AlarmKind, watched: readonly Watched[]): GraphWidget =>
  new GraphWidget({
    title: kind,
    left: watched.map(({ name, metric }) => metric.with({ label: `${name} ${metric.metricName}` })),
    width: 12,
  });

/** "A function fails" → "AFunctionFails". */
const idOf = (kind: AlarmKind): string =>
  kind.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
