/** As a payer of a practice names its partner (`functions/domain/payer.ts`); a test holds the two together. */
const partnerId = /^[a-z0-9-]{2,40}$/;

/**
 * The partners that context names, `-c partners=northwind,lakeshore` or a list in cdk.json, each once. Throws on what is
 * no partner's id: it becomes part of a policy, where a `*` would be a pattern.
 */
export const partnerIdsIn = (context: unknown): readonly string[] => {
  if (context === undefined) return [];
  const names: readonly unknown[] = Array.isArray(context) ? context : String(context).split(',');
  const ids = names.map((name) => String(name).trim()).filter((id) => id !== '');
  const wrong = ids.find((id) => !partnerId.test(id));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no id of a partner: ${partnerId.source}`);
  return [...new Set(ids)];
};
