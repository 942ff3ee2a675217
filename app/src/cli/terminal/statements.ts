import { numberOf, outline, type Branch, type Ledger } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { contentLines, headLines } from './entry.js'
import { plain } from './plain.js'

const NARROWEST = 24
const MARK = 3

/** Every statement, those that are relayed under the one that relays them. */
export function statementLines(ledger: Ledger, canvas: Canvas): string[] {
  const branches = outline(ledger.statements)
  const soft = paints(canvas).soft
  const digits = ledger.statements.reduce((n, one) => Math.max(n, plain(numberOf(one)).length), 2)
  const pad = ' '.repeat(digits + 2)

  /** `first` stands before the branch's first line, `rest` before its others and before all that hangs from it. */
  function lines({ statement, children }: Branch, first: string, rest: string): string[] {
    const width = canvas.width - rest.length - pad.length
    const number = plain(numberOf(statement)).padStart(digits)
    const relayed = children.map((child) => child.statement)
    const [head = '', ...below] = [
      ...headLines(ledger, statement, { ...canvas, width }),
      ...contentLines(ledger, statement, relayed, width),
    ]
    // A nest too deep for the window stays at the depth where words still have room.
    const roomy = width - MARK - pad.length >= NARROWEST
    const trunk = roomy ? rest + pad : rest.slice(0, -MARK)
    return [
      `${soft(first)}${soft(number)}  ${head}`,
      ...below.map((line) => soft(rest) + pad + line),
      ...children.flatMap((child, i) =>
        i < children.length - 1
          ? lines(child, `${trunk}├─ `, `${trunk}│  `)
          : lines(child, `${trunk}└─ `, `${trunk}   `),
      ),
    ]
  }
  return branches.flatMap((branch) => lines(branch, '', ''))
}
