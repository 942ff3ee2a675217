export * from './lexicon.js'
