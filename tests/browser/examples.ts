import { readFileSync } from 'node:fs'
import type { Workbench } from './workbench.js'

const wordsOf = (file: string) =>
  readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8')

/** The text of an example of the repository. */
export const RELAY = wordsOf('relay-from-the-border.txt')

const EXAMPLES = [
  { text: RELAY, origin: 'relay-from-the-border.txt', outlet: 'Cabo Wire' },
  { text: wordsOf('ministry-leak.txt'), origin: 'ministry-leak.txt', outlet: 'The Lantern' },
  { html: wordsOf('orchard-verdict.html'), origin: 'orchard-verdict.html' },
]

/** Brings a few invented articles in; answers with their ids. */
export async function addExamples({ add }: Workbench): Promise<string[]> {
  const ids: string[] = []
  for (const example of EXAMPLES) ids.push(await add({ ...example, published: '2031-05-06' }))
  return ids
}
