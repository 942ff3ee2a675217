export * from './record/index.js'
export * from './corrections/index.js'
export * from './export/index.js'
export * from './identity/index.js'
export * from './read/index.js'
export {
  createOnnxScorer,
  type Decoding,
  type ReaderModel,
  type Runtime,
  type Scorer,
  type Session,
  type WindowSize,
} from './model/index.js'
export * from './changes/index.js'
export * from './copies/index.js'
export {
  askedWords,
  fold,
  foldedWords,
  markWords,
  rangeIndex,
  Subwords,
  type AskedWord,
} from './text/index.js'
