/** The order of the shipped model's role labels; its manifest repeats it for whoever trains another. */
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
export type Role = keyof typeof ROLE_TAG
