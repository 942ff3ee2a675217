// Sentences out of patterns: "{fire|blaze}" is either, "<town#t>" a town that keeps its name for a story.
import { readFileSync } from 'node:fs'

export const rows = (name) =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))
const words = rows('words')

const name = (luck) => luck.one(words.starts) + (luck.often(0.5) ? luck.one(words.middles) : '')
const MAKERS = {
  town: (luck) => name(luck) + luck.one(words.townEnds),
  last: (luck) => name(luck) + luck.one(words.lastEnds),
  person: (luck) => `${luck.one(words.first)} ${name(luck)}${luck.one(words.lastEnds)}`,
  company: (luck) => `${name(luck)} ${luck.one(words.company)}`,
  club: (luck) => `${name(luck)} ${luck.one(words.club)}`,
  uni: (luck) => `University of ${name(luck)}${luck.one(words.townEnds)}`,
  river: (luck) => name(luck) + luck.one(words.riverEnds),
  island: (luck) => name(luck) + luck.one(words.islandEnds),
  year: (luck) => String(luck.from(1893, 2029)),
}

/** The facts of one story: what a slot stands for, once asked, stays. */
export function facts(luck) {
  const known = new Map()
  return (slot) => {
    const [kind, label] = slot.split('#')
    if (kind === 'quote') throw new Error('Quotes are filled by the teller.')
    if (!known.has(slot)) {
      const [low, high] = (label?.split(':')[1] ?? '').split('-').map(Number)
      if (kind === 'num') known.set(slot, String(luck.from(low, high)))
      else if (kind === 'last' && known.has(`person#${label}`))
        known.set(slot, known.get(`person#${label}`).split(' ')[1])
      else known.set(slot, (MAKERS[kind] ?? ((l) => l.one(words[kind])))(luck))
    }
    return known.get(slot)
  }
}

export const fill = (pattern, luck, fact) =>
  pattern
    .replace(/\{([^{}]*)\}/gu, (_, choices) => luck.one(choices.split('|')))
    .replace(/<([a-z]+#[^<>]+)>/gu, (_, slot) => fact(slot))

/** One way to tell a story of `topic`: every sentence has several wordings; `avoid` holds those of another telling. `least`: so many words, as far as there are sentences. */
export function tell(topic, luck, fact, { least, avoid = new Map(), quotes = 1 }) {
  const [lead, ...others] = topic.sentences.map((variants, i) => ({ variants, i }))
  const quoting = others.filter(({ variants }) => variants[0].includes('<quote#'))
  const rest = luck.shuffled(others.filter((one) => !quoting.includes(one)))
  const wordings = new Map()
  const quote = fill(topic.quotes[fact('num#quotation:0-1')], luck, fact)
  const say = ({ variants, i }) => {
    const free = variants.map((_, k) => k).filter((k) => k !== avoid.get(i))
    const k = luck.one(free)
    wordings.set(i, k)
    return fill(variants[k].replace('<quote#q>', quote), luck, fact)
  }
  const first = say(lead)
  let body = quotes ? quoting.map(say) : []
  const words = () => [first, ...body].join(' ').split(' ').length
  while (rest.length > 0 && words() < least) body = [...body, say(rest.pop())]
  const paragraphs = [first, ...luck.shuffled(body)]
  return { headline: fill(luck.one(topic.headlines), luck, fact), paragraphs, wordings, quote }
}
