// What a checks file of an example says must hold, held against the ledger that was read of it.
// The words of the article say where: in "Mr Holm [told] parliament" the brackets mark the words meant, the rest makes
// the place unique. docs/how-to-add-an-example.md has the whole list of what can be checked.

/** Reads out of a ledger what each aspect of a check asks for: null where it holds, else the words found instead. */
const LINE = {
  source: ({ source }, expected) => same(source?.text ?? null, expected),
  who: ({ source, nameOf }, expected) =>
    same((source?.actors ?? []).map(nameOf), expected === null ? [] : [expected].flat()),
  kind: ({ source, actorOf }, expected) => same(actorOf(source?.actor)?.kind ?? null, expected),
  cue: ({ cue }, expected) => same(cue.text, expected),
  act: ({ cue }, expected) => same(cue.act, expected),
  negated: ({ cue }, expected) => same(cue.negated, expected),
  content: ({ content }, expected) => reaches(content.map(({ text }) => text).join(' '), expected),
  quotation: ({ quotation }, expected) => same(quotation, expected),
  to: ({ addressee }, expected) => same(unled(addressee?.text ?? null), expected),
  channel: ({ channel }, expected) => same(channel?.text ?? null, expected),
  date: ({ said }, expected) => same(said?.date ?? null, expected),
  under: ({ parent, ledger }, expected) => {
    const above = ledger.statements.find(({ id }) => id === parent)
    if (expected === null || !above) return same(above?.cue.text ?? null, expected)
    return meets(above.cue, place(ledger, expected)) ? null : found(above.cue.text)
  },
}

/** Checks on anything but a single line, by the field that names what is checked. */
const OTHERS = {
  noLine: (ledger, { noLine }) => {
    const line = lineAt(ledger, noLine)
    return line ? found(`${line.source?.text ?? 'nobody'} · ${line.cue.text}`) : null
  },
  one: (ledger, { one }) => {
    const ids = one.map((words) => actorAt(ledger, words)?.id ?? null)
    const names = one.map((words) => actorAt(ledger, words)?.name ?? 'nobody')
    return ids.every((id) => id !== null && id === ids[0]) ? null : found(names.join(' | '))
  },
  apart: (ledger, { apart }) => {
    const actors = apart.flatMap((words) => actorAt(ledger, words) ?? [])
    const twice = actors.find(({ id }, i) => actors.findIndex((other) => other.id === id) < i)
    return twice ? found(`one actor, ${twice.name}`) : null
  },
  noActor: (ledger, { noActor }) =>
    ledger.actors.some(({ name }) => bare(name) === bare(noActor)) ? found(noActor) : null,
  voice: (ledger, { sentence, voice }) => {
    const { start } = place(ledger, sentence)
    const around = ledger.sentences.find((s) => s.start <= start && start < s.end)
    return same(around?.voice ?? null, voice)
  },
  quoted: (ledger, { quoted, who }) => {
    const at = place(ledger, quoted)
    const around = ledger.statements.filter(({ content }) => content.some((c) => meets(c, at)))
    const names = around.flatMap(({ source }) => source?.actors ?? []).map(naming(ledger))
    return same(names[0] ?? null, who)
  },
  note: (ledger, { note }) =>
    ledger.notes.some(({ code }) => code === note) ? null : found('no such note'),
  wording: (ledger, { wording, kind }) => {
    const at = place(ledger, wording)
    return same(ledger.wording.find((w) => meets(w, at))?.kind ?? null, kind)
  },
  published: ({ article }, { published }) => same(article.published, published),
}

/**
 * Every aspect of every check of a file: whether it holds, what was found instead, and the reason it is known to fail, if
 * it is.
 */
export function judge(ledger, { checks }) {
  return checks.flatMap((check) => {
    const known = (aspect) => check.fails?.[aspect] ?? null
    const other = Object.keys(OTHERS).find((aspect) => aspect in check)
    if (other)
      return [{ check, aspect: other, wrong: OTHERS[other](ledger, check), known: known(other) }]
    const line = lineAt(ledger, check.line)
    const view = line && {
      ...line,
      ledger,
      nameOf: naming(ledger),
      actorOf: (id) => ledger.actors.find((actor) => actor.id === id),
    }
    const aspects = Object.keys(LINE).filter((aspect) => aspect in check)
    const missing = { check, aspect: 'line', wrong: line ? null : 'no such line' }
    return [
      { ...missing, known: known('line') },
      ...aspects.map((aspect) => ({
        check,
        aspect,
        wrong: view ? LINE[aspect](view, check[aspect]) : 'no such line',
        known: known(aspect),
      })),
    ]
  })
}

/** A file's checks with the marks of what fails now: reasons stay where something still fails, and are made up of what was found where they are new. */
export function marked(ledger, file) {
  const verdicts = judge(ledger, file)
  const checks = file.checks.map((check) => {
    const failing = verdicts.filter((verdict) => verdict.check === check && verdict.wrong !== null)
    const rest = Object.fromEntries(Object.entries(check).filter(([key]) => key !== 'fails'))
    if (failing.length === 0) return rest
    const reasons = failing.map(({ aspect, wrong, known }) => [aspect, known ?? wrong])
    return { ...rest, fails: Object.fromEntries(reasons) }
  })
  return { ...file, checks }
}

/** What a verdict is about, in one line. */
export function titled({ check, aspect }) {
  const words = check.line ?? check.sentence ?? check[aspect]
  return `${aspect}: ${[words].flat().join(' | ')}`
}

/** The file as it is written: one check a line. */
export function written({ checks, ...head }) {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${spaced(value)},`)
  const rows = checks.map((check) => `    ${spaced(check)}`)
  return `{\n${lines.join('\n')}\n  "checks": [\n${rows.join(',\n')}\n  ]\n}\n`
}

function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}: ${spaced(held)}`)
  return `{ ${pairs.join(', ')} }`
}

/** Where the words in brackets stand; throws when they stand nowhere or twice. */
function place({ article: { text, origin } }, marked) {
  const [first, last] = [marked.indexOf('['), marked.indexOf(']')]
  const context = marked.replace('[', '').replace(']', '')
  const at = text.indexOf(context)
  if (at < 0 || text.indexOf(context, at + 1) >= 0)
    throw new Error(`${origin}: “${context}” stands there ${at < 0 ? 'nowhere' : 'twice'}.`)
  return { start: at + Math.max(first, 0), end: at + (last < 0 ? context.length : last - 1) }
}

const meets = (a, b) => a.start < b.end && b.start < a.end
const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The statement whose cue has most in common with the words in brackets. */
function lineAt(ledger, words) {
  const at = place(ledger, words)
  const near = ledger.statements.filter(({ cue }) => cue.text !== null && meets(cue, at))
  return near.sort((a, b) => overlap(b.cue, at) - overlap(a.cue, at))[0] ?? null
}

/** The actor of the smallest mention that covers the words in brackets, else of the largest that stands in them. */
function actorAt(ledger, words) {
  const at = place(ledger, words)
  const size = ({ start, end }) => end - start
  const all = ledger.actors.flatMap((actor) => actor.mentions.map((span) => ({ actor, span })))
  const around = all.filter(({ span }) => span.start <= at.start && at.end <= span.end)
  const inside = all.filter(({ span }) => at.start <= span.start && span.end <= at.end)
  const [smallest] = around.sort((a, b) => size(a.span) - size(b.span))
  const [largest] = inside.sort((a, b) => size(b.span) - size(a.span))
  return (smallest ?? largest)?.actor ?? null
}

const naming = (ledger) => (id) => ledger.actors.find((actor) => actor.id === id)?.name ?? null

/** "on Mr Holm" of "called · on Mr Holm", which may as well be "called on · Mr Holm". */
const unled = (words) => words?.replace(/^(?:on|upon|to) /u, '') ?? null

const found = (words) => `found “${words}”`
const OUTER = new Set(' "\'“”‘’.,;:')
/** Without the marks around it, its article and its capitals, to compare. */
function bare(words) {
  const letters = [...words.replace(/\s/gu, ' ')]
  const isInner = (letter) => !OUTER.has(letter)
  const inner = letters.slice(letters.findIndex(isInner) >>> 0, letters.findLastIndex(isInner) + 1)
  return inner
    .join('')
    .replace(/ +/gu, ' ')
    .replace(/^(?:the|an?) /iu, '')
    .toLowerCase()
}

function same(given, expected) {
  const plain = (value) => (typeof value === 'string' ? bare(value) : value)
  const [a, b] = [given, expected].map((value) =>
    JSON.stringify(Array.isArray(value) ? value.map(plain).sort() : plain(value)),
  )
  return a === b ? null : found(given === null ? 'nothing' : [given].flat().join(' | ') || 'nobody')
}

/** "that he had … ago": the first and the last words; without dots, all of them. */
function reaches(given, expected) {
  const [first = '', last] = expected.split(' … ').map(bare)
  const words = bare(given)
  const right = last === undefined ? words === first : words.startsWith(first) && words.endsWith(last)
  return right ? null : found(given)
}
