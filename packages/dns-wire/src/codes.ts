// SPDX-License-Identifier: Apache-2.0

/** Record types, by IANA number. Only the ones that this package names in text or treats specially. */
export const TYPE = {
  a: 1,
  ns: 2,
  cname: 5,
  soa: 6,
  ptr: 12,
  mx: 15,
  txt: 16,
  aaaa: 28,
  srv: 33,
  opt: 41,
  ds: 43,
  rrsig: 46,
  dnskey: 48,
  svcb: 64,
  https: 65,
  ixfr: 251,
  axfr: 252,
  any: 255,
} as const;

/** Record classes. */
export const CLASS = { in: 1, ch: 3, any: 255 } as const;

/** Response codes (RFC 1035 4.1.1; 16 is BADVERS of RFC 6891 and needs an OPT record to be said). */
export const RCODE = {
  noError: 0,
  formErr: 1,
  servFail: 2,
  nxDomain: 3,
  notImp: 4,
  refused: 5,
  badVers: 16,
} as const;

/** Bits of the second 16-bit word of the header (RFC 1035 4.1.1, RFC 4035 for AD and CD). */
export const FLAG = {
  response: 0x8000,
  authoritative: 0x0400,
  truncated: 0x0200,
  recursionDesired: 0x0100,
  recursionAvailable: 0x0080,
  authenticData: 0x0020,
  checkingDisabled: 0x0010,
} as const;

/** The four opcode bits of the flags word. */
export const OPCODE_MASK = 0x7800;

/**
 * Info codes of Extended DNS Errors (RFC 8914 section 4). `blocked` is the operator's own policy, `censored`
 * an order from outside, `filtered` what the client asked for, `prohibited` a client that is not served.
 */
export const EDE = {
  other: 0,
  unsupportedDnskeyAlgorithm: 1,
  unsupportedDsDigestType: 2,
  staleAnswer: 3,
  forgedAnswer: 4,
  dnssecIndeterminate: 5,
  dnssecBogus: 6,
  signatureExpired: 7,
  signatureNotYetValid: 8,
  dnskeyMissing: 9,
  rrsigsMissing: 10,
  noZoneKeyBitSet: 11,
  nsecMissing: 12,
  cachedError: 13,
  notReady: 14,
  blocked: 15,
  censored: 16,
  filtered: 17,
  prohibited: 18,
  staleNxDomainAnswer: 19,
  notAuthoritative: 20,
  notSupported: 21,
  noReachableAuthority: 22,
  networkError: 23,
  invalidData: 24,
} as const;

/** EDNS option numbers that this package reads or writes (RFC 8914, RFC 7830). */
export const OPTION = { padding: 12, extendedError: 15 } as const;

/** Bytes of the message header; a question's name always begins here. */
export const HEADER_BYTES = 12;

/** Longest message on a stream: its length travels in 16 bits (RFC 1035 4.2.2). */
export const STREAM_MAX = 65_535;

/** What every client takes over UDP without EDNS (RFC 1035 4.2.1). */
export const UDP_MIN = 512;

/**
 * Largest UDP message sent or asked for: 1280 (least MTU of IPv6) less 48 of headers, as DNS flag day 2020
 * agreed.
 */
export const UDP_MAX = 1232;
