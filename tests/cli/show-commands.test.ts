import { describe, expect, it } from 'vitest';
import { claimCommand } from '../../cli/claim-command.ts';
import { renderFacts, renderTimeline } from '../../cli/show/render-timeline.ts';
import { recordCommands, showCommand } from '../../cli/show/show-commands.ts';
import { stepActor } from '../../functions/domain/actor.ts';
import { claimEntries, taskEntries, timelineOf } from '../../functions/domain/timeline/timeline.ts';
import { aTask } from '../factories/tasks.ts';

const stop = (): never => {
  throw new Error('reached');
};

describe('show', () => {
  it('of a claim has options of its own beside those of the command that bills a visit’s folder', async () => {
    const show = showCommand('claim', stop);
    const command = claimCommand().enablePositionalOptions().addCommand(show);
    const asked = command.parseAsync(['show', 'C23456789CD', '-p', 'elm-row', '--json'], { from: 'user' });
    await expect(asked).rejects.toThrow('reached');
    expect(show.opts()).toEqual({ practice: 'elm-row', json: true });
    expect(show.args).toEqual(['C23456789CD']);
  });

  it('is there for visits, tasks, patients and practices', async () => {
    const commands = recordCommands(stop);
    expect(commands.map((command) => command.name())).toEqual(['visit', 'task', 'patient', 'practice']);
    for (const command of commands)
      await expect(command.parseAsync(['show', 'X1'], { from: 'user' })).rejects.toThrow('reached');
  });

  it('tells what happened in words, with who did it', () => {
    const events = [
      {
        type: 'submitted',
        at: '2026-11-02T10:00:00.000Z',
        actor: stepActor('send-batch'),
        detail: { submission: 1 },
      },
    ];
    const shown = renderTimeline(timelineOf(claimEntries('C1', events), taskEntries(aTask())));
    expect(shown).toContain('Sent to the payer as transmission 1');
    expect(shown).toContain('Claimwright (send batch)');
    expect(shown).toContain('claim C1');
    expect(renderFacts({ claim: 'C1', end: undefined, open: '1.00' })).toBe(
      'claim            C1\nopen             1.00',
    );
  });
});
