import { VOICE_WORDS, voiceShares, type Ledger, type Voice } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { wrap } from './wrap.js'

/** Told apart without colour. */
const GLYPHS: Record<Voice, string> = { attributed: '█', mixed: '▓', own: '░', agentless: '╱' }

/** The article from its first sentence to its last as one strip of voices, and how much each of them has. */
export function voiceLines(ledger: Ledger, canvas: Canvas): string[] {
  const shares = voiceShares(ledger)
  if (shares.length === 0) return []
  const paint = paints(canvas).voice
  const strip = runs(ledger, canvas.width)
    .map(({ voice, columns }) => paint[voice](GLYPHS[voice].repeat(columns)))
    .join('')
  // Spaces that must not break a line of the legend in the middle of an item.
  const legend = shares
    .map(({ voice, percent }) => `${GLYPHS[voice]} ${percent} % ${VOICE_WORDS[voice]}`)
    .map((item) => item.replaceAll(' ', '\u00A0'))
    .join('   ')
  return [strip, ...wrap(legend, canvas.width).map((line) => line.replaceAll('\u00A0', ' '))]
}

/** How many of `width` columns each sentence has, by its length. */
function runs({ sentences }: Ledger, width: number): { voice: Voice; columns: number }[] {
  const lengths = sentences.map(({ start, end }) => Math.max(0, end - start))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let passed = 0
  let drawn = 0
  return sentences.map(({ voice }, i) => {
    passed += lengths[i] ?? 0
    const columns = Math.round((passed / total) * width) - drawn
    drawn += columns
    return { voice, columns }
  })
}
