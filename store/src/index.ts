export { openStore, type OpenOptions } from './open.js'
export type {
  Capture,
  Counts,
  Forgotten,
  Hit,
  Hits,
  Outcome,
  Particulars,
  Problem,
  Query,
  Saved,
  Store,
} from './store.js'
