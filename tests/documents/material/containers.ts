import type { DocumentKind } from '../../../functions/documents/reading.ts';
import { column, pdf, twoColumns } from './pdf.ts';
import { entry, escapeXml, paragraph, table, textBox, word } from './word.ts';

type Container = {
  readonly kind: DocumentKind;
  readonly write: (sentences: readonly string[]) => Promise<Uint8Array> | Uint8Array;
  /** What of a sentence the container can hold at all. */
  readonly takes?: (sentence: string) => string;
};

const utf8 = (text: string): Uint8Array => Buffer.from(text);

const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

/** Rich text as Word writes it: signs escaped, all beyond ASCII by number with a stand-in. */
const rtfText = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code > 127) return `\\u${code}?`;
    return /[\\{}]/.test(sign) ? `\\${sign}` : sign;
  }).join('');

const rtf = (body: string): Uint8Array =>
  utf8(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}{\\*\\generator Word;}\\viewkind4\\uc1\n${body}}`,
  );

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const cda = (body: string): Uint8Array =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Note</title>${body}</ClinicalDocument>`,
  );

const section = (title: string, text: string): string =>
  `<component><section><code code="10164-2" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text></section></component>`;

const structured = (sections: string): Uint8Array =>
  cda(`<component><structuredBody>${sections}</structuredBody></component>`);

const hl7Text = (text: string): string => {
  const codes: Readonly<Record<string, string>> = { '|': 'F', '^': 'S', '&': 'T', '~': 'R', '\\': 'E' };
  return text.replace(/[|^&~\\]/g, (sign) => `\\${codes[sign]}\\`);
};

const hl7 = (segments: readonly string[]): Uint8Array =>
  utf8(`MSH|^~\\&|LAB|CLINIC|CW|CW|20260302||MDM^T02|1|P|2.5.1\r${segments.join('\r')}\r`);

const fhir = (resource: unknown): Uint8Array => utf8(JSON.stringify(resource));

/** Letters of the Latin page that the standard fonts of PDF have. */
const latin = (text: string): string => text.replace(/[≥]/g, '>=');

const lines = (text: string): readonly string[] =>
  text.match(/.{1,60}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];

/** Every way in which a text can lie in a document; what is written does not know the readers. */
export const containers: Readonly<Record<string, Container>> = {
  'plain text in UTF-8': { kind: 'text', write: (all) => utf8(all.join('\n')) },
  'plain text in UTF-16 with its mark': { kind: 'text', write: (all) => utf16(all.join('\r\n'), 'le') },
  'plain text in UTF-16, big end first': { kind: 'text', write: (all) => utf16(all.join('\r\n'), 'be') },
  'a page of HTML': {
    kind: 'html',
    write: (all) =>
      utf8(
        `<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>${all.map((one) => `<p>${escapeXml(one)}</p>`).join('')}<script>var x = "no";</script></body></html>`,
      ),
  },
  'a table of HTML': {
    kind: 'html',
    write: (all) =>
      utf8(
        `<html><body><table>${all.map((one) => `<tr><td>${escapeXml(one)}</td><td>x</td></tr>`).join('')}</table></body></html>`,
      ),
  },
  'rich text': {
    kind: 'rtf',
    write: (all) => rtf(all.map((one) => `\\pard ${rtfText(one)}\\par\n`).join('')),
  },
  'a table of rich text': {
    kind: 'rtf',
    write: (all) =>
      rtf(
        all
          .map((one) => `\\trowd\\cellx4000\\cellx8000\\intbl ${rtfText(one)}\\cell x\\cell\\row\n`)
          .join(''),
      ),
  },
  'a shape of rich text': {
    kind: 'rtf',
    write: (all) =>
      rtf(
        all
          .map(
            (one) =>
              `\\pard{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard ${rtfText(one)}\\par}}{\\shprslt twice}}\\par\n`,
          )
          .join(''),
      ),
  },
  'paragraphs of Word': {
    kind: 'docx',
    write: (all) => word({ body: all.map((one) => paragraph(one)).join('') }),
  },
  'a list of Word': { kind: 'docx', write: (all) => word({ body: all.map((one) => entry(one)).join('') }) },
  'a table of Word': { kind: 'docx', write: (all) => word({ body: table(all.map((one) => ['x', one])) }) },
  'text boxes of Word': { kind: 'docx', write: (all) => word({ body: all.map(textBox).join('') }) },
  'footnotes of Word': { kind: 'docx', write: (all) => word({ body: paragraph('x'), footnotes: all }) },
  'the header of Word': {
    kind: 'docx',
    write: (all) => word({ body: paragraph('x'), header: all.map((one) => paragraph(one)).join('') }),
  },
  'a page of PDF': { kind: 'pdf', takes: latin, write: (all) => pdf([column(all.flatMap(lines))]) },
  'pages of PDF': { kind: 'pdf', takes: latin, write: (all) => pdf(all.map((one) => column(lines(one)))) },
  'columns of PDF': {
    kind: 'pdf',
    takes: latin,
    write: (all) => {
      const filler = Array.from({ length: 4 }, (_, at) => `is a line of words as number ${at} here`);
      const left = [
        ...all.flatMap((one) => one.match(/.{1,34}(?:\s|$)|.{1,34}/g)?.map((line) => line.trim()) ?? []),
        ...filler,
      ];
      return pdf([
        twoColumns(
          left,
          left.map((_, at) => `other words of line ${at} on the right`),
        ),
      ]);
    },
  },
  'a narrative of C-CDA': {
    kind: 'ccda',
    write: (all) =>
      structured(all.map((one) => section('HPI', `<paragraph>${escapeXml(one)}</paragraph>`)).join('')),
  },
  'a table of C-CDA': {
    kind: 'ccda',
    write: (all) =>
      structured(
        section(
          'HPI',
          `<table><tbody>${all.map((one) => `<tr><td>x</td><td>${escapeXml(one)}</td></tr>`).join('')}</tbody></table>`,
        ),
      ),
  },
  'bare text of C-CDA': {
    kind: 'ccda',
    write: (all) => structured(section('HPI', all.map(escapeXml).join('<br/>'))),
  },
  'rich text within C-CDA': {
    kind: 'ccda',
    write: (all) =>
      cda(
        `<component><nonXMLBody><text mediaType="text/rtf" representation="B64">${base64(rtf(all.map((one) => `${rtfText(one)}\\par `).join('')))}</text></nonXMLBody></component>`,
      ),
  },
  'observations of HL7 v2': {
    kind: 'hl7v2',
    write: (all) => hl7(all.map((one, at) => `OBX|${at + 1}|TX|11506-3^Note^LN||${hl7Text(one)}||||||F`)),
  },
  'formatted text of HL7 v2': {
    kind: 'hl7v2',
    write: (all) => hl7([`OBX|1|FT|11506-3^Note^LN||${all.map(hl7Text).join('\\.br\\')}||||||F`]),
  },
  'repetitions of HL7 v2': {
    kind: 'hl7v2',
    write: (all) => hl7([`OBX|1|TX|11506-3^Note^LN||${all.map(hl7Text).join('~')}||||||F`]),
  },
  'notes of HL7 v2 in a frame': {
    kind: 'hl7v2',
    write: (all) =>
      Buffer.concat([
        Buffer.of(11),
        hl7(all.map((one, at) => `NTE|${at + 1}||${hl7Text(one)}`)),
        Buffer.of(28, 13),
      ]),
  },
  'a document within HL7 v2': {
    kind: 'hl7v2',
    write: (all) =>
      hl7([
        `OBX|1|ED|11506-3^Note^LN||^application^rtf^Base64^${base64(rtf(all.map((one) => `${rtfText(one)}\\par `).join('')))}||||||F`,
      ]),
  },
  'a composition of FHIR': {
    kind: 'fhir',
    write: (all) =>
      fhir({
        resourceType: 'Bundle',
        type: 'document',
        entry: [
          {
            resource: {
              resourceType: 'Composition',
              status: 'final',
              title: 'Note',
              section: all.map((one) => ({
                title: 'HPI',
                text: {
                  status: 'generated',
                  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escapeXml(one)}</p></div>`,
                },
              })),
            },
          },
        ],
      }),
  },
  'an attachment of FHIR': {
    kind: 'fhir',
    write: (all) =>
      fhir({
        resourceType: 'DocumentReference',
        status: 'current',
        content: [{ attachment: { contentType: 'text/plain', data: base64(utf8(all.join('\n'))) } }],
      }),
  },
  'a binary beside its reference in FHIR': {
    kind: 'fhir',
    write: (all) =>
      fhir({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          {
            resource: {
              resourceType: 'DocumentReference',
              status: 'current',
              content: [{ attachment: { url: 'Binary/b1' } }],
            },
          },
          {
            resource: {
              resourceType: 'Binary',
              id: 'b1',
              contentType: 'text/plain',
              data: base64(utf8(all.join('\n'))),
            },
          },
        ],
      }),
  },
  'notes of FHIR': {
    kind: 'fhir',
    write: (all) =>
      fhir({ resourceType: 'Condition', code: { text: 'Gout' }, note: all.map((one) => ({ text: one })) }),
  },
};
