// Stories, their reprints, and stories that look like reprints but are none.
import { texts } from '../../bench/texts.mjs'
import { chance } from './chance.mjs'
import { reprint } from './reprint.mjs'
import { facts, fill, rows, tell } from './telling.mjs'

const topics = rows('topics')
const patterns = rows('patterns')
const furniture = rows('furniture')

const textOf = ({ headline, paragraphs }) => `${[headline, ...paragraphs].join('\n')}\n`

/** One story of 60 to 120 words, of about 200, or of several topics together. */
function invent(id, luck, setting) {
  const list = topics[setting]
  const size = luck.one(['short', 'short', 'middle', 'long'])
  const parts = size === 'long' ? luck.from(2, 4) : 1
  const told = luck
    .shuffled(list)
    .slice(0, parts)
    .map((topic) => {
      const fact = facts(luck)
      return {
        topic,
        fact,
        ...tell(topic, luck, fact, {
          least: size === 'short' ? luck.from(60, 100) : 999,
          quotes: luck.often(0.7) ? 1 : 0,
        }),
      }
    })
  return {
    id,
    size,
    told: told[0],
    headline: told[0].headline,
    paragraphs: told.flatMap(({ paragraphs }) => paragraphs),
  }
}

/** Another outlet's own story of the same event: same facts, same words of the source, everything else told otherwise. */
function retell(id, story, luck) {
  const { topic, fact, wordings } = story.told
  const again = tell(topic, luck, fact, {
    least: story.paragraphs.slice(0, topic.sentences.length).join(' ').split(' ').length,
    avoid: wordings,
    quotes: 1,
  })
  return { id, headline: again.headline, paragraphs: again.paragraphs }
}

/** The next day's story: new, with one or two paragraphs of the old one as background. */
function update(id, story, luck, setting) {
  const fresh = invent(id, luck, setting)
  const old = luck.shuffled(story.paragraphs.slice(1)).slice(0, 1)
  const share = old.join(' ').length / fresh.paragraphs.join(' ').length
  return {
    id,
    headline: fresh.headline,
    paragraphs: share < 0.6 ? [...fresh.paragraphs, ...old] : fresh.paragraphs,
  }
}

function patterned(id, pattern, luck) {
  const fact = facts(luck)
  const [lead, ...rest] = pattern.sentences
  const chosen = [lead, ...rest.filter(() => luck.often(0.85))]
  return {
    id,
    headline: fill(luck.one(pattern.headlines), luck, fact),
    paragraphs: chosen.map((line) => fill(line, luck, fact)),
  }
}

/** Two stories that the same outlet ends alike. */
function footed(story, luck, setting) {
  const { after, unknown } = furniture[setting]
  const fact = facts(chance(7))
  const footer = [...after.slice(0, 3), ...unknown].map((line) => fill(line, luck, fact))
  return { ...story, paragraphs: [...story.paragraphs, ...footer] }
}

/** `pairs`: [a, b, same, kind]; a and b are texts. */
export function pairs(setting, seed, size) {
  const luck = chance(seed)
  const found = []
  const stories = [
    ...examples(),
    ...Array.from({ length: size }, (_, i) => invent(`s${i}`, luck, setting)),
  ]
  const worst = { cut: true, reordered: true, headline: true, furnished: true, changed: 0.2 }
  stories.forEach((story, i) => {
    const original = textOf(story)
    const one = reprint(story, luck, setting)
    const two = reprint(story, luck, setting)
    found.push([original, one.text, true, 'reprint'], [original, two.text, true, 'reprint'])
    found.push([original, reprint(story, luck, setting, worst).text, true, 'everything at once'])
    if (shares(one, two)) found.push([one.text, two.text, true, 'two reprints'])
    const other = stories[(i + 1 + luck.below(stories.length - 1)) % stories.length]
    found.push([original, textOf(other), false, 'another story'])
    found.push([
      textOf(footed(story, luck, setting)),
      textOf(footed(other, luck, setting)),
      false,
      'same footer',
    ])
    if (!story.told) return
    found.push([original, textOf(retell('', story, luck)), false, 'same event and quote'])
    found.push([original, textOf(update('', story, luck, setting)), false, 'update'])
    const pattern = luck.one(patterns[setting])
    found.push([
      textOf(patterned('', pattern, luck)),
      textOf(patterned('', pattern, luck)),
      false,
      `pattern ${pattern.id}`,
    ])
  })
  return found
}

/** Two reprints carry the same story where at least half of the shorter one stands in the other. */
function shares({ kept: a }, { kept: b }) {
  const both = [...a].filter((i) => b.has(i)).length
  return both >= 0.7 * Math.min(a.size, b.size)
}

export function examples() {
  return texts().map(({ text, name }) => {
    const [headline, ...paragraphs] = text.split('\n').filter((line) => line.trim())
    return { id: name, headline, paragraphs }
  })
}

/** `count` articles in a store: stories, some with up to forty reprints, weather, markets, results. Yields { text, story }. */
export function* articles(setting, seed, count) {
  const luck = chance(seed)
  let made = 0
  for (let i = 0; made < count; i++) {
    const id = `s${i}`
    if (luck.often(0.2))
      yield {
        text: textOf(patterned(id, luck.one(patterns[setting]), luck)),
        story: id,
        original: true,
      }
    else {
      const story = invent(id, luck, setting)
      yield { text: textOf(story), story: id, original: true }
      const copies = luck.often(0.03) ? 40 : luck.often(0.2) ? luck.from(1, 4) : 0
      for (let k = 0; k < copies && ++made < count; k++)
        yield { ...reprint(story, luck, setting), original: false }
      if (luck.often(0.1) && ++made < count)
        yield { text: textOf(retell(`${id}r`, story, luck)), story: `${id}r`, original: true }
    }
    made++
  }
}
