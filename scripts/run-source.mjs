// Runs a program in TypeScript that imports the engine's sources, beyond what its doors give: for rows to learn from.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** @param {string} program path of the program, from this folder; it takes the command line as it is */
export async function runSource(program) {
  // Beside the sources of the engine, so that it finds its data.
  const folder = mkdtempSync(join(import.meta.dirname, '../engine/.program-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const bundle = await rolldown({
    input: join(import.meta.dirname, program),
    platform: 'node',
    external: /^onnxruntime/,
  })
  await bundle.write({ file: join(folder, 'program.mjs'), format: 'esm' })
  await import(join(folder, 'program.mjs'))
}
