import { api, get, send, sendFile } from './request.js'
import type {
  ArticleEntry,
  Bringing,
  Change,
  Correction,
  CorrectionEntry,
  KeptArticle,
  Page,
  ReviewPage,
} from './types.js'
import type { Ledger, VersionChanges } from '@hearsay/engine/view'

const at = (article: string, more = ''): string =>
  `articles/${encodeURIComponent(article.replace(/^sha256:/, ''))}${more}`

export interface LibraryQuestion {
  words?: string
  outlet?: string
  limit?: number
  cursor?: string | null
}

/** The articles kept, those added last first. */
export function listArticles(
  question: LibraryQuestion,
  signal?: AbortSignal,
): Promise<Page<ArticleEntry>> {
  return get(api('articles', { ...question }), signal)
}

export async function getArticle(article: string, signal?: AbortSignal): Promise<KeptArticle> {
  const kept = await get<Partial<KeptArticle> & Pick<KeptArticle, 'ledger'>>(
    api(at(article)),
    signal,
  )
  return { ...NOTHING_MORE, article: kept.ledger.article.id, ...kept }
}

/** What a store that knows of no captures or corrections leaves out. */
const NOTHING_MORE = {
  corrections: [],
  captures: [],
  versions: [],
  reprints: null,
  disagreements: [],
}

/** Starts to bring in what was pasted or linked; the job is watched with `watchJob`. */
export function addArticle(bringing: Bringing): Promise<{ job: string }> {
  return send('POST', api('articles'), bringing)
}

/** Starts to bring in a file. */
export function addFile(file: File): Promise<{ job: string }> {
  return sendFile(api('articles'), file)
}

export interface Corrected {
  correction: Correction
  ledger?: Ledger
}

export function correct(article: string, change: Change): Promise<Corrected> {
  return send('POST', api(at(article, '/corrections')), { change })
}

export function undoCorrection(correction: string): Promise<Corrected> {
  return send('POST', api(`corrections/${encodeURIComponent(correction)}/undo`))
}

export function listCorrections(article?: string): Promise<CorrectionEntry[]> {
  return get(api('corrections', { article }))
}

/** Statements worth a look, the least sure first. */
export function listReview(
  question: { limit?: number; cursor?: string | null },
  signal?: AbortSignal,
): Promise<ReviewPage> {
  return get(api('review', question), signal)
}

/** What was changed in an article, and since which version of it. */
export type ChangesSince = VersionChanges & { from: string; article: string }

/** What was changed in an article since an earlier version of it: the one before unless told. */
export function getChanges(article: string, from?: string): Promise<ChangesSince> {
  return get(api(at(article, '/changes'), { from }))
}

/** Where an export of the article lies, for a link that saves it. */
export function exportAddress(article: string, format: string): string {
  return api(at(article, '/export'), { format })
}
