import { loadCalendar } from '../calendar/index.js'
import { loadGazetteer } from '../gazetteer/index.js'
import { loadLexicon, loadPeople } from '../lexicon/index.js'
import type { ReaderModel } from '../model/index.js'
import type { Article, Ledger, StopSignal } from '../record/index.js'
import { tokenize } from '../text/index.js'
import { castActors } from './actors.js'
import { nameActs } from './acts.js'
import { assembleLedger } from './assemble.js'
import { findAttributions } from './attributions.js'
import { findChannels } from './channels.js'
import { rateStatement } from './confidence.js'
import { mendContents } from './contents.js'
import { findCredentials } from './credentials.js'
import { noteDoubts } from './doubts.js'
import { nestStatements } from './nesting.js'
import { tellQuotedFromQuoting } from './quoted-as.js'
import { findPlaces } from './places.js'
import { findQuantities } from './quantities.js'
import { nameTags } from './tags.js'
import { findTimes } from './times.js'
import { hearVoices } from './voices.js'
import { dateStatements } from './when.js'
import { findWording } from './wording.js'

export const ENGINE_VERSION = '0.1.0'

export interface ReaderParts {
  model: ReaderModel
  /** The places of the world: `data/gazetteer/places.txt`. */
  gazetteer: string
  /** `default`; written into the ledger. */
  name: string
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

/** A reader over the parts handed in. The passes, in order. */
export function createReader({ model, gazetteer: table, name }: ReaderParts): Reader {
  const lexicon = loadLexicon()
  const people = loadPeople(lexicon)
  const calendar = loadCalendar()
  const gazetteer = loadGazetteer(table)
  return {
    async read(article, { minConfidence = 0, stop } = {}) {
      const check = () => stop?.throwIfAborted()
      const tokens = tokenize(article.text, lexicon.abbreviations)
      const heard = await findAttributions(tokens, model, lexicon, stop)
      const { drafts: found, tags: words } = heard
      const mended = tellQuotedFromQuoting(tokens, mendContents(tokens, found))
      const named = nameActs(tokens, mended, lexicon)
      const tags = nameTags(tokens, people.words, words)
      const sure = named.filter(
        (draft) => rateStatement(draft, model.decoding) >= model.decoding.least,
      )
      check()
      const { times, notes: timeDoubts } = findTimes(article, tokens, tags, calendar)
      const placed = findChannels(tokens, tags, sure, people)
      const drafts = nestStatements(tokens, dateStatements(tokens, placed, times))
      check()
      const { places, notes: placeDoubts } = findPlaces(tokens, tags, gazetteer, stop)
      const cast = castActors(article, tokens, tags, drafts, heard, model.antecedents, people, stop)
      const credentials = findCredentials(tokens, tags, cast, drafts, people, stop)
      const quantities = findQuantities(tokens, tags, lexicon.quantities)
      const wording = findWording(tokens, tags, drafts, lexicon.wording)
      check()
      return assembleLedger({
        article,
        engine: { version: ENGINE_VERSION, reader: name, model: model.scorer.id },
        tokens,
        sentences: hearVoices(tokens, words.voice, drafts),
        drafts,
        minConfidence,
        confidences: drafts.map((draft) => rateStatement(draft, model.decoding)),
        cast,
        credentials,
        times,
        places,
        quantities,
        wording,
        notes: [
          ...noteDoubts(article, tokens, drafts),
          ...cast.notes,
          ...timeDoubts,
          ...placeDoubts,
        ],
      })
    },
    close: () => model.scorer.close(),
  }
}
