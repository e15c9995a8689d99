// SPDX-License-Identifier: EUPL-1.2

export type { Manifest } from './file/format.ts';
export { type Ledger, ledgerPath, readLedger } from './ledger/ledger.ts';
export { type BackupKey, makeBackupKey, readIdentity } from './make/backup-key.ts';
export { KEPT_DAYS, type LastBackup, lastBackup, ledgerJob } from './make/kept-backups.ts';
export { type BackupOrder, type MadeBackup, makeBackup } from './make/make-backup.ts';
export type { Progress } from './make/write-lines.ts';
export { BackupRefusal } from './refusal.ts';
export { type Again, type WaitingMail, whatGoesAgain } from './restore/goes-again.ts';
export { type OpenedBackup, openBackup } from './restore/open-backup.ts';
export { type Restored, type RestoreOrder, restoreBackup } from './restore/restore-backup.ts';
