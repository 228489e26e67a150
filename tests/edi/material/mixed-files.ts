/** The groups of several files in one interchange, that of the first; each has segments that end with "~". */
export const inOneInterchange = (...files: readonly string[]): string => {
  const groups = files.map((file) => file.slice(file.indexOf('GS*'), file.indexOf('IEA*')));
  const [first = ''] = files;
  const trailer = first.slice(first.indexOf('IEA*')).replace(/IEA\*\d+/, `IEA*${files.length}`);
  return `${first.slice(0, first.indexOf('GS*'))}${groups.join('')}${trailer}`;
};

/** A TA1 about the interchange of ours with the number. */
export const ta1Segment = (code: string, controlNumber = '000004711'): string =>
  `TA1*${controlNumber}*260302*0930*${code}*000~\n`;
