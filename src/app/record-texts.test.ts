// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { LANGS, sourceText } from '#platform/i18n';
import { neededKeys } from '../platform/records/pages/labels.ts';
import { recordRooms } from './record-rooms.ts';

const kinds = recordRooms.flatMap((room) => room.kinds);

describe('the texts of every kind', () => {
  it.each(kinds.map((kind) => [`${kind.room}.${kind.name}`, kind] as const))(
    'say what a %s, its fields and its sections are, in every language',
    (_name, kind) => {
      const missing = LANGS.flatMap((lang) =>
        neededKeys(kind)
          .filter((key) => sourceText(key, lang) === null)
          .map((key) => `${lang} ${key}`),
      );
      expect(missing).toEqual([]);
    },
  );
});
