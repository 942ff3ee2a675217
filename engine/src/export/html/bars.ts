import type { Ledger, Voice } from '../../record/index.js'
import { voiceShares, VOICE_WORDS } from '../tally.js'
import { blockAt } from '../blocks.js'
import { type Markup, markup } from './markup.js'
import type { View } from './view.js'

const LONG = 1000
const STRIP_WIDTH = 12

/** The article like a bar code: each sentence as long as it is, in its voice, leading to its paragraph. */
export function strip({ ledger, blocks }: View): Markup | null {
  const lengths = ledger.sentences.map(({ start, end }) => Math.max(0, end - start))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total === 0) return null
  const gap = Math.min(3, LONG / ledger.sentences.length / 4)
  let top = 0
  const bars = ledger.sentences.map(({ start, voice }, i) => {
    const height = ((lengths[i] ?? 0) * LONG) / total
    const bar = sentenceBar(voice, top, Math.max(0, height - gap))
    top += height
    return markup`<a href="#p${blockAt(blocks, start)}" tabindex="-1"><title>${VOICE_WORDS[voice]}</title>${bar}</a>`
  })
  return markup`<div class="side"><svg class="strip" viewBox="0 0 ${STRIP_WIDTH} ${LONG}" preserveAspectRatio="none" aria-hidden="true">
<defs><pattern id="hatch" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"><rect class="v-nobody-pale" width="6" height="6"/><rect class="v-nobody" width="3" height="6"/></pattern></defs>
${bars}</svg></div>
`
}

/** A mixed sentence is half its outlet's, half somebody's word. */
function sentenceBar(voice: Voice, top: number, height: number): Markup {
  const half = STRIP_WIDTH / 2
  const [y, h] = [top.toFixed(2), height.toFixed(2)]
  if (voice === 'mixed') {
    return markup`<rect class="v-attributed" y="${y}" width="${half}" height="${h}"/><rect class="v-own" x="${half}" y="${y}" width="${half}" height="${h}"/>`
  }
  return markup`<rect class="v-${voice}" y="${y}" width="${STRIP_WIDTH}" height="${h}"/>`
}

/** The shares of the voices as one bar, with its legend in words. */
export function tally(ledger: Ledger): Markup | null {
  const shares = voiceShares(ledger)
  if (shares.length === 0) return null
  let left = 0
  const bars = shares.map(({ voice, percent }) => {
    const bar = shareBar(voice, left * 10, percent * 10)
    left += percent
    return bar
  })
  const legend = shares.map(
    ({ voice, percent }) =>
      markup`<li><i class="key v-${voice}"></i>${percent} % ${VOICE_WORDS[voice]}</li>
`,
  )
  return markup`<svg class="tally" viewBox="0 0 ${LONG} 6" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend" aria-label="Voice of the article">
${legend}</ul>
`
}

function shareBar(voice: Voice, x: number, width: number): Markup {
  if (voice === 'mixed') {
    return markup`<rect class="v-attributed" x="${x}" width="${width}" height="3"/><rect class="v-own" x="${x}" y="3" width="${width}" height="3"/>`
  }
  return markup`<rect class="v-${voice}" x="${x}" width="${width}" height="6"/>`
}
