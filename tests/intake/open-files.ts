import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../../engine/src/record/index.js'

/** What came of one file. */
export interface Opened {
  /** The beginnings of the articles in it, in order. */
  texts: string[]
  articles: (Omit<Article, 'text'> & { address: string; fetched?: string })[]
  /** Codes of members that could not be used. */
  codes: string[]
  /** The code with which the whole could not be opened. */
  thrown: string | null
  ms: number
}

export interface Run {
  /** By name. */
  opened: Map<string, Opened>
  exitCode: number | null
  stderr: string
  /** The most memory that any of the processes took, in MB; null where the system does not tell. */
  peakMb: number | null
}

/** Opens files in a process of their own, as `read` and `add` would, and watches its memory and its children's. */
export async function openFiles(files: Record<string, Uint8Array>): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-open-'))
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    })
    return await run(paths)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function run(paths: string[]): Promise<Run> {
  const script = fileURLToPath(new URL('open.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, ...paths])
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  let peakMb: number | null = null
  const look = () => {
    for (const megabytes of peaks(child.pid!)) peakMb = Math.max(peakMb ?? 0, megabytes)
  }
  const watching = setInterval(look, 5)
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watching)
  const opened = output.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Opened & { path: string })
    .map((each) => [each.path.replace(/^.*\//, ''), each] as const)
  return { opened: new Map(opened), exitCode, stderr: output.stderr, peakMb }
}

/** The high-water marks of a process and its children, as Linux keeps them. */
function peaks(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    const mark = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    const own = mark ? [Number(mark[1]) / 1000] : []
    return [...own, ...children.filter((id) => id !== '').flatMap((id) => peaks(Number(id)))]
  } catch {
    return []
  }
}
