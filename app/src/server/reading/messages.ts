import type { Article, Ledger, ReadOptions } from '@hearsay/engine'

export interface Question {
  article: Article
  options?: Pick<ReadOptions, 'minConfidence'>
}

export type Answer =
  | { ledger: Ledger }
  /** `code` is null for what is no HearsayError. */
  | { code: string | null; message: string; stack?: string }
