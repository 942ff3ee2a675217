export {
  createReader,
  ENGINE_VERSION,
  type Reader,
  type ReaderParts,
  type ReadOptions,
} from './reader.js'
