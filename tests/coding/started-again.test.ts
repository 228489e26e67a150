import { beforeAll, describe, expect, it, vi } from 'vitest';
import { acceptAndLearn } from '../../functions/coding/accept-and-learn.ts';
import { extractDocument } from '../../functions/coding/extract-document.ts';
import { proposeCodes } from '../../functions/coding/propose-codes.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Task } from '../../functions/domain/task.ts';
import { raiseTaskForStep, type StepTaskEffects } from '../../functions/tasks/raise-task-for-step.ts';
import { anEncounter } from '../factories/encounters.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome } from '../factories/tasks.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const id = { practiceId: 'maple-street', encounterId: 'E1014' };
const note = 'Assessment and Plan:\n1. Hypertension, at goal. Continue lisinopril 10 mg daily.';
const codes = {
  diagnoses: ['M10.9'],
  services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
};

/** A visit as its coding workflow works it, step by step, again from the first step where it is started again. */
class Visit {
  encounter: Encounter = anEncounter({ status: 'documented', textKey: undefined, suggestions: [] });
  readonly tasks = new Map<string, Task>();
  /** From how certain codes on the practice takes them without a coder. */
  certain = 1;

  private readonly change = async (
    _id: unknown,
    patch: (before: Encounter) => Partial<Encounter> | undefined,
  ): Promise<Encounter> => {
    this.encounter = { ...this.encounter, ...patch(this.encounter) };
    return this.encounter;
  };

  private get effects() {
    const policy = practice({ codingPolicy: { autoAcceptConfidence: this.certain } });
    return {
      getEncounter: async () => this.encounter,
      changeEncounter: this.change,
      readDocument: async () => new TextEncoder().encode(note),
      writeText: async () => undefined,
      readNote: async () => note,
      getPractice: async () => policy,
      others: [],
      failed: () => undefined,
      answered: () => undefined,
      findTermDecisions: async () => ({ notes: 0, decisions: [] }),
      getTask: async (taskId: string) => this.tasks.get(taskId) ?? Promise.reject(new TypeError(taskId)),
      addTermDecisions: async () => undefined,
      forgetReview: async () => undefined,
    };
  }

  /** From the first step to the question of a coder, or to the check of the codes; returns who is asked. */
  async run(): Promise<string | undefined> {
    await extractDocument(id, this.effects);
    if ((await proposeCodes(id, this.effects)) === 'needs-coder') return this.ask();
    await acceptAndLearn(id, this.effects);
    return undefined;
  }

  take = (taskId: string) => acceptAndLearn({ ...id, taskId }, this.effects);

  private async ask(): Promise<string> {
    const addTask = async (task: Task): Promise<Task> => {
      const known = this.tasks.get(task.taskId) ?? task;
      this.tasks.set(task.taskId, known);
      return known;
    };
    const raising = {
      ...this.effects,
      visitOf: async () => id,
      addTask,
      setClock: async () => undefined,
      sendMail: async () => undefined,
      saveOpenTask: async () => true,
      signLink: async () => 'https://tasks.example/link',
      encounterDrafts: {
        coding: () => ({
          kind: 'coding',
          owner: 'coder',
          title: 'Codes',
          reasons: [],
          advice: '',
          actions: ['confirm-codes'],
        }),
      },
    } as unknown as StepTaskEffects; // what raising a coding task asks for
    const step = { kind: 'coding', practiceId: id.practiceId, visit: 'V1' } as const;
    return (await raiseTaskForStep(step, raising)).taskId;
  }

  decide(taskId: string): void {
    const task = this.tasks.get(taskId);
    if (!task) throw new TypeError('Nobody is asked');
    const outcome = anOutcome({ action: 'confirm-codes', correction: { codes } });
    this.tasks.set(taskId, { ...task, status: 'done', outcome });
  }
}

/** A visit that a coder has coded, and that was sent back to be checked since. */
const coded = async (): Promise<Visit> => {
  const visit = new Visit();
  const taskId = (await visit.run()) ?? '';
  visit.decide(taskId);
  await visit.take(taskId);
  visit.encounter = { ...visit.encounter, restartedFor: ['edits-task'] };
  return visit;
};

describe('a coding workflow that starts again', () => {
  it('asks no coder again about a visit that a coder has coded', async () => {
    const visit = await coded();
    expect(await visit.run()).toBeUndefined();
    expect(visit.tasks.size).toBe(1);
    expect(visit.encounter).toMatchObject({ status: 'coded', codes, codingRounds: 1 });
  });

  it('leaves a coder’s codes, however certain its own are by now', async () => {
    const visit = await coded();
    visit.certain = 0;
    await visit.run();
    expect(visit.encounter).toMatchObject({ codes, codedBy: anOutcome().by, codingRounds: 1 });
  });

  it('waits for the coder who was asked, also where the policy would take the codes by now', async () => {
    const visit = new Visit();
    const taskId = await visit.run();
    const { questions } = visit.encounter;
    visit.certain = 0;
    expect(await visit.run()).toBe(taskId);
    expect(visit.encounter.codes).toBeUndefined();
    expect(visit.encounter.questions).toEqual(questions);
    expect(questions.length).toBeGreaterThan(0);
  });

  it('reads and suggests anew where documents came since, or another registration', async () => {
    const visit = await coded();
    const addendum = { key: 'practices/maple-street/encounters/E1014/more.txt', digest: 'm', receivedAt: '' };
    visit.encounter = { ...visit.encounter, furtherDocuments: [addendum] };
    const asked = await visit.run();
    expect(asked).toBeDefined();
    expect(visit.tasks.size).toBe(2);
    const proposed = visit.encounter.proposedFor;
    const { registration } = visit.encounter;
    if (!registration) throw new TypeError('It is registered');
    visit.encounter = { ...visit.encounter, registration: { ...registration, placeOfService: '22' } };
    await visit.run();
    expect(visit.encounter.proposedFor).not.toEqual(proposed);
  });
});
