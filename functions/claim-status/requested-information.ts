import type { StatusCode } from '../domain/follow-up/payer-status.ts';
import type { Desk } from '../domain/practice.ts';
import { meaningOf } from './status-categories.ts';

/** What a status code asks for, in our words, and whose it is to give. */
type Request = { readonly asks: string; readonly desk: Desk };

const record = (asks: string): Request => ({ asks, desk: 'records' });
const bill = (asks: string): Request => ({ asks, desk: 'biller' });
const desk = (asks: string): Request => ({ asks, desk: 'front-desk' });
const code = (asks: string): Request => ({ asks, desk: 'coder' });
const permit = (asks: string): Request => ({ asks, desk: 'authorizations' });

/** Status codes (X12 external list 508) with which payers ask for something; any other is named by its number. */
const requests: Readonly<Record<string, Request>> = {
  '123': bill('more about the person or organization named'),
  '145': bill('the specialty (taxonomy) of the provider'),
  '153': bill('the number of the person or organization named'),
  '156': desk('how the patient is related to the subscriber'),
  '158': desk('the date of birth'),
  '164': desk('the member number'),
  '171': desk('other insurance of the patient'),
  '187': bill('the dates of service'),
  '197': desk('from when the coverage runs'),
  '218': bill('the NDC of the drug'),
  '249': bill('the place of service'),
  '252': permit('the number of the prior authorization'),
  '254': code('the principal diagnosis'),
  '255': code('the diagnosis'),
  '258': code('the days or units'),
  '279': bill('the services one by one'),
  '282': record('a copy of the prescription'),
  '283': desk('what tells whether Medicare pays first'),
  '284': desk('a copy of the Medicare card'),
  '286': bill('what the other payer paid and why (its remittance)'),
  '287': record('why the service was necessary'),
  '290': record('what was known before the coverage began'),
  '294': record('supporting documents'),
  '295': record('the report of the attending physician'),
  '296': record('the notes of the nurses'),
  '297': record('the medical notes or report'),
  '298': record('the operative report'),
  '299': record('the notes of the emergency room'),
  '300': record('results of the laboratory or of tests'),
  '301': record('the report of the MRI'),
  '305': record('the reports of the X-rays'),
  '306': record('a description of the service in detail'),
  '308': record('the discharge summary'),
  '310': record('the progress notes of the six months before'),
  '311': record('the report of the pathologist'),
  '316': record('the whole medical history'),
  '317': record('the medical record'),
  '318': record('the X-rays themselves'),
  '329': record('notes on exercises'),
  '330': record('notes of occupational therapy'),
  '331': record('history and physical examination'),
  '333': record('the patient’s permission to release records'),
  '335': record('the certification of the equipment'),
  '336': record('the chiropractic certification'),
  '337': record('the documents of the ambulance'),
  '345': record('the plan of treatment'),
  '364': desk('whether the condition is from work'),
  '365': desk('whether the service follows an accident'),
  '366': desk('whether the injury is from a car accident'),
  '397': record('since when the condition is there or worse'),
  '403': record('the referral, order or prescription'),
  '406': record('a short history as far as it bears on the service'),
  '409': record('the medication records'),
  '414': record('why several physicians treated the patient at once'),
  '417': record('earlier tests with results and dates'),
  '431': record('the patient’s condition at the time of the service'),
  '443': record('the report of the first evaluation'),
};

/** Categories of which the documents are the answer, whatever the code beside them. */
const ofRecords: readonly string[] = ['R4', 'R5', 'R9', 'R12', 'R13', 'R14'];

const requestOf = ({ category, status }: StatusCode): Request => {
  if (meaningOf(category).asks === 'patient')
    return { ...(requests[status] ?? desk(`what the payer names by ${status}`)), desk: 'front-desk' };
  return (
    requests[status] ??
    (ofRecords.includes(category)
      ? record(`documents that the payer names by ${status}`)
      : bill(`what the payer names by ${status}`))
  );
};

/** "Documents in support: the operative report (line 99213)". */
export const requestInWords = (code: StatusCode): string => {
  const { asks } = requestOf(code);
  return `${meaningOf(code.category).means}: ${asks}${code.line ? ` (service ${code.line})` : ''}`;
};

/** Who can answer all that is asked: the records where documents are asked, else the desk of what stands first. */
export const deskFor = (codes: readonly StatusCode[]): Desk => {
  const desks = codes.map((one) => requestOf(one).desk);
  return desks.find((one) => one === 'records') ?? desks[0] ?? 'biller';
};
