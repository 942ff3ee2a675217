import type { Facets, Hit, Hits } from '@hearsay/contract'
import type { Asked } from '../../api/filters.js'
import { askedBy, facets, questionsOf, search } from '../../api/search.js'
import { Listing, placeIn, placeQuestions, type Place } from '../../list/listing.svelte.js'
import { href } from '../../route/route.js'
import { router } from '../../route/router.svelte.js'
import { FACETS, without } from './facets.js'

export const PAGE = 50
/** A key waits so long for the next one before it is asked. */
const TYPING_MS = 25
/** Counts may come after the hits: while one types they are not asked for. */
const CALM_MS = 300

/** What is looked for now, and what was found: the address says the first, the server the second. */
export class Finding {
  asked = $state.raw<Asked>(askedBy(new URLSearchParams()))
  facets = $state.raw<Facets | null>(null)
  /** The hit that the keys are at. */
  at = $state(-1)
  listing = new Listing<Asked, Hits>(this.asked, (asked, cursor, signal) =>
    search(asked, { limit: PAGE, cursor }, signal),
  )
  #typing: ReturnType<typeof setTimeout> | undefined
  #calm: ReturnType<typeof setTimeout> | undefined
  #counting = new AbortController()
  #heard: string | null = null

  hits = $derived<Hit[]>(this.listing.answer?.hits ?? [])

  get address(): string {
    return this.#addressOf(this.asked)
  }

  /** Takes over what an address asks, unless it is what was asked last. */
  follow(query: URLSearchParams): void {
    const asked = askedBy(query)
    const place = placeIn(query)
    const address = this.#addressOf(asked, place)
    if (address === this.#heard) return
    this.#ask(asked, place)
  }

  /** What one types: asked at once, noted in the address without a step in its history. */
  type(words: string): void {
    this.asked = { ...this.asked, words }
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => {
      router.note(this.address)
      this.#ask(this.asked)
    }, TYPING_MS)
  }

  /** Another question, as a step that the browser can take back. */
  change(change: Partial<Asked>): void {
    this.#ask({ ...this.asked, ...change })
    router.go(this.address)
  }

  turn(by: 1 | -1): void {
    const place = this.listing.beside(by)
    if (!place) return
    this.#ask(this.asked, place)
    router.go(this.#addressOf(this.asked, place))
  }

  again(): void {
    this.#ask(this.asked, this.listing.place)
  }

  stop(): void {
    clearTimeout(this.#typing)
    clearTimeout(this.#calm)
    this.listing.stop()
    this.#counting.abort()
  }

  #ask(asked: Asked, place?: Place): void {
    clearTimeout(this.#typing)
    const counted = this.#heard?.split(/[?&](?:page|after)=/)[0]
    this.asked = asked
    this.at = -1
    this.#heard = this.#addressOf(asked, place)
    void this.listing.ask(asked, place)
    if (this.facets && this.address === counted) return
    clearTimeout(this.#calm)
    this.#counting.abort()
    this.#calm = setTimeout(() => void this.#count(asked), this.facets ? CALM_MS : 0)
  }

  /** Counts for every list what it would hold without its own choice, so that more can be chosen. */
  async #count(asked: Asked): Promise<void> {
    const { signal } = (this.#counting = new AbortController())
    try {
      const all = facets(asked, signal)
      const freed = FACETS.map(
        async ({ name, chosen }): Promise<[keyof Facets, Facets[keyof Facets]]> => {
          if (chosen(asked).length === 0) return [name, (await all)[name]]
          return [name, (await facets(without(asked, name), signal))[name]]
        },
      )
      const counts = Object.fromEntries(await Promise.all(freed)) as Facets
      if (!signal.aborted) this.facets = counts
    } catch {
      // The hits say what is wrong; their counts are a help.
    }
  }

  #addressOf(asked: Asked, place?: Place): string {
    return href(['search'], { ...questionsOf(asked), ...(place ? placeQuestions(place) : {}) })
  }
}
