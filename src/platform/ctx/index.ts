// SPDX-License-Identifier: EUPL-1.2
export {
  type Actor,
  type AuditEntry,
  atomically,
  type Ctx,
  holds,
  personOf,
  ROLES,
  type Role,
  type TxCtx,
} from './ctx.ts';
