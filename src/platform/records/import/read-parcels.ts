// SPDX-License-Identifier: EUPL-1.2
import type { FileRead } from './draft.ts';
import { incoming, shortly } from './draft.ts';

/** Reads parcels, one in each line, or one JSON list of them. A line that is none is listed and the rest is read. */
export function readParcels(text: string): FileRead {
  const read: FileRead = { drafts: [], unfit: [], left: [] };
  for (const { row, value } of entries(text)) {
    const parsed = incoming.safeParse(value);
    if (parsed.success) read.drafts.push({ row, parcel: parsed.data });
    else {
      const column = parsed.error.issues[0]?.path.join('/') ?? '';
      read.unfit.push({ row, column, message: 'records.import.no-parcel', value: shortly(value) });
    }
  }
  return read;
}

function entries(text: string): { row: number; value: unknown }[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole].flat().map((value, at) => ({ row: at + 1, value }));
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const value = parsed(line);
    return [{ row: at + 1, value: value === undefined ? line : value }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
