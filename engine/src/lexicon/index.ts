export * from './lexicon.js'
export * from './source-words.js'
