export { annotations } from './annotations.js'
export { csv, csvRows } from './csv.js'
export { readableDate, shortDate } from './date.js'
export {
  findings,
  FINDING_WORDS,
  wordingPhrase,
  type Finding,
  type FindingKind,
} from './findings.js'
export { html } from './html.js'
export { json } from './json.js'
export { jsonText } from './json-text.js'
export { jsonl } from './jsonl.js'
export { flatten, numberOf, outline, type Branch } from './outline.js'
export { particulars, titleOf } from './particulars.js'
export {
  aboutSource,
  chainNames,
  outletName,
  relayPhrase,
  removePhrase,
  speakerName,
  unreadPhrase,
  unsurePhrase,
  certaintyPhrase,
} from './phrase.js'
export { EXPORTS, type Format } from './registry.js'
export { sourceCounts, voiceShares, wordCount, VOICE_WORDS } from './tally.js'
export { sourcing, sourcingRows } from './sourcing.js'
export { ACT_WORDS, actLabel, tellingOf, tellingPhrase, type Telling } from './telling.js'
