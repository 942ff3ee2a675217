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

function* places(folder, forms, without) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name)
    if (without.some((each) => name.startsWith(each))) continue
    for (const form of forms)
      if (Buffer.from(name).includes(form)) yield `${path}, its name: ${form}`
    const bytes = contentOf(path)
    for (const form of forms) {
      const at = bytes.indexOf(form)
      if (at >= 0) yield `${path}, byte ${at}: ${form.toString().replaceAll('\0', '')}`
    }
  }
}

function contentOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? readFileSync(path) : Buffer.alloc(0)
}

if (process.argv[1] === program) {
  const [folder, ...without] = process.argv.slice(2)
  const forms = formsOf(JSON.parse(readFileSync(0, 'utf8')))
  process.stdout.write(JSON.stringify([...places(folder, forms, without)]))
}
