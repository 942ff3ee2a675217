import { aboutSource, sourceCounts, type Ledger } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { listed } from './listed.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

const INDENT = '  '

/** Who speaks how often, and under a name the title and why this source counts; those without share their lines. */
export function sourceLines(ledger: Ledger, canvas: Canvas): string[] {
  const { soft } = paints(canvas)
  const lines: string[] = []
  let bare: string[] = []
  function endBare(): void {
    lines.push(...listed(bare, canvas.width))
    bare = []
  }
  for (const { actor, statements } of sourceCounts(ledger)) {
    const name = `${plain(actor.name)} ${statements.length}`
    const about = aboutSource(actor).map(plain).join(' · ')
    if (about === '') {
      bare.push(name)
      continue
    }
    endBare()
    lines.push(...wrap(name, canvas.width))
    lines.push(...wrap(about, canvas.width - INDENT.length).map((line) => INDENT + soft(line)))
  }
  const nobody = ledger.statements.filter(({ source }) => source === null).length
  if (nobody > 0) bare.push(`nobody named ${nobody}`)
  endBare()
  return lines
}
