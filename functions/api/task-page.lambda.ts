import { codeBookOn } from '../../codesets/code-book.ts';
import { findClaim } from '../adapters/claim-store.ts';
import { readText } from '../adapters/documents.ts';
import { findEncounter } from '../adapters/encounter-store.ts';
import { readTaskLink } from '../adapters/link-signer.ts';
import { findPayer, getPractice } from '../adapters/practice-store.ts';
import { closeTask, findTask, getTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { type HttpResponse, httpHandler } from '../runtime/http-handler.ts';
import { type LinkEffects, showTask, takeDecision } from '../tasks/page/follow-link.ts';
import { failurePage } from '../tasks/page/message-pages.ts';
import { type Page, pageHeaders } from '../tasks/page/page-layout.ts';

const effects: LinkEffects = {
  readLink: readTaskLink,
  findTask,
  getTask,
  closeTask,
  answerWait,
  getPractice,
  findPayer,
  findClaim,
  findEncounter,
  checkCode: (stated, dateOfService) => codeBookOn(dateOfService).check(stated),
  readNote: (textKey) => readText('intake', textKey),
};

const toResponse = ({ status, markup }: Page): HttpResponse => ({
  status,
  headers: pageHeaders,
  body: markup,
});

export const handler = httpHandler(
  [
    {
      method: 'GET',
      path: '/t/{token}',
      respond: async ({ path }) => toResponse(await showTask(path.token ?? '', new Date(), effects)),
    },
    {
      method: 'POST',
      path: '/t/{token}',
      respond: async ({ path, body }) =>
        toResponse(await takeDecision({ token: path.token ?? '', body }, new Date(), effects)),
    },
  ],
  ({ status }) => toResponse(failurePage(status)),
);
