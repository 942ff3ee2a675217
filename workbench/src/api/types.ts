// What the server answers with. Offsets count UTF-16 code units of `article.text`.
import type {
  Change,
  Correction,
  Disagreement,
  Ledger,
  Revision,
  Statement,
  Voice,
} from '@hearsay/engine/view'

export interface Status {
  version: string
  reader: string
  model: string | null
  home: string
  counts: Record<string, number>
}

export interface Job {
  id: string
  kind: 'add' | 're-read' | 'verify'
  state: 'running' | 'done' | 'failed' | 'cancelled'
  /** It runs as soon as those before it are done. */
  waiting?: boolean
  /** Why it stands still: the database is away. */
  stalled?: string
  done: number
  /** Null while nobody knows yet how many there will be. */
  total: number | null
  items: JobItem[]
  /** How many had each outcome, also of those no longer listed. */
  counts: Record<string, number>
  problems?: { where: string; what: string }[]
  error?: { code: string; message: string }
}

export interface JobItem {
  origin: string
  outcome?: string
  article?: string
  version?: number
  error?: { code: string; message: string }
}

export interface ArticleEntry {
  article: string
  title: string | null
  outlet: string | null
  published: string | null
  added: string
  origin: string
  address: string
  words: number
  statements: number
  sources: number
  /** Share of the text in each voice, 0..1. */
  voices: Record<Voice, number>
  versions: number
  version: number
  reprints: number
  originOfReprint: string | null
  corrections?: number
  /** Why nothing of it was read; null where it was. */
  unread?: string | null
}

export interface Page<T> {
  entries: T[]
  total: number
  next: string | null
}

export interface CaptureEntry {
  address: string
  origin: string
  fetched: string
  outlet?: string | null
  published?: string | null
  container?: { hash: string; name: string; member: string } | null
}

export type { Change, Correction, Disagreement, Revision }

export interface CorrectionEntry extends Correction {
  state: 'applied' | 'undone' | 'misfit'
  why?: string | null
}

/** A statement as the ledger has it once a person has touched it. */
export type Corrected = Statement & { corrected?: string[] }

export interface KeptArticle {
  article: string
  ledger: Ledger
  corrections: CorrectionEntry[]
  captures: CaptureEntry[]
  versions: { article: string; version: number; fetched: string }[]
  reprints: { origin: string; articles: string[] } | null
  disagreements: Disagreement[]
}

export interface ReviewItem {
  article: string
  title: string | null
  statement: Corrected
  why: 'unsure' | 'misfit' | 'disagrees'
  correction?: string
  /** What the correction says of itself, where there is one. */
  note?: string
}

export interface ReviewPage {
  items: ReviewItem[]
  total: number
  next: string | null
}

/** What a page brings in: one of `text`, `html`, `url`. */
export interface Bringing {
  text?: string
  html?: string
  url?: string
  origin?: string
  outlet?: string
  published?: string
}
