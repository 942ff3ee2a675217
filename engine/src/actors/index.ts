export * from './cluster.js'
export * from './mention.js'
export * from './names.js'
