// Texts to time with: the invented articles of examples/, or a folder named on the command line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** [{ name, text, words }] of every .txt in `folder`. */
export function texts(folder = join(root, 'examples')) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name: join(folder, name), text, words: countWords(text) }
    })
}

export const countWords = (text) => text.split(/\s+/u).filter(Boolean).length

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
