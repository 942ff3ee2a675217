// Reads as a program does that uses the engine alone: here and in a thread.
import { isMainThread, Worker } from 'node:worker_threads'
import { openReader } from '@hearsay/engine/node'
import { extract } from '@hearsay/intake'

if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url))
  await new Promise((resolve, reject) => thread.on('exit', resolve).on('error', reject))
}
const reader = await openReader()
const bytes = Buffer.from('The dam held, officials said on Monday.\n')
const { statements } = await reader.read(await extract(bytes, { origin: 'dam.txt' }))
await reader.close()
console.log(statements.length)
