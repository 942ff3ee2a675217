import { storyWords, type StoryWord } from './story-words.js'

/** A text made ready to be compared with many others. */
export interface Story {
  readonly words: readonly StoryWord[]
  /** Each word together with the one after it. */
  readonly pairs: readonly string[]
  /** Where each pair stands. */
  places(): ReadonlyMap<string, readonly number[]>
}

/** The story in an article's text: its words, without bylines, footers and calls to subscribe. */
export function storyOf(text: string): Story {
  const words = storyWords(text)
  const pairs = words.slice(1).map(({ fold }, i) => `${words[i]?.fold} ${fold}`)
  let places: ReadonlyMap<string, readonly number[]> | undefined
  return { words, pairs, places: () => (places ??= placesOf(pairs)) }
}

function placesOf(pairs: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  pairs.forEach((pair, i) => {
    const list = places.get(pair)
    if (list) list.push(i)
    else places.set(pair, [i])
  })
  return places
}
