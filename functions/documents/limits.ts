const million = 1_000_000;

/** What one document may say, in UTF-16 units: some six hundred pages. */
export const mostText = 2 * million;
export const mostFacts = 20_000;
export const mostPages = 500;

/** Elements of an XML document, and how deep they nest. The largest C-CDA seen have some 200,000. */
export const mostNodes = million;
export const mostDepth = 200;

/** What the parts of a package may have, unpacked and together, and how many there may be. */
export const mostUnpacked = 64 * million;
export const mostEntries = 4000;

/** A document within a document within a document. */
export const mostNested = 3;

/** How long the pages of a PDF are read, in milliseconds. */
export const mostTime = 20_000;
