/** The side of the body that something is on. */
export type Side = 'right' | 'left' | 'bilateral';
