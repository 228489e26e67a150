import type { PacketDesk, Preparation } from '../domain/appeals/preparation.ts';
import type { TimeZone } from '../domain/calendar/time-zone.ts';
import type { Claim } from '../domain/claim.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';

/** What a person has to see to decide a task: PHI, shown behind the signed link only. */
export type TaskCase = {
  readonly practiceName: string;
  readonly timeZone: TimeZone;
  readonly claim?: Claim | undefined;
  /** Of the claim, where other desks have parts as well. */
  readonly share?: Task['share'];
  readonly payerName?: string | undefined;
  /** The practice’s contracts, where another payer may be named. */
  readonly payers?: readonly Payer[] | undefined;
  /** Who is likely owed the claim: filled in where another payer may be named. */
  readonly suggestedPayer?: Task['suggestedPayer'];
  readonly encounter?: Encounter | undefined;
  readonly note?: string | undefined;
  /** The confidence from which the practice accepts codes: below it nothing stands as accepted before a coder looked. */
  readonly acceptsFrom?: number | undefined;
  /** The packet for the payer, where the task sends one. */
  readonly preparation?: Preparation | undefined;
};

export type CaseEffects = {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'name' | 'timeZone' | 'codingPolicy'>>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly findPayer: (practiceId: string, payerId: string) => Promise<{ readonly name: string } | undefined>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly findEncounter: (id: { practiceId: string; encounterId: string }) => Promise<Encounter | undefined>;
  /** The text that was extracted from a visit's document, in which evidence counts. */
  readonly readNote: (textKey: string) => Promise<string>;
  readonly packets: Pick<PacketDesk, 'open'>;
};

/** Coders and those who write appeals work from the note; the minimum necessary for the others is less. */
const needsNote = ({ actions, owner }: Task): boolean =>
  actions.includes('confirm-codes') || actions.includes('appeal') || owner === 'coder';

/** Gathers the case of a task from the records. */
export const loadCase = async (task: Task, now: Date, effects: CaseEffects): Promise<TaskCase> => {
  const { practiceId } = task;
  const practice = await effects.getPractice(practiceId);
  const claim = task.claimId ? await effects.findClaim(task.claimId) : undefined;
  const payer = claim && (await effects.findPayer(practiceId, claim.payerId));
  const encounterId = task.encounterId ?? claim?.encounterId;
  const encounter = encounterId ? await effects.findEncounter({ practiceId, encounterId }) : undefined;
  const textKey = needsNote(task) ? encounter?.textKey : undefined;
  const note = textKey ? await effects.readNote(textKey) : undefined;
  const preparation = claim && task.status === 'open' ? await effects.packets.open(task, now) : undefined;
  return {
    preparation,
    practiceName: practice.name,
    timeZone: practice.timeZone,
    claim,
    share: task.share,
    payerName: payer?.name,
    payers: task.actions.includes('bill-other-payer') ? await effects.listPayers(practiceId) : undefined,
    suggestedPayer: task.suggestedPayer,
    encounter,
    note,
    acceptsFrom: practice.codingPolicy.autoAcceptConfidence,
  };
};
