import { HearsayError } from '@hearsay/engine'
import { withHome } from './open-home.js'
import type { Verdict } from './verify-apart.js'

// A process that `verifyApart` starts: it checks the store of this user and says what it finds.
const say = (verdict: Verdict) => void process.send?.(verdict)

try {
  await withHome(async (store) => {
    const checking = store.verify()
    for (;;) {
      const next = await checking.next()
      if (next.done) return say({ counts: next.value })
      say({ problem: next.value })
    }
  })
} catch (error) {
  const { message } = error as Error
  const code = error instanceof HearsayError ? error.code : 'store-damaged'
  say({ error: { code, message } })
}
process.disconnect?.()
