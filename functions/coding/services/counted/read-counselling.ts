import { findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const tobacco = /\b(smok\w+|tobacco|cigarettes?|nicotine|vap(e|ing)|cessation|quit(ting)?|stopping)\b/i;
const counsel = /\b(counsel\w*|spent|discuss\w*|cessation|time)\b/i;
const notThis = /\b(total time|e\/m|visit time|advance care|diet|obesity|weight|alcohol|visit was)\b/i;

/** Counselling on tobacco by its own minutes: more than three, or more than ten. */
export const readCounselling: ServiceReader = (reading) => {
  if (!says(reading, /smok|tobacco|cigar|nicotin|vap/i)) return nothingRead;
  const said = findTold(reading, /\b\d+\s*-?\s*min(ute)?s?\b|\b\w+ minutes?\b/i).filter(({ statement }) => {
    const near = textOf(nearby(reading, statement, { back: 1, on: 1 }));
    return (
      counsel.test(statement.text) &&
      tobacco.test(near) &&
      (tobacco.test(statement.text) || !notThis.test(statement.text))
    );
  });
  const [first] = said.filter(({ statement }) => !notThis.test(statement.text));
  const minutes = first && minutesIn(first.statement.text)[0]?.minutes;
  if (!first || minutes === undefined) {
    const named = findTold(reading, /\b(smoking|tobacco|nicotine) cessation counsel\w*/i);
    return named.length > 0
      ? {
          services: [],
          questions: ['How many minutes of counselling on tobacco were given (99406 takes more than 3)?'],
        }
      : nothingRead;
  }
  if (minutes <= 3)
    return {
      services: [],
      refused: [
        { code: '99406', said: [first], rule: 'counselling of three minutes or less is part of the visit' },
      ],
    };
  return {
    services: [
      {
        code: minutes > 10 ? '99407' : '99406',
        units: 1,
        said: [first],
        rules: [`${minutes} minutes of counselling on tobacco`],
      },
    ],
  };
};
