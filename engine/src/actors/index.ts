export * from './cluster.js'
export * from './mention.js'
export * from './names.js'
export * from './conjuncts.js'
