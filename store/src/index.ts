export { openStore, restoreStore, type OpenOptions } from './open.js'
export { plainName } from './postgres/plain-name.js'
export { timestampQuery } from './timestamp/query.js'
export type {
  Attestation,
  Capture,
  LedgerEntry,
  OnWait,
  Original,
  PollState,
  Particulars,
  Reprints,
  Saved,
  Store,
  TimestampAnswer,
  TimestampEntry,
} from './store.js'
