import { readableDate } from '@hearsay/engine'
import type { Reprint } from '../../actions/reprint.js'
import { shortId } from '../short-id.js'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

/** `Reprint of 65bf66105726, Cabo Wire, 5 May 2031, and 38 others · credits Reuters` */
export function reprintLines({ origin, others, credited }: Reprint, canvas: Canvas): string[] {
  const many = others === 1 ? '1 other' : `${others} others`
  const credits = credited.length > 0 ? [`credits ${credited.map(plain).join(', ')}`] : []
  const told =
    origin === null
      ? `Reprinted by ${many}`
      : `Reprint of ${nameOf(origin)}${others > 0 ? `, as ${many}` : ''}`
  return wrap([told, ...credits].join(' · '), canvas.width).map(paints(canvas).soft)
}

function nameOf({ id, outlet, published }: NonNullable<Reprint['origin']>): string {
  const date = published === null ? null : readableDate(published)
  const parts = [shortId(id.replace(/^sha256:/u, '')), outlet, date]
  return parts.flatMap((part) => (part === null ? [] : plain(part))).join(', ')
}
