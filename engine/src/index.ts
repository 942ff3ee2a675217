export * from './record/index.js'
export * from './export/index.js'
export {
  createReader,
  ENGINE_VERSION,
  type Reader,
  type ReaderParts,
  type ReadOptions,
} from './read/index.js'
export {
  createOnnxScorer,
  type Runtime,
  type Decoding,
  type ReaderModel,
  type Scorer,
  type Session,
  type WindowSize,
} from './model/index.js'
export { Subwords } from './text/index.js'
