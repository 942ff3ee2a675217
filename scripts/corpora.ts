// Annotated articles, of which training keeps some from the encoder.
import { readFileSync } from 'node:fs'
import { crc32, gunzipSync } from 'node:zlib'

/**
 * The articles of `CORPUS`; of `CORPUS:N` those whose id says that they are kept, one in N; of `CORPUS:-N` the others.
 * @param folder of CORPUS.jsonl.gz
 */
export function articlesOf<Item extends { id: string }>(
  folder: string,
  corpus: string,
): { name: string; items: Item[] } {
  const [name, only] = corpus.split(':') as [string, string?]
  const items = gunzipSync(readFileSync(`${folder}/${name}.jsonl.gz`))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Item)
  const among = Math.abs(Number(only))
  const isWanted = ({ id }: Item) =>
    only === undefined || (crc32(id) % among === 0) === Number(only) > 0
  return { name, items: items.filter(isWanted) }
}
