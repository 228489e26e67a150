/** What a person types on a page to sign in. */
export type TypedCredentials = { readonly mailbox: string; readonly password: string; readonly code: string };

/** Why somebody is not signed in: what was typed is wrong, was tried too often, or the account is not set up yet. */
export type SignInRefusal = 'wrong' | 'too-often' | 'not-set-up';

/** Who signed in, by the subject of the token, or why nobody did. */
export type PageSignIn = { readonly subject: string } | { readonly refused: SignInRefusal };
