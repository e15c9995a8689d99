// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { unwrapKey, wrapKey } from '../crypto/box.ts';
import { sha256, toHex, utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { given, hex, secret, vectors } from '../testing/vectors.ts';
import { checkCsrfToken, makeCsrfToken } from './csrf-token.ts';
import { makeIssuedPassword, tidyIssuedPassword } from './issued-password.ts';
import {
  boxDraft,
  deriveSession,
  newSessionToken,
  unboxDraft,
  unwrapFromSession,
  wrapForSession,
} from './session-keys.ts';
import { boxTotpSecret, unboxTotpSecret } from './totp-box.ts';
import { passkeyKek, passwordKeys } from './user-keys.ts';

const { user_password: user, session, draft, totp } = vectors;

const vectorSession = () => deriveSession(session.cookie_b64u);

describe('what a password yields', () => {
  it('is the vector at full cost, whatever form the letters came in', async () => {
    const from = { salt: hex(user.salt) };
    const keys = await passwordKeys(user.password_text, from, secret(user.pepper));
    expect(toHex(keys.verifier)).toBe(user.verifier);
    expect(toHex(keys.kek.bytes())).toBe(user.kek);
    expect(toHex(keys.totp.bytes())).toBe(user.totp_key);
    const place = { key: keys.kek, context: context.wrapUser(user.user_id, user.unlock_id) };
    expect(place.context).toBe(user.wrap_ctx);
    const wrapped = wrapKey(place, secret(user.user_priv), given(user.wrap_nonce));
    expect(toHex(wrapped)).toBe(user.wrapped);
    expect(toHex(unwrapKey(place, wrapped).bytes())).toBe(user.user_priv);
  });

  it('is the same for composed and decomposed letters', async () => {
    const from = { salt: hex(user.salt), kdfId: 0 };
    const composed = await passwordKeys('m\u0113ness', from, secret(user.pepper));
    const decomposed = await passwordKeys('me\u0304ness', from, secret(user.pepper));
    expect(composed.verifier.equals(decomposed.verifier)).toBe(true);
  });

  it('is worth nothing without the pepper', async () => {
    const from = { salt: hex(user.salt), kdfId: 0 };
    const here = await passwordKeys(user.password_text, from, secret(user.pepper));
    const elsewhere = await passwordKeys(user.password_text, from, secret('00'.repeat(32)));
    expect(here.verifier.equals(elsewhere.verifier)).toBe(false);
  });
});

describe('a passkey', () => {
  it('yields the key of the vector', () => {
    const { user_prf: prf } = vectors;
    expect(toHex(passkeyKek(secret(prf.prf_output), secret(prf.pepper)).bytes())).toBe(prf.kek);
  });
});

describe('issued passwords', () => {
  it('are twelve letters in three groups and read back however they are typed', () => {
    const password = makeIssuedPassword();
    expect(password).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(tidyIssuedPassword(password.toLowerCase().replaceAll('-', ' '))).toBe(password);
    expect(tidyIssuedPassword('7kq2 m9xd4rtb')).toBe(user.password_text);
    expect(tidyIssuedPassword('correct horse battery')).toBeNull();
  });
});

describe('the TOTP secret', () => {
  it('is boxed as the vector and opens only in its own unlock', () => {
    const place = { totpKey: secret(user.totp_key), unlockId: user.unlock_id };
    const boxed = boxTotpSecret(place, secret(totp.secret), given(totp.nonce));
    expect(toHex(boxed)).toBe(totp.box);
    expect(toHex(unboxTotpSecret(place, boxed).bytes())).toBe(totp.secret);
    expect(() => unboxTotpSecret({ ...place, unlockId: user.user_id }, boxed)).toThrow('seal.box');
  });
});

describe('a session', () => {
  it('has the id and keys of the vector, and wraps a private key as it', () => {
    const keys = vectorSession();
    expect(toHex(keys.id)).toBe(session.id);
    expect(toHex(keys.key.bytes())).toBe(session.key);
    expect(toHex(keys.csrf.bytes())).toBe(session.csrf_key);
    expect(context.wrapSession(keys.id)).toBe(session.wrap_ctx);
    const wrapped = wrapForSession(keys, secret(user.user_priv), given(session.wrap_nonce));
    expect(toHex(wrapped)).toBe(session.wrapped);
    expect(toHex(unwrapFromSession(keys, wrapped).bytes())).toBe(user.user_priv);
  });

  it('boxes a draft as the vector', () => {
    const keys = vectorSession();
    expect(context.draft(keys.id)).toBe(draft.ctx);
    const boxed = boxDraft(keys, utf8(draft.plain_text), given(draft.nonce));
    expect(toHex(sha256(boxed))).toBe(draft.box_sha256);
    expect(unboxDraft(keys, boxed).toString()).toBe(draft.plain_text);
  });

  it('opens nothing with another cookie [N26, N39]', () => {
    const other = deriveSession(newSessionToken());
    const boxed = boxDraft(vectorSession(), utf8('words'));
    expect(() => unboxDraft(other, boxed)).toThrow('seal.box');
    const sameRow = { ...other, id: vectorSession().id };
    expect(() => unwrapFromSession(sameRow, hex(session.wrapped))).toThrow('seal.box');
  });

  it('leaves no key behind once disposed', () => {
    const keys = vectorSession();
    keys[Symbol.dispose]();
    expect(() => keys.key.bytes()).toThrow('seal.key-disposed');
    expect(() => makeCsrfToken(keys.csrf)).toThrow('seal.key-disposed');
  });

  it('is not made from cookies of another form', () => {
    for (const cookie of ['', 'abc', `${session.cookie_b64u}A`, session.cookie_b64u.replace('3', '=')]) {
      expect(() => deriveSession(cookie)).toThrow('seal.session');
    }
  });
});

describe('form tokens', () => {
  const csrf = secret(session.csrf_key);

  it('are made as the vector and hold for their session', () => {
    expect(makeCsrfToken(csrf, given(session.csrf_nonce))).toBe(session.csrf_token_b64u);
    expect(checkCsrfToken(csrf, session.csrf_token_b64u)).toBe(true);
    expect(checkCsrfToken(csrf, makeCsrfToken(csrf))).toBe(true);
    expect(makeCsrfToken(csrf)).not.toBe(makeCsrfToken(csrf));
  });

  it('do not hold for another session, changed, or empty [N29]', () => {
    const token = session.csrf_token_b64u;
    expect(checkCsrfToken(secret(session.key), token)).toBe(false);
    for (const wrong of ['', token.slice(1), `T${token.slice(1)}`, `${token}AA`]) {
      expect(checkCsrfToken(csrf, wrong)).toBe(false);
    }
  });
});
