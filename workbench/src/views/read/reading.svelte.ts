import type { Change, Corrected, OpenedArticle } from '@hearsay/contract'
import { blockAt, blocks, overlaps, type FindingKind, type Span } from '@hearsay/engine/view'
import { correct, getArticle, undoCorrection } from '../../api/articles.js'
import { href, shortId } from '../../route/route.js'
import { router } from '../../route/router.svelte.js'
import { announcer } from '../../shell/announce.svelte.js'
import { toasts } from '../../shell/toasts.svelte.js'
import { Draft } from './correct/draft.svelte.js'
import { concerns, rowsOf, spansOf, spokenRow, type Row } from './rows.js'
import { foundMarks, marksOf, type Mark } from './marks.js'
import { huesOf } from './hues.js'

const BARE: Mark[] = []

/** What comes after the last paragraph, one after the other. */
export const LATE = ['voices', 'ticks', 'lists'] as const

/** One article as it is being read: what is laid out, selected, hovered and switched on. */
export class Reading {
  kept = $state.raw<OpenedArticle>()!
  selected = $state<string | null>(null)
  hovered = $state<string | null>(null)
  /** Only this source's statements are lit and walked through. */
  actor = $state<string | null>(null)
  /** What is marked beside statements. */
  shown = $state<FindingKind[]>(['wording'])
  /** Counts up whenever a selection should be brought into view. */
  called = $state(0)
  /** Paragraphs that stand on the page by now. */
  ready = $state(0)
  /** How many of `LATE` are on the page by now. */
  late = $state(0)
  whole = $derived.by(() => this.ready >= this.blocks.length)
  /** The correction in the making. */
  draft = $state.raw<Draft | null>(null)
  /** Corrections made here, the last one last: what `u` takes back. */
  #made: string[] = []

  ledger = $derived(this.kept.ledger)
  blocks = $derived(blocks(this.ledger.article.text))
  hues = $derived(huesOf(this.ledger))
  rows = $derived(rowsOf(this.ledger, this.kept.disagreements))
  byId = $derived(new Map(this.rows.map((row) => [row.id, row])))
  /** The rows that `j` and `k` walk through. */
  walked = $derived(this.rows.filter((row) => this.lit(row)))
  /** Doubts about the article, and about words that are no statement's. */
  doubts = $derived(
    this.ledger.notes.filter(
      (note) => !this.ledger.statements.some((statement) => concerns(note, statement)),
    ),
  )
  opensWithTitle = $derived(this.#repeatsTitle())
  misfits = $derived(this.kept.corrections.filter(({ state }) => state === 'misfit'))
  #drafted = $derived(this.draft?.row?.id ?? null)
  #marks = $derived(this.#marksByBlock())

  constructor(kept: OpenedArticle) {
    this.kept = kept
  }

  /** True once this part may come. */
  has(part: (typeof LATE)[number]): boolean {
    return this.whole && this.late > LATE.indexOf(part)
  }

  /** Marks of the block, the same array as long as nothing in the ledger changes. */
  marksIn(block: number): Mark[] {
    return this.#marks[block] ?? BARE
  }

  /** Marks of the correction in the making; the same empty array in blocks that it does not touch. */
  draftIn(block: number): Mark[] {
    const within = this.blocks[block]
    const marks = within && this.draft?.marks.filter((mark) => overlaps(mark, within))
    return marks && marks.length > 0 ? marks : BARE
  }

  /** All words of a statement, as corrected so far. */
  spansOf(id: string): Span[] {
    if (this.draft?.id === id) return this.draft.spans
    const row = this.byId.get(id)
    return row ? spansOf(row.statement) : []
  }

  /** False for what the filter by source leaves out. */
  lit({ statement }: Row): boolean {
    if (this.actor === null) return true
    if (this.actor === 'nobody') return statement.source === null
    return statement.source?.actors.includes(this.actor) ?? false
  }

  select(id: string | null, options: { call?: boolean } = {}): void {
    this.selected = id
    if (options.call) this.called++
    this.follow()
  }

  filter(actor: string | null): void {
    this.actor = actor
    const row = this.selected === null ? undefined : this.byId.get(this.selected)
    if (row && !this.lit(row)) this.selected = null
    this.follow()
  }

  /** The address says what is selected. */
  follow(): void {
    const { selected: s, actor } = this
    router.note(href(['read', shortId(this.kept.article)], { s, actor }))
  }

  /** To the next or the previous statement of those walked through. */
  step(by: 1 | -1): void {
    const rows = this.walked
    const at = rows.findIndex(({ id }) => id === this.selected)
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)]
    if (row) this.call(row)
  }

  /** Selects a statement, brings it into view and says it. */
  call(row: Row): void {
    this.select(row.id, { call: true })
    const said = row.statement.content.map(({ text }) => text).join(' … ')
    announcer.say(`${spokenRow(row)}: ${said}`)
  }

  /** Starts to correct the statement selected, or one that was missed. */
  edit(id: string): void {
    const row = this.byId.get(id)
    if (!row) return
    this.selected = id
    this.draft = new Draft(this.ledger.article.text, row)
    this.called++
  }

  add(span: Span): void {
    this.selected = null
    this.draft = new Draft(this.ledger.article.text, null, { content: [span] })
  }

  dropDraft(): void {
    this.draft = null
  }

  async saveDraft(): Promise<void> {
    const { draft } = this
    if (!draft || draft.saving || draft.missing !== null) return
    const change = draft.change()
    if (change === null) {
      this.draft = null
      return
    }
    draft.saving = true
    if (await this.#correct(change, draft.row ? 'Corrected.' : 'Added.')) this.draft = null
    draft.saving = false
  }

  async accept(id: string): Promise<void> {
    await this.#correct({ kind: 'accept', statement: id }, 'Accepted.')
  }

  async reject(id: string): Promise<void> {
    const at = this.walked.findIndex((row) => row.id === id)
    const next = this.walked[at + 1]?.id ?? this.walked[at - 1]?.id ?? null
    if (await this.#correct({ kind: 'reject', statement: id }, 'Rejected: it is no statement.')) {
      this.select(next)
    }
  }

  /** Takes back the last correction made here, else the last one of the article. */
  async undo(): Promise<void> {
    const standing = this.kept.corrections.filter(({ state }) => state === 'applied')
    const id = this.#made.at(-1) ?? standing.at(-1)?.id
    if (id === undefined) {
      toasts.done('There is nothing to undo.')
      return
    }
    await this.takeBack(id)
  }

  async takeBack(id: string): Promise<void> {
    try {
      const undone = await undoCorrection(id)
      this.#made = this.#made.filter((made) => made !== id)
      await this.#take(undone)
      toasts.done('Undone.')
    } catch (thrown) {
      toasts.failed(thrown)
    }
  }

  async #correct(change: Change, said: string): Promise<boolean> {
    try {
      const corrected = await correct(this.kept.article, change)
      const { correction } = corrected
      this.#made.push(correction.id)
      await this.#take(corrected)
      if (change.kind === 'add') this.selected = this.#touchedBy(correction.id) ?? null
      toasts.done(said, { label: 'Undo', run: () => void this.takeBack(correction.id) })
      return true
    } catch (thrown) {
      toasts.failed(thrown)
      return false
    }
  }

  #touchedBy(correction: string): string | undefined {
    return this.rows.find(({ statement }) => statement.corrected?.includes(correction))?.id
  }

  /** What the answer to a correction says of this article; where it is of an earlier text, the server is asked. */
  async #take({ correction, ...reading }: Corrected): Promise<void> {
    const { article } = this.kept
    if (correction.article === article) this.kept = { ...this.kept, ...reading }
    else this.kept = await getArticle(article)
    if (this.selected !== null && !this.byId.has(this.selected)) this.selected = null
  }

  #marksByBlock(): Mark[][] {
    const byBlock: Mark[][] = this.blocks.map(() => [])
    for (const mark of this.#allMarks()) {
      for (let i = blockAt(this.blocks, mark.start); ; i++) {
        if ((this.blocks[i]?.start ?? Infinity) >= mark.end) break
        byBlock[i]?.push(mark)
      }
    }
    return byBlock
  }

  #allMarks(): Mark[] {
    const rows = this.rows.filter(({ id }) => id !== this.#drafted)
    return [...rows.flatMap(marksOf), ...foundMarks(this.ledger)]
  }

  #repeatsTitle(): boolean {
    const [first] = this.blocks
    const { title, text } = this.ledger.article
    return (
      first !== undefined && title !== null && text.slice(first.start, first.end).trim() === title
    )
  }
}
