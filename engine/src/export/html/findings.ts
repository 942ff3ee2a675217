import type { Ledger } from '../../record/index.js'
import { findings, FINDING_WORDS, type Finding, type FindingKind } from '../findings.js'
import { type Markup, markup } from './markup.js'
import type { View } from './view.js'

/** A finding as the page shows it. Ids on the page are made of its keys. */
export interface Found extends Finding {
  /** Its place among all. */
  key: number
  /** The key of the first that says the same: the lists have them once. */
  item: number
}

/** The findings of a ledger with their keys, from an offset of the text on. */
export function found(ledger: Ledger, from: number): Found[] {
  const items = new Map<string, number>()
  const shown = findings(ledger).filter(({ end }) => end > from)
  return shown.map((finding, i) => {
    const same = JSON.stringify([finding.kind, finding.text, finding.meaning])
    const item = items.get(same) ?? i + 1
    items.set(same, item)
    return { ...finding, key: i + 1, item }
  })
}

/** Words with the quiet mark of a finding on them; the first piece of it can be reached by link and key. */
export function marked(words: Markup, { key, item, kind, meaning }: Found, first: boolean): Markup {
  const id = first && markup` id="m${key}" aria-describedby="f${item}"`
  return markup`<mark class="${kind}"${id} data-tip="${meaning}">${words}</mark>`
}

/** One kind of mark at a time can be switched on; wording is, where there is any. */
export function switches(view: View): Markup | null {
  const kinds = byKind(view)
  if (kinds.length === 0) return null
  const shown = kinds.find(([kind]) => kind === 'wording')?.[0] ?? 'nothing'
  const choice = (value: string, words: string, count?: number): Markup =>
    markup`<label><input type="radio" name="marks" id="show-${value}" value="${value}"${value === shown && markup` checked`}> ${words}${count !== undefined && markup` <small>${count}</small>`}</label>
`
  return markup`<fieldset class="switches"><legend>Marked in the text</legend>
${choice('nothing', 'nothing')}${kinds.map(([kind, all]) => choice(kind, FINDING_WORDS[kind], all.length))}</fieldset>
`
}

/** All that can be marked, as lists: on the page that of the marks switched on, in print every one. */
export function foundLists(view: View): Markup | null {
  const kinds = byKind(view)
  if (kinds.length === 0) return null
  return markup`<section class="found" aria-label="Marked in the text">
${kinds.map(([kind, all]) => foundList(kind, all))}</section>
`
}

function foundList(kind: FindingKind, all: readonly Found[]): Markup {
  const counts = new Map<number, number>()
  for (const { item } of all) counts.set(item, (counts.get(item) ?? 0) + 1)
  const items = all
    .filter(({ key, item }) => key === item)
    .map(({ key, text, meaning }) => {
      const count = counts.get(key) ?? 1
      return markup`<li id="f${key}"><a href="#m${key}"><bdi>${text}</bdi></a> ${count > 1 && `×${count} `}${meaning !== text && markup`<small><bdi>${meaning}</bdi></small>`}</li>
`
    })
  return markup`<div class="${kind}"><h2>${FINDING_WORDS[kind]}</h2>
<ul>
${items}</ul></div>
`
}

function byKind({ found }: View): [FindingKind, Found[]][] {
  return (Object.keys(FINDING_WORDS) as FindingKind[])
    .map((kind): [FindingKind, Found[]] => [kind, found.filter((one) => one.kind === kind)])
    .filter(([, all]) => all.length > 0)
}
