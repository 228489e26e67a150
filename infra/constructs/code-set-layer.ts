import { Architecture, type Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { codeSetsEnv } from '../../functions/adapters/code-sets.env.ts';
import type { BillingFunction } from './billing-function.ts';

export interface CodeSetLayerProps {
  /** A directory with a folder `codesets` in it. */
  readonly code: Code;
}

/** The compiled code sets, for the functions that look codes up. */
export class CodeSetLayer extends Construct {
  private readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, props: CodeSetLayerProps) {
    super(scope, id);
    this.layer = new LayerVersion(this, 'Layer', {
      code: props.code,
      description: 'Claimwright: code sets compiled from their publishers’ files',
      compatibleRuntimes: [Runtime.NODEJS_24_X],
      compatibleArchitectures: [Architecture.ARM_64],
    });
  }

  attachTo(fn: BillingFunction): void {
    fn.lambda.addLayers(this.layer);
    fn.tell(codeSetsEnv.folder, '/opt/codesets');
  }
}
