// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseRefusal } from '../failure.ts';

/** Where the embedded PostgreSQL lives and as whom it runs. */
export interface Home {
  folder: string;
  owner: Owner;
  asRoot: boolean;
}

export interface Owner {
  uid: number;
  gid: number;
}

/** A socket's path may have 107 bytes; the name PostgreSQL adds takes 17 of them. */
const LONGEST_SOCKET_FOLDER = 90;
const CLOSED_ROOT = '/var/lib/rowan';

/**
 * Chooses the home of the cluster that belongs to this data folder, and makes it if need be. As root the home stays
 * root's: PostgreSQL's user owns only the folders inside that it writes, and can exchange neither engine nor log.
 */
export function openHome(dataFolder: string, clusterName: string): Home {
  const uid = process.getuid?.() ?? 0;
  const data = makeDataFolder(dataFolder, uid === 0 ? 0o711 : 0o700);
  const note = join(data, 'postgres.location');
  const noted = readNote(note);
  const usual = join(data, 'postgres');
  if (uid !== 0) {
    const folder = ownHome(noted || usual, uid);
    return { folder, owner: { uid, gid: process.getgid?.() ?? uid }, asRoot: false };
  }
  const existing = [noted, usual].find((folder) => folder !== '' && existsSync(join(folder, clusterName)));
  if (existing !== undefined) {
    return { folder: existing, owner: ownerOf(join(existing, clusterName)), asRoot: true };
  }
  const owner = serviceUser();
  const folder = noted || (isOpenTo(data, owner) ? usual : closedHome(data));
  if (folder !== usual && noted === '') writeNote(note, folder);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return { folder, owner, asRoot: true };
}

function makeDataFolder(folder: string, mode: number): string {
  try {
    mkdirSync(folder, { recursive: true, mode });
    return realpathSync(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(',')[0] : 'unknown';
    throw new DatabaseRefusal('db.data-folder', `The data folder ${folder} cannot be used: ${reason}.`);
  }
}

/** The folder for the socket: inside the home, or a private one when the path would be too long. */
export function socketFolder(home: Home): string {
  const usual = join(home.folder, 'run');
  if (Buffer.byteLength(usual) <= LONGEST_SOCKET_FOLDER) return makePrivate(usual, home);
  const note = join(home.folder, 'socket.location');
  const noted = readNote(note);
  if (noted !== '' && isPrivate(noted, home.owner)) return noted;
  const made = mkdtempSync(join(tmpdir(), 'rowan-'));
  if (home.asRoot) chownSync(made, home.owner.uid, home.owner.gid);
  writeNote(note, made);
  return made;
}

/** A folder in the home that only PostgreSQL's user can enter. */
export function makePrivate(folder: string, home: Home): string {
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { mode: 0o700 });
  if (home.asRoot) chownSync(folder, home.owner.uid, home.owner.gid);
  return folder;
}

function isPrivate(folder: string, owner: Owner): boolean {
  const info = statSync(folder, { throwIfNoEntry: false });
  return info?.isDirectory() === true && info.uid === owner.uid && (info.mode & 0o077) === 0;
}

function readNote(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

function writeNote(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, `${text}\n`, { flag: 'wx' });
}

function ownHome(folder: string, uid: number): string {
  const info = lookAt(folder);
  if (info !== undefined && info.uid !== uid) {
    throw new DatabaseRefusal(
      'db.foreign-folder',
      `The database folder ${folder} belongs to user number ${info.uid} and Rowan runs as ${uid}: start Rowan as its owner or as root.`,
    );
  }
  if (info === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function lookAt(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch {
    throw new DatabaseRefusal(
      'db.foreign-folder',
      `The database folder ${folder} belongs to another user: start Rowan as its owner or as root.`,
    );
  }
}

function ownerOf(cluster: string): Owner {
  const { uid, gid } = statSync(cluster);
  if (uid !== 0) return { uid, gid };
  throw new DatabaseRefusal(
    'db.root-cluster',
    `The cluster ${cluster} belongs to root, and PostgreSQL never runs as root: give the folder to another user.`,
  );
}

/** PostgreSQL refuses to run as root, so root lends it a user. */
function serviceUser(): Owner {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'rowan') ?? users.find(([name]) => name === 'nobody');
  const uid = Number(user?.[2]);
  const gid = Number(user?.[3]);
  if (user !== undefined && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) return { uid, gid };
  throw new DatabaseRefusal(
    'db.no-user',
    'PostgreSQL does not run as root: make a user named rowan, or start Rowan as an ordinary user.',
  );
}

/** True when every folder on the way may be entered by `owner`. Access lists beyond the mode bits are not read. */
function isOpenTo(folder: string, owner: Owner): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * A folder outside, named after the data folder. One that is already there served an earlier data folder of that
 * name, whose keys are gone: it is left alone.
 */
function closedHome(data: string): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  for (let n = 1; ; n++) {
    const folder = join(CLOSED_ROOT, n === 1 ? name : `${name}-${n}`);
    if (!existsSync(folder)) return folder;
  }
}
