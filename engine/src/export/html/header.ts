import { particulars, titleOf } from '../particulars.js'
import { sourceCounts } from '../tally.js'
import { tally } from './bars.js'
import { switches } from './findings.js'
import { type Markup, markup } from './markup.js'
import type { View } from './view.js'

/** Title, particulars, the share of each voice and the sources with their counts. */
export function header(view: View): Markup {
  const { ledger } = view
  return markup`<header>
<h1 dir="auto">${titleOf(ledger)}</h1>
${ledger.article.byline && markup`<p class="byline" dir="auto">${ledger.article.byline}</p>`}
<p class="particulars">${particulars(ledger).join(' · ')}${link(ledger.article.origin)}</p>
${tally(ledger)}${sources(view)}${switches(view)}</header>
`
}

/** Only an address of the web becomes a link, never `javascript:` or a path on this machine. */
function link(origin: string): Markup | false {
  const host = /^https?:\/\/([^\s/?#\\@]+)(?=[/?#]|$)\S*$/i.exec(origin)?.[1]
  return (
    host !== undefined &&
    markup` · <a href="${origin}" rel="noopener noreferrer nofollow">${host}</a>`
  )
}

function sources({ ledger, hues }: View): Markup | false {
  const keys = new Map(ledger.statements.map(({ id }, i) => [id, i + 1]))
  const keysOf = (ids: string[]): number[] => ids.flatMap((id) => keys.get(id) ?? [])
  const named = sourceCounts(ledger).map(({ actor, statements }) =>
    source(actor.name, hues.get(actor.id) ?? 'h0', keysOf(statements)),
  )
  const agentless = ledger.statements.filter((statement) => statement.source === null)
  const nobody = keysOf(agentless.map(({ id }) => id))
  if (nobody.length > 0) named.push(source('nobody named', 'nobody', nobody))
  return (
    named.length > 0 &&
    markup`<ul class="sources" aria-label="Sources">
${named}</ul>
`
  )
}

function source(name: string, hue: string, keys: number[]): Markup {
  return markup`<li><a class="${hue}" href="#s${keys[0] ?? 0}" data-s="${keys.join(' ')}"><bdi>${name}</bdi> <small>${keys.length}</small></a></li>
`
}
