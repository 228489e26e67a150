import { numberPattern, readNumber } from './read-number.ts';

/** Minutes that a text tells, with the place. */
export type Minutes = { readonly minutes: number; readonly index: number; readonly end: number };

/** "9:05" or "0905": three digits are a dose as often as a time. */
const clock = '(\\d{1,2}(?=:)|[01]\\d|2[0-3]):?([0-5]\\d)(?!\\d)\\s*(am|pm|a\\.m\\.|p\\.m\\.|a|p)?\\b';
const between = new RegExp(
  `\\b${clock}[^\\d;]{0,24}?(?:-|–|—|to|until|till|through|end(?:ed)?|stop(?:ped)?|finish\\w*|out|,)[^\\d;]{0,16}?${clock}`,
  'gi',
);
const hoursAndMinutes =
  /\b(\d+(?:\.\d+)?)\s{0,9}-?\s{0,9}(?:hours?|hrs?|h)\b(?:\s{0,9}(?:and|,)?\s{0,9}(\d{1,2})\s{0,9}-?\s{0,9}(?:minutes?|mins?|m)\b)?/gi;
const plain = new RegExp(
  `\\b(${numberPattern}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\\s{0,9}-?\\s{0,9}(?:minutes?|mins?|min\\.|')(?![\\w])`,
  'gi',
);
const tens =
  /\b(thirty|forty|fifty|sixty)(?:[- ](one|two|three|four|five|six|seven|eight|nine))?\s{0,9}-?\s{0,9}(?:minutes?|mins?)\b/gi;
const tensOf: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, sixty: 60 };

const minuteOfDay = (
  hour: string,
  minute: string | undefined,
  half: string | undefined,
): number | undefined => {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 23 || m > 59) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith('p') && h < 12;
  return (isAfternoon ? h + 12 : h) * 60 + m;
};

const clocked = (text: string): readonly Minutes[] =>
  [...text.matchAll(between)].flatMap((found) => {
    const [whole, h1 = '', m1, half1, h2 = '', m2, half2] = found;
    const hasClock =
      /:/.test(whole) ||
      half1 !== undefined ||
      half2 !== undefined ||
      /start|stop|end|in|out/i.test(text.slice(Math.max(0, found.index - 20), found.index) + whole);
    const [from, to] = [minuteOfDay(h1, m1, half1), minuteOfDay(h2, m2, half2)];
    if (!hasClock || from === undefined || to === undefined) return [];
    // "11:40 to 12:25" and "12:40 to 1:25" need no half of the day: the session is shorter than half a day.
    const minutes = (((to - from) % 720) + 720) % 720;
    return minutes > 0 && minutes <= 480
      ? [{ minutes, index: found.index, end: found.index + whole.length }]
      : [];
  });

const spelled = (word: string): number | undefined => readNumber(word);

/** All minutes that a text tells: as a number, as hours, or between two times of the day. */
export const minutesIn = (text: string): readonly Minutes[] => {
  const clocks = clocked(text);
  const hours = [...text.matchAll(hoursAndMinutes)].map(({ index, 0: whole, 1: h = '0', 2: m = '0' }) => ({
    minutes: Number(h) * 60 + Number(m),
    index,
    end: index + whole.length,
  }));
  const tensFound = [...text.matchAll(tens)].map(({ index, 0: whole, 1: ten = '', 2: one }) => ({
    minutes: (tensOf[ten.toLowerCase()] ?? 0) + (readNumber(one) ?? 0),
    index,
    end: index + whole.length,
  }));
  const plains = [...text.matchAll(plain)].flatMap(({ index, 0: whole, 1: word = '' }) => {
    const minutes = spelled(word);
    return minutes === undefined ? [] : [{ minutes, index, end: index + whole.length }];
  });
  const all = [...clocks, ...hours, ...tensFound, ...plains];
  return all
    .filter(
      (one) =>
        !all.some(
          (other) =>
            other !== one &&
            other.index <= one.index &&
            other.end >= one.end &&
            other.end - other.index > one.end - one.index,
        ),
    )
    .sort((a, b) => a.index - b.index);
};
