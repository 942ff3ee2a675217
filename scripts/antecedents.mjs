// Writes the rows that the weights of clues to who is meant are learned from: node scripts/antecedents.mjs DATA OUT CORPUS[:N]…
// With :N, of a corpus only those articles that training kept from the encoder, one in N (training/hearsay_training/train.py); with
// :-N, only the others.
import { runSource } from './run-source.mjs'

await runSource('antecedents/rows.ts')
