import fc from 'fast-check'

/** No input is larger, in bytes: what takes long at this size hangs. */
const LARGEST = 100_000

const place = fc.nat(2 ** 30)
const edit = fc.record({
  kind: fc.constantFrom('cut', 'repeat', 'insert', 'flip', 'move', 'number', 'splice'),
  at: place,
  length: fc.oneof(fc.nat(8), fc.nat(200)),
  times: fc.oneof(fc.nat(4), fc.nat(2000)),
  other: place,
})

/** One of `seeds`, `{ bytes, … }`, changed at up to a dozen places with the help of `tokens`; few places fail as well as many, so they shrink. */
export function mutated(seeds, tokens) {
  return fc
    .record({ seed: fc.nat(seeds.length - 1), edits: fc.array(edit, { maxLength: 12 }) })
    .map(({ seed, edits }) => {
      const changed = edits.reduce(
        (bytes, each) => edited(bytes, each, seeds, tokens),
        seeds[seed].bytes,
      )
      return { ...seeds[seed], bytes: changed.subarray(0, LARGEST) }
    })
}

function edited(bytes, { kind, at, length, times, other }, seeds, tokens) {
  const start = at % (bytes.length + 1)
  const piece = bytes.subarray(start, start + length)
  const behind = bytes.subarray(start + length)
  const before = bytes.subarray(0, start)
  const token = Buffer.from(tokens[other % tokens.length])
  switch (kind) {
    case 'cut':
      return Buffer.concat([before, behind])
    case 'repeat': {
      const most = Math.floor(LARGEST / Math.max(1, piece.length))
      return Buffer.concat([before, ...Array(Math.min(times, most)).fill(piece), behind])
    }
    case 'insert':
      return Buffer.concat([before, ...Array(1 + (times % 50)).fill(token), piece, behind])
    case 'flip': {
      const copy = Buffer.from(bytes)
      if (copy.length > 0) copy[start % copy.length] ^= 1 << (other % 8)
      return copy
    }
    case 'move': {
      const rest = Buffer.concat([before, behind])
      const to = other % (rest.length + 1)
      return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)])
    }
    case 'number': {
      const text = bytes.toString('latin1')
      const digits = /\d+/.exec(text.slice(start))
      if (!digits) return bytes
      const from = start + digits.index
      const number = Buffer.from(['0', '-1', '1', '4294967296', '9'.repeat(30), '1e9'][other % 6])
      return Buffer.concat([
        bytes.subarray(0, from),
        number,
        bytes.subarray(from + digits[0].length),
      ])
    }
    case 'splice': {
      const donor = seeds[other % seeds.length].bytes
      const from = (at >> 3) % (donor.length + 1)
      return Buffer.concat([before, donor.subarray(from, from + length * 4), behind])
    }
  }
}
