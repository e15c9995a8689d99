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
import { sealObject } from '../objects/seal-object.ts';
import { confirmRecovery } from '../recovery/recovery-store.ts';
import { writing } from '../tables.ts';
import {
  addPerson,
  addReceipt,
  asPerson,
  asReporter,
  begin,
  type Installation,
  NOW,
  put,
  type TestPerson,
  words,
} from '../testing/installation.ts';
import { halvesOf } from '../testing/papers.ts';
import { createTeam } from './create-team.ts';
import { grantTeam, membersOf, revokeAll, revokeTeam, teamsOf } from './members.ts';
import { checkRegistry, intakeState } from './registry-check.ts';
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
const rotate = (team: TeamName) => transaction(at.db, (tx) => rotateTeam(tx, at.keyring, team));
const reseal = (by: TestPerson, team: TeamName, size?: number) =>
  asPerson(at.db, by, (keys) =>
    transaction(at.db, (tx) => resealBatch(tx, at.keyring, { keys, team, ...(size && { size }) })),
  );
const read = (by: TestPerson, id: string) => asPerson(at.db, by, (keys) => words(at, keys, id));
const states = () =>
  transaction(at.db, (tx) =>
    writing(tx)
      .selectFrom('platform.team')
      .select(['epoch', 'state'])
      .where('slug', '=', 'desk')
      .orderBy('epoch')
      .execute(),
  );
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
    const again = transaction(at.db, (tx) => createTeam(tx, at.keyring, { name: 'desk', members: [] }));
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

describe('rotation', () => {
  it('moves everything to the new key in batches that anybody may continue', async () => {
    const ids = [await put(at, 'note'), await put(at, 'file'), await put(at, 'report.story')];
    expect(await rotate('desk')).toBe(2);
    const fresh = await put(at, 'note');
    for (const id of [...ids, fresh]) expect(await read(at.operator, id)).toBe(WORDS);
    // Three objects and the team's index key.
    expect(await reseal(at.supervisor, 'desk', 3)).toEqual({ moved: 3, left: 1 });
    expect(await states()).toEqual([
      { epoch: 1, state: 'draining' },
      { epoch: 2, state: 'active' },
    ]);
    expect(await reseal(at.operator, 'desk', 3)).toEqual({ moved: 1, left: 0 });
    expect(await states()).toEqual([
      { epoch: 1, state: 'destroyed' },
      { epoch: 2, state: 'active' },
    ]);
    expect(await reseal(at.operator, 'desk')).toEqual({ moved: 0, left: 0 });
    for (const id of [...ids, fresh]) expect(await read(at.operator, id)).toBe(WORDS);
    const epochs = (await grantsOf(at.operator.id)).map(({ epoch }) => epoch);
    expect(epochs).toEqual([2]);
  });

  it('keeps who may grant, and messages open for their reporter', async () => {
    const receipt = await addReceipt(at.keyring, '4821093755601186');
    const id = await put(at, 'message.out', { to: { team: 'desk', receipt } });
    await rotate('desk');
    await reseal(at.operator, 'desk');
    expect(await asReporter(at.db, receipt, (keys) => words(at, keys, id))).toBe(WORDS);
    const members = await transaction(at.db, (tx) => membersOf(tx, at.keyring, 'desk'));
    expect(members).toContainEqual({ person: at.supervisor.id, canGrant: true });
    expect(members).toContainEqual({ person: at.operator.id, canGrant: false });
  });

  it('waits for what is being sealed, so that nothing is sealed to a destroyed key', async () => {
    const { promise: sealed, resolve: wasSealed } = Promise.withResolvers<void>();
    const { promise: go, resolve: commit } = Promise.withResolvers<void>();
    const id = randomUUID();
    const sealing = transaction(at.db, async (tx) => {
      await sealObject(tx, at.keyring, { kind: 'note', id, plain: Buffer.from(WORDS), to: { team: 'desk' } });
      wasSealed();
      await go;
    });
    await sealed;
    const rotating = rotate('desk');
    const later = put(at, 'note');
    commit();
    await Promise.all([sealing, rotating]);
    await reseal(at.operator, 'desk');
    expect((await states())[0]?.state).toBe('destroyed');
    expect(await read(at.operator, id)).toBe(WORDS);
    expect(await read(at.operator, await later)).toBe(WORDS);
  });

  it('of a team that is not there is refused', async () => {
    await expect(rotate(`restricted:${randomUUID()}`)).rejects.toThrow('seal.no-team');
  });
});

describe('a report that concerns one of us', () => {
  it('moves to a team of its own and is closed to the desk', async () => {
    const [story, contact] = [await put(at, 'report.story'), await put(at, 'report.contact')];
    const name = `restricted:${randomUUID()}` as const;
    const members = [{ person: at.supervisor.id, canGrant: true }];
    await transaction(at.db, (tx) => createTeam(tx, at.keyring, { name, members }));
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

describe('the intake', () => {
  const confirm = () =>
    transaction(at.db, (tx) => confirmRecovery(tx, at.keyring, { halves: halvesOf(at.recovery), now: NOW }));

  it('opens once desk, custody and both papers are there', async () => {
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.no-recovery' });
    await confirm();
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: true });
    expect(await checkRegistry(at.db, at.keyring)).toBe(0);
    await transaction(at.db, (tx) =>
      writing(tx)
        .updateTable('platform.team')
        .set({ state: 'draining' })
        .where('slug', '=', 'custody')
        .execute(),
    );
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.no-team' });
  });

  it.each(['platform.team', 'platform.recovery'] as const)(
    'closes before the form is shown when a key in %s was exchanged [N13]',
    async (table) => {
      await confirm();
      const pub = Buffer.from(makeKeyPair().pub);
      await transaction(at.db, (tx) => writing(tx).updateTable(table).set({ pub }).execute());
      expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.registry' });
      expect(at.keyring.intake.alarm?.code).toBe('seal.registry');
      expect(await checkRegistry(at.db, at.keyring)).toBe(table === 'platform.team' ? 2 : 1);
    },
  );

  it("is closed by a check that finds one person's key exchanged [N14]", async () => {
    const pub = Buffer.from(makeKeyPair().pub);
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.person').set({ pub }).where('id', '=', at.operator.id).execute(),
    );
    expect(await checkRegistry(at.db, at.keyring)).toBe(1);
    expect(await intakeState(at.db, at.keyring)).toEqual({ open: false, code: 'seal.registry' });
  });
});
