import { CfnCondition, CfnParameter, CfnResource, Fn } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';

/**
 * A parameter of the stack, yes unless the deployment says no, and what it leaves out then: for a stage without real
 * patients, and for a local cloud that does not know such resources.
 */
export class Option {
  private readonly condition: CfnCondition;

  constructor(scope: Construct, name: string, description: string) {
    const wanted = new CfnParameter(scope, name, {
      description,
      allowedValues: ['yes', 'no'],
      default: 'yes',
    });
    wanted.overrideLogicalId(name);
    this.condition = new CfnCondition(scope, `${name}Wanted`, {
      expression: Fn.conditionEquals(wanted.valueAsString, 'yes'),
    });
  }

  leaveOut(construct: IConstruct): void {
    for (const resource of construct.node.findAll())
      if (CfnResource.isCfnResource(resource)) resource.cfnOptions.condition = this.condition;
  }
}
