// Opens each file named, extracts every document in it, and prints one JSON line a file: what came of it.
import { pathToFileURL } from 'node:url'
import { documents, extract } from '../../intake/dist/index.js'

for (const path of process.argv.slice(2)) {
  const began = Date.now()
  const result = { path, texts: [], articles: [], codes: [], thrown: null }
  try {
    const source = { from: { path }, origin: path, address: pathToFileURL(path).href }
    for await (const found of documents(source)) await take(found, result)
  } catch (error) {
    // Only a named error is an answer; anything else ends this process.
    if (error.name !== 'HearsayError') throw error
    result.thrown = error.code
  }
  console.log(JSON.stringify({ ...result, ms: Date.now() - began }))
}

async function take(found, { texts, articles, codes }) {
  if ('error' in found) return void codes.push(found.error.code)
  try {
    const { text, ...article } = await extract(found.bytes, { ...found, ...found.particulars })
    texts.push(text.slice(0, 300))
    articles.push({ ...article, address: found.address, fetched: found.fetched })
  } catch (error) {
    if (error.name !== 'HearsayError') throw error
    codes.push(error.code)
  }
}
