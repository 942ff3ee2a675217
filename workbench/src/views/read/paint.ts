import { segments } from './segments.js'
import type { Span } from '@hearsay/engine/view'
import type { FoundMark, Mark, StatementMark } from './marks.js'

/**
 * Fills `paragraph` with the words of `block`, each piece inside elements for its marks: contents outermost, the
 * relayer's around the relayed, so that each draws its own line. Words become text nodes, whatever they hold.
 */
export function paint(
  paragraph: HTMLElement,
  text: string,
  block: Span,
  marks: readonly Mark[],
): void {
  const pieces = segments(block, marks).map(({ start, end, on }) => {
    const words = document.createTextNode(text.slice(start, end))
    return wrapped(words, on)
  })
  paragraph.replaceChildren(...pieces)
}

function wrapped(words: Node, on: readonly Mark[]): Node {
  const found = on.filter((mark): mark is FoundMark => mark.layer === 'found')
  const own = on.filter((mark): mark is StatementMark => mark.layer !== 'found')
  const inner = found.reduce((node: Node, { kind, meaning }) => {
    const element = around(node, `found ${kind}`)
    element.dataset.meaning = meaning
    return element
  }, words)
  if (own.length === 0) return inner
  const deepestFirst = own.toSorted((a, b) => b.depth - a.depth)
  const outer = deepestFirst
    .filter(({ layer }) => layer === 'content')
    .reduce(
      (node: Node, { hue, depth }) => around(node, `content ${hue} d${Math.min(depth, 2)}`),
      inMouth(inner, deepestFirst),
    )
  const element = outer instanceof HTMLElement && outer !== inner ? outer : around(outer, '')
  element.dataset.s = [...new Set(deepestFirst.map(({ id }) => id))].reverse().join(' ')
  return element
}

/** Source and cue: who speaks and the word that says so, of the innermost where several share the words. */
function inMouth(node: Node, deepestFirst: readonly StatementMark[]): Node {
  const cue = deepestFirst.find(({ layer }) => layer === 'cue')
  const source = deepestFirst.find(({ layer }) => layer === 'source')
  const said = cue ? around(node, `cue ${cue.hue}`) : node
  return source ? around(said, `source ${source.hue}`) : said
}

function around(node: Node, names: string): HTMLElement {
  const element = document.createElement('span')
  element.className = names
  element.append(node)
  return element
}
