import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { nothingRead, type Said, type ServiceReader } from '../reading/service-reading.ts';

const drainage =
  /\b(i ?& ?d|i and d|incision (and|&) drainage|incised and drained|lanced|(abscess|boil|furuncle|carbuncle|paronychia|felon)\b[^;]{0,50}\b(drained|incised|opened))\b/i;
/** "Incised 3 cm, loculations broken up": what was opened stands in the sentence before. */
const opened =
  /\b(incised|opened|lanced|incision made|stab incision)\b[^;]{0,90}\b(pus|purulen\w+|loculat\w+|drain\w+|packed|packing)\b/i;
const ofSkin =
  /\b(abscess\w*|boils?|furuncles?|carbuncles?|paronychia|felon|infected (sebaceous |epidermal |epidermoid )?cyst|hidradenitis)\b/i;
/** Abscesses with codes of their own. */
const elsewhere =
  /\b(pilonidal|bartholin\w*|peri-?(rectal|anal)|ischiorectal|peritonsillar|dental|breast|hematoma|seroma)\b/i;
const complicated =
  /\b(complicated|complex|multiple abscess\w*|(two|three|2|3) abscesses|drain placed|penrose|loculations? (were )?(broken|lysed|disrupted|taken down)|(broke|broken|breaking) (up )?(the )?loculations?)\b/i;

/** Incision and drainage of an abscess of the skin, simple, or complicated and several. */
export const readDrainages: ServiceReader = (reading) => {
  if (!says(reading, ofSkin)) return nothingRead;
  const isHere = ({ statement }: Said): boolean =>
    !['history', 'background', 'reason'].includes(statement.section);
  const named = findDone(reading, drainage).filter(isHere);
  const said = named.length > 0 ? named : findDone(reading, opened).filter(isHere);
  if (said.length === 0) return nothingRead;
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 2, on: 3 }))),
  ]);
  if (elsewhere.test(near)) return nothingRead;
  const isComplicated = complicated.test(near);
  return {
    services: [
      {
        code: isComplicated ? '10061' : '10060',
        units: 1,
        said,
        rules: [isComplicated ? 'complicated, or several' : 'a simple abscess'],
      },
    ],
  };
};
