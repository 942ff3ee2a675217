import type { Ledger, Span, Statement } from '../record/index.js'
import { codePoints } from '../text/index.js'
import { jsonText } from './json-text.js'
import { unreadPhrase } from './phrase.js'
import { actLabel, tellingOf, tellingPhrase } from './telling.js'

const CONTEXT = 32

/**
 * The statements as a page of W3C Web Annotations (JSON-LD, one line): each annotates its content, or its cue where
 * it has none, with who says so; its cue and its source are annotations that point to it. Positions count code
 * points, as the data model wants (https://www.w3.org/TR/annotation-model/, 4.2.5).
 */
export function annotations(ledger: Ledger): string {
  const hash = ledger.article.id.replace(/^sha256:/, '')
  const urn = `urn:sha256:${hash}`
  const source = /^https?:/i.test(ledger.article.origin) ? ledger.article.origin : urn
  const target = targetIn(ledger, source)
  const unread = unreadPhrase(ledger)
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${urn}#statements`,
    type: 'AnnotationPage',
    ...(unread !== null && { summary: unread }),
    items: ledger.statements.flatMap((statement) => itemsOf(ledger, statement, urn, target)),
  }
  return `${jsonText(page)}\n`
}

type Targeting = (span: Span) => object

function itemsOf(ledger: Ledger, statement: Statement, urn: string, target: Targeting): object[] {
  const { id, source, cue, content, parent } = statement
  const iri = `${urn}#${id}`
  const cueSpan = cue.start === null || cue.end === null ? null : { start: cue.start, end: cue.end }
  const said = content.length > 0 ? content : cueSpan ? [cueSpan] : []
  if (said.length === 0) return []
  const label = actLabel(cue)
  const words = tellingPhrase(tellingOf(ledger, statement))
  const told = label === null ? words : `${words} (${label})`
  const part = (name: string, span: Span) => ({
    id: `${iri}-${name}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [{ type: 'SpecificResource', source: iri, purpose: 'linking' }, tag(name)],
    target: target(span),
  })
  return [
    {
      id: iri,
      type: 'Annotation',
      motivation: 'describing',
      body: [
        {
          type: 'TextualBody',
          purpose: 'describing',
          format: 'text/plain',
          language: 'en',
          value: told,
        },
        tag(cue.act),
        ...(parent === null
          ? []
          : [{ type: 'SpecificResource', source: `${urn}#${parent}`, purpose: 'linking' }]),
      ],
      target: said.map(target),
    },
    ...(cueSpan ? [part('cue', cueSpan)] : []),
    ...(source ? [part('source', source)] : []),
  ]
}

const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })

/** A span of the article by quote and by position. */
function targetIn({ article: { text } }: Ledger, source: string): Targeting {
  const points = codePoints(text)
  // Half a character is no context.
  const whole = (words: string) => words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
  return ({ start, end }) => ({
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
        suffix: whole(text.slice(end, end + CONTEXT)),
      },
      { type: 'TextPositionSelector', start: points(start), end: points(end) },
    ],
  })
}
