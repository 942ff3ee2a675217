export { csv, csvRows } from './csv.js'
export { readableDate, shortDate } from './date.js'
export { html } from './html.js'
export { json } from './json.js'
export { jsonl } from './jsonl.js'
export { flatten, numberOf, outline, type Branch } from './outline.js'
export { particulars, titleOf } from './particulars.js'
export {
  actPhrase,
  chainNames,
  outletName,
  relayPhrase,
  removePhrase,
  speakerName,
  unsurePhrase,
} from './phrase.js'
export { EXPORTS, type Format } from './registry.js'
export { sourceCounts, voiceShares, wordCount, VOICE_WORDS } from './tally.js'
export { sourcing, sourcingRows } from './sourcing.js'
