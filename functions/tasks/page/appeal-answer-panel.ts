import { awaitsAnswer, type LetterAnswer } from '../../domain/appeals/answered-by-letter.ts';
import { currentAppeal, outcomeWords } from '../../domain/appeals/appeal-answer.ts';
import { AppealOutcome } from '../../domain/appeals/claim-appeal.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { day } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { noDefaultButton } from './form-fields.ts';

/** A form for what the payer's letter says of an appeal, on the page of its task and of those that ask about its silence. */
export const appealAnswerPanel = (claim: Claim, findings: readonly Finding[] = []): Html | undefined => {
  const appeal = currentAppeal(claim);
  if (!appeal || !awaitsAnswer(claim)) return undefined;
  return html`<section aria-labelledby="answer-title">
<h2 id="answer-title">The payer’s letter about the appeal</h2>
<p>Sent on ${day(appeal.sent.on)}. A payment is seen by itself; a letter is not: say here what it says.</p>
${findings.length > 0 && html`<div class="problems" role="alert"><ul>${findings.map(({ detail }) => html`<li>${detail}</li>`)}</ul></div>`}
<form method="post" aria-labelledby="answer-title">
${noDefaultButton}
<label for="appeal-answer">The decision is</label>
<select id="appeal-answer" name="appealAnswer">${AppealOutcome.options.toReversed().map((one) => html`<option value="${one}">${outcomeWords[one]}</option>`)}</select>
<label for="appeal-answered-on">Date of the letter</label>
<input id="appeal-answered-on" name="answeredOn" type="date" required>
<button type="submit" class="secondary">Record the letter</button>
</form>
</section>`;
};

/** What a form says of a payer's letter; undefined of any other form. */
export const readAppealAnswer = (body: string): Checked<LetterAnswer> | undefined => {
  const fields = new URLSearchParams(body);
  if (!fields.has('appealAnswer')) return undefined;
  const outcome = AppealOutcome.safeParse(fields.get('appealAnswer'));
  const on = CalendarDate.safeParse((fields.get('answeredOn') ?? '').trim());
  if (outcome.success && on.success) return { success: true, data: { outcome: outcome.data, on: on.data } };
  const detail = outcome.success
    ? 'Write the date of the letter, as 2026-03-02'
    : 'Choose what the letter says';
  return { success: false, findings: [{ code: 'appeal-answer', path: 'answer', detail }] };
};
