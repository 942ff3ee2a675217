import type { Change, ChangeSide } from './change.js'
import { folded } from './folded-words.js'
import type { Version } from './version.js'

const BESIDE = [
  ['headline', 'title'],
  ['byline', 'byline'],
  ['published', 'published'],
] as const

/** What changed beside the text: headline, byline, date. */
export function articleChanges({ ledger: before }: Version, { ledger: after }: Version): Change[] {
  return BESIDE.flatMap(([kind, field]) => {
    const [was, is] = [before.article[field], after.article[field]]
    if (folded(was ?? '') === folded(is ?? '')) return []
    return [{ kind, before: side(was), after: side(is), edits: [] }]
  })
}

const side = (text: string | null): ChangeSide | null =>
  text === null ? null : { text, span: null, statement: null, who: null }
