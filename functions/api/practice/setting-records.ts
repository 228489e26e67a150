import type { Actor } from '../../domain/actor.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { SeenVersions } from '../../domain/practice/seen-versions.ts';
import type { PartName, PartVersion } from '../../domain/practice/settings.ts';

/** A part of the practice's records as a caller enters it. */
export type PartEntered = PartName & {
  /** Made of the part as it stands, where only a piece of it is entered. */
  readonly made: (standing: unknown) => unknown;
  readonly note: string;
  readonly by: Actor;
  /** The versions that the caller has seen: of `pieceOf` the part, else of all of it. */
  readonly seen: SeenVersions;
  readonly pieceOf?: (part: unknown) => unknown;
};

/** The practice's settings, lists, providers and payers, as its administrators enter them. */
export type SettingRecordsOfPractice = {
  readonly put: (
    practiceId: string,
    entered: PartEntered,
  ) => Promise<
    Checked<{
      readonly value: unknown;
      readonly version?: PartVersion;
      readonly notes: readonly Finding[];
    }>
  >;
  /** Every version of a part that somebody entered, the latest first. */
  readonly versions: (practiceId: string, name: PartName) => Promise<readonly PartVersion[]>;
  readonly last: (practiceId: string, name: PartName) => Promise<PartVersion | undefined>;
};
