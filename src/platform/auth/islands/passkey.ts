// SPDX-License-Identifier: EUPL-1.2
// Asks the browser for a passkey: to sign in, to confirm, or to make one. The server checks everything; here
// bytes only change their clothes. Without this script password and code do the same.

type Bytes = Uint8Array<ArrayBuffer>;
type Prf = { enabled?: boolean; results?: { first?: BufferSource } };

const toBytes = (text: string): Bytes => {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
};

const toText = (source: BufferSource): string => {
  const bytes =
    source instanceof ArrayBuffer
      ? new Uint8Array(source)
      : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
};

const prfOf = (credential: PublicKeyCredential): Prf | undefined =>
  (credential.getClientExtensionResults() as { prf?: Prf }).prf;

const asked = (salt: string) =>
  ({ prf: { eval: { first: toBytes(salt) } } }) as AuthenticationExtensionsClientInputs;

interface Question {
  challenge: string;
  rpId: string;
  salt: string;
}

interface Order {
  salt: string;
  options: {
    challenge: string;
    rp: PublicKeyCredentialRpEntity;
    user: { id: string; name: string; displayName: string };
    pubKeyCredParams: PublicKeyCredentialParameters[];
    excludeCredentials?: { id: string }[];
  };
}

async function post(path: string, body: object): Promise<{ ok: boolean; body: Record<string, string> }> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { ok: reply.ok, body: await reply.json() };
}

async function show({ challenge, rpId, salt }: Question, id?: Bytes): Promise<PublicKeyCredential> {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: toBytes(challenge),
      rpId,
      userVerification: 'required',
      extensions: asked(salt),
      ...(id ? { allowCredentials: [{ type: 'public-key' as const, id }] } : {}),
    },
  });
  return credential as PublicKeyCredential;
}

function shownAsJson(credential: PublicKeyCredential) {
  const response = credential.response as AuthenticatorAssertionResponse;
  const first = prfOf(credential)?.results?.first;
  return {
    credential: {
      id: credential.id,
      rawId: credential.id,
      type: credential.type,
      response: {
        clientDataJSON: toText(response.clientDataJSON),
        authenticatorData: toText(response.authenticatorData),
        signature: toText(response.signature),
      },
    },
    prf: first ? toText(first) : null,
  };
}

async function make({ options, salt }: Order) {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(options.challenge),
      rp: options.rp,
      user: { ...options.user, id: toBytes(options.user.id) },
      pubKeyCredParams: options.pubKeyCredParams,
      attestation: 'none',
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      excludeCredentials: (options.excludeCredentials ?? []).map(({ id }) => ({
        type: 'public-key' as const,
        id: toBytes(id),
      })),
      extensions: asked(salt),
    },
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    credential: {
      id: made.id,
      rawId: made.id,
      type: made.type,
      response: {
        clientDataJSON: toText(response.clientDataJSON),
        attestationObject: toText(response.attestationObject),
      },
    },
    prf: await firstPrf(made, { rpId: options.rp.id ?? '', salt }),
  };
}

/** Some keys give their PRF output only when they are shown, not when they are made. */
async function firstPrf(
  made: PublicKeyCredential,
  at: { rpId: string; salt: string },
): Promise<string | null> {
  const prf = prfOf(made);
  let first = prf?.results?.first;
  if (!first && prf?.enabled) {
    const challenge = toText(crypto.getRandomValues(new Uint8Array(32)));
    first = prfOf(await show({ ...at, challenge }, toBytes(made.id)))?.results?.first;
  }
  return first ? toText(first) : null;
}

function start(box: HTMLElement): void {
  const { passkey: way, csrf = '', language = '', next = '' } = box.dataset;
  const status = box.querySelector<HTMLElement>('[role=status]');
  const say = (name: string) => {
    if (status) status.textContent = box.dataset[name] ?? '';
  };
  const go = (path: string) => location.assign(language + path);

  const signIn = async () => {
    const { body: question } = await post('/desk/passkey/ask', {});
    const shown = shownAsJson(await show(question as unknown as Question));
    const { ok, body } = await post('/desk/passkey', shown);
    if (ok && body.to) return go(body.to);
    if (!ok || !body.ticket) return say('failed');
    const ticket = document.querySelector<HTMLInputElement>('input[name=ticket]');
    const code = document.querySelector<HTMLElement>('[data-code-field]');
    if (ticket) ticket.value = body.ticket;
    if (code) code.hidden = true;
    say('password');
    document.querySelector<HTMLElement>('#alias')?.focus();
  };

  const confirm = async () => {
    const { body: question } = await post('/desk/confirm/ask', { csrf });
    const shown = shownAsJson(await show(question as unknown as Question));
    const { ok } = await post('/desk/confirm/passkey', { csrf, ...shown });
    if (ok) go(next);
    else say('failed');
  };

  const add = async () => {
    const order = await post('/desk/me/passkey/ask', { csrf });
    if (order.body.error === 'http.confirm-first') return go('/desk/confirm?next=/desk/me/passkey');
    const { ok, body } = await post('/desk/me/passkey', {
      csrf,
      ...(await make(order.body as unknown as Order)),
    });
    if (!ok) return say(body.error === 'synced' ? 'synced' : 'refused');
    say(body.added === 'opens' ? 'opens' : 'needsPassword');
    button.hidden = true;
  };

  const ways: Record<string, () => Promise<void>> = { 'sign-in': signIn, confirm, add };
  const button = box.querySelector('button') as HTMLButtonElement;
  button.addEventListener('click', () => {
    say('');
    ways[way ?? '']?.().catch(() => say('failed'));
  });
  box.hidden = false;
}

if (window.PublicKeyCredential) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) start(box);
}
