// npm test: everything. npm run check (--quick): types, lint, format and units only.
// Each static check counts as one test. The last line is always "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './checkout.mjs'

const staticChecks = ['types', 'lint', 'format:check']
const suites = process.argv.includes('--quick') ? ['units'] : ['units', 'product', 'browser']

ensureInstalled()
ensureBuilt()
const results = [...staticChecks.map(staticCheck), ...suites.map(suite)]
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function staticCheck(script) {
  const ok = npm('run', '--silent', script)
  console.log(`${ok ? '✓' : '✗'} ${script}`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

function suite(project) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = npm('exec', '--', 'vitest', 'run', '--project', project, ...reporters)
  const counts = countsIn(report)
  rmSync(folder, { recursive: true })
  // A file that does not even load has no test to count, but it is a failure.
  return ok ? counts : { passed: counts.passed, failed: Math.max(counts.failed, 1) }
}

function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

function npm(...npmArguments) {
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }
  return spawnSync('npm', npmArguments, options).status === 0
}
