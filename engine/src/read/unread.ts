import type { Actor, Article, EngineInfo, Ledger } from '../record/index.js'

/** Whether the reader knows the article's language; where nobody could tell it, the reader tries. */
export const isReadable = ({ language }: Pick<Article, 'language'>) =>
  language === null || /^en(?:$|[-_])/iu.test(language)

/** The ledger of a text in another language: nothing of it was read, and the note `not-read` says so. */
export function unreadLedger(article: Article, engine: EngineInfo, outlet: Actor): Ledger {
  const { notes = [], ...kept } = article
  const message = `This text is in ${languageName(article.language)}, and the reader reads English alone. It was not read.`
  return {
    contract: 1,
    engine,
    article: kept,
    sentences: [],
    statements: [],
    actors: [outlet],
    places: [],
    times: [],
    quantities: [],
    wording: [],
    notes: [{ code: 'not-read', message }, ...notes],
  }
}

/** `German` for `de`; the code itself where it names no language. */
function languageName(code: string | null): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code ?? '') ?? `${code}`
  } catch {
    return `${code}`
  }
}
