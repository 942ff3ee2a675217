import { loadCalendar } from '../calendar/index.js'
import { loadGazetteer } from '../gazetteer/index.js'
import {
  loadAuxiliaries,
  loadBylineWords,
  loadDeeds,
  loadLexicon,
  loadPeople,
  loadSubjects,
} from '../lexicon/index.js'
import type { ReaderModel } from '../model/index.js'
import type { Article, Ledger, StopSignal } from '../record/index.js'
import { tokenize } from '../text/index.js'
import { castActors } from './actors.js'
import { findAddressees } from './addressees.js'
import { nameActs } from './acts.js'
import { assembleLedger, outletActor } from './assemble.js'
import { findAttributions } from './attributions.js'
import { carryQuotations } from './carry-quotations.js'
import { findChannels } from './channels.js'
import { rateLine, rawScore, toPercent } from './confidence.js'
import { continueQuotations } from './continue-quotations.js'
import { mendContents } from './contents.js'
import { findCredentials } from './credentials.js'
import { dateFromText } from './date-from-text.js'
import { dropDeeds } from './deeds.js'
import { noteDoubts } from './doubts.js'
import { cluesOfLines } from './line-clues.js'
import { keepSources } from './keep-sources.js'
import { markMentions } from './mentions.js'
import { nestStatements } from './nesting.js'
import { tellQuotedFromQuoting } from './quoted-as.js'
import { findPlaces } from './places.js'
import { findQuantities } from './quantities.js'
import { nameTags } from './tags.js'
import { findTimes } from './times.js'
import { isReadable, unreadLedger } from './unread.js'
import { hearVoices } from './voices.js'
import type { Draft, LineClues, Rating } from './types.js'
import { dateStatements } from './when.js'
import { wholeCues } from './whole-cues.js'
import { findWording } from './wording.js'

export const ENGINE_VERSION = '0.1.0'

export interface ReaderParts {
  model: ReaderModel
  /** The places of the world: `data/gazetteer/places.txt`. */
  gazetteer: string
  /** `default`; written into the ledger. */
  name: string
  /** What runs the model, with its version: `onnxruntime-node 1.27.0`; written into the ledger where it is known. */
  runtime?: string
}

export interface ReadOptions {
  /** Statements below this confidence are left out. */
  minConfidence?: number
  /** Looked at again and again while the text is read, which ends with its reason once it says so. */
  stop?: StopSignal
}

export interface Reader {
  /** One article in, its ledger out. The same text gives the same ledger, byte for byte. */
  read(article: Article, options?: ReadOptions): Promise<Ledger>
  close(): Promise<void>
}

/** A reader over the parts handed in. */
export function createReader(parts: ReaderParts): Reader {
  const { read, close } = createPasses(parts)
  return { read: async (article, options) => (await read(article, options)).ledger, close }
}

/** A ledger, and for each statement the clues that its confidence comes from. */
export interface Reading {
  readonly ledger: Ledger
  readonly clues: readonly LineClues[]
}

/** A statement is told when the model, or what was learned of its clues, holds it for likelier than not. */
const TOLD_FROM = 0.5

/** The passes of a reader, in order; `everything`: what is not likely enough to be told, too. */
export function createPasses({ model, gazetteer: table, name, runtime }: ReaderParts): Pick<
  Reader,
  'close'
> & {
  read(article: Article, options?: ReadOptions & { everything?: boolean }): Promise<Reading>
} {
  const lexicon = loadLexicon()
  const people = loadPeople(lexicon)
  const auxiliaries = loadAuxiliaries()
  const subjects = loadSubjects()
  const deeds = loadDeeds()
  const calendar = loadCalendar()
  const { abbreviations } = lexicon
  const dateWords = { byline: loadBylineWords(), abbreviations, calendar }
  const gazetteer = loadGazetteer(table)
  const rate = (draft: Draft, clues: LineClues): Rating =>
    model.confidence
      ? rateLine(clues, model.confidence)
      : { confidence: toPercent(rawScore(draft)), doubts: [] }
  return {
    async read(given, { minConfidence = 0, everything = false, stop } = {}) {
      const check = () => stop?.throwIfAborted()
      const ran = runtime === undefined ? {} : { runtime }
      const engine = { version: ENGINE_VERSION, reader: name, model: model.scorer.id, ...ran }
      if (!isReadable(given))
        return { ledger: unreadLedger(given, engine, outletActor(given)), clues: [] }
      const dated = given.published ? null : dateFromText(given.text, dateWords)
      const article = { ...given, published: given.published ?? dated?.published ?? null }
      const tokens = tokenize(article.text, lexicon.abbreviations)
      const heard = await findAttributions(tokens, model, lexicon, stop)
      const { drafts: found, tags: words } = heard
      const mended = tellQuotedFromQuoting(
        tokens,
        carryQuotations(tokens, mendContents(tokens, found)),
      )
      const tags = nameTags(tokens, people.words, words)
      const whole = wholeCues(tokens, tags, mended, auxiliaries)
      const sourced = keepSources(tokens, tags, whole, auxiliaries, subjects, people.addressees)
      const said = dropDeeds(tokens, tags, sourced, deeds, auxiliaries, people.words)
      const sure = continueQuotations(tokens, said).filter(
        (draft) => rawScore(draft) >= model.decoding.least,
      )
      check()
      const { times, notes: timeDoubts } = findTimes(article, tokens, tags, calendar)
      const placed = findChannels(tokens, tags, sure, people)
      const addressed = nameActs(tokens, findAddressees(tokens, tags, placed, people), lexicon)
      const drafts = nestStatements(
        tokens,
        dateStatements(
          tokens,
          addressed,
          times.filter(({ start }) => start !== dated?.start),
        ),
      )
      check()
      const { places, notes: placeDoubts } = findPlaces(tokens, tags, gazetteer, stop)
      const mentioned = markMentions(tokens, tags, drafts, heard, people)
      const cast = castActors(article, tokens, drafts, mentioned, model.antecedents, people, stop)
      const credentials = findCredentials(tokens, tags, cast, drafts, people, stop)
      const quantities = findQuantities(tokens, tags, lexicon.quantities)
      const wording = findWording(tokens, tags, drafts, lexicon.wording)
      check()
      const clues = cluesOfLines({
        ...{ tokens, drafts, cast, lexicon },
        spans: heard.spans,
        voice: words.voice,
      })
      const ratings = drafts.map((draft, i) => rate(draft, clues[i] as LineClues))
      const told = drafts.map((draft, i) => {
        const { confidence } = ratings[i] as Rating
        if (everything) return true
        return confidence >= minConfidence && Math.max(rawScore(draft), confidence) >= TOLD_FROM
      })
      const ledger = assembleLedger({
        article,
        engine,
        tokens,
        sentences: hearVoices(tokens, words.voice, drafts),
        drafts,
        told,
        ratings,
        cast,
        credentials,
        times,
        places,
        quantities,
        wording,
        notes: [
          ...(dated ? [dated.note] : []),
          ...noteDoubts(article, tokens, drafts),
          ...cast.notes,
          ...timeDoubts,
          ...placeDoubts,
        ],
      })
      return { ledger, clues: clues.filter((_, i) => told[i]) }
    },
    close: () => model.scorer.close(),
  }
}
