import fc from 'fast-check';

/** The same examples for every mutant, and no shrinking: that it fails is all that is asked. */
fc.configureGlobal({ seed: 20_260_320, endOnFailure: true });
