import { countOf } from '../reading/count-lesions.ts';
import { findDone, says } from '../reading/find-done.ts';
import { nearby } from '../reading/nearby.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const tags = '(?:skin tags?|acrochord\\w+|fibroepithelial polyps?)';
const removed =
  '(?:remov\\w+|snip\\w*|excis\\w+|cryo\\w*|liquid nitrogen|frozen|scissor\\w*|clipped|cauter\\w+|ligated)';
const pattern = new RegExp(
  `\\b(?:${tags}\\b[^;]{0,90}?\\b${removed}|${removed}\\b[^;]{0,90}?\\b${tags})`,
  'i',
);
/** "Snip removal today" under the plan is of the tag that the assessment names. */
const snipped = /\bsnip(ped)?( removal| excision)?\b/i;
const named = new RegExp(`\\b${tags}`, 'i');
const noun = /skin tags?|acrochord\w+|tags?/i;

/** Removal of skin tags: fifteen with the first code, each further ten or part of ten with the add-on. */
export const readSkinTags: ServiceReader = (reading) => {
  const told = findDone(reading, pattern);
  const said = told.length > 0 || !says(reading, named) ? told : findDone(reading, snipped);
  if (said.length === 0) return nothingRead;
  const counts = said
    .flatMap(({ statement }) => nearby(reading, statement, { back: 0, on: 1 }))
    .flatMap(({ text }) => countOf(text, noun) ?? []);
  const count = Math.max(0, ...counts);
  const rules = [count > 0 ? `${count} skin tags` : 'skin tags, up to fifteen'];
  const first = { code: '11200', units: 1, said, rules };
  return {
    services:
      count > 15 ? [first, { code: '11201', units: Math.ceil((count - 15) / 10), said, rules }] : [first],
  };
};
