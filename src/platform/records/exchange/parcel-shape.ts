// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Field } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { FACTS, FORMAT } from './parcel.ts';

/** What the API gives of a record of this kind, for machines to check against: public fields only. */
export function recordShape(kind: Kind) {
  const facts = open(kind.fields).filter(([, { words }]) => !words);
  return z.object({
    format: z.literal(FORMAT),
    id: z.url().describe('The permanent address'),
    kind: z.literal(kind.name),
    tongue: z.string().describe('The language of the original'),
    seen: z.literal('public'),
    published: z.array(z.string()).describe(`"${FACTS}" and the languages`),
    successor: z.url().optional().describe('What took its place'),
    aliases: z.array(z.string()),
    facts: z.object(Object.fromEntries(facts.map(([name, field]) => [name, packedShape(field).optional()]))),
    words: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe(`Language, then ${unitNames(kind)}`),
    units: z.record(z.string(), z.record(z.string(), z.enum(['machine', 'checked']))),
    stale: z.record(z.string(), z.array(z.string())).describe('Texts whose original changed since'),
    edition: z.int().positive(),
    day: z.iso.date().describe('By which lists are ordered'),
    updated: z.iso.datetime().describe('When this edition was published'),
  });
}

export const listShape = (kind: Kind) =>
  z.object({
    items: z.array(recordShape(kind)),
    next: z.url().nullable().describe('The next page; null on the last'),
  });

const open = (fields: Record<string, Field>) =>
  Object.entries(fields).filter(([, { seen }]) => seen === 'public');

function packedShape(field: Field): z.ZodType {
  if (field.as === 'link') return z.url();
  if (field.as === 'links') return z.array(z.url());
  if (field.as !== 'rows') return field.shape;
  const cells = open(field.cells).filter(([, { words }]) => !words);
  return z.array(
    z.object({
      k: z.string().describe('The key of the row, by which its words are found'),
      ...Object.fromEntries(cells.map(([cell, { shape }]) => [cell, shape.optional()])),
    }),
  );
}

function unitNames(kind: Kind): string {
  const units = open(kind.fields).flatMap(([name, { words, cells }]) => [
    ...(words ? [name] : []),
    ...open(cells).flatMap(([cell, inner]) => (inner.words ? [`${name}/{k}/${cell}`] : [])),
  ]);
  return units.join(', ');
}
