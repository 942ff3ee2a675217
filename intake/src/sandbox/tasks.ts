import { judged } from '../language.js'
import type { Beat } from './beat.js'
import type { Task, TaskName } from './task.js'

type Does<N extends TaskName> = (
  input: Task[N]['input'],
  beat: Beat,
) => AsyncGenerator<Task[N]['answer']>

/** How each task is done. Each parser loads only when its first document comes. */
export const TASKS: { [N in TaskName]: Does<N> } = {
  async *text(input) {
    const { readText } = await import('../text.js')
    yield judged(await readText(input))
  },
  async *html(input) {
    const { readPage } = await import('../html.js')
    yield judged(await readPage(input))
  },
  async *pdf({ bytes }) {
    const { readPdf } = await import('../pdf/read-pdf.js')
    yield judged(await readPdf(bytes))
  },
  async *mail({ bytes }) {
    const { readMail } = await import('../mail/read-mail.js')
    yield judged(await readMail(bytes))
  },
  async *attachments({ bytes }) {
    const { attachments } = await import('../mail/attachments.js')
    yield* attachments(bytes)
  },
  async *feed(input) {
    const { readFeed } = await import('../feed/read-feed.js')
    yield* readFeed(input)
  },
  async *line(input) {
    const { readLine } = await import('../jsonl/read-line.js')
    yield readLine(input)
  },
  async *gzip({ bytes }) {
    const { gunzip } = await import('../warc/content-encoding.js')
    yield gunzip(bytes)
  },
  async *peek({ bytes }) {
    const { unpackedStart } = await import('../sniff/unpacked-start.js')
    yield unpackedStart(bytes)
  },
  async *warc(input, beat) {
    const { readWarc } = await import('../warc/read-warc.js')
    yield* readWarc(input, beat)
  },
  async *wacz(input, beat) {
    const { readWacz } = await import('../wacz/read-wacz.js')
    yield* readWacz(input, beat)
  },
}
