/** A line as its reader sees it: where in the source it begins, and whether its format says that it is a heading. */
export type ProseLine = { readonly text: string; readonly at: number; readonly isHeading?: true };
