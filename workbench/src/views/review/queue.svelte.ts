import type { OpenedArticle, ReviewItem } from '@hearsay/contract'
import { correct, getArticle, listReview, undoCorrection } from '../../api/articles.js'
import { announcer } from '../../shell/announce.svelte.js'
import { toasts } from '../../shell/toasts.svelte.js'

const PAGE = 50

interface Deed {
  item: ReviewItem
  correction: string
  at: number
}

/** Statements worth a look, one after the other; what was decided can be taken back. */
export class Queue {
  items = $state.raw<ReviewItem[]>([])
  at = $state(0)
  /** How many wait on the server, those listed here included. */
  total = $state(0)
  done = $state.raw<Deed[]>([])
  busy = $state(false)
  failure = $state<unknown>(null)
  loaded = $state(false)
  #next: string | null = null
  readonly #articles = new Map<string, Promise<OpenedArticle>>()

  current = $derived(this.items[this.at])

  async load(): Promise<void> {
    try {
      this.failure = null
      const page = await listReview({ limit: PAGE, cursor: this.#next })
      this.items = [...this.items, ...page.items]
      this.total = page.total + this.done.length
      this.#next = page.next
      this.loaded = true
    } catch (thrown) {
      this.failure = thrown
    }
  }

  /** The article of an item, asked for once. */
  article(id: string): Promise<OpenedArticle> {
    const known = this.#articles.get(id) ?? getArticle(id)
    this.#articles.set(id, known)
    known.catch(() => this.#articles.delete(id))
    return known
  }

  move(to: number): void {
    this.at = Math.min(Math.max(to, 0), Math.max(0, this.items.length - 1))
    if (this.#next !== null && this.at > this.items.length - 10) void this.load()
  }

  async decide(kind: 'accept' | 'reject'): Promise<void> {
    const item = this.current
    if (!item || this.busy) return
    this.busy = true
    try {
      const change = { kind, statement: item.statement.id }
      const { correction } = await correct(item.article, change)
      const { at } = this
      this.#articles.delete(item.article)
      this.done = [...this.done, { item, correction: correction.id, at }]
      this.items = this.items.filter((other) => other !== item)
      this.move(at)
      announcer.say(kind === 'accept' ? 'Accepted' : 'Rejected')
    } catch (thrown) {
      toasts.failed(thrown)
    }
    this.busy = false
  }

  async undo(): Promise<void> {
    const last = this.done.at(-1)
    if (!last) {
      toasts.done('There is nothing to undo.')
      return
    }
    try {
      await undoCorrection(last.correction)
      this.#articles.delete(last.item.article)
      this.done = this.done.slice(0, -1)
      this.items = this.items.toSpliced(last.at, 0, last.item)
      this.at = last.at
      announcer.say('Undone')
    } catch (thrown) {
      toasts.failed(thrown)
    }
  }
}
