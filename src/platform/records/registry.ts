// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Ctx } from '#platform/ctx';
import type { View } from '#platform/ui';
import type { Step } from './access.ts';
import { errors } from './errors.ts';
import type { Kind } from './kind/kind.ts';
import type { FullRecord, TermSeed } from './record.ts';

/** Shown on the page of a record after its fields, in the reader's language. The actor is a person at the desk alone. */
export type Panel = (ctx: Ctx, record: FullRecord, view: View) => Promise<VNode | null> | VNode | null;

/** The newest of everything, and what readers would see anew of it: '' the facts, else a language. */
export interface Draft extends FullRecord {
  goesOut: readonly string[];
}

/** Why a step is refused: keys of the catalogue, none when it may go on. */
export type Guard = (ctx: Ctx, step: Step, draft: Draft) => Promise<string[]> | string[];

/** What a room gives to the engine. Panels and guards are named by kind. */
export interface RecordRoom {
  kinds: readonly Kind[];
  panels?: Readonly<Record<string, readonly Panel[]>>;
  guards?: Readonly<Record<string, readonly Guard[]>>;
  /** The vocabularies that its kinds use; brought into the database at each start. */
  terms?: () => readonly TermSeed[];
}

interface Mounted {
  kind: Kind;
  panels: readonly Panel[];
  guards: readonly Guard[];
}

const mounted = new Map<string, Mounted>();

/**
 * Makes a room's kinds known to this process. Throws where a name is taken by another room, or where a declaration
 * asks for what no course of life gives.
 */
export function mountKinds({ kinds, panels = {}, guards = {} }: RecordRoom): void {
  for (const kind of kinds) {
    const problem = mountProblem(kind);
    if (problem !== null) throw new TypeError(`kind ${kind.name}: ${problem}`);
    mounted.set(kind.name, { kind, panels: panels[kind.name] ?? [], guards: guards[kind.name] ?? [] });
  }
  const names = kinds.map(({ name }) => name);
  const stray = [...Object.keys(panels), ...Object.keys(guards)].find((name) => !names.includes(name));
  if (stray !== undefined) throw new TypeError(`there is no kind ${stray} in this room`);
}

function mountProblem(kind: Kind): string | null {
  const taken = mounted.get(kind.name)?.kind.room;
  if (taken !== undefined && taken !== kind.room) return `the room ${taken} has a kind of this name`;
  if (kind.fields[kind.title]?.seen !== 'public') return 'everybody who may see it must see its title';
  if (kind.rights.fourEyes && kind.course !== 'reviewed')
    return 'only what is reviewed has a second pair of eyes';
  return null;
}

/** The kind of this name. Throws `records.no-kind`. */
export function kindOf(name: string): Kind {
  return mountedOf(name).kind;
}

/** Every kind of every room, in the order of mounting. */
export function kinds(): readonly Kind[] {
  return [...mounted.values()].map(({ kind }) => kind);
}

export function panelsOf(name: string): readonly Panel[] {
  return mountedOf(name).panels;
}

export function guardsOf(name: string): readonly Guard[] {
  return mountedOf(name).guards;
}

function mountedOf(name: string): Mounted {
  const found = mounted.get(name);
  if (found === undefined) throw errors('no-kind');
  return found;
}
