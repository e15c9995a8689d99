// SPDX-License-Identifier: EUPL-1.2

// Rowan's own list of harms (crosswalks to other lists stand in the library). `severity` is the first guess, 1 low
// to 4 danger to life or safety; `route` says who can help: H helpline, T hotline, P police, R regulator, C computer
// emergency team, D data protection, S school and social work. Names are `cases.harm.<id>`.

export type Severity = 1 | 2 | 3 | 4;

export interface Harm {
  readonly id: string;
  readonly parent: string | null;
  readonly severity: Severity;
  readonly route: readonly string[];
}

const TABLE: readonly (readonly [id: string, severity: Severity, route: string])[] = [
  ['HA-01', 4, 'TPH'],
  ['HA-011', 4, 'TP'],
  ['HA-012', 4, 'TP'],
  ['HA-013', 4, 'HP'],
  ['HA-014', 4, 'HP'],
  ['HA-015', 4, 'P'],
  ['HA-016', 3, 'HT'],
  ['HA-017', 4, 'P'],
  ['HA-02', 2, 'HS'],
  ['HA-021', 2, 'HS'],
  ['HA-022', 3, 'HP'],
  ['HA-023', 2, 'HR'],
  ['HA-03', 2, 'RH'],
  ['HA-031', 2, 'R'],
  ['HA-032', 2, 'R'],
  ['HA-033', 4, 'H'],
  ['HA-034', 3, 'PH'],
  ['HA-035', 3, 'RH'],
  ['HA-04', 3, 'PH'],
  ['HA-05', 1, 'R'],
  ['HA-06', 2, 'DH'],
  ['HA-061', 1, 'D'],
  ['HA-062', 1, 'DH'],
  ['HA-063', 2, 'DR'],
  ['HA-07', 2, 'CP'],
  ['HA-071', 2, 'CH'],
  ['HA-072', 2, 'C'],
  ['HA-073', 2, 'C'],
  ['HA-074', 3, 'CP'],
  ['HA-075', 4, 'P'],
  ['HA-08', 1, 'R'],
  ['HA-081', 1, 'R'],
  ['HA-082', 2, 'R'],
  ['HA-083', 2, 'RH'],
  ['HA-084', 2, 'RS'],
  ['HA-09', 1, 'R'],
  ['HA-091', 2, 'RC'],
  ['HA-092', 2, 'RH'],
  ['HA-093', 2, 'R'],
  ['HA-10', 1, 'RS'],
  ['HA-99', 2, 'H'],
];

const ROOT_LENGTH = 'HA-01'.length;

export const HARMS: readonly Harm[] = TABLE.map(([id, severity, route]) => ({
  id,
  parent: id.length > ROOT_LENGTH ? id.slice(0, ROOT_LENGTH) : null,
  severity,
  route: [...route],
}));

const byId = new Map(HARMS.map((harm) => [harm.id, harm]));

export const harmOf = (id: string): Harm | undefined => byId.get(id);
