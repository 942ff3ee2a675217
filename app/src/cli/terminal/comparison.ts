import {
  changeSentence,
  readableDate,
  titleOf,
  type Ledger,
  type VersionChange,
} from '@hearsay/engine'
import type { Comparison } from '../../actions/compare.js'
import { shortId } from '../short-id.js'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wordChangeLines } from './word-changes.js'
import { wrap } from './wrap.js'

const WIDEST = 110
const NARROWEST = 30
const MARGIN = '  '

/** What was edited from one version to another, a paragraph each, what is gone and what has come set apart. */
export function comparisonText(comparison: Comparison, { width, color }: Canvas): string {
  const inner = Math.max(NARROWEST, Math.min(width, WIDEST) - 2 * MARGIN.length)
  const canvas = { width: inner, color }
  const { before, after, changes } = comparison
  const told = changes.changes.map((change) => changeLines(change, before, after, canvas))
  const nothing = told.length === 0 ? [['Nothing was changed.']] : told
  return [headLines(comparison, canvas), ...nothing]
    .map((part) => `\n${part.map((line) => `${MARGIN}${line}`.trimEnd()).join('\n')}\n`)
    .join('')
}

function headLines({ before, after, changes }: Comparison, canvas: Canvas): string[] {
  const { strong, soft } = paints(canvas)
  const { stayed, changed, added, removed } = changes.statements
  const counts = `Statements: ${stayed} as they were, ${changed} changed, ${added} new, ${removed} gone`
  return [
    ...wrap(plain(titleOf(after)), canvas.width).map(strong),
    ...wrap(`${versionPhrase(before)} → ${versionPhrase(after)}`, canvas.width).map(soft),
    ...wrap(counts, canvas.width).map(soft),
  ]
}

function versionPhrase({ article: { id, published } }: Ledger): string {
  const short = shortId(id.replace(/^sha256:/u, ''))
  return published === null ? short : `${short} (${readableDate(published)})`
}

const SIGN = { gone: '−', come: '+', changed: '~' } as const

function changeLines(
  change: VersionChange,
  before: Ledger,
  after: Ledger,
  canvas: Canvas,
): string[] {
  const paint = paints(canvas)
  const sign = change.after === null ? 'gone' : change.before === null ? 'come' : 'changed'
  const width = canvas.width - 2
  const sentence = plain(changeSentence(change))
  const [label = ''] = sentence.split(': “')
  const lines =
    change.edits.length > 0
      ? [`${label}:`, ...wordChangeLines(change, before, after, { ...canvas, width })]
      : wrap(sentence, width)
  const colour = { gone: paint.gone, come: paint.come, changed: paint.warn }[sign]
  return lines.map((line, i) => (i === 0 ? `${colour(SIGN[sign])} ${line}` : `  ${line}`))
}
