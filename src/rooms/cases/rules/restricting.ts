// SPDX-License-Identifier: EUPL-1.2

// A case about one of us is read by a few (R20). One alone could let it lie, and nothing grave could be decided.

export const FEWEST_READERS = 2;
