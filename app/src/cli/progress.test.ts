import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Progress } from './progress.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function stream(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, columns: 24, written, write: (text: string) => written.push(text) }
}

test('in a terminal one line renews itself and never wraps', () => {
  const terminal = stream(true)
  const progress = new Progress(3, terminal)
  progress.show('harbour.txt')
  progress.step()
  progress.show('a-very-long-name.txt')
  progress.clear()
  expect(terminal.written).toEqual([
    '\r\u001b[K0 of 3 read · harbour.t',
    '\r\u001b[K1 of 3 read · a-very-lo',
    '\r\u001b[K',
  ])
})

test('a log gets a line now and then', () => {
  const log = stream(false)
  const progress = new Progress(300, log)
  progress.show('first.txt')
  expect(log.written).toEqual([])
  vi.advanceTimersByTime(11_000)
  for (let i = 0; i < 12; i++) progress.step()
  progress.show('thirteenth.txt')
  progress.show('fourteenth.txt')
  progress.clear()
  expect(log.written).toEqual(['12 of 300 read\n'])
})
