import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { POLICY } from './policy.js'
import { SCRIPT } from './script.js'
import { STYLE } from './style.js'

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

test('the policy allows exactly the style sheet and the script of the page', () => {
  expect(POLICY).toContain(`style-src ${hash(STYLE)};`)
  expect(POLICY).toContain(`script-src ${hash(SCRIPT)};`)
  expect(POLICY).toMatch(/^default-src 'none';/)
})
