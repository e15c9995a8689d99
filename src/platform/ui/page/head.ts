// SPDX-License-Identifier: EUPL-1.2
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the body finds out while it is rendered and the head of the document needs. */
export interface Head {
  title: string;
  wrong: boolean;
  islands: Set<string>;
}

export const HeadContext = createContext<Head | null>(null);

/** Asks for a script of this name on the page; null asks for none. A page works without any. */
export function useIsland(name: string | null): void {
  const head = useContext(HeadContext);
  if (name !== null) head?.islands.add(name);
}
