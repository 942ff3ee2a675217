import { sameBody, samePerson, wayOf, type Clue, type Mention } from '../coreference/index.js'
import type { Lexicon } from '../lexicon/index.js'
import { meanRow, softmax, type SpanScores } from '../model/index.js'
import { ACTS, VOICES } from '../record/index.js'
import { QUOTE, textOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import { quotationOf } from '../derive/index.js'
import type { Cast, LineClues, Meant, NestedDraft, Sureness } from './types.js'

/** What is known of the lines of an article. */
export interface KnownOfLines {
  readonly tokens: Tokens
  readonly drafts: readonly NestedDraft[]
  readonly cast: Pick<Cast, 'meant'>
  /** Spans that may mention somebody. */
  readonly spans: readonly SpanScores[]
  /** Logits of VOICES, `[word][voice]`. */
  readonly voice: Float32Array
  readonly lexicon: Pick<Lexicon, 'actOf'>
}

/** The same, with what is looked up again and again. */
interface Known extends KnownOfLines {
  readonly scoreOf: ReadonlyMap<string, number>
  readonly relaying: ReadonlySet<number | null>
  /** Per sentence, how many cues stand in it. */
  readonly cuesIn: ReadonlyMap<number | undefined, number>
  /** Probabilities of VOICES of a sentence. */
  voicesOf(sentence: number | undefined): readonly number[]
}

function lookUp(known: KnownOfLines): Known {
  const { drafts, spans, tokens, voice } = known
  const cuesIn = new Map<number | undefined, number>()
  for (const { cue } of drafts) {
    const at = tokens.sentenceOf[cue[0]]
    cuesIn.set(at, (cuesIn.get(at) ?? 0) + 1)
  }
  const bounds = new Map<number | undefined, WordRange>()
  tokens.sentenceOf.forEach((at, k) => bounds.set(at, [bounds.get(at)?.[0] ?? k, k + 1]))
  const voices = new Map<number | undefined, number[]>()
  return {
    ...known,
    ...{ cuesIn },
    scoreOf: new Map(spans.map(({ range, score }) => [String(range), score])),
    relaying: new Set(drafts.map(({ parent }) => parent)),
    voicesOf: (sentence) => {
      const [first, end] = bounds.get(sentence) ?? [0, 0]
      const found = voices.get(sentence) ?? softmax(meanRow(voice, VOICES.length, first, end))
      voices.set(sentence, found)
      return found
    },
  }
}

/** For each draft the clues to whether its words, its actor and its act are right. */
export function cluesOfLines(given: KnownOfLines): LineClues[] {
  const known = lookUp(given)
  return known.drafts.map((draft, i) => {
    const meant = known.cast.meant[i] ?? []
    return {
      span: [...spanClues(draft, i, known), ...mentionClues(draft, known)],
      who: draft.source
        ? [...meant.flatMap((one) => [...whoClues(one, known.tokens)]), ...jointClues(meant)]
        : [],
      act: [...actClues(draft, known)],
    }
  })
}

/** Log odds, within what a probability from the model can tell. */
const odds = (p: number) => Math.log((p + 0.002) / (1 - p + 0.002))
const shows = (name: string, holds: boolean): Clue => [name, holds ? 1 : 0]

function* spanClues(draft: NestedDraft, i: number, known: Known): Generator<Clue> {
  const { tokens } = known
  const { scores, heard, content, source } = draft
  yield ['always', 1]
  yield ['cue', odds(scores.cue)]
  yield ['source', odds(scores.source)]
  yield ['content', content.length ? odds(scores.content) : 0]
  if (heard) {
    yield* sureClues(source ? 'source' : 'no source', heard.sureness.source)
    if (content.length) yield* sureClues('content', heard.sureness.content)
    yield ['content changed', 1 - sharedWords(heard.content, content)]
    yield shows('content cut off', heard.cut)
  }
  yield shows('no content', content.length === 0)
  yield shows('nobody named', source === null)
  yield shows('source inferred', draft.inferred ?? false)
  yield shows('nested', draft.parent !== null)
  yield shows('relays another', known.relaying.has(i))
  yield shows('several fragments', content.length > 1)
  yield [`${quotationOf(tokens.quotes, content)} speech`, 1]
  yield [`act ${draft.act}`, 1]
  if (draft.kind) yield [`kind ${draft.kind}`, 1]
  yield* voiceClues(draft, known)
  yield* placeClues(draft, known)
}

function* sureClues(role: string, { overlap, weakest, rival }: Sureness): Generator<Clue> {
  yield [`${role} overlap`, odds(overlap)]
  yield [`${role} weakest word`, odds(weakest)]
  yield [`${role} rival word`, odds(rival)]
}

/** Does the voice of the sentence go with somebody speaking, or with nobody named? */
function* voiceClues({ cue, source }: NestedDraft, { tokens, voicesOf }: Known): Generator<Clue> {
  const voices = voicesOf(tokens.sentenceOf[cue[0]])
  const share = (name: (typeof VOICES)[number]) => voices[VOICES.indexOf(name)] ?? 0
  yield [
    source ? 'agentless voice, somebody named' : 'agentless voice, nobody named',
    odds(share('agentless')),
  ]
  yield ['own voice', odds(share('own'))]
}

/** Where the words stand to one another and to sentences. */
function* placeClues(
  { cue, content, source }: NestedDraft,
  { tokens, cuesIn }: Known,
): Generator<Clue> {
  const size = content.reduce((sum, [a, b]) => sum + b - a, 0)
  yield ['length of content', Math.log2(size + 1)]
  if (source) {
    const gap = source[1] <= cue[0] ? cue[0] - source[1] : source[0] - cue[1]
    yield ['source away from cue', Math.log2(Math.max(0, gap) + 1)]
    yield ['length of source', Math.log2(source[1] - source[0])]
    const words = textOf(tokens, source)
    yield shows('comma in the source', words.includes(','))
    yield shows('preposition in the source', / (?:of|by|in|at|from|for|on|with|to) /u.test(words))
    yield shows('and in the source', / (?:and|or|nor) /u.test(words))
    yield shows('relative in the source', / (?:who|which|that) /u.test(words))
  }
  const last = content.at(-1)
  if (last) {
    const sentence = tokens.sentenceOf[last[1] - 1]
    const next = wordAt(tokens, last[1])
    const stops = tokens.sentenceOf[last[1]] !== sentence || /^[.!?;,”"—–-]/u.test(next)
    yield shows('content ends within its sentence', !stops)
    yield shows('content ends at a comma', next === ',')
    yield shows('content of several sentences', tokens.sentenceOf[last[0]] !== sentence)
    yield shows('content begins away from the cue', last[0] > cue[1] + 1)
    yield shows('content before the cue', last[1] <= cue[0])
  }
  const at = tokens.sentenceOf[cue[0]]
  yield ['others in its sentence', Math.min((cuesIn.get(at) ?? 1) - 1, 4)]
  yield shows('in the first sentence', at === 0)
  yield shows('cue in quotation marks', tokens.quotes[cue[0]] === QUOTE.inside)
}

function* mentionClues({ source }: NestedDraft, { scoreOf }: Known): Generator<Clue> {
  if (!source) return
  const score = scoreOf.get(String(source))
  yield score === undefined ? ['source no mention', 1] : ['source as a mention', Math.min(score, 8)]
}

/** A name at once, or by which links. */
function* whoClues(
  { mention, link, cluster, naming, namingLink }: Meant,
  tokens: Tokens,
): Generator<Clue> {
  const way = wayOf(mention)
  const form = naming.form === 'name' ? 'name' : naming.form === 'noun' ? 'description' : 'pronoun'
  yield ['always', 1]
  yield [way, 1]
  yield [`shown by a ${form}`, 1]
  yield [`${way}: shown by a ${form}`, 1]
  const first = cluster.mentions[0] === mention
  yield shows(`${way}: first of its actor`, first)
  if (link) {
    yield ['link', odds(link.probability)]
    yield [`${way}: link`, odds(link.probability)]
    yield shows(`${way}: may be a new actor`, !first && link.other === null)
  }
  if (naming !== mention) {
    if (namingLink && cluster.mentions[0] !== naming)
      yield ['link of the name', odds(namingLink.probability)]
    yield shows('named later', naming.range[0] > mention.range[0])
    yield ['sentences to the name', Math.log2(Math.abs(naming.sentence - mention.sentence) + 1)]
    yield shows(`${form} of itself, not shown`, mention.form === naming.form)
  }
  yield [`${way}: ${ownName(mention, naming)}`, 1]
  yield* nameClues(naming, tokens)
  yield shows('another type than the name', mention.type !== naming.type)
  yield shows(`${way}: named as a ${naming.type}`, true)
  const clashing = cluster.names.filter((name) => !mayBeOne(name, naming)).length
  yield ['clashing names', Math.min(clashing, 4)]
  yield ['names of the actor', Math.log2(cluster.names.length + 1)]
  yield ['mentions of the actor', Math.log2(cluster.mentions.length)]
  yield ['length of the name', Math.log2(Math.max(1, naming.name.length))]
  yield ['type', odds(Math.max(...softmax(mention.scores.types)))]
  yield shows('quoted', tokens.quotes[mention.head] === QUOTE.inside)
}

/** Are the words that speak in the name that is shown? */
function ownName(mention: Mention, naming: Mention): string {
  if (mention === naming) return 'shows itself'
  const words = new Set([...naming.name, ...naming.words])
  if (mention.form === 'name') {
    if (words.has(mention.name.at(-1) ?? '')) return 'last word in the name shown'
    return mention.name.some((word) => words.has(word))
      ? 'a word in the name shown'
      : 'no word in the name shown'
  }
  return mention.form === 'noun' && words.has(mention.name[0] ?? '')
    ? 'head in the name shown'
    : 'not in the name shown'
}

/** Is it a whole name that is shown? */
function* nameClues(
  { form, core, range, head, type, name }: Mention,
  tokens: Tokens,
): Generator<Clue> {
  const [first, end] = form === 'name' ? core : range
  yield shows('words before the name', form === 'name' && first - range[0] > 1)
  yield shows('words after the name', form === 'name' && end < range[1])
  yield shows('of or and after the name', /^(?:of|and|in|for|’s|'s)$/u.test(wordAt(tokens, end)))
  const words = textOf(tokens, [first, end]).split(/\s+/u)
  yield shows(
    'small words in the name',
    form === 'name' && words.filter((word) => /^\p{Ll}/u.test(word)).length > 1,
  )
  yield shows('a mark in the name', /[,;:.()“”"]\s/u.test(words.join(' ')))
  yield shows(
    `name of ${name.length > 1 ? 'several words' : 'one word'} for a ${type}`,
    form === 'name',
  )
  yield shows('head outside the name', head < first || head >= end)
  yield shows('no capital in the name', form === 'name' && !/\p{Lu}/u.test(words.join(' ')))
  yield ['length of what is shown', Math.log2(end - first)]
}

const mayBeOne = (name: readonly string[], { form, sort, name: shown }: Mention) =>
  form === 'name' && (sort === 'person' ? samePerson(name, shown) : sameBody(name, shown))

const jointClues = (meant: readonly Meant[]): Clue[] => [shows('several speak', meant.length > 1)]

function* actClues(draft: NestedDraft, { tokens, lexicon }: Known): Generator<Clue> {
  const { heard, act, kind, cue } = draft
  yield ['always', 1]
  yield [`act ${act}`, 1]
  if (kind) yield [`kind ${kind}`, 1]
  if (heard) {
    const [best = 0, second = 0] = [...heard.acts].sort((a, b) => b - a)
    const own = heard.acts[ACTS.indexOf(act)] ?? 0
    yield ['the model', odds(own)]
    yield [`the model on ${act}`, odds(own)]
    yield ['margin', best - second]
    yield shows('the model says otherwise', own < best)
  }
  const row = lexicon.actOf(textOf(tokens, cue))
  yield [row === null ? 'no rule' : row === act ? 'the rule agrees' : 'the rule does not agree', 1]
  yield shows('negated', draft.negated)
  yield shows('several words of cue', cue[1] - cue[0] > 1)
  yield shows('no content', draft.content.length === 0)
}

/** Jaccard of the words of two lists of ranges. */
function sharedWords(a: readonly WordRange[], b: readonly WordRange[]): number {
  const count = (ranges: readonly WordRange[]) => ranges.reduce((sum, [x, y]) => sum + y - x, 0)
  let shared = 0
  for (const [x, y] of a)
    for (const [p, q] of b) shared += Math.max(0, Math.min(y, q) - Math.max(x, p))
  const all = count(a) + count(b) - shared
  return all === 0 ? 1 : shared / all
}
