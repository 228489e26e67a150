import { mostRestarts } from '../domain/restarts/restarts.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

const words = {
  claim: {
    owner: 'biller',
    title: 'Work on a claim has stopped',
    what: 'the claim lacks something that its next step needs',
    until: 'Nothing is sent and nothing that the payer answers is worked until then.',
  },
  visit: {
    owner: 'coder',
    title: 'Work on a visit has stopped',
    what: 'the visit holds something that its next step cannot work',
    until: 'It is not billed until then.',
  },
} as const;

/** A person's work: a claim or a visit that failed at the same place as often as it is tried. */
export const describeStopped = (of: keyof typeof words): TaskDraft<'start-again'> => {
  const { owner, title, what, until } = words[of];
  return {
    kind: 'work-stopped',
    owner,
    title,
    reasons: [
      {
        code: 'stopped',
        text: `The next step failed, and so it did after ${mostRestarts} further tries: the system was out, or ${what}`,
      },
    ],
    advice: `Look at the records below for what is missing or odd, and mend that; whoever runs the system sees in its log what failed. Then start it again. ${until}`,
    actions: ['start-again'],
  };
};
