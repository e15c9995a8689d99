// SPDX-License-Identifier: EUPL-1.2
import { levelFor } from '../access.ts';
import { countUnits, hasPlace, sourceUnits } from '../change/units.ts';
import type { Field, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Face, Facts, FullRecord, Level, Words, WordsPart } from '../record.ts';
import { type Body, type Held, isShown, type Part, partIn } from './held.ts';

interface Reader {
  face: Face;
  level: Level;
}

/** A record as this reader may see it; null where there is nothing for them. Pure. */
export function fullRecord(held: Held, { face, level }: Reader): FullRecord | null {
  const { kind, successor, edition, madeBy, madeAt } = held;
  if (levelFor(kind.seen) > level || (face === 1 && level < 2) || (face === 0 && !isShown(held))) return null;
  const facts = partIn(held, '');
  const parts = [...held.parts.values()].filter(
    ({ lang, liveRev }) => lang !== '' && (face === 1 || liveRev !== null),
  );
  return {
    id: held.id,
    kind: kind.name,
    tongue: held.tongue,
    // That a change waits for review is nobody's business outside.
    state: face === 1 ? held.state : successor === null ? 'live' : 'superseded',
    org: held.org,
    successor,
    reason: face === 1 ? held.reason : null,
    edition,
    madeBy: level < 2 ? null : madeBy,
    madeAt,
    facts: readableFacts(kind, bodyOn(facts, face), level),
    factsRev: (face === 0 ? facts.liveRev : facts.rev) ?? 0,
    words: Object.fromEntries(parts.map((part) => [part.lang, wordsPart(held, part, { face, level })])),
  };
}

function bodyOn(part: Part, face: Face): Body {
  return (face === 0 ? part.live : part.body) ?? {};
}

const mayRead = (field: Field | undefined, level: Level) =>
  field !== undefined && levelFor(field.seen) <= level;

function readableFacts(kind: Kind, facts: Body, level: Level): Facts {
  const open = Object.entries(facts).filter(([name]) => mayRead(kind.fields[name], level));
  return Object.fromEntries(
    open.map(([name, value]) => [name, readableRows(kind.fields[name], value, level)]),
  );
}

function readableRows(field: Field | undefined, value: unknown, level: Level): unknown {
  if (field?.as !== 'rows') return value;
  return (value as Row[]).map(({ k, ...cells }) => ({
    k,
    ...Object.fromEntries(Object.entries(cells).filter(([cell]) => mayRead(field.cells[cell], level))),
  }));
}

function isReadable(kind: Kind, unit: string, level: Level): boolean {
  const [name = '', key, cell = ''] = unit.split('/');
  const field = kind.fields[name];
  return mayRead(field, level) && (key === undefined || mayRead(field?.cells[cell], level));
}

function wordsPart(held: Held, part: Part, { face, level }: Reader): WordsPart {
  const { kind, tongue } = held;
  const facts = bodyOn(partIn(held, ''), face);
  const readable = <V>(body: Readonly<Record<string, V>>) =>
    Object.entries(body).filter(([unit]) => isReadable(kind, unit, level) && hasPlace(kind, facts, unit));
  const body = Object.fromEntries(readable(bodyOn(part, face))) as Words;
  const units = Object.fromEntries(readable((face === 0 ? part.liveUnits : part.units) ?? {}));
  const source = sourceUnits(kind, facts, Object.fromEntries(readable(bodyOn(partIn(held, tongue), face))));
  const counts = part.lang === tongue ? { todo: 0, stale: 0, machine: 0 } : countUnits(units, body, source);
  return { rev: (face === 0 ? part.liveRev : part.rev) ?? 0, body, units, ...counts };
}
