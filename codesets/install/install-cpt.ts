import { CodeSetError } from '../code-set-error.ts';
import { yearInName } from './edition-dates.ts';
import { firstFile } from './list-edition.ts';
import { readText, type SourceFile } from './source-files.ts';
import { readTable } from './table.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';

const cptName = /^(cpt|longul|medu|shortu|consolidated).*\.(txt|csv|tsv)$/i;

export const isCptFile = (name: string): boolean => cptName.test(name);

const cptCode = /^\d{4}[0-9FTU]$/;

const cptFromTable = (file: SourceFile, validFrom: string): CodeRecord[] =>
  readTable(file, {
    code: { heading: /^(CPT )?CODE$/ },
    description: { heading: /^(LONG|MEDIUM|SHORT)( DESCRIPT\w+)?$|^DESCRIPT\w+$/ },
  }).flatMap(({ code, description }) =>
    cptCode.test(code) ? [{ key: code, validFrom, fields: { description } }] : [],
  );

/** The AMA's text files: a code, a space or tab, and its descriptor on one line. */
const cptFromLines = (file: SourceFile, validFrom: string): CodeRecord[] =>
  readText(file)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, key, description] = /^(\d{4}[0-9FTU])[ \t]+(\S.*?)\s*$/.exec(line) ?? [];
      return key && description ? [{ key, validFrom, fields: { description } }] : [];
    });

/** Compiles CPT from the file that the user's own licence with the AMA gives; nothing of it is in this project. */
export const compileCpt = (files: readonly SourceFile[]): EditionContent[] => {
  const file = firstFile(files, cptName, "CPT file of the user's licence (LONGULT.txt, cpt2026.txt, …)");
  const dates =
    yearInName(file.name) ?? yearInName(file.archive) ?? yearInName(file.name.replace(/\D+/g, ' '));
  if (!dates)
    throw new CodeSetError(`${file.name}: its name tells no year; name it cpt-2026.txt or the like`);
  const lines = cptFromLines(file, dates.validFrom);
  const records = lines.length > 0 ? lines : cptFromTable(file, dates.validFrom);
  if (records.length === 0) throw new CodeSetError(`${file.name} has no CPT code; check the file`);
  return [
    {
      edition: { set: 'cpt', ...dates, rows: records.length, source: file.name, parts: {}, notes: [] },
      records,
    },
  ];
};
