export { extract, MAX_BYTES, type ExtractOptions } from './extract.js'
export { fetchPage, type FetchOptions, type FetchedPage } from './fetch.js'
