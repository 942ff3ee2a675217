// Texts that no newsroom writes and a stranger may send: one row a kind, of any size. Same kind and size, same text.

/** `unit` over and over, then cut to `bytes` of UTF-8, at a whole character. */
const repeated = (unit) => (bytes) => filled(bytes, () => unit)

/** What `unitAt` gives for 0, 1, 2 …, as far as `bytes` reach. */
const counted = (unitAt) => (bytes) => filled(bytes, unitAt)

/** Half of it `open`, half of it `close`, around one sentence. */
const nested = (open, close) => (bytes) => {
  const room = bytes - Buffer.byteLength(WITHIN)
  const depth = Math.floor(room / Buffer.byteLength(open + close))
  return open.repeat(depth) + WITHIN + close.repeat(depth)
}
const WITHIN = 'The dam held, Ana Ruiz said.'

/** One beginning, then `unit` over and over. */
const headed = (head, unit) => (bytes) => head + repeated(unit)(bytes - Buffer.byteLength(head))

function filled(bytes, unitAt) {
  const units = []
  for (let size = 0, at = 0; size < bytes; at++) {
    units.push(unitAt(at))
    size += Buffer.byteLength(units[at])
  }
  // Only the last unit is too long, and by less than itself.
  const last = Array.from(units.pop())
  let left = bytes - Buffer.byteLength(units.join(''))
  const fits = last.findIndex((character) => (left -= Buffer.byteLength(character)) < 0)
  return units.join('') + last.slice(0, fits < 0 ? last.length : fits).join('')
}

/** Different from number to number, and always the same: `Bacado`. */
function invented(number) {
  const syllables = ['ba', 'ca', 'do', 'fi', 'gu', 'la', 'me', 'no', 'pi', 'ru']
  const word = Array.from(String(number + 100), (digit) => syllables[digit]).join('')
  return word[0].toUpperCase() + word.slice(1)
}

const MONTHS = ['January', 'May', 'June', 'October', 'December']
const SENTENCE = 'The dam will hold until spring, engineer Ana Ruiz said on Friday. '

/** @type {[name: string, make: (bytes: number) => string][]} */
export const PATHOLOGICAL_TEXTS = [
  // One character and nothing else
  ['only straight quotes', repeated('"')],
  ['only opening quotes', repeated('“')],
  ['only closing quotes', repeated('”')],
  ['only apostrophes', repeated("'")],
  ['only line feeds', repeated('\n')],
  ['only carriage returns', repeated('\r')],
  ['only blanks', repeated(' ')],
  ['only full stops', repeated('.')],
  ['only commas', repeated(',')],
  ['only hyphens', repeated('-')],
  ['only digits', repeated('1')],
  ['only one capital', repeated('A')],

  // Long without a break
  ['one long line', repeated(SENTENCE)],
  ['one sentence without an end', repeated('and the dam held, ')],
  ['no blanks', repeated('thedamheld')],
  ['very long words', counted((at) => `${'dam'.repeat(5000 + at)} Ana said. `)],
  ['one word a line', repeated('dam\n')],
  ['one letter a paragraph', repeated('A\n\n')],
  ['parts joined by hyphens', repeated('dam-')],
  ['capitalized without an end', counted((at) => `${invented(at)} `)],
  ['capitals', repeated(SENTENCE.toUpperCase())],

  // Quotation marks and brackets
  ['round brackets, deep', nested('(', ')')],
  ['square brackets, deep', nested('[', ']')],
  ['curly quotes, deep', nested('“', '”')],
  ['both quotes, deep', nested('“‘', '’”')],
  ['brackets never closed', headed(SENTENCE, 'the dam (held ')],
  ['a quotation never closed', headed('Ana Ruiz said, “It held. ', 'The dam held. ')],
  ['a quotation opened in each paragraph', repeated('“The dam held and it will hold.\n\n')],
  ['alternating quotes', repeated('" \' ')],
  ['a word in each pair of quotes', repeated('"dam" ')],
  ['guillemets and low quotes', repeated('»dam« „held“ ')],
  ['an apostrophe in each word', repeated("d'am hel'd ")],

  // Beyond Latin
  ['emoji', repeated('😀')],
  ['emoji joined to families', repeated('👩‍👩‍👧‍👦')],
  ['flags', repeated('🇪🇸🇫🇷')],
  ['marks on each letter', repeated('d\u0301\u0323\u0308a\u030a\u0331\u0303m\u0302 ')],
  ['one letter with every mark', headed('Ana said e', '\u0301\u0300\u0302')],
  ['zero-width characters', repeated('d\u200ba\u200dm\u2060\ufeff ')],
  ['right to left', repeated('قالت آنا إن السد صمد. ')],
  ['direction marks', repeated('\u202eAna\u202c \u2067said\u2069 ')],
  ['no blanks between words, Chinese', repeated('水坝守住了。安娜说，')],
  ['blanks of every kind', repeated('dam\u00a0held\u2003Ana\u3000said\u2009')],

  // What text should not hold
  [
    'every kind of line ending',
    repeated('The dam held.\r\nAna said.\rBen\n\u2028Cy\u2029\u0085\v\f'),
  ],
  ['high surrogates alone', repeated('Ana said \ud83d so. ')],
  ['low surrogates alone', repeated('Ana said \ude00 so. ')],
  ['control characters', repeated('The dam held,\0 Ana said.\x07 ')],
  ['undecoded characters', repeated('The dam held, \ufffd Ana said. ')],
  ['tags as text', repeated('<p>The dam held,</b> <!-- Ana --> said.')],

  // Thousands of one thing
  ['one sentence again and again', repeated(`${SENTENCE.trim()}\n\n`)],
  ['numbers', counted((at) => `${at * 7919} `)],
  ['dates', counted((at) => `${(at % 28) + 1} ${MONTHS[at % 5]} ${1900 + (at % 200)}, `)],
  ['sums of money', counted((at) => `$${at},${(at % 900) + 100}.50 million and `)],
  ['names, all different', counted((at) => `${invented(at)} ${invented(at * 31)} said so. `)],
  ['one name', repeated('Ana Ruiz ')],
  ['cues', repeated('said told denied according to ')],
  ['reports within reports', counted((at) => `${invented(at)} said that `)],
  ['sources joined by and', counted((at) => `${invented(at)} and `)],
  ['pronouns', repeated('He said that he told her that she said. ')],
  ['abbreviations', repeated('Mr. Dr. U.S. Gen. J. R. R. vs. e.g. ')],
  ['addresses and handles', counted((at) => `https://a.example/${at}?b=c @ana_${at} a@b.example `)],
]
