import { Parser } from 'htmlparser2'
import { fromBase64, isBase64 } from './base64.js'
import type { Entry, Feed } from './entry.js'

/** Which field an element of an item fills, as other readers of feeds have it; the first that does stays. */
const FIELDS: Record<string, keyof Entry> = {
  title: 'title',
  link: 'link',
  guid: 'id',
  id: 'id',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  updated: 'published',
  modified: 'published',
  'dc:date': 'published',
  'dc:creator': 'byline',
  author: 'byline',
  'content:encoded': 'html',
  content: 'html',
  fullitem: 'html',
  'xhtml:body': 'html',
  body: 'html',
  description: 'summary',
  'dc:description': 'summary',
  summary: 'summary',
}

/** An element that is being read. */
interface Field {
  name: keyof Entry | 'ttl'
  element: string
  /** How many elements are open within it. */
  depth: number
  text: string
  base64: boolean
}

/**
 * What can be made out of a feed that is ill-formed: every `item` or `entry`, closed or not, with what stands in it.
 * Never throws.
 */
export function lenientFeed(source: string): Feed {
  const feed: Feed = { entries: [] }
  let entry: Entry | null = null
  let field: Field | null = null
  const close = () => {
    if (!field) return
    const { name, base64 } = field
    const text = base64 ? (fromBase64(field.text) ?? '') : field.text
    const target = (entry ?? feed) as Record<string, unknown>
    if (text.trim() !== '')
      target[name] ??= name === 'ttl' ? Number(text) || undefined : text.trim()
    field = null
  }
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = written.toLowerCase()
        if (isEntry(name)) {
          close()
          feed.entries.push((entry = {}))
          return
        }
        // Markup that is not escaped is content: `<content type="xhtml"><div><p>…`.
        if (
          field &&
          name !== field.element &&
          !(field.depth === 0 && startsAnother(name, field.name))
        ) {
          if (written !== 'name' && written !== 'email' && written !== 'uri')
            field.text += `<${name}>`
          field.depth++
          return
        }
        close()
        const known = name === 'ttl' && !entry ? 'ttl' : FIELDS[name]
        const { type, mode } = attributes
        const base64 = name === 'content' && isBase64(type, mode)
        if (known) field = { name: known, element: name, depth: 0, text: '', base64 }
        if (
          name === 'link' &&
          attributes['href'] &&
          /^(alternate)?$/.test(attributes['rel'] ?? '')
        ) {
          const target = (entry ?? feed) as Entry
          target.link ??= attributes['href']
        }
      },
      ontext: (text) => field && (field.text += text),
      onclosetag(written) {
        const name = written.toLowerCase()
        if (field && name === field.element) return close()
        if (isEntry(name)) {
          close()
          entry = null
        } else if (field && field.depth > 0) {
          field.depth--
          if (!['name', 'email', 'uri'].includes(name)) field.text += `</${name}>`
        }
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false },
  )
  parser.end(source)
  close()
  return feed
}

function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry'
}

/** An element that was never closed ends where the next one of the item begins. */
function startsAnother(name: string, open: string): boolean {
  return name in FIELDS && FIELDS[name] !== open && open !== 'html' && open !== 'summary'
}
