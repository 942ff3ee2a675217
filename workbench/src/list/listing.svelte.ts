/** A page of a list, and how to get the next. */
export interface ListPage {
  total: number
  next: string | null
}

/** Where in a list one is: the page, from 0, and the cursor that leads there. */
export interface Place {
  page: number
  after: string | null
}

const START: Place = { page: 0, after: null }

/**
 * A list that is asked for page by page, and holds one page at a time. Answers that come after a newer question are
 * dropped; the page before stays on the screen until the next has come.
 */
export class Listing<Question, Page extends ListPage> {
  answer = $state.raw<Page | null>(null)
  /** What the answer answers: not always what was asked last. */
  answered = $state.raw<Question | null>(null)
  failure = $state.raw<unknown>(null)
  waiting = $state(false)
  place = $state.raw<Place>(START)
  #question: Question
  #ask: (question: Question, cursor: string | null, signal: AbortSignal) => Promise<Page>
  #cursors: (string | null)[] = [null]
  #under = new AbortController()

  constructor(
    first: Question,
    ask: (question: Question, cursor: string | null, signal: AbortSignal) => Promise<Page>,
  ) {
    this.#question = first
    this.#ask = ask
  }

  /** Asks; true when its answer stands, false when it failed or a newer question overtook it. */
  ask(question: Question, place: Place = START): Promise<boolean> {
    this.#question = question
    if (place.page === 0) this.#cursors = [null]
    else this.#cursors[place.page] = place.after
    return this.#load(place)
  }

  again(): Promise<boolean> {
    return this.#load(this.place)
  }

  /** Where the next or the previous page is; null where there is none. */
  beside(by: 1 | -1): Place | null {
    const page = this.place.page + by
    if (by > 0) return this.answer?.next ? { page, after: this.answer.next } : null
    if (page < 0) return null
    const after = this.#cursors[page]
    return after === undefined ? START : { page, after }
  }

  stop(): void {
    this.#under.abort()
  }

  async #load(place: Place): Promise<boolean> {
    this.#under.abort()
    const under = (this.#under = new AbortController())
    const question = this.#question
    this.waiting = true
    try {
      const answer = await this.#ask(question, place.after, under.signal)
      if (under.signal.aborted) return false
      this.answer = answer
      this.answered = question
      this.place = place
      this.failure = null
    } catch (thrown) {
      if (under.signal.aborted) return false
      this.failure = thrown
    }
    this.waiting = false
    return this.failure === null
  }
}

/** The place that an address names. */
export function placeIn(query: URLSearchParams): Place {
  const page = Number(query.get('page') ?? 1) - 1
  const after = query.get('after')
  return after !== null && Number.isInteger(page) && page > 0 ? { page, after } : START
}

/** What stands in an address for a place. */
export function placeQuestions({ page, after }: Place): Record<string, string | number | null> {
  return page === 0 ? {} : { page: page + 1, after }
}
