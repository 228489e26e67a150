/** What a program may be let do, as the scopes of its tokens; a test holds them to the permissions of the API. */
export const scopes = {
  read: 'See visits, claims, patients, payments and settings',
  register: 'Send documents, registrations, patients, coverages and appointments',
  code: 'Confirm codes',
  bill: 'Decide about claims, payments and deposits',
  appeal: 'Appeal',
  'write-off': 'Write off',
  approve: 'Confirm as the second person what another one proposed',
  export: 'Take data out as a whole',
  administer: 'Change settings, and who may do what',
} as const;

export type Scope = keyof typeof scopes;

/** A program that asks for tokens by its own secret, and the most that they may let it do. */
export type MachineClientSpec = { readonly name: string; readonly scopes: readonly Scope[] };

const namePattern = /^[a-z][a-z0-9-]{1,39}$/;

const isScope = (text: string): text is Scope => Object.hasOwn(scopes, text);

/**
 * The programs that context names, `-c machineClients=emr:read+register,warehouse:read+export` or a list in cdk.json.
 * Throws on what is no such entry.
 */
export const machineClientsIn = (context: unknown): readonly MachineClientSpec[] => {
  if (context === undefined) return [];
  const entries: readonly unknown[] = Array.isArray(context) ? context : String(context).split(',');
  const clients = entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
  const specs = clients.map(readClient);
  const names = specs.map(({ name }) => name);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw new Error(`The program "${repeated}" is named twice`);
  return specs;
};

const readClient = (entry: string): MachineClientSpec => {
  const [name = '', list = '', ...rest] = entry.split(':');
  const wanted = list.split('+');
  if (!namePattern.test(name) || rest.length > 0 || !wanted.every(isScope))
    throw new Error(
      `"${entry}" is no program with its scopes: emr:read+register; there are ${Object.keys(scopes).join(', ')}`,
    );
  return { name, scopes: [...new Set(wanted.filter(isScope))] };
};
