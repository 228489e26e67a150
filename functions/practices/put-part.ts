import { type Actor, describeActor } from '../domain/actor.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import { isSameContent } from '../domain/patients/same-content.ts';
import type { Payer } from '../domain/payer.ts';
import { checkPractice, findingsOn, sharedNpis } from '../domain/practice/check-practice.ts';
import {
  type Edit,
  objectionTo,
  type SeenVersions,
  versionOfContent,
} from '../domain/practice/seen-versions.ts';
import { fieldsOf, type PartName, type PartVersion, partOf, withPart } from '../domain/practice/settings.ts';
import type { Practice } from '../domain/practice.ts';
import { BillingError } from '../runtime/errors.ts';

export type PutPartEffects = {
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly listPractices: () => Promise<readonly Practice[]>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly lastVersion: (practiceId: string, name: PartName) => Promise<PartVersion | undefined>;
  /** Writes the part and its version together; false where somebody else wrote one of that number meanwhile. */
  readonly saveVersion: (version: PartVersion) => Promise<boolean>;
};

/** A part of a practice as somebody enters it; its fields are right by themselves. */
export type PartToPut = PartName & {
  readonly practiceId: string;
  /** Made of the part as it stands, where only a piece of it is entered. */
  readonly made: (standing: unknown) => unknown;
  readonly note: string;
  readonly by: Actor;
  /** The versions that whoever enters it has seen. @default whichever is in force */
  readonly seen?: SeenVersions | undefined;
  /** The piece of the part that is entered, which the versions are of. @default all of it */
  readonly pieceOf?: ((part: unknown) => unknown) | undefined;
};

/** What stands then: under which version, where somebody entered one, and what of it somebody should look at. */
export type PutPart = {
  readonly value: unknown;
  readonly version?: PartVersion;
  readonly notes: readonly Finding[];
};

/** People who enter settings at the same moment are few. */
const attempts = 5;

/**
 * Enters a part of a practice, which is in force from then on, with a version that says who did. The same again adds
 * none. What the whole practice, or its files, would be refused for is refused.
 */
export const putPart = async (
  asked: PartToPut,
  now: Date,
  effects: PutPartEffects,
): Promise<Checked<PutPart>> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const put = await tryPut(asked, now, effects);
    if (put) return put;
  }
  throw new BillingError('ConcurrentChange', `The records of ${asked.practiceId} kept changing meanwhile`);
};

/** Undefined where somebody else was faster, and it has to be decided again. */
const tryPut = async (
  { practiceId, part, id, made, note, by, seen, pieceOf = (whole) => whole }: PartToPut,
  now: Date,
  effects: PutPartEffects,
): Promise<Checked<PutPart> | undefined> => {
  const [practice, payers, last] = await Promise.all([
    effects.getPractice(practiceId),
    effects.listPayers(practiceId),
    effects.lastVersion(practiceId, { part, id }),
  ]);
  const standing = part === 'payer' ? payers.find(({ payerId }) => payerId === id) : partOf(practice, part);
  const value = made(standing);
  const after = withPart(practice, part, value);
  const payerIds = payers.map(({ payerId }) => payerId);
  const refused = findingsOn(checkPractice(after, payerIds), fieldsOf(part));
  if (refused.length > 0) return { success: false, findings: refused };
  const objection = objectionTo(seen, editOf(pieceOf(standing), pieceOf(value), last));
  if (objection) return { success: false, findings: [objection] };
  const notes = part === 'settings' ? sharedNpis(after, await effects.listPractices()) : [];
  if (isSameContent(standing, value))
    return { success: true, data: { value, ...(last && { version: last }), notes } };
  const version = {
    ...{ practiceId, part, id, value, note, by },
    ...{ version: (last?.version ?? 0) + 1, at: now.toISOString() },
  };
  return (await effects.saveVersion(version))
    ? { success: true, data: { value, version, notes } }
    : undefined;
};

const editOf = (standing: unknown, value: unknown, last: PartVersion | undefined): Edit => ({
  standing: standing === undefined ? undefined : versionOfContent(standing),
  changes: !isSameContent(standing, value),
  ...(last && { news: `What was entered last is of ${describeActor(last.by)} at ${last.at}` }),
});
