// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { context } from '../crypto/contexts.ts';
import { openKey } from '../crypto/hpke.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import { makePersonKey } from '../login/person-key.ts';
import { resealObject } from '../objects/reseal-object.ts';
import { writing } from '../tables.ts';
import {
  addPerson,
  asPerson,
  begin,
  type Installation,
  NOW,
  put,
  type TestPerson,
  words,
} from '../testing/installation.ts';
import { createTeam } from './create-team.ts';
import { grantTeam, membersOf, revokeAll, revokeTeam, teamsOf } from './members.ts';
import { resealBatch, rotateTeam } from './rotate-team.ts';
import { type TeamName, teamId } from './team-name.ts';

const WORDS = 'Somebody asks me for pictures.';
let fresh: FreshDatabase;
let at: Installation;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  at = await begin(fresh);
});

const grant = (by: TestPerson, to: { team: TeamName; person: string; canGrant?: boolean }) =>
  asPerson(at.db, by, (keys) =>
    transaction(at.db, (tx) => grantTeam(tx, at.keyring, { canGrant: false, ...to, keys })),
  );
const rotate = (team: TeamName) => transaction(at.db, (tx) => rotateTeam(tx, at.keyring, { team, now: NOW }));
const reseal = (by: TestPerson, team: TeamName, size?: number) =>
  asPerson(at.db, by, (keys) =>
    transaction(at.db, (tx) => resealBatch(tx, at.keyring, { keys, team, ...(size && { size }) })),
  );
const read = (by: TestPerson, id: string) => asPerson(at.db, by, (keys) => words(at, keys, id));
const grantsOf = (person: string) =>
  transaction(at.db, (tx) =>
    writing(tx).selectFrom('platform.team_grant').selectAll().where('holder_id', '=', person).execute(),
  );

describe('team names', () => {
  it('lead to ids that look like any other and differ by keyring', () => {
    const desk = teamId(at.keyring, 'desk');
    expect(desk).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(teamId(at.keyring, 'custody')).not.toBe(desk);
    expect(() => teamId(at.keyring, 'restricted:x')).toThrow('seal.team-name');
  });

  it('are given once', async () => {
    const again = transaction(at.db, (tx) =>
      createTeam(tx, at.keyring, { name: 'desk', members: [], now: NOW }),
    );
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'seal.team-there' });
  });
});

describe('granting', () => {
  it('lets a newcomer read what was there before and what comes', async () => {
    const before = await put(at, 'note');
    const newcomer = await addPerson(at.db, at.keyring);
    await expect(read(newcomer, before)).rejects.toThrow('seal.no-key');
    await grant(at.supervisor, { team: 'desk', person: newcomer.id });
    expect(await read(newcomer, before)).toBe(WORDS);
    expect(await read(newcomer, await put(at, 'note'))).toBe(WORDS);
    expect(await transaction(at.db, (tx) => teamsOf(tx, at.keyring, newcomer.id))).toEqual(['desk']);
  });

  it('is refused to members who may not grant, and to people outside the team [N17]', async () => {
    const newcomer = await addPerson(at.db, at.keyring);
    const outsider = await addPerson(at.db, at.keyring);
    const to = { team: 'desk' as const, person: newcomer.id };
    for (const by of [at.operator, outsider]) {
      await expect(grant(by, to)).rejects.toMatchObject({ kind: 'not-allowed', code: 'seal.no-grant' });
    }
    await expect(grant(at.operator, { ...to, team: 'custody' })).rejects.toThrow('seal.no-grant');
    expect(await grantsOf(newcomer.id)).toEqual([]);
  });

  it('to a person whose public key was exchanged is refused and closes the intake [N14]', async () => {
    const newcomer = await addPerson(at.db, at.keyring);
    const pub = Buffer.from(makeKeyPair().pub);
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.person').set({ pub }).where('id', '=', newcomer.id).execute(),
    );
    await expect(grant(at.supervisor, { team: 'desk', person: newcomer.id })).rejects.toThrow(
      'seal.registry',
    );
    expect(at.keyring.intake.alarm?.code).toBe('seal.registry');
    expect(await grantsOf(newcomer.id)).toEqual([]);
  });

  it('needs somebody with a key, who has not left', async () => {
    const to = { team: 'desk' as const, person: randomUUID() };
    await expect(grant(at.supervisor, to)).rejects.toThrow('seal.no-person-key');
    await transaction(at.db, (tx) =>
      writing(tx)
        .updateTable('platform.person')
        .set({ state: 'left' })
        .where('id', '=', at.operator.id)
        .execute(),
    );
    await expect(grant(at.supervisor, { ...to, person: at.operator.id })).rejects.toThrow(
      'seal.no-person-key',
    );
  });
});

describe('a leaver', () => {
  it('loses all grants and leases at once, and the teams to rotate are named [N19]', async () => {
    const id = await put(at, 'note');
    const teams = await transaction(at.db, (tx) => revokeAll(tx, at.keyring, at.supervisor.id));
    expect(teams).toEqual(['custody', 'desk']);
    await expect(read(at.supervisor, id)).rejects.toThrow('seal.no-key');
    expect(await transaction(at.db, (tx) => membersOf(tx, at.keyring, 'custody'))).toEqual([]);
  });

  it('opens nothing new with an old grant and a new dump after the rotation [N20]', async () => {
    const [old] = await grantsOf(at.operator.id);
    if (old === undefined) throw new Error('an operator has a grant');
    await put(at, 'note');
    await transaction(at.db, (tx) => revokeTeam(tx, at.keyring, { team: 'desk', person: at.operator.id }));
    await rotate('desk');
    const later = await put(at, 'report.story');
    await reseal(at.supervisor, 'desk');
    const oldAt = { team: old.team_id, epoch: old.epoch };
    const oldTeam = await openKey(
      { priv: at.operator.priv, context: context.teamToUser(oldAt, at.operator.id) },
      old.sealed,
    );
    const seals = await transaction(at.db, (tx) =>
      writing(tx).selectFrom('platform.seal').selectAll().execute(),
    );
    expect(seals.some(({ object_id }) => object_id === later)).toBe(true);
    for (const seal of seals) {
      for (const epoch of [old.epoch, seal.epoch]) {
        const where = context.objectToTeam(seal.object_id, { team: seal.to_id, epoch });
        await expect(openKey({ priv: oldTeam, context: where }, seal.sealed)).rejects.toThrow('seal.seal');
      }
    }
  });

  it('whose key was made anew needs a new grant to read old cases [N21]', async () => {
    const id = await put(at, 'note');
    const { priv, pub, pub_mac } = makePersonKey(at.keyring, at.operator.id);
    await transaction(at.db, (tx) =>
      writing(tx)
        .updateTable('platform.person')
        .set({ pub, pub_mac })
        .where('id', '=', at.operator.id)
        .execute(),
    );
    const again = { id: at.operator.id, priv };
    await expect(read(again, id)).rejects.toThrow('seal.seal');
    await grant(at.supervisor, { team: 'desk', person: again.id });
    expect(await read(again, id)).toBe(WORDS);
  });
});

describe('a report that concerns one of us', () => {
  it('moves to a team of its own and is closed to the desk', async () => {
    const [story, contact] = [await put(at, 'report.story'), await put(at, 'report.contact')];
    const name = `restricted:${randomUUID()}` as const;
    const members = [{ person: at.supervisor.id, canGrant: true }];
    await transaction(at.db, (tx) => createTeam(tx, at.keyring, { name, members, now: NOW }));
    await asPerson(at.db, at.supervisor, (keys) =>
      transaction(at.db, async (tx) => {
        for (const id of [story, contact]) await resealObject(tx, at.keyring, { keys, id, to: name });
      }),
    );
    await expect(read(at.operator, story)).rejects.toThrow('seal.no-key');
    expect(await read(at.supervisor, story)).toBe(WORDS);
    expect(await read(at.supervisor, contact)).toBe(WORDS);
  });

  it('is not moved by somebody who cannot open it, nor to a team of the wrong kind', async () => {
    const contact = await put(at, 'report.contact');
    const move = (by: TestPerson, to: TeamName) =>
      asPerson(at.db, by, (keys) =>
        transaction(at.db, (tx) => resealObject(tx, at.keyring, { keys, id: contact, to })),
      );
    await expect(move(at.operator, 'custody')).rejects.toThrow('seal.no-key');
    await expect(move(at.supervisor, 'desk')).rejects.toThrow('seal.recipient');
    await move(at.supervisor, 'custody');
    expect(await read(at.supervisor, contact)).toBe(WORDS);
  });
});
