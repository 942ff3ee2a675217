import { storyWords, type StoryWord } from './story-words.js'

/** A text made ready to be compared with many others. */
export interface Story {
  readonly words: readonly StoryWord[]
}

/** The story in an article's text: its words, without bylines, footers and calls to subscribe. */
export function storyOf(text: string): Story {
  return { words: storyWords(text) }
}
