import type { Change } from '@hearsay/contract'
import type { Act, ActorKind, Span } from '@hearsay/engine/view'
import type { StatementMark } from '../marks.js'
import type { Row } from '../rows.js'
import { additionOf, revisionOf, wantedOf, type Wanted } from './change.js'
import { snap, stepWord, tokens, type Edge } from './words.js'

/** Words of a statement that can be set: by name, or the fragment of its content. */
export type Part = 'source' | 'cue' | 'channel' | number

/** Choice of the list of actors that stands for somebody the ledger does not know. */
export const SOMEBODY_NEW = '+'

/** A correction in the making: a statement of the ledger with its changes, or one that was missed. */
export class Draft {
  source = $state.raw<Span | null>(null)
  cue = $state.raw<Span | null>(null)
  channel = $state.raw<Span | null>(null)
  content = $state.raw<Span[]>([])
  act = $state<Act>('assert')
  negated = $state(false)
  /** Empty: at the top. */
  parent = $state('')
  /** Empty: as the words of the source say. */
  actor = $state('')
  newName = $state('')
  newKind = $state<ActorKind>('person')
  part = $state<Part>(0)
  saving = $state(false)
  readonly #tokens: Span[]

  constructor(
    readonly text: string,
    /** The row that is corrected; null for a statement that was missed. */
    readonly row: Row | null,
    wanted: Partial<Wanted> = {},
  ) {
    this.#tokens = tokens(text)
    const { source, cue, channel, content, act, negated, parent, actor } = {
      ...(row ? wantedOf(row.statement) : {}),
      ...wanted,
    }
    this.source = source ?? null
    this.cue = cue ?? null
    this.channel = channel ?? null
    this.content = content ?? []
    this.act = act ?? 'assert'
    this.negated = negated ?? false
    this.parent = parent ?? ''
    this.actor = typeof actor === 'string' ? actor : ''
  }

  get id(): string {
    return this.row?.id ?? 'new'
  }

  get hue(): string {
    return this.source === null
      ? 'nobody'
      : this.row?.hue === 'nobody'
        ? 'h0'
        : (this.row?.hue ?? 'h0')
  }

  spanOf(part: Part): Span | null {
    return typeof part === 'number' ? (this.content[part] ?? null) : this[part]
  }

  /** Sets the words of a part; null takes them away. */
  set(part: Part, span: Span | null): void {
    if (typeof part !== 'number') this[part] = span
    else if (span === null) this.content = this.content.filter((_, i) => i !== part)
    else
      this.content =
        this.content.length <= part ? [...this.content, span] : this.content.with(part, span)
    if (span !== null) this.part = part
    else if (this.part === part) this.part = 0
  }

  /** Moves one end of the part that is being set, by a word or, `fine`, by a character. */
  step(edge: Edge, by: 1 | -1, fine = false): void {
    const span = this.spanOf(this.part)
    if (!span) return
    const from = span[edge]
    this.#put(edge, fine ? from + by : stepWord(this.#tokens, from, edge, by))
  }

  /** Moves one end to where the pointer is. */
  drag(edge: Edge, offset: number, fine = false): void {
    this.#put(edge, fine ? offset : snap(this.#tokens, offset, edge))
  }

  #put(edge: Edge, offset: number): void {
    const span = this.spanOf(this.part)
    if (!span) return
    const moved = { ...span, [edge]: Math.min(Math.max(offset, 0), this.text.length) }
    if (moved.start < moved.end) this.set(this.part, moved)
  }

  get spans(): Span[] {
    return [
      ...this.content,
      ...[this.source, this.cue, this.channel].filter((span) => span !== null),
    ]
  }

  get marks(): StatementMark[] {
    const { id, hue } = this
    const depth = this.row?.depth ?? 0
    const mark = (layer: StatementMark['layer'], span: Span | null): StatementMark[] =>
      span === null ? [] : [{ layer, id, depth, hue, ...span }]
    return [
      ...this.content.flatMap((span) => mark('content', span)),
      ...mark('source', this.source),
      ...mark('cue', this.cue),
      ...mark('channel', this.channel),
    ]
  }

  /** What is sent; null when nothing was changed. Says why when it cannot be. */
  change(): Change | null {
    const wanted = this.#wanted()
    return this.row ? revisionOf(this.row.statement, wanted) : additionOf(wanted)
  }

  /** What is still missing, in words. */
  get missing(): string | null {
    if (this.cue === null && this.content.length === 0) return 'A statement needs a cue or content.'
    if (this.actor === SOMEBODY_NEW && this.newName.trim() === '')
      return 'Who speaks? Write a name.'
    return null
  }

  #wanted(): Wanted {
    const { source, cue, channel, content, act, negated } = this
    const somebody = { name: this.newName.trim(), kind: this.newKind }
    const actor = this.actor === SOMEBODY_NEW ? somebody : this.actor || null
    return { source, cue, channel, content, act, negated, parent: this.parent || null, actor }
  }
}
