import { particulars, titleOf, type Ledger } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

/** Title, byline and particulars. */
export function titleLines(ledger: Ledger, canvas: Canvas): string[] {
  const { strong, soft } = paints(canvas)
  return [
    ...wrap(plain(titleOf(ledger)), canvas.width).map(strong),
    ...wrap(plain(ledger.article.byline ?? ''), canvas.width).map(soft),
    ...wrap(particulars(ledger).map(plain).join(' · '), canvas.width).map(soft),
  ]
}
