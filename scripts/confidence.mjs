// Writes the rows that the confidence of lines is learned from: node scripts/confidence.mjs DATA OUT CORPUS[:N]…
// With :N, of a corpus only those articles that training kept from the encoder, one in N (training/hearsay_training/train.py).
import { runSource } from './run-source.mjs'

await runSource('confidence/rows.ts')
