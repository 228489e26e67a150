import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const pattern =
  /\btrigger points?\b[^;]{0,90}?\b(?:inject\w*|needl\w+)|\b(?:inject\w*|needl\w+)\b[^;]{0,90}?\btrigger points?\b|\btpi\b/i;
/** "1 mL lidocaine each to the four muscles above": a trigger point injection in a note about them. */
const intoMuscles = /\b(?:ml|cc|lidocaine|bupivacaine|marcaine)\b[^;]{0,60}\bmuscles?\b/i;
/** A numbing drug into a muscle of the back or neck is one without the words, which may stand in a heading. */
const intoNamed =
  /\b(?:ml|cc|lidocaine|bupivacaine|marcaine|ropivacaine|xylocaine)\b[^;]{0,60}?\binto\b[^;]{0,80}?\b(?:trapezius|levator|rhomboids?|supraspinatus|infraspinatus|splenius|scalenes?|paraspinals?|quadratus|piriformis|gluteus|teres|latissimus|sternocleidomastoid)\b/i;
const muscles =
  /\b(trapezius|trapezii|levator(?: scapulae?)?|rhomboids?|supraspinatus|infraspinatus|splenius|semispinalis|sternocleidomastoid|scm|scalenes?|paraspinals?|paraspinous|quadratus lumborum|ql|gluteus (?:medius|maximus|minimus)|glutes?|piriformis|iliopsoas|latissimus|teres (?:major|minor)|deltoid|pectoralis|masseter|temporalis|suboccipitals?|multifidus|erector spinae|tensor fascia\w*|gastrocnemius|iliocostalis)\b/gi;
const counted = new RegExp(
  `\\b(${numberPattern})\\s+(?:[a-z]+\\s+){0,2}?muscles?(?: groups?)?\\b|muscles?\\s*(?:x|×)\\s*(\\d+)`,
  'i',
);
const bySide = /\b(bilateral(ly)?|both|right and left|b\/l)\b/i;

/** Muscles injected: a number that the note gives, or else those it names, each side of a pair for itself. */
const musclesIn = (text: string): number => {
  const found = counted.exec(text);
  const told = readNumber(found?.[1]) ?? readNumber(found?.[2]);
  if (told !== undefined) return told;
  const named = new Set((text.match(muscles) ?? []).map((word) => word.toLowerCase().replace(/s$/, '')));
  return bySide.test(text) ? named.size * 2 : named.size;
};

/** Trigger points by the muscles they are in: one or two, or three and more, however many needles. */
export const readTriggerPoints: ServiceReader = (reading) => {
  const told = findDone(reading, pattern);
  const isNamed = says(reading, /trigger point/i);
  const within = isNamed ? findDone(reading, intoMuscles) : [];
  const said = [told, within, findDone(reading, intoNamed)].find((some) => some.length > 0) ?? [];
  if (said.length === 0) return nothingRead;
  const own = musclesIn(textOf(said.map(({ statement }) => statement)));
  const around = musclesIn(
    textOf([...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 2 })))]),
  );
  const count = own > 0 ? own : around;
  const questions = count === 0 ? ['How many muscles were injected (20552, 20553)?'] : [];
  return {
    services: [
      {
        code: count >= 3 ? '20553' : '20552',
        units: 1,
        said,
        rules: [`${count > 0 ? count : 'uncounted'} muscles`],
        questions,
      },
    ],
  };
};
