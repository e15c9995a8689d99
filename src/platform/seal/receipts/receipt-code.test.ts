// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { unwrapKey, wrapKey } from '../crypto/box.ts';
import { toHex } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { given, hex, secret, vectors } from '../testing/vectors.ts';
import { makeReceiptCode, printReceiptCode, readReceiptCode, withCheckDigit } from './receipt-code.ts';
import { receiptKeys, receiptWordKek, receiptWordSlow } from './receipt-keys.ts';
import { tidySecretWord, wordTry } from './secret-word.ts';

describe('receipt codes', () => {
  it.each(vectors.check_digit)('get the check digit of the vectors: $receipt', (row) => {
    expect(withCheckDigit(row.digits)).toBe(row.receipt);
    expect(row.receipt.endsWith(row.check)).toBe(true);
  });

  it.each(vectors.receipt_input)('are read as the vectors say: $input_text', (row) => {
    expect(readReceiptCode(row.input_text)).toEqual(row.out);
  });

  it('are sixteen digits that read back, each digit drawn alone', () => {
    const code = makeReceiptCode();
    expect(readReceiptCode(printReceiptCode(code))).toEqual({ code });
    let drawn = 0;
    expect(makeReceiptCode(() => drawn++ % 10)).toBe(withCheckDigit('012345678901234'));
    expect(drawn).toBe(15);
  });

  it('show every single wrong digit and every swap of neighbours', () => {
    const code = '4821093755601186';
    for (let at = 0; at < code.length; at += 1) {
      for (const digit of '0123456789') {
        const wrong = code.slice(0, at) + digit + code.slice(at + 1);
        expect(readReceiptCode(wrong)).toEqual(wrong === code ? { code } : { err: 'check' });
      }
      const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
      if (at + 1 < code.length && swapped !== code)
        expect(readReceiptCode(swapped)).toEqual({ err: 'check' });
    }
  });

  it('may be written with any dash, space or mark between the digits', () => {
    for (const gap of [
      '\u00a0',
      '\u202f',
      '\u3000',
      '\u2013',
      '\u2212',
      '\u200f',
      '\u2066',
      '\ufeff',
      '\t',
    ]) {
      expect(readReceiptCode(['4821', '0937', '5560', '1186'].join(gap))).toEqual({
        code: '4821093755601186',
      });
    }
    expect(readReceiptCode('')).toEqual({ err: 'length', n: 0 });
  });
});

describe('receipt keys', () => {
  const { receipt, receipt_word: word } = vectors;
  const pepper = secret(receipt.pepper);

  it('come out of the slow hash and the pepper as the vectors', () => {
    const keys = receiptKeys(secret(receipt.slow), pepper);
    expect(toHex(keys.lookup)).toBe(receipt.lookup);
    expect(toHex(keys.kek.bytes())).toBe(receipt.kek);
  });

  it('come out of code and secret word as the vectors, at full cost', async () => {
    const typed = { code: receipt.code_text, word: word.word_norm_text };
    const slow = await receiptWordSlow(typed, hex(word.word_salt));
    expect(toHex(slow.bytes())).toBe(word.slow);
    const kek = receiptWordKek(slow, pepper);
    expect(toHex(kek.bytes())).toBe(word.kek);
    const place = { key: kek, context: context.wrapReceipt(receipt.receipt_id) };
    const wrapped = wrapKey(place, secret(receipt.priv), given(word.wrap_nonce));
    expect(toHex(wrapped)).toBe(word.wrapped);
    expect(toHex(unwrapKey(place, wrapped).bytes())).toBe(receipt.priv);
  });
});

describe('the secret word', () => {
  it('has one form, however it was typed [N67]', () => {
    const { word_text: typed, word_norm_text: tidy } = vectors.receipt_word;
    expect(tidySecretWord(typed)).toBe(tidy);
    expect(tidySecretWord('SAULE  me\u0304ness')).toBe(tidy);
    expect(tidySecretWord('ｓａｕｌｅ\u3000mēness')).toBe(tidy);
  });

  it('has four characters at least, counted as people count', () => {
    expect(tidySecretWord(' abc ')).toBeNull();
    expect(tidySecretWord('月亮太')).toBeNull();
    expect(tidySecretWord('𠀀𠀁𠀂')).toBeNull();
    expect(tidySecretWord('月亮太阳')).toBe('月亮太阳');
  });

  it('may be tried five times in a window and twenty in all [N67]', () => {
    expect(wordTry({ inWindow: 4, inAll: 4 })).toBe('open');
    expect(wordTry({ inWindow: 5, inAll: 5 })).toBe('wait');
    expect(wordTry({ inWindow: 0, inAll: 19 })).toBe('open');
    expect(wordTry({ inWindow: 0, inAll: 20 })).toBe('closed');
  });
});
