// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupRefusal } from '../refusal.ts';

/** A key for backups: the recipient goes into ROWAN_BACKUP_RECIPIENT, the identity on paper. Stored nowhere. */
export interface BackupKey {
  identity: string;
  recipient: string;
}

export async function makeBackupKey(): Promise<BackupKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient if it is one. Throws a BackupRefusal that says what to set. */
export function requireRecipient(recipient: string | null): string {
  if (recipient === null) {
    throw new BackupRefusal(
      'backup.no-recipient',
      'ROWAN_BACKUP_RECIPIENT is not set: "rowan backup key" makes a key and says how to keep it.',
    );
  }
  try {
    new Encrypter().addRecipient(recipient);
    return recipient;
  } catch {
    throw new BackupRefusal('backup.recipient', 'ROWAN_BACKUP_RECIPIENT is no age recipient (age1...).');
  }
}

/** The identity in a file such as `rowan backup key` and age-keygen write: comments and one line with the key. */
export async function readIdentity(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BackupRefusal('backup.identity', `The identity file ${path} cannot be read.`);
  });
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one !== '' && !one.startsWith('#'));
  return line ?? '';
}
