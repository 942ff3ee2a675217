export * from './record/index.js'
export * from './export/index.js'
