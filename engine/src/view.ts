/**
 * The door for pages: the record's nouns and the words readers see. Small, so that a browser loads it at once;
 * it knows neither the reader nor its data.
 */
export * from './record/index.js'
export type { Change, Correction, Disagreement, Misfit, Revision } from './corrections/index.js'
export { changeSentence } from './changes/change-sentence.js'
export type { Change as VersionChange, Changes as VersionChanges } from './changes/change.js'
export { blockAt, blocks, type Block } from './export/blocks.js'
export { readableDate, shortDate } from './export/date.js'
export {
  findings,
  FINDING_WORDS,
  wordingPhrase,
  type Finding,
  type FindingKind,
} from './export/findings.js'
export { anchorOf, flatten, numberOf, outline, type Branch } from './export/outline.js'
export { particulars, titleOf } from './export/particulars.js'
export {
  aboutSource,
  actorName,
  certaintyPhrase,
  chainNames,
  outletName,
  relayPhrase,
  removePhrase,
  speakerName,
  speakers,
  unreadPhrase,
  unsurePhrase,
} from './export/phrase.js'
export {
  sourceCounts,
  voiceShares,
  wordCount,
  VOICE_WORDS,
  type SourceCount,
  type VoiceShare,
} from './export/tally.js'
export { ACT_WORDS, actLabel, tellingOf, tellingPhrase, type Telling } from './export/telling.js'
export { markWords } from './text/mark-words.js'
