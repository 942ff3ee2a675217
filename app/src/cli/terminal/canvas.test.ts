import { expect, test } from 'vitest'
import { canvasFor } from './canvas.js'

const window = { isTTY: true, columns: 132 }

test.each([
  ['a window', window, undefined, {}, 132, true],
  ['a pipe', {}, undefined, {}, 80, false],
  ['a pipe told how wide', {}, undefined, { COLUMNS: '100', FORCE_COLOR: '1' }, 100, true],
  ['a file beside a window', window, 'out.txt', {}, 80, false],
  ['NO_COLOR', window, undefined, { NO_COLOR: '1' }, 132, false],
  [
    'NO_COLOR against FORCE_COLOR',
    window,
    undefined,
    { NO_COLOR: '1', FORCE_COLOR: '1' },
    132,
    false,
  ],
  ['FORCE_COLOR=0', window, undefined, { FORCE_COLOR: '0' }, 132, false],
  ['an empty NO_COLOR', window, undefined, { NO_COLOR: '' }, 132, true],
  ['a dumb terminal', window, undefined, { TERM: 'dumb' }, 132, false],
  ['a window of unknown width', { isTTY: true }, undefined, { COLUMNS: 'wide' }, 80, true],
] as const)('%s', (_, stdout, file, environment, width, color) => {
  expect(canvasFor(stdout, file, environment)).toEqual({ width, color })
})
