import { storyOf, type Story } from '@hearsay/engine'

/** Reprints come close together, and each is compared with those before it. */
const KEPT = 256
const known = new Map<string, Story>()

/** The story in a text, from memory if it was asked for lately. */
export function knownStory(text: string): Story {
  const story = known.get(text) ?? storyOf(text)
  known.delete(text)
  known.set(text, story)
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return story
}
