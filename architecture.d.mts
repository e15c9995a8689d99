// SPDX-License-Identifier: EUPL-1.2
export interface Limits {
  readonly fileLines: number;
  readonly pageLines: number;
  readonly functionLines: number;
  readonly componentLines: number;
  readonly routeLines: number;
  readonly positionalParams: number;
  readonly doorExports: number;
  readonly folderFiles: number;
  readonly folderDepth: number;
}

export interface Exception {
  readonly path: string;
  readonly limit: keyof Limits;
  readonly name?: string;
  readonly allowed: number;
  readonly because: string;
}

export const floors: readonly string[];
export const platform: readonly string[];
export const rooms: Readonly<Record<string, { readonly opens: readonly string[] }>>;
export const enginePackages: readonly string[];
export const networkUsers: readonly string[];
export const environmentReaders: readonly string[];
export const limits: Limits;
export const exceptions: readonly Exception[];
