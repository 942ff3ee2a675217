import { ACTOR_KINDS, VOICES } from '../record/index.js'

/** The order of the model's role labels. */
export const ROLES = [
  'O',
  'B-source',
  'I-source',
  'B-content',
  'I-content',
  'B-channel',
  'I-channel',
  'B-said',
  'I-said',
] as const
/** First tag (B-) of each role in ROLES. */
export const ROLE_TAG = { source: 1, content: 3, channel: 5, said: 7 } as const
/** What the model says of every word besides cues, and the labels of each row of logits. */
export const TAGS = {
  /** Meant to be averaged over a sentence. */
  voice: VOICES,
  /** Named entities, learned from automatic annotation. */
  entity: [
    'O',
    'B-PER',
    'I-PER',
    'B-ORG',
    'I-ORG',
    'B-LOC',
    'I-LOC',
    'B-DATE',
    'I-DATE',
    'B-NUM',
    'I-NUM',
  ],
  /** Parts of speech, learned from automatic annotation. */
  part: [
    'NOUN',
    'NAME',
    'VERB',
    'PAST',
    'GERUND',
    'BASE',
    'MODAL',
    'ADJ',
    'ADV',
    'PRON',
    'DET',
    'PREP',
    'CONJ',
    'NUM',
    'WH',
    'MARK',
    'OTHER',
  ],
  /** What makes an actor a source; learned of sources only. */
  note: ['O', 'B-title', 'I-title', 'B-justification', 'I-justification'],
  /** How many noun phrases begin with the word, and how many end with it. */
  opens: [0, 1, 2, 3],
  closes: [0, 1, 2, 3],
} as const
export type TagKind = keyof typeof TAGS
export const TAG_KINDS = Object.keys(TAGS) as TagKind[]
export type Part = (typeof TAGS.part)[number]
export type Role = keyof typeof ROLE_TAG
/** What a span of words may mention. */
export const MENTION_TYPES = ['none', ...ACTOR_KINDS, 'place'] as const
export type MentionType = (typeof MENTION_TYPES)[number]
