// Writes the rows that the weights of clues to who is meant are learned from: node scripts/antecedents.mjs DATA OUT CORPUS[:N]…
// With :N, of a corpus only those articles that training kept from the encoder, one in N (training/hearsay_training/train.py); with
// :-N, only the others.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

// Beside the sources of the engine, so that it finds its data.
const folder = mkdtempSync(join(import.meta.dirname, '../engine/.antecedents-'))
try {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'antecedents/rows.ts'),
    platform: 'node',
    external: /^onnxruntime/,
  })
  await bundle.write({ file: join(folder, 'rows.mjs'), format: 'esm' })
  await import(join(folder, 'rows.mjs'))
} finally {
  process.on('exit', () => rmSync(folder, { recursive: true }))
}
