// Rows to learn from how likely a line is right: for every annotated article its lines as they are read, each with all clues.
// Run by scripts/confidence.mjs; judged and read by training/hearsay_training/confidence.py.
import { createWriteStream } from 'node:fs'
import { openModel } from '../../engine/src/node.js'
import { createPasses } from '../../engine/src/read/reader.js'
import { articlesOf } from '../corpora.js'

/** What a bare text does not say. */
const UNKNOWN = {
  bytes: '',
  title: null,
  byline: null,
  outlet: null,
  published: null,
  language: 'en',
}

const [folder, out, ...wanted] = process.argv.slice(2) as [string, string, ...string[]]
const reader = createPasses(await openModel({ model: process.env['HEARSAY_MODEL'] }))
const rows = createWriteStream(out)
for (const corpus of wanted) {
  const { name, items } = articlesOf<{ id: string; text: string }>(folder, corpus)
  for (const { id, text } of items) {
    const article = { ...UNKNOWN, id, origin: `${id}.txt`, text }
    const { ledger, clues } = await reader.read(article, { everything: true })
    const { statements, actors } = ledger
    rows.write(`${JSON.stringify({ corpus: name, id, statements, actors, clues })}\n`)
  }
  console.error(`${name}: ${items.length} articles`)
}
rows.end()
