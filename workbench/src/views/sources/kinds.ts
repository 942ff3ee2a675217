import { ACTOR_KINDS, type ActorKind } from '@hearsay/engine/view'
import { capitalized } from '../../list/capitalized.js'

/** What each kind of source is called. */
export const KIND_WORDS: Record<ActorKind, string> = {
  person: 'person',
  organization: 'body',
  outlet: 'outlet',
  document: 'document',
  'unnamed-person': 'person without a name',
  'unnamed-group': 'people without names',
}

/** The kinds to choose from, and none. */
export const KINDS = [
  { value: '', words: 'All kinds' },
  ...[...ACTOR_KINDS].map((value) => ({ value, words: capitalized(KIND_WORDS[value]) })),
]
