import { edits } from '../../functions/scrubbing/find-broken-edits.ts';

const families = {
  identity: 'Who bills, who gave the services, whose policy pays',
  filing: 'Where, when, on whose order and with which payers first',
  coverage: 'What a payer covers, for which diagnosis',
  diagnosis: 'Diagnoses',
  procedure: 'Services',
  modifier: 'Modifiers',
  ncci: 'CMS’s National Correct Coding Initiative, over all claims of the provider for the day',
  history: 'What was done for the patient on other visits',
  learned: 'What payers denied this practice',
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const familyOf = (code: string): string => code.slice(0, code.indexOf('-'));

const table = (family: string): readonly string[] => [
  '| code | severity | desk | source |',
  '|---|---|---|---|',
  ...edits
    .filter(({ code }) => familyOf(code) === family)
    .map(
      ({ code, severity = 'block', desk, source }) =>
        `| ${code} | ${severity} | ${desk ?? 'by the field'} | ${cell(source)} |`,
    ),
];

/** `docs/edits.md`: every edit with how much it weighs, who can mend what it finds, and the rule behind it. */
export const editsPage = (): string => {
  const known = Object.entries(families).filter(([family]) =>
    edits.some(({ code }) => familyOf(code) === family),
  );
  const lines = [
    '# The edits',
    '',
    `What a visit is held to before a claim is made of it: ${edits.length} edits. **block** lets no claim be made, **warn** none until it is`,
    'mended or answered with a reason, **info** is told and stops nothing. An edit that rests on a code set of another time',
    'than the visit warns and names the edition, and blocks nothing. Written by `npm run build:edits-page`.',
    ...known.flatMap(([family, heading]) => ['', `## ${heading}`, '', ...table(family)]),
  ];
  return `${lines.join('\n')}\n`;
};
