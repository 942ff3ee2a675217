// grep.mjs FOLDER, with words as JSON on standard input: where under FOLDER any form of any of them stands, as JSON.
// A process of its own: one that closes a file lets go of all its locks on it, SQLite's too.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formsOf } from './secrets.mjs'

const program = fileURLToPath(import.meta.url)

/** Where in the files under `folder`, and in their names, these names stand in any form: `file, byte N: what`. */
export function grep(folder, names, without = []) {
  const run = spawnSync(process.execPath, [program, folder, ...without], {
    ...{ input: JSON.stringify(names), encoding: 'utf8', maxBuffer: 1e9 },
  })
  if (run.status !== 0) throw new Error(`grep: ${run.error ?? run.stderr}`)
  return JSON.parse(run.stdout)
}

function* places(folder, find, without) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name)
    if (without.some((each) => name.startsWith(each))) continue
    for (const { form } of find(Buffer.from(name))) yield `${path}, its name: ${form}`
    for (const { at, form } of find(contentOf(path))) yield `${path}, byte ${at}: ${form}`
  }
}

function contentOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? readFileSync(path) : Buffer.alloc(0)
}

/** Finds any of many forms in one pass: how each begins, in three bytes, is looked up first. */
function finder(forms) {
  const begun = new Map()
  for (const form of forms) {
    const key = form.readUIntBE(0, 3)
    begun.set(key, [...(begun.get(key) ?? []), form])
  }
  const possible = new Uint8Array(2 ** 24)
  for (const key of begun.keys()) possible[key] = 1
  return function* (bytes) {
    let key = 0
    for (let at = 0; at < bytes.length; at++) {
      key = ((key << 8) | bytes[at]) & 0xffffff
      if (possible[key] === 0 || at < 2) continue
      for (const form of begun.get(key))
        if (bytes.subarray(at - 2, at - 2 + form.length).equals(form))
          yield { at: at - 2, form: form.toString().replaceAll('\0', '') }
    }
  }
}

if (process.argv[1] === program) {
  const [folder, ...without] = process.argv.slice(2)
  const find = finder(formsOf(JSON.parse(readFileSync(0, 'utf8'))))
  process.stdout.write(JSON.stringify([...places(folder, find, without)]))
}
