import { cutIsa, stripPreamble } from '../text/delimiters.ts';

/** The interchanges of a file that holds several, each with the delimiters that it declares for itself. */
export const splitInterchanges = (text: string): string[] => {
  const interchanges: string[] = [];
  let rest = stripPreamble(text);
  while (rest.startsWith('ISA')) {
    const end = endOfInterchange(rest);
    interchanges.push(rest.slice(0, end));
    rest = stripPreamble(rest.slice(end));
  }
  return rest === '' ? interchanges : [...interchanges, rest];
};

/** The offset after the terminator of the IEA; an interchange without one takes all that is left. */
const endOfInterchange = (text: string): number => {
  const isa = cutIsa(text);
  if (!isa.success) return text.length;
  const { element, segment } = isa.data.delimiters;
  let start = isa.data.length;
  while (start < text.length) {
    const end = text.indexOf(segment, start);
    if (end < 0) return text.length;
    if (text.slice(start, end).trimStart().startsWith(`IEA${element}`)) return end + segment.length;
    start = end + segment.length;
  }
  return text.length;
};
