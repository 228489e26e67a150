import { Stack, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { suggestersEnv } from '../../functions/adapters/suggesters.env.ts';
import type { BillingFunction } from './billing-function.ts';

export interface OtherSuggestersProps {
  /**
   * Whether Amazon Comprehend Medical is asked about every note, which then leaves for it; it costs per character.
   * @default false
   */
  readonly comprehendMedical?: boolean;
  /**
   * The foundation model, or the inference profile by its ARN, that is asked about every note.
   * @default none
   */
  readonly bedrockModel?: string;
}

/** The suggesters beside our own rules: services that notes are sent to, and so off unless switched on. */
export class OtherSuggesters extends Construct {
  private readonly props: OtherSuggestersProps;

  constructor(scope: Construct, id: string, props: OtherSuggestersProps) {
    super(scope, id);
    this.props = props;
  }

  grantAsk(fn: BillingFunction): void {
    const { comprehendMedical = false, bedrockModel } = this.props;
    if (comprehendMedical) {
      // The service knows no resources.
      fn.allow(['comprehendmedical:InferICD10CM'], ['*']);
      fn.tell(suggestersEnv.comprehendMedical, 'on');
    }
    if (bedrockModel) {
      fn.allow(['bedrock:InvokeModel'], [this.modelArn(bedrockModel)]);
      this.allowModelOfProfile(bedrockModel, fn);
      fn.tell(suggestersEnv.bedrockModel, bedrockModel);
    }
  }

  private modelArn(model: string): string {
    const { partition, region } = Stack.of(this);
    return model.startsWith('arn:') ? model : `arn:${partition}:bedrock:${region}::foundation-model/${model}`;
  }

  /** An inference profile passes the call on to its model in other regions, which has to be allowed as well. */
  private allowModelOfProfile(profile: string, fn: BillingFunction): void {
    const [, model] = /inference-profile\/(?:[a-z]{2,6}\.)?(.+)$/.exec(profile) ?? [];
    if (!model) return;
    fn.allow(
      ['bedrock:InvokeModel'],
      [`arn:${Stack.of(this).partition}:bedrock:*::foundation-model/${model}`],
    );
    Validations.of(fn.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${model}]`,
      reason: 'The profile chooses the region; the role is bound to this one model.',
    });
  }
}
