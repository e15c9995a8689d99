// SPDX-License-Identifier: EUPL-1.2
declare const fences: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
export default fences;
