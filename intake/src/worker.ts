import { parentPort } from 'node:worker_threads'
import type { PageSource } from './draft.js'
import { readHtml } from './html.js'

// Hostile pages meet their parser here, where it can be killed. One page in, one answer out.
parentPort?.on('message', (source: PageSource) => {
  parentPort?.postMessage(answer(source))
})

function answer(source: PageSource) {
  try {
    return readHtml(source)
  } catch (error) {
    const message = `${source.origin} is no HTML that can be parsed (${String(error)}). Save the text alone.`
    return { code: 'html-unreadable', message }
  }
}
