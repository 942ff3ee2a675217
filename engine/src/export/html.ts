import type { Ledger } from '../record/index.js'
import { strip } from './html/bars.js'
import { foundLists } from './html/findings.js'
import { header } from './html/header.js'
import { markedBlocks } from './html/marks.js'
import { type Markup, markup, verbatim } from './html/markup.js'
import { doubt, margin } from './html/notes.js'
import { POLICY } from './html/policy.js'
import { SCRIPT } from './html/script.js'
import { STYLE } from './html/style.js'
import { type View, view } from './html/view.js'
import { unreadPhrase } from './phrase.js'
import { titleOf } from './particulars.js'

/**
 * One self-contained page: the article with its marks and the ledger beside it. It loads nothing, prints well, and
 * its script only lights up what belongs together.
 */
export function html(ledger: Ledger): string {
  const page = view(ledger)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${titleOf(ledger)} · Hearsay</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${header(page)}<main>
${strip(page)}${body(page)}</main>
${foundLists(page)}${footer(page)}<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`.html
}

function body(page: View): Markup {
  const { language } = page.ledger.article
  const lang = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language ?? '') ? language : 'und'
  const paragraphs = markedBlocks(page).map((words, i) => {
    if (i === 0 && page.opensWithTitle) return markup`<span id="p0"></span>`
    const notes = margin(page, i)
    return markup`<p id="p${i}"${page.blocks[i]?.heading === true && markup` class="heading"`} lang="${lang}" dir="auto">${words}</p>
${notes}`
  })
  const unread = unreadPhrase(page.ledger)
  if (paragraphs.length === 0) return markup`<p class="empty">This article has no text.</p>`
  return markup`${
    unread !== null &&
    markup`<p class="unread">${unread}</p>
`
  }<div class="text">
${paragraphs}</div>
`
}

function footer({ ledger, doubts }: View): Markup {
  const { engine, article } = ledger
  const key = markup`<p class="key-line">How to read it: <b class="h0">source</b>, <i>cue</i>, <u class="h0 d0">what is attributed</u>, <u class="h0 d0"><u class="h3 d1">relayed through another</u></u>, <u class="nobody d0">nobody named</u>, plain: the outlet’s own voice.</p>`
  const all =
    doubts.length > 0 && markup`<section aria-label="Doubts">${doubts.map(doubt)}</section>`
  return markup`<footer>
${all}
${key}
<p>Read by Hearsay ${engine.version}, reader ${engine.reader}${engine.model && `, model ${short(engine.model)}`}. Text ${short(article.id)}, original ${short(article.bytes)}.</p>
</footer>
`
}

/** Enough of a hash to tell two apart. */
function short(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 19)}…` : hash
}
