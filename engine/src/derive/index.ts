export { chainOf, type Link } from './chain.js'
export {
  acyclic,
  contentSize,
  depths,
  enclosing,
  neighbours,
  within,
  type Standing,
} from './nesting.js'
export { quotationOf } from './quotation.js'
export { speakingCues } from './speaking.js'
export { touchedSentences, voiceHeard, voiceOf } from './voices.js'
