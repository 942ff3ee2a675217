export * from './lexicon.js'
export * from './numerals.js'
export * from './phrases.js'
export * from './quantities.js'
