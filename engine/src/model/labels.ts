/** Label orders of the shipped model; the manifest repeats them and the door refuses a model that differs. */
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
export const CUE_TAGS = 3
/** First tag (B-) of each role in ROLES. */
export const ROLE_TAG = { source: 1, content: 3, channel: 5, said: 7 } as const
export type Role = keyof typeof ROLE_TAG
