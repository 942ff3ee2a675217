export { createIdentifier, type Identifier } from './identifier.js'
export type { ArticleActor, Decision, Doubt, Identity } from './identity.js'
