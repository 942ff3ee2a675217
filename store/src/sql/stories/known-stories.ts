import { storyOf, type Story } from '@hearsay/engine'

/** Reprints come close together, and each is compared with those before it. */
const KEPT = 256
/** And no more characters of text than this: a story takes some fifty times the room of its text. */
const KEPT_LENGTH = 600_000
const known = new Map<string, Story>()

/** The story in a text, from memory if it was asked for lately. */
export function knownStory(text: string): Story {
  const story = known.get(text) ?? storyOf(text)
  known.delete(text)
  known.set(text, story)
  let length = 0
  for (const { length: more } of known.keys()) length += more
  for (const oldest of known.keys()) {
    if (known.size <= KEPT && length <= KEPT_LENGTH) break
    length -= oldest.length
    known.delete(oldest)
  }
  return story
}
