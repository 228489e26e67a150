const small: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
};
const tens = 'twenty|thirty|forty|fifty';
const count = `(?:\\d{1,3}|(?:${tens})[- ](?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(small).join('|')})`;

/** A number as digits or as an English word up to sixty. */
export const readCount = (text: string): number => {
  const sum = text
    .toLowerCase()
    .split(/[- ]/)
    .reduce((all, one) => all + (small[one] ?? Number(one)), 0);
  return Number.isNaN(sum) ? 0 : sum;
};

/** Source of a pattern for a number of hours or minutes; it has no groups of its own. */
export const duration = `(?:(?:${count}\\s*(?:-|–|to)\\s*)?${count}[- ]*(?:min\\b|mins\\b|minutes?\\b)|(?:\\d(?:\\.\\d+)?|an?|one|two)[- ](?:hours?\\b|hrs?\\b)(?:\\s*(?:and\\s*)?${count}[- ]*(?:min\\b|mins\\b|minutes?\\b))?)`;

const inMinutes = new RegExp(`^(?:(?<least>${count})\\s*(?:-|–|to)\\s*)?(?<minutes>${count})[- ]*min`, 'i');
const inHours = new RegExp(
  `^(?<hours>\\d(?:\\.\\d+)?|an?|one|two)[- ](?:hours?|hrs?)(?:\\s*(?:and\\s*)?(?<minutes>${count}))?`,
  'i',
);

const hoursOf = (text: string): number =>
  /^an?$/i.test(text) ? 1 : (small[text.toLowerCase()] ?? Number(text));

/** The minutes that a matched duration means; a range counts by its lower end, which alone is surely met. */
export const minutesOf = (text: string): number => {
  const minutes = inMinutes.exec(text)?.groups;
  if (minutes) return readCount(minutes.least ?? minutes.minutes ?? '0');
  const hours = inHours.exec(text)?.groups;
  return hours ? Math.round(hoursOf(hours.hours ?? '0') * 60) + readCount(hours.minutes ?? '0') : 0;
};

const firstDuration = new RegExp(`(?<![\\d.])${duration}`, 'i');
const clock = /\b(\d{1,2}):(\d{2})\s*(am|pm)?\b[^\d:]{1,24}\b(\d{1,2}):(\d{2})\s*(am|pm)?\b/i;

/** The span of two times of day, "10:02 AM, end 10:59 AM"; none where it is no visit's length. */
const betweenTimes = (text: string): number | undefined => {
  const found = clock.exec(text);
  if (!found) return undefined;
  const [from = 0, to = 0] = [
    Number(found[1]) * 60 + Number(found[2]),
    Number(found[4]) * 60 + Number(found[5]),
  ];
  // Across noon the hours of the day begin again at one.
  const span = to >= from ? to - from : to + 12 * 60 - from;
  return span > 0 && span <= 240 ? span : undefined;
};

/** The first length of time that a text states, in minutes, or that its two times of day make. */
export const readMinutes = (text: string): number | undefined => {
  const found = firstDuration.exec(text);
  return found ? minutesOf(found[0]) : betweenTimes(text);
};
