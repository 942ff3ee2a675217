export { documents, type DocumentsOptions } from './documents/documents.js'
export { MAX_PART_BYTES, textDocuments } from './documents/text-documents.js'
export { extract, MAX_BYTES, type ExtractOptions } from './extract.js'
export {
  fetchFeed,
  fetchPage,
  HttpStatusError,
  type FeedState,
  type FetchedFeed,
  type FetchedPage,
  type FetchOptions,
} from './fetch.js'
export type { Container, Found, FoundDocument, FoundProblem, Particulars } from './found.js'
export { kindOf, type Kind } from './sniff/kind.js'
export type { Source } from './source.js'
export { fetchTimestamp } from './timestamp.js'
