import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localAccount, localRegion } from './aws-clients.ts';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .looseObject({ templateFile: z.string().optional(), file: z.string().optional() })
        .default({}),
    }),
  ),
});

const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(['file', 'zip']) }),
      destinations: z.record(z.string(), z.object({ bucketName: z.string(), objectKey: z.string() })),
    }),
  ),
});

export type FileAsset = {
  readonly path: string;
  readonly packaging: 'file' | 'zip';
  readonly bucket: string;
  readonly key: string;
};

export type AssemblyStack = {
  readonly name: string;
  /** The object that holds the template, among the assets. */
  readonly template: FileAsset;
  readonly assets: readonly FileAsset[];
};

/** The stacks of a synthesised CDK app, each after those that it depends on. */
export const readAssembly = (directory: string): AssemblyStack[] => {
  const { artifacts } = Manifest.parse(readJson(join(directory, 'manifest.json')));
  const ordered: AssemblyStack[] = [];
  const visit = (id: string): void => {
    const artifact = artifacts[id];
    if (artifact?.type !== 'aws:cloudformation:stack' || ordered.some(({ name }) => name === id)) return;
    artifact.dependencies.forEach(visit);
    const assets = artifact.dependencies.flatMap((dependency) =>
      readAssets(directory, artifacts[dependency]?.properties.file),
    );
    const template = assets.find(
      ({ path }) => path === join(directory, artifact.properties.templateFile ?? ''),
    );
    if (!template) throw new Error(`The assembly has no template for ${id}`);
    ordered.push({ name: id, template, assets });
  };
  Object.keys(artifacts).forEach(visit);
  return ordered;
};

const readAssets = (directory: string, file: string | undefined): FileAsset[] => {
  if (file === undefined) return [];
  const { files } = AssetManifest.parse(readJson(join(directory, file)));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ bucketName, objectKey }) => ({
      path: join(directory, source.path),
      packaging: source.packaging,
      bucket: inLocalCloud(bucketName),
      key: objectKey,
    })),
  );
};

const pseudoParameters: Readonly<Record<string, string>> = { AccountId: localAccount, Region: localRegion };

const inLocalCloud = (name: string): string =>
  name.replaceAll(/\$\{AWS::(\w+)\}/g, (whole, parameter: string) => pseudoParameters[parameter] ?? whole);

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
