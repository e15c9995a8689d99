// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export type Answer = { status: number; cookies: string[]; headers: Record<string, string> } & (
  | { kind: 'page'; body: VNode }
  | { kind: 'redirect'; to: string }
  | { kind: 'json'; body: unknown }
  | { kind: 'bytes'; body: Buffer | string; type: string }
);

interface Extra {
  status?: number;
  cookies?: string[];
  headers?: Record<string, string>;
}

const base = (extra: Extra, status: number) => ({
  status: extra.status ?? status,
  cookies: extra.cookies ?? [],
  headers: extra.headers ?? {},
});

/** A whole page; the server renders the node and adds the document around it. */
export const page = (body: VNode, extra: Extra = {}): Answer => ({ kind: 'page', body, ...base(extra, 200) });

/** 303: the answer to a form that did its work. `to` is a path of this site, never typed by anybody. */
export const seeOther = (to: string, extra: Extra = {}): Answer => ({
  kind: 'redirect',
  to,
  ...base(extra, 303),
});

export const redirect = seeOther;

export const json = (body: unknown, extra: Extra = {}): Answer => ({
  kind: 'json',
  body,
  ...base(extra, 200),
});

export const bytes = (body: Buffer | string, type: string, extra: Extra = {}): Answer => ({
  kind: 'bytes',
  body,
  type,
  ...base(extra, 200),
});

export { notFound } from './problems.ts';
