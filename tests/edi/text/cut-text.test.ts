import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BankCredit } from '../../../functions/domain/ledger/deposit.ts';
import { cutText } from '../../../functions/edi/text/cut-text.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 30 });

it('a text is cut where a character ends, and not shorter than that', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, most) => {
      const cut = cutText(text, most);
      expect(cut.isWellFormed() && text.startsWith(cut) && cut.length <= most).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(most, text.length) - 1);
    }),
  );
});

it('of an account the last characters are kept, none of them cut in half', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (number) => {
      const { account = '' } = BankCredit.parse({ date: '2026-03-02', amount: 1, account: `7${number}7` });
      expect(account.isWellFormed() && [...account].length <= 4).toBe(true);
    }),
  );
});
