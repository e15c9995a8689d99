// SPDX-License-Identifier: Apache-2.0

// DNS messages as bytes (RFC 1035, RFC 6891, RFC 8914): read a question, write an answer, read another
// server's answer. Nothing here opens a socket, knows the time or draws a random number. All input is
// hostile: what cannot be read is a value (null, or a query with `ok` false), never an exception; only our
// own mistakes at set-up throw RangeError.

export { addressBytes, addressText } from './address.ts';
export { type AnswerPlan, type AnswerSpec, planAnswer, setId, writeAnswer, writeError } from './answer.ts';
export { CLASS, EDE, FLAG, HEADER_BYTES, RCODE, STREAM_MAX, TYPE, UDP_MAX, UDP_MIN } from './codes.ts';
export {
  EDE_TEXT_MAX,
  type ExtendedError,
  extendedError,
  type ReadError,
  readExtendedErrors,
} from './edns.ts';
export {
  expandName,
  lowerName,
  type NameTextOptions,
  nameToText,
  ROOT_NAME,
  sameName,
  suffixOffsets,
  textToName,
} from './name.ts';
export { newQuery, type Query, type QuerySpec, readQuery, useStream, writeQuery } from './question.ts';
export {
  addressRecord,
  cnameRecord,
  negativeSoa,
  nsRecord,
  type RdataAt,
  rdataText,
  readAddress,
  readSoa,
  readTarget,
  readTxt,
  type Soa,
  soaRecord,
  TTL_MAX,
  txtRecord,
  type WireRecord,
} from './records.ts';
export { ageAnswer, isAnswerTo, type RecordAt, type Reply, readAnswer } from './reply.ts';
export { type StoredAnswer, type StoredUse, storeAnswer, writeStored } from './stored.ts';
export { answerText, typeText } from './text.ts';
