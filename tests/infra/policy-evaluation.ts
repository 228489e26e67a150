import type { Stack } from 'aws-cdk-lib';
import { z } from 'zod';
import { resourcesOf } from './synthesised.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const Conditions = z.partialRecord(
  z.enum(['StringLike', 'StringEquals', 'ForAllValues:StringLike']),
  z.record(z.string(), z.unknown()),
);

const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: z.unknown().transform((value) => [value].flat().map(textOf)),
  Condition: Conditions.default({}),
});
export type Statement = z.infer<typeof Statement>;

const Policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.unknown()).default([]),
});

const Join = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
const Import = z.object({ 'Fn::ImportValue': z.string() });
const Attribute = z.object({ 'Fn::GetAtt': z.array(z.string()) });
const Reference = z.object({ Ref: z.string() });

/** A value of a template as one text: what is known at the deployment only stands in it by its name, in brackets. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const joined = Join.safeParse(value).data?.['Fn::Join'][1];
  if (joined) return joined.map(textOf).join('');
  const name =
    Import.safeParse(value).data?.['Fn::ImportValue'] ??
    Attribute.safeParse(value).data?.['Fn::GetAtt'].join('.') ??
    Reference.safeParse(value).data?.Ref;
  if (name === undefined) throw new Error(`Not known as a text: ${JSON.stringify(value)}`);
  return `<${name}>`;
};

/** The statements of a managed policy. */
export const statementsOf = (properties: unknown): readonly Statement[] =>
  Policy.parse(properties).PolicyDocument.Statement;

/** All statements of the policies that are attached to a role, by the logical id of the role. */
export const statementsByRole = (stack: Stack): ReadonlyMap<string, readonly Statement[]> => {
  const attached = resourcesOf(stack, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => {
    const { Roles, PolicyDocument } = Policy.parse(Properties);
    return Roles.map((role) => ({ role: textOf(role).slice(1, -1), statements: PolicyDocument.Statement }));
  });
  return new Map(
    [...Map.groupBy(attached, ({ role }) => role)].map(([role, policies]) => [
      role,
      policies.flatMap(({ statements }) => statements),
    ]),
  );
};

export type Request = {
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the request has. */
  readonly context?: Readonly<Record<string, string>>;
};

/** As IAM matches: `*` is any text, slashes too, `?` any one character, all else itself in its case. */
export const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

/** A key that the request does not have meets no condition about it. */
const isMet = ({ Condition }: Statement, context: Request['context'] = {}): boolean =>
  Object.entries(Condition).every(([operator, wanted]) =>
    Object.entries(wanted).every(([key, value]) => {
      const actual = context[key];
      const texts = [value].flat().map(textOf);
      if (actual === undefined) return false;
      return operator.endsWith('StringLike')
        ? texts.some((one) => matches(one, actual))
        : texts.includes(actual);
    }),
  );

/** Whether statements allow a request: one allows it and none denies it (actions compare without their case). */
export const isAllowed = (statements: readonly Statement[], request: Request): boolean => {
  const applying = statements.filter(
    (statement) =>
      statement.Action.some((action) => matches(action.toLowerCase(), request.action.toLowerCase())) &&
      statement.Resource.some((resource) => matches(resource, request.resource)) &&
      isMet(statement, request.context),
  );
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
};
