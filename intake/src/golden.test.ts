import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.js'

const fixtures = new URL('fixtures/', import.meta.url)

/** Each folder is one page, named for what is hard about it. `vitest run -u` rewrites; read the diff. */
describe('extract', () => {
  it.each(readdirSync(fixtures))('reads the page %s', async (slug) => {
    const at = (name: string) => new URL(`${slug}/${name}`, fixtures)
    const { text, ...article } = await extract(readFileSync(at('source.html')), {
      origin: `${slug}.html`,
    })
    await expect(`${text}\n`).toMatchFileSnapshot(at('article.txt').pathname)
    await expect(`${JSON.stringify(article, null, 2)}\n`).toMatchFileSnapshot(
      at('article.json').pathname,
    )
  })
})
