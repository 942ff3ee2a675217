import type {
  Change,
  ChangesSince,
  Corrected,
  CorrectionEntry,
  Given,
  Library,
  LibraryPage,
  OpenedArticle,
  Review,
  ReviewPage,
  Started,
} from '@hearsay/contract'
import { api, get, send, sendFile } from './request.js'

const at = (article: string, more = ''): string =>
  `articles/${encodeURIComponent(article.replace(/^sha256:/, ''))}${more}`

/** How a page asks for a part of a list; null where it begins. */
type Ask<Page extends { cursor?: string }> = Partial<Omit<Page, 'cursor'>> & {
  cursor?: string | null
}

/** The articles kept, those added last first. */
export function listArticles(question: Ask<LibraryPage>, signal?: AbortSignal): Promise<Library> {
  return get(api('articles', { ...question }), signal)
}

export function getArticle(article: string, signal?: AbortSignal): Promise<OpenedArticle> {
  return get(api(at(article)), signal)
}

/** Starts to bring in what was pasted or linked; the job is watched with `watchJob`. */
export function addArticle(bringing: Given): Promise<Started> {
  return send('POST', api('articles'), bringing)
}

/** Starts to bring in a file. */
export function addFile(file: File): Promise<Started> {
  return sendFile(api('articles'), file)
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
export function listReview(question: Ask<ReviewPage>, signal?: AbortSignal): Promise<Review> {
  return get(api('review', question), signal)
}

/** What was changed in an article since an earlier version of it: the one before unless told. */
export function getChanges(article: string, from?: string): Promise<ChangesSince> {
  return get(api(at(article, '/changes'), { from }))
}

/** Where an export of the article lies, for a link that saves it. */
export function exportAddress(article: string, format: string): string {
  return api(at(article, '/export'), { format })
}
