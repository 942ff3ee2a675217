import type { Draft, PageInput, Problem, TextInput } from '../draft.js'
import type { FeedAnswer, FeedInput } from '../feed/read-feed.js'
import type { LineAnswer, LineInput } from '../jsonl/read-line.js'
import type { MailPart } from '../mail/attachments.js'
import type { WaczInput } from '../wacz/read-wacz.js'
import type { WarcAnswer, WarcInput } from '../warc/read-warc.js'

interface Bytes {
  bytes: Uint8Array
}

/** What can be asked of the sandbox, and what it answers, once or many times. */
export interface Task {
  text: { input: TextInput; answer: Draft }
  html: { input: PageInput; answer: Draft }
  pdf: { input: Bytes; answer: Draft }
  mail: { input: Bytes; answer: Draft }
  attachments: { input: Bytes; answer: MailPart }
  feed: { input: FeedInput; answer: FeedAnswer }
  line: { input: LineInput; answer: LineAnswer }
  gzip: { input: Bytes; answer: Uint8Array }
  peek: { input: Bytes; answer: Uint8Array }
  warc: { input: WarcInput; answer: WarcAnswer }
  wacz: { input: WaczInput; answer: WarcAnswer }
}

export type TaskName = keyof Task

/** What the parent asks: a task to begin, or its next answer. */
export type Ask = { task: TaskName; input: unknown } | 'next'

/** What comes back; `beat` says that work goes on and nothing else. */
export type Answer = { value: unknown } | { error: Problem } | 'done' | 'beat'
