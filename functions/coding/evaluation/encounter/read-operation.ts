import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { NoteLine } from '../../note/read-frame.ts';
import { readCount } from '../read-minutes.ts';

/** An operation before this visit: how many days ago, and the words that tell it. */
export type Operation = {
  readonly daysAgo: number;
  readonly isMinor: boolean;
  readonly evidence: EvidenceSpan;
};

const number = '(?<count>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a)';
const unit = '(?<unit>days?|d|weeks?|wks?|wk|months?|mos?|years?|yrs?)';
const since = [
  new RegExp(
    `\\b${number}[- ]*${unit}[- ]*(?:s\\/p|status[- ]post|post[- ]?op\\w*|after|out (?:from|of)|following|since|post|from)\\b`,
    'i',
  ),
  /\bpost[- ]?op(?:erative)? ?(?<unit>day|week|month) ?#?(?<count>\d{1,3})\b/i,
  /\b(?<unit>POD) ?#?(?<count>\d{1,3})\b/,
  /\b(?<unit>day|week) ?#?(?<count>\d{1,3}) (?:after|post|s\/p|status post|following|from)\b/i,
  new RegExp(`\\b${number}[- ]*${unit} ago\\b`, 'i'),
  new RegExp(
    `(?:\\b(?:release|repair|replacement|surgery|fusion|fixation|orif|bypass)|ectomy|plasty)\\b[^.;]{0,30}, ?${number}[- ]*${unit}\\s*(?:[.,;]|$)`,
    'i',
  ),
  new RegExp(`\\b${number}[- ]*${unit}[- ]*(?:post[- ]?op\\w*|visit|check|follow[- ]?up|f\\/?u)\\b`, 'i'),
];

const daysOf = (unit: string): number => {
  const first = unit.toLowerCase();
  if (first.startsWith('w')) return 7;
  if (first.startsWith('m')) return 30;
  return first.startsWith('y') ? 365 : 1;
};

/** Operations with a global period of 90 days, and those of ten days or none. */
const major =
  /\b(surger(y|ies)|arthroplast\w+|replacement|fusion|laminectomy|discectomy|\w+ectomy|\w+(o|a)tomy|\w+ostomy|\w{3,}plasty|\w{3,}pexy|bypass|cataract|repair|reconstruction|release|orif|fixation|hernia|arthroscop\w+|laparoscop\w+|c-?section|cesarean|hysterectomy|bunionectomy|amputation|transplant|tka|tha|acl|cabg|lasik|tkr|thr|total (knee|hip|shoulder|ankle)|partial knee|trabeculectomy|lap\.? (chole|appy|sleeve|band|nissen)|chole|appy|hyst|closed reduction|removal of (the |a |his |her |my )?([\w-]+ ){0,3}(lobe|thyroid|gallbladder|uterus|ovar(y|ies)|kidney|appendix|prostate|spleen|breast|colon|bowel|tonsils?|hardware)|lumpectomy|thyroidectomy|carotid endarterectomy|vitrectomy|stapedectomy|operation)\b/i;
const minor =
  /\b(excision|biops(y|ies)|mohs|laceration repair|laceration|sutures?|i ?& ?d|incision and drainage|nail avulsion|cyst removal|mole removal|lesion removal|vasectomy|cystoscopy|endoscopy|colonoscopy|circumcision|ablation|destruction|shave|curettage|matrixectomy)\b/i;

/** The operation that a line dates; undefined when it names none or no time. */
export const readOperation = ({ start, text }: NoteLine): Operation | undefined => {
  const line = text.slice(0, 400);
  const named = major.test(line) || minor.test(line) || /\bpost[- ]?op|\bPOD\b/i.test(line);
  if (!named) return undefined;
  for (const pattern of since) {
    const found = pattern.exec(line);
    if (!found?.groups) continue;
    const { count = 'a', unit: stated = 'day' } = found.groups;
    return {
      daysAgo: (count === 'a' ? 1 : readCount(count)) * daysOf(stated === 'POD' ? 'day' : stated),
      isMinor: !major.test(line) && minor.test(line),
      evidence: {
        start: start + found.index,
        end: start + found.index + found[0].length,
        quote: found[0],
      },
    };
  }
  return undefined;
};

/** Days of the global period (CMS fee schedule): ten after a minor operation, ninety after a major one. */
export const isWithinGlobalPeriod = ({ daysAgo, isMinor }: Operation): boolean =>
  daysAgo <= (isMinor ? 10 : 90);
