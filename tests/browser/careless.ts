import type { Attack } from './attacks.js'

/** Pages that put a text where it does not belong, unescaped: proof that an attack works, and that it is caught. */
const PAGES: Readonly<Record<string, (text: string) => string>> = {
  document: (text) => text,
  text: (text) => `<div>${text}</div>`,
  title: (text) => `<title>${text}</title>`,
  textarea: (text) => `<textarea>${text}</textarea>`,
  comment: (text) => `<!--${text}-->`,
  double: (text) => `<p title="${text}">x</p>`,
  single: (text) => `<p title='${text}'>x</p>`,
  bare: (text) => `<p title=${text}>x</p>`,
  dangling: (text) => `<div>${text}</div><p title='secret'>x</p>`,
  address: (text) => `<a href="${text}">x</a>`,
  'address-single': (text) => `<a href='${text}'>x</a>`,
  'folded-address': (text) => `<a href="${text.normalize('NFKC')}">x</a>`,
  style: (text) => `<style>p { color: ${text} }</style><p>x</p>`,
  'style-attribute': (text) => `<p style="color: ${text}">x</p>`,
  handler: (text) => `<p onclick="String('${text}')">x</p>`,
  json: (text) => `<script type="application/json">${text}</script>`,
  script: (text) => `<script>x = "${text}"</script>`,
  'script-after': (text) => `<div>${text}</div><script>1</script>`,
  'script-single': (text) => `<script>x = '${text}'</script>`,
  'script-escaped': (text) => `<script>x = "${text.replaceAll('"', '\\"')}"</script>`,
  'script-template': (text) => `<script>x = \`${text}\`</script>`,
  'script-comment': (text) => `<script>// ${text}\n</script>`,
  'script-block': (text) => `<script>/* ${text} */</script>`,
  'script-regex': (text) => `<script>x = /${text}/</script>`,
  'script-bare': (text) => `<script>x = ${text}</script>`,
  'script-inner': (text) => `${INNER}<script>put('${text}')</script>`,
  stripped: (text) => `<div>${text.replace('<script>', '').replace('</script>', '')}</div>`,
  'without-null': (text) => `<div>${text.replaceAll('\0', '')}</div>`,
  'without-invisible': (text) => `<div>${text.replace(/[\u00ad\u200b]/g, '')}</div>`,
  folded: (text) => `<div>${text.normalize('NFKC')}</div>`,
  capitals: (text) => `<div>${text.toUpperCase()}</div>`,
  replaced: (text) => `<div>${'a TEXT b'.replace('TEXT', text)}</div>`,
  decoded: (text) => inner(text, 'put(decode(text))'),
  'decoded-twice': (text) => inner(text, 'put(decode(decode(text)))'),
  percent: (text) => inner(text, 'put(decodeURIComponent(text))'),
  'percent-twice': (text) => inner(text, 'put(decodeURIComponent(decodeURIComponent(text)))'),
  unescape: (text) => inner(text, 'put(unescape(text))'),
  'json-decoded': (text) => inner(text, `put(JSON.parse('"' + text + '"'))`),
  mutated: (text) => inner(text, 'put(put(text))'),
  mustache: (text) => inner(text, 'text.replace(/{{(.*?)}}/g, (_, code) => Function(code)())'),
  xml: (text) =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><![CDATA[${text}]]></body></html>`,
  'xml-text': (text) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${text}</body></html>`,
  utf7: (text) => `<div>${text}</div>`,
  iso2022: (text) => `<div>${text}</div>`,
}

const TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xhtml+xml',
  'xml-text': 'application/xhtml+xml',
  utf7: 'text/html; charset=utf-7',
  iso2022: 'text/html; charset=iso-2022-jp',
}

const INNER = `<div id="d"></div><script>
const put = (text) => ((d.innerHTML = text), d.innerHTML)
const decode = (text) => new DOMParser().parseFromString('<textarea>' + text, 'text/html').querySelector('textarea').value
</script>`

/** A page whose script does `deed` to the text, which itself reaches the script unharmed. */
function inner(text: string, deed: string): string {
  const data = JSON.stringify(text).replaceAll('<', '\\u003c')
  return `${INNER}<script>const text = ${data};${deed}</script>`
}

/** The page that lets `attack` in. */
export function carelessPage({ into, payload }: Attack): { body: string; contentType: string } {
  const page = PAGES[into]
  if (page === undefined) throw new Error(`careless.ts has no page '${into}'`)
  return { body: page(payload), contentType: TYPES[into] ?? 'text/html; charset=utf-8' }
}
