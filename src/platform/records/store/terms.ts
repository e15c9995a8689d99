// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import { same } from '../change/same.ts';
import { project } from '../project/project.ts';
import type { Term, TermSeed } from '../record.ts';
import { kinds } from '../registry.ts';
import { reading, writing } from '../tables.ts';
import { holdRecord } from './held.ts';
import { raiseVersion } from './publish.ts';

/** The terms of a vocabulary in its order, those that ended too. */
export async function termsOf(db: Db, scheme: string): Promise<Term[]> {
  return reading(db)
    .selectFrom('records.term')
    .selectAll()
    .where('scheme', '=', scheme)
    .orderBy('ord')
    .orderBy('code')
    .execute();
}

/**
 * Adds and changes terms; run twice, the second changes nothing. Never takes one away. Records that use a term which is
 * new or was merged are found under it from then on. Throws where `broader` or `becomes` names no term of the scheme.
 */
export async function seedTerms(tx: Tx, seeds: readonly TermSeed[]): Promise<void> {
  // Several processes start at once after a deployment.
  await sql`select pg_advisory_xact_lock(hashtext('records.term'))`.execute(writing(tx));
  const schemes = [...new Set(seeds.map(({ scheme }) => scheme))];
  if (schemes.length === 0) return;
  const stored = await writing(tx)
    .selectFrom('records.term')
    .selectAll()
    .where('scheme', 'in', schemes)
    .execute();
  const known = new Map<string, Term>(stored.map((term) => [keyOf(term), term]));
  const fresh = seeds.filter((seed) => !known.has(keyOf(seed)));
  for (const term of await insertTerms(tx, fresh)) known.set(keyOf(term), term);
  const moved = [...fresh];
  for (const seed of seeds) if (await updateTerm(tx, seed, known)) moved.push(seed);
  if (moved.length === 0) return;
  await projectUsers(tx, moved);
  await raiseVersion(tx);
}

const keyOf = ({ scheme, code }: { scheme: string; code: string }) => `${scheme} ${code}`;

async function insertTerms(tx: Tx, seeds: readonly TermSeed[]): Promise<Term[]> {
  if (seeds.length === 0) return [];
  const rows = seeds.map(({ scheme, code, ord = 0, since = null, until = null, label = {} }) => ({
    ...{ scheme, code, ord, since, until },
    label: JSON.stringify(label),
  }));
  return writing(tx).insertInto('records.term').values(rows).returningAll().execute();
}

/** Answers whether the term now stands for another. */
async function updateTerm(tx: Tx, seed: TermSeed, known: ReadonlyMap<string, Term>): Promise<boolean> {
  const now = known.get(keyOf(seed));
  if (now === undefined) return false;
  const idOf = (code: string | undefined) => {
    const found = code === undefined ? null : known.get(keyOf({ scheme: seed.scheme, code }))?.id;
    if (found === undefined) throw new TypeError(`${seed.scheme} has no term ${code}`);
    return found;
  };
  const { ord = 0, since = null, until = null, label = {} } = seed;
  const wanted = { broader: idOf(seed.broader), becomes: idOf(seed.becomes), ord, since, until, label };
  const { id, scheme: _scheme, code: _code, ...stored } = now;
  if (same(wanted, stored)) return false;
  await writing(tx)
    .updateTable('records.term')
    .set({ ...wanted, label: JSON.stringify(label) })
    .where('id', '=', id)
    .execute();
  return wanted.becomes !== stored.becomes;
}

/** Records are not rewritten when terms merge; what readers find is. */
async function projectUsers(tx: Tx, terms: readonly TermSeed[]): Promise<void> {
  const users = new Set<number>();
  for (const kind of kinds())
    for (const [field, { scheme, facet }] of Object.entries(kind.fields)) {
      const codes = terms.filter((term) => facet && term.scheme === scheme).map(({ code }) => code);
      if (codes.length === 0) continue;
      const { rows } = await sql<{ record: number }>`
        select p.record from records.part p join records.record r on r.id = p.record
        where p.lang = '' and r.kind = ${kind.name}
          and exists (select from unnest(${codes}::text[]) c
            where p.body -> ${field}::text @> to_jsonb(c) or p.live -> ${field}::text @> to_jsonb(c))`.execute(
        writing(tx),
      );
      for (const { record } of rows) users.add(record);
    }
  const inOrder = [...users].sort((a, b) => a - b);
  for (const id of inOrder) await project(tx, await holdRecord(tx, id), [0, 1]);
}
