import type { Statement } from '../../note/read-statements.ts';
import { findTold, says } from '../reading/find-done.ts';
import { textOf } from '../reading/nearby.ts';
import {
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

const thing =
  /\b(foreign bod(y|ies)|fb|beads?|peas?|corn|popcorn|pebbles?|stones?|toys?|insects?|bugs?|cotton|q-?tips?|earbud tip|batter(y|ies)|buttons?|crayons?|paper|foam|lego|seeds?)\b/i;
const taken = /\b(removed|extracted|retrieved|taken out|pulled out|came out|flushed out|delivered)\b/i;
const ear = /\b(ears?|canal|eac)\b/i;
const nose = /\b(nose|nostrils?|nares?|naris|nasal)\b/i;

const placeOf = ({ places }: ServiceReading, statement: Statement): number => places.get(statement) ?? 0;

const inSight = (reading: ServiceReading, { statement }: Said): string =>
  textOf(
    reading.statements.slice(Math.max(0, placeOf(reading, statement) - 2), placeOf(reading, statement) + 2),
  );

/** What was stuck in an ear or a nose and taken out here: the thing and its place may stand a sentence before. */
export const readOpenings: ServiceReader = (reading) => {
  if (!says(reading, thing)) return nothingRead;
  const said = findTold(reading, taken).filter(
    (one) =>
      !['background', 'history', 'reason'].includes(one.statement.section) &&
      thing.test(inSight(reading, one)),
  );
  const [first] = said;
  if (!first) return nothingRead;
  const near = inSight(reading, first);
  if (/\b(eye|cornea\w*|conjunctiv\w*|lid|skin|finger|foot|hand|cerumen|wax)\b/i.test(near))
    return nothingRead;
  const rules = ['taken out here'];
  if (ear.test(near)) return { services: [{ code: '69200', units: 1, said: [first], rules }] };
  return nose.test(near) ? { services: [{ code: '30300', units: 1, said: [first], rules }] } : nothingRead;
};
