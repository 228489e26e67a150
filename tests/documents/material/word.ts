import { type ZipPart, zip } from './zip.ts';

const space =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

export const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Heading1"/>');

export const entry = (text: string, list = 1, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** As Word saves a text box: the shape, and the same once more for older readers. */
export const textBox = (text: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const styles = `<w:styles ${space}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

export type WordParts = {
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: readonly string[];
  readonly extra?: readonly ZipPart[];
};

const footnotesOf = (notes: readonly string[]): string =>
  `<w:footnotes ${space}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${notes.map((note, at) => `<w:footnote w:id="${at + 1}">${paragraph(note)}</w:footnote>`).join('')}</w:footnotes>`;

/** A Word document with the parts that Word writes. */
export const word = ({ body, header, footer, footnotes, extra = [] }: WordParts): Buffer => {
  const beside: readonly (readonly [string, string | undefined])[] = [
    ['styles', styles],
    ['numbering', numbering],
    ['header', header && `<w:hdr ${space}>${header}</w:hdr>`],
    ['footer', footer && `<w:ftr ${space}>${footer}</w:ftr>`],
    ['footnotes', footnotes && footnotesOf(footnotes)],
  ];
  const there = beside.flatMap(([type, xml]) => (xml ? [{ type, xml }] : []));
  const relations = there.map(
    ({ type }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relationType}/${type}" Target="${type}1.xml"/>`,
  );
  return zip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${relationType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${space}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    { name: 'word/_rels/document.xml.rels', data: `<Relationships>${relations.join('')}</Relationships>` },
    ...there.map(({ type, xml }) => ({ name: `word/${type}1.xml`, data: xml })),
    ...extra,
  ]);
};
