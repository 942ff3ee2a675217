import { findings, type FindingKind, type Ledger, type Span } from '@hearsay/engine/view'
import type { Row } from './rows.js'

export type Layer = 'content' | 'source' | 'cue' | 'channel' | 'said'

/** Words of a statement. */
export interface StatementMark extends Span {
  layer: Layer
  id: string
  depth: number
  hue: string
}

/** Words in which something was found. */
export interface FoundMark extends Span {
  layer: 'found'
  kind: FindingKind
  meaning: string
}

export type Mark = StatementMark | FoundMark

/** What of a statement stands in the text. */
export function marksOf({ id, statement, depth, hue }: Row): StatementMark[] {
  const { content, source, cue, channel, said } = statement
  const mark = (layer: Layer, { start, end }: Span): StatementMark => {
    return { layer, id, depth, hue, start, end }
  }
  return [
    ...content.map((span) => mark('content', span)),
    ...(source === null ? [] : [mark('source', source)]),
    ...(channel === null ? [] : [mark('channel', channel)]),
    ...(said === null ? [] : [mark('said', said)]),
    ...(cue.start === null || cue.end === null
      ? []
      : [mark('cue', { start: cue.start, end: cue.end })]),
  ]
}

export function foundMarks(ledger: Ledger): FoundMark[] {
  return findings(ledger).map(({ kind, meaning, start, end }) => {
    return { layer: 'found', kind, meaning, start, end }
  })
}
