export * from './lexicon.js'
export * from './actor-words.js'
export * from './outlets.js'
export * from './channels.js'
