// What outlets do to a story that is not theirs.
import { facts, fill, rows } from './telling.mjs'

const furniture = rows('furniture')
const { noise: fillers } = rows('words')
const count = (text) => text.split(/\s+/u).filter(Boolean).length

/** A reprint of `story`, with what was done to it. */
export function reprint(story, luck, setting, wanted = {}) {
  const done = {
    cut: luck.often(0.5),
    reordered: luck.often(0.3),
    headline: luck.often(0.7),
    furnished: luck.often(0.7),
    changed: luck.one([0, 0, 0.1, 0.2, 0.2]),
    encoded: luck.often(0.4),
    ...wanted,
  }
  let paragraphs = story.paragraphs
  let kept = paragraphs.map((_, i) => i)
  if (done.cut) kept = cut(paragraphs, luck)
  if (done.reordered) kept = luck.shuffled(kept)
  paragraphs = kept.map((i) => paragraphs[i])
  if (done.changed)
    paragraphs = paragraphs.map((paragraph) => change(paragraph, luck, done.changed))
  const headline = done.headline ? rehead(story, luck) : story.headline
  const [before, after] = done.furnished ? around(luck, setting) : [[], []]
  let text = [headline, ...before, ...paragraphs, ...after].join(luck.one(['\n', '\n\n']))
  if (done.encoded) text = luck.one(ENCODINGS)(text)
  return { text: `${text}\n`, story: story.id, done, kept: new Set(kept) }
}

/** Leading paragraphs or any of them: at least three tenths of the story, and fifty words. */
function cut(paragraphs, luck) {
  const order = paragraphs.map((_, i) => i)
  const wanted = luck.often(0.5) ? order : luck.shuffled(order)
  const all = count(paragraphs.join(' '))
  const least = Math.max(50, all * (0.3 + 0.4 * (luck.below(100) / 100)))
  const kept = []
  for (const i of wanted) {
    if (count(kept.map((k) => paragraphs[k]).join(' ')) >= least) break
    kept.push(i)
  }
  return kept.sort((a, b) => a - b)
}

/** So many words in a hundred put in the place of others, left out or put in between. */
function change(paragraph, luck, share) {
  return paragraph
    .split(' ')
    .flatMap((word) => {
      if (!luck.often(share)) return [word]
      const other = luck.one(fillers)
      return luck.one([[other], [], [word, other]])
    })
    .join(' ')
}

const rehead = (story, luck) =>
  luck.shuffled(story.paragraphs[0].split(' ')).slice(0, luck.from(4, 9)).join(' ')

function around(luck, setting) {
  const { before, after, unknown } = furniture[setting]
  const fact = facts(luck)
  const some = (list, most) =>
    luck
      .shuffled(list)
      .slice(0, luck.from(0, most))
      .map((line) => fill(line, luck, fact))
  return [some(before, 2), [...some(after, 3), ...(luck.often(0.25) ? unknown : [])]]
}

const ENCODINGS = [
  (text) => text.replace(/"([^"\n]*)"/gu, '“$1”').replace(/'/gu, '’'),
  (text) => text.replace(/"([^"\n]*)"/gu, '«\u00a0$1\u00a0»').replace(/[“”]/gu, '"'),
  (text) =>
    text
      .replace(/"([^"\n]*)"/gu, 'â€œ$1â€\u009d')
      .replace(/['’]/gu, 'â€™')
      .replace(/“/gu, 'â€œ'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.normalize('NFD'),
  (text) => text.replace(/\n+/gu, ' ').replace(/ /gu, (blank, at) => (at % 7 ? blank : '\u00a0')),
  (text) => text.replace(/["“”]/gu, ''),
]
