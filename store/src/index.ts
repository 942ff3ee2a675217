export { openStore, type OpenOptions } from './open.js'
export { plainName } from './postgres/plain-name.js'
export { FACETS } from './store.js'
export type {
  ArticleEntry,
  Capture,
  CaptureEntry,
  Container,
  Counts,
  Facets,
  Forgotten,
  Hit,
  Hits,
  Library,
  LibraryPage,
  Original,
  PollState,
  Outcome,
  Particulars,
  Problem,
  Query,
  Reprints,
  Saved,
  SavedSearch,
  Store,
  Version,
} from './store.js'
