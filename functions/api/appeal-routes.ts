import { z } from 'zod';
import { AppealOutcome } from '../domain/appeals/claim-appeal.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkJson } from '../domain/check-input.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { ShownClaim, withPosition } from './claim-routes.ts';
import { notFound, type PracticeRoute, type Respond } from './practice-request.ts';

const AppealLetter = z.strictObject({
  answer: AppealOutcome.describe('what the letter decides'),
  answeredOn: CalendarDate.describe('the date of the letter'),
});

/** Records what a payer's letter says of the appeal that was sent last, as the page of its task does; twice is once. */
const answerAppeal: Respond = async ({ practiceId, path, body, by }, records) => {
  const claim = await records.findClaim(path.claimId ?? '');
  if (claim?.practiceId !== practiceId) return notFound();
  const said = checkJson(AppealLetter, body);
  if (!said.success) return badRequest(said.findings);
  const { answer: outcome, answeredOn: on } = said.data;
  const answered = await records.answerAppeal({ claimId: claim.claimId, by, outcome, on });
  return answered.success ? json(200, { claim: withPosition(answered.data) }) : badRequest(answered.findings);
};

/** What payers answer to appeals. */
export const appealRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/claims/{claimId}/appeal-answer',
    summary: 'Records the letter by which a payer answers the appeal that was sent last',
    repeat: 'the same letter is the same answer',
    permission: 'appeal',
    audit: { of: ['claim', 'encounter', 'patient', 'task'], why: 'payment' },
    body: AppealLetter,
    answer: { status: 200, body: z.object({ claim: ShownClaim }) },
    handler: answerAppeal,
  },
];
