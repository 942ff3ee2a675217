// Rows to learn the weights of clues from: for every mention of annotated articles whom it may mean, with all clues, and
// which of them is right. Run by scripts/antecedents.mjs; read by training/hearsay_training/rank.py.
import { createWriteStream } from 'node:fs'
import { cluesTo, cluesToNobody, type Clue } from '../../engine/src/coreference/clues.js'
import { walk, type Cluster, type Mention } from '../../engine/src/coreference/index.js'
import { loadLexicon, loadPeople } from '../../engine/src/lexicon/index.js'
import { openModel } from '../../engine/src/node.js'
import { findAttributions } from '../../engine/src/read/attributions.js'
import { markMentions } from '../../engine/src/read/mentions.js'
import { nameTags } from '../../engine/src/read/tags.js'
import { tokenize, type Tokens, type WordRange } from '../../engine/src/text/index.js'
import { articlesOf } from '../corpora.js'

interface Gold {
  /** Word ranges with who they mean. */
  mentions: { range: WordRange; chain: string }[]
  /** What a mention that is annotated for nobody is: nobody's, or unknown. */
  elsewhere: 'nobody' | 'unknown'
}

interface Item {
  id: string
  text: string
  actors?: { id: string; mentions: { start: number; end: number }[] }[]
  mentions?: { start: number; end: number; chain: string; type: string }[]
  pronoun?: { start: number; end: number }
  a?: { start: number; end: number; same: boolean }
  b?: { start: number; end: number; same: boolean }
}

const [folder, out, ...wanted] = process.argv.slice(2) as [string, string, ...string[]]
const parts = await openModel({ model: process.env['HEARSAY_MODEL'] })
const lexicon = loadLexicon()
const people = loadPeople(lexicon)
const rows = createWriteStream(out)

/** Mentions that began an actor, and who that is. */
const pending: [Mention, string][] = []

async function write(corpus: string, item: Item): Promise<void> {
  const tokens = tokenize(item.text, lexicon.abbreviations)
  const heard = await findAttributions(tokens, parts.model, lexicon)
  const tags = nameTags(tokens, people.words, heard.tags)
  const { mentions, speech } = markMentions(tokens, tags, heard.drafts, heard, people)
  const range = rangeIn(tokens, item.text)
  const gold = item.pronoun ? null : goldOf(item, range)
  const chains = gold && align(mentions, gold)
  const asked =
    item.pronoun && mentions.find((m) => String(m.range) === String(range(item.pronoun!)))
  const right = [item.a, item.b].filter((name) => name?.same).map((name) => range(name!))
  const wrong = [item.a, item.b].filter((name) => name && !name.same).map((name) => range(name!))
  const chainOf = new Map<Cluster, string>()
  walk(
    tokens,
    mentions,
    people.words,
    speech,
    (mention, candidates, context) => {
      const options = [null, ...candidates]
      const clues = () =>
        options.map((c) => (c ? cluesTo(mention, c, context) : cluesToNobody(mention, context)))
      if (!chains) {
        // A snippet that asks of one pronoun: names join by their words.
        if (mention === asked) {
          const holds = (c: Cluster | null, ranges: (WordRange | null)[]) =>
            !!c &&
            c.mentions.some((m) =>
              ranges.some((r) => r && m.range[0] < r[1] && r[0] < m.range[1] && m.form === 'name'),
            )
          const chosen = options.map((c) => (right.length ? holds(c, right) : !holds(c, wrong)))
          put(corpus, item.id, mention, clues(), chosen)
          return options[chosen.indexOf(true)] ?? null
        }
        return mention.form === 'name'
          ? (candidates.find((c) => c.names.some((n) => n.at(-1) === mention.name.at(-1))) ?? null)
          : null
      }
      const chain = chains.get(mention)
      const found =
        chain === undefined ? null : (candidates.find((c) => chainOf.get(c) === chain) ?? null)
      const known = chain !== undefined || gold!.elsewhere === 'nobody'
      const begun = chain !== undefined && [...chainOf.values()].includes(chain)
      if (known && (found || !begun))
        put(
          corpus,
          item.id,
          mention,
          clues(),
          options.map((c) => c === found),
        )
      // The cluster that this mention begins is labelled when it is a candidate later.
      if (!found) pending.push([mention, chain ?? `alone ${mention.range}`])
      return found
    },
    (mention, cluster) => {
      if (chainOf.has(cluster)) return
      const begun = pending.find(([m]) => m === mention)
      if (begun) chainOf.set(cluster, begun[1])
    },
  )
  pending.length = 0
}

function put(
  corpus: string,
  id: string,
  mention: Mention,
  options: readonly (readonly Clue[])[],
  right: readonly boolean[],
): void {
  if (!right.some(Boolean)) return
  rows.write(
    JSON.stringify({
      corpus,
      id,
      mention: mention.range,
      options: options.map((clues) => clues.filter(([, value]) => value !== 0)),
      right,
    }) + '\n',
  )
}

function rangeIn(
  tokens: Tokens,
  text: string,
): (span: { start: number; end: number }) => WordRange | null {
  const units = [0]
  for (const sign of text) units.push((units.at(-1) ?? 0) + sign.length)
  return ({ start, end }) => {
    const [from, to] = [units[start] ?? 0, units[end] ?? 0]
    const first = tokens.words.findIndex((word) => word.end > from)
    let last = first
    while (last < tokens.words.length && tokens.words[last]!.start < to) last++
    return first < 0 || last <= first ? null : [first, last]
  }
}

function goldOf(
  item: Item,
  range: (span: { start: number; end: number }) => WordRange | null,
): Gold {
  const at = (span: { start: number; end: number }, chain: string) => {
    const words = range(span)
    return words ? [{ range: words, chain }] : []
  }
  return item.actors
    ? {
        mentions: item.actors.flatMap((actor) => actor.mentions.flatMap((m) => at(m, actor.id))),
        elsewhere: item.id.startsWith('ecb') || item.id.startsWith('fnc') ? 'unknown' : 'nobody',
      }
    : {
        mentions: (item.mentions ?? [])
          .filter(({ type }) => type === 'person' || type === 'organization')
          .flatMap((m) => at(m, m.chain)),
        elsewhere: 'unknown',
      }
}

/** Found mentions with the chain of the annotated one that has their words, or ends with them. */
function align(mentions: readonly Mention[], { mentions: gold }: Gold): Map<Mention, string> {
  const exact = new Map(gold.map(({ range, chain }) => [String(range), chain]))
  const out = new Map<Mention, string>()
  for (const mention of mentions) {
    const [first, end] = mention.range
    const chain =
      exact.get(String(mention.range)) ??
      gold.find(
        ({ range: [a, b] }) =>
          (b === end ||
            b === mention.head + 1 ||
            (a === first && Math.min(b, end) - a >= (Math.max(b, end) - a) / 2)) &&
          a < end &&
          first < b &&
          (Math.min(b, end) - Math.max(a, first)) * 2 >= Math.max(b - a, end - first) * 0.9,
      )?.chain
    if (chain !== undefined) out.set(mention, chain)
  }
  return out
}

for (const corpus of wanted) {
  const { name, items } = articlesOf<Item>(folder, corpus)
  for (const item of items) await write(name, item)
  console.error(`${name}: ${items.length} articles`)
}
rows.end()
