import { numberOf, outline, flatten, type Branch, type Ledger } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { contentLines, headLines } from './entry.js'
import { plain } from './plain.js'

const NARROWEST = 24
/** Beyond this depth a deeper nest would leave no room for words. */
const DEEPEST = 4

/** Every statement, those that are relayed under the one that relays them. */
export function statementLines(ledger: Ledger, canvas: Canvas): string[] {
  const branches = outline(ledger.statements)
  const soft = paints(canvas).soft
  const numbers = flatten(branches).map(({ statement }) => plain(numberOf(statement)).length)
  const digits = Math.max(2, ...numbers)
  const pad = ' '.repeat(digits + 2)

  /** `first` stands before the branch's first line, `rest` before its others and before all that hangs from it. */
  function lines({ statement, depth, children }: Branch, first: string, rest: string): string[] {
    const width = Math.max(NARROWEST, canvas.width - rest.length - pad.length)
    const number = plain(numberOf(statement)).padStart(digits)
    const relayed = children.map((child) => child.statement)
    const [head = '', ...below] = [
      ...headLines(ledger, statement, { ...canvas, width }),
      ...contentLines(ledger, statement, relayed, width),
    ]
    const trunk = depth < DEEPEST ? rest + pad : rest
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
