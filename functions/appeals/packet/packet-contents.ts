import type { Enclosure } from './enclosures.ts';

/** A table with its heads; columns by their share of the width. */
export type Table = {
  readonly columns: readonly { readonly head: string; readonly share: number; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

/** What a section shows, from top to bottom. */
export type Block =
  | { readonly kind: 'text' | 'subheading' | 'small' | 'note' | 'item'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'table'; readonly table: Table };

/** A part of the packet with its entry in the table of contents: written here, or put in as it came. */
export type Section = { readonly title: string } & (
  | { readonly blocks: readonly Block[]; readonly isLetter?: true }
  | { readonly enclosure: Enclosure }
);

/** Who sends it, as it stands at the head of the cover and of the letter. */
export type Letterhead = { readonly name: string; readonly lines: readonly string[] };

/** All that a packet is made of: the same contents give the same bytes. */
export type PacketContents = {
  readonly title: string;
  /** The claim, as it stands at the foot of each page: a number and no name. */
  readonly claimNumber: string;
  readonly letterhead: Letterhead;
  /** The day that the letter bears. */
  readonly date: string;
  readonly cover: readonly (readonly [string, string])[];
  readonly sections: readonly Section[];
};
