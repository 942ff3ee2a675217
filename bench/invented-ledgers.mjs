// Ledgers of invented articles, as a reader would make them, in any number: words as frequent as in a language (Zipf),
// people, outlets, places, days and numbers. The same seed gives the same.
import { createHash } from 'node:crypto'

const SHORT =
  'the of to and in that a was is for on it with as be by at had not are but from have were which'.split(
    ' ',
  )
const SYLLABLES =
  'ba be bo ca co da de di do fa fe ga ge ha he la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi'.split(
    ' ',
  )
const ACTS =
  'assert assert assert assert assert deny confirm accuse promise warn believe report'.split(' ')
const VOICES = 'attributed attributed attributed mixed agentless'.split(' ')
const SAID = {
  deny: 'denied',
  confirm: 'confirmed',
  accuse: 'charged',
  promise: 'promised',
  warn: 'warned',
}
const UNITS = ['people', 'USD', 'percent', 'km', null]

/** Numbers that look thrown and come again with the same seed. */
export function dice(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n) => Math.floor(next() * n)
  return { next, below, one: (list) => list[below(list.length)] }
}

function madeUp({ below, one }, count, length) {
  const made = new Set()
  while (made.size < count)
    made.add(Array.from({ length: length + below(3) }, () => one(SYLLABLES)).join(''))
  return [...made]
}

const capital = (word) => word[0].toUpperCase() + word.slice(1)

/** What the articles are about, and `article(n)`: a capture and its ledger, of `statements` statements. */
export function world(seed) {
  const chance = dice(seed)
  const words = madeUp(chance, 40_000, 2)
  const [first, last] = [madeUp(chance, 300, 2), madeUp(chance, 1_500, 2)].map((names) =>
    names.map(capital),
  )
  const people = Array.from({ length: 4_000 }, () => `${chance.one(first)} ${chance.one(last)}`)
  const outlets = madeUp(chance, 60, 2).map((name) => `The ${capital(name)} Herald`)
  const places = madeUp(chance, 250, 2).map((name, n) => ({
    name: `Port ${capital(name)}`,
    country: 'PT ES FR DE IT PL SE NO FI GR'.split(' ')[n % 10],
  }))
  return {
    words,
    people,
    outlets,
    places,
    article: (n, statements) => article({ words, people, outlets, places }, seed, n, statements),
  }
}

/** The n-th word of the list comes up about 1/n as often as the first. */
function word({ next, one }, words) {
  if (next() < 0.4) return one(SHORT)
  return words[Math.floor(words.length ** next()) - 1]
}

function article({ words, people, outlets, places }, seed, n, count) {
  const chance = dice(seed * 1_000_003 + n)
  const day = new Date(Date.UTC(2012, 0, 1) + chance.below(15 * 365) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const ledger = {
    contract: 1,
    engine: { version: '0.1.0', reader: 'default', model: null },
    article: {
      id: '',
      origin: `${n}.txt`,
      bytes: '',
      title: `${capital(word(chance, words))} ${n}`,
      byline: null,
      outlet: chance.one(outlets),
      published: day,
      language: 'en',
      text: '',
    },
    sentences: [],
    statements: [],
    actors: [],
    places: [],
    times: [],
    quantities: [],
    wording: [],
    notes: [],
  }
  let text = ''
  const span = (words) => {
    const start = text.length
    text += words
    return { start, end: text.length, text: words }
  }
  const cast = Array.from(
    { length: 4 },
    () => people[Math.floor(people.length * chance.next() ** 2)],
  )
  const actors = new Map()
  for (let k = 0; k < count; k++) {
    const voice = chance.one(VOICES)
    const act = chance.one(ACTS)
    const from = text.length
    const name = voice === 'agentless' ? null : chance.one(cast)
    const source = name && span(name)
    text += source ? ' ' : 'It was '
    const cue = span(SAID[act] ?? 'said')
    text += ' '
    const start = text.length
    for (let length = 8 + chance.below(22); length > 0; length--) text += `${word(chance, words)} `
    if (chance.next() < 0.2) {
      const place = chance.one(places)
      text += 'in '
      ledger.places.push({
        ...span(place.name),
        name: place.name,
        lat: 40,
        lon: 1,
        country: place.country,
      })
      text += ' '
    }
    if (chance.next() < 0.2) {
      const value = Math.floor(10 ** (6 * chance.next()))
      const unit = chance.one(UNITS)
      ledger.quantities.push({
        ...span(`${value} ${unit ?? ''}`.trim()),
        value,
        unit,
        approximate: false,
        bound: null,
      })
      text += ' '
    }
    if (chance.next() < 0.1) {
      const value = `20${10 + chance.below(20)}-0${1 + chance.below(9)}-1${chance.below(9)}`
      ledger.times.push({ ...span(value), type: 'DATE', value })
      text += ' '
    }
    text = text.trimEnd()
    const content = { start, end: text.length, text: text.slice(start) }
    text += '. '
    const actor =
      name &&
      (actors.get(name) ??
        actors
          .set(name, {
            id: `a${actors.size + 1}`,
            name,
            kind: 'person',
            title: null,
            justification: null,
            mentions: [],
          })
          .get(name))
    if (actor) actor.mentions.push(source)
    ledger.sentences.push({ start: from, end: text.length - 1, voice })
    ledger.statements.push({
      id: `s${k + 1}`,
      parent: null,
      chain: actor ? [actor.id, 'a0'] : ['a0'],
      remove: actor ? 1 : null,
      source: actor ? { ...source, actor: actor.id, actors: [actor.id] } : null,
      cue: { ...cue, act, negated: false },
      content: [content],
      quotation: 'indirect',
      channel: null,
      said: null,
      confidence: 0.9,
    })
  }
  text = text.trimEnd()
  const bytes = new TextEncoder().encode(text)
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  ledger.actors = [...actors.values()]
  Object.assign(ledger.article, { id: hash, bytes: hash, text })
  const particulars = { outlet: ledger.article.outlet, published: day }
  return {
    capture: { address: `file:///invented/${n}.txt`, origin: `${n}.txt`, particulars, bytes },
    ledger,
  }
}
