// Which library for SQLite? Each in a process of its own: rows written and synced, searches, a kill in the middle of
// writing, text that is not UTF-8, and what forgetting needs. None but ours is installed:
// npm install --no-save libsql node-sqlite3-wasm better-sqlite3; node bench/sqlite-libraries.mjs [MODULE …]
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dice } from './invented-ledgers.mjs'

const MODULES = [
  '@photostructure/sqlite',
  'node:sqlite',
  'libsql',
  'better-sqlite3',
  'node-sqlite3-wasm',
]
const [TRANSACTIONS, ROWS, SEARCHES] = [200, 50, 300]
const self = fileURLToPath(import.meta.url)
const [module, task, file] = process.argv.slice(2).filter((word) => word !== '--')
const TASKS = { write, search, kill: write, damage, forget }

if (task in TASKS) TASKS[task](open())
else for (const name of module ? process.argv.slice(2) : MODULES) await compare(name)

async function compare(name) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  const run = (what, at = 'a.db') => {
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [self, name, what, join(folder, at)],
      {
        encoding: 'utf8',
        timeout: 120_000,
      },
    )
    return status === 0
      ? stdout.trim()
      : `${signal ?? `exit ${status}`}: ${
          stderr
            .split('\n')
            .find((line) => line.includes('Error'))
            ?.slice(0, 70) ?? ''
        }`
  }
  const written = run('write')
  const told = /^\d/.test(written)
    ? [
        written,
        run('search'),
        await killed(name, join(folder, 'kill.db')),
        run('damage', 'b.db'),
        run('forget'),
      ]
    : [written]
  console.log(`| ${name} | ${told.join(' | ')} |`)
  rmSync(folder, { recursive: true })
}

/** Rows that were told as committed, and those that are there after a kill. */
function killed(name, at) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [self, name, 'kill', at])
    let told = 0
    child.stdout.on('data', (chunk) => {
      told = Number(String(chunk).trim().split('\n').at(-1))
      if (told > 60) child.kill('SIGKILL')
    })
    child.on('exit', () => {
      const { stdout } = spawnSync(process.execPath, [self, name, 'forget', at], {
        encoding: 'utf8',
      })
      const here = parseInt(stdout, 10) || 0
      resolve(here >= told ? 'kept' : `${told - here} lost`)
    })
  })
}

/** `all` and `exec` of any of them. */
function open() {
  const library = createRequire(import.meta.url)(module)
  const Database = library.DatabaseSync ?? library.Database ?? library
  const database = new Database(file)
  const prepared = new Map()
  const all = (sql, ...values) => {
    if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql))
    return module === 'node-sqlite3-wasm'
      ? prepared.get(sql).all(values)
      : prepared.get(sql).all(...values)
  }
  for (const setting of ['journal_mode = wal', 'synchronous = full', 'secure_delete = on'])
    all(`pragma ${setting}`)
  return { all, exec: (sql) => database.exec(sql) }
}

function write({ all, exec }) {
  exec(`create table kept (id integer primary key, text text not null, batch integer not null) strict;
    create virtual table found using fts5(text, content = 'kept', content_rowid = 'id', tokenize = 'ascii');
    create trigger come after insert on kept begin insert into found (rowid, text) values (new.id, new.text); end;
    create virtual table parts using fts5(text, tokenize = 'trigram')`)
  const { below } = dice(5)
  const begun = performance.now()
  for (let batch = 1; batch <= TRANSACTIONS; batch++) {
    exec('begin immediate')
    for (let row = 0; row < ROWS; row++)
      all(
        'insert into kept (text, batch) values (?, ?)',
        Array.from({ length: 20 }, () => `w${below(2000)}`).join(' '),
        batch,
      )
    exec('commit')
    if (task === 'kill') process.stdout.write(`${batch}\n`)
  }
  const rate = (TRANSACTIONS * ROWS) / ((performance.now() - begun) / 1000)
  if (task === 'write')
    console.log(
      `${rate.toFixed(0)} rows/s, SQLite ${all('select sqlite_version() as v')[0].v}, wal ${all('pragma journal_mode')[0].journal_mode === 'wal'}`,
    )
}

function search({ all }) {
  const { below } = dice(6)
  const begun = performance.now()
  for (let n = 0; n < SEARCHES; n++)
    all(
      'select rowid from found where found match ? order by rowid desc limit 50',
      `"w${below(2000)}" or "w${below(200)}"*`,
    )
  console.log(`${((performance.now() - begun) / SEARCHES).toFixed(2)} ms/search`)
}

function damage({ all, exec }) {
  exec("create table t (a text); insert into t values (cast(x'61ff62' as text))")
  console.log(`read as ${JSON.stringify(all('select a from t')[0].a)}`)
}

function forget({ all, exec }) {
  const [{ n }] = all('select count(distinct batch) as n from kept')
  exec("delete from kept where batch < 3; insert into parts (parts) values ('optimize'); vacuum")
  const [{ busy }] = all('pragma wal_checkpoint(truncate)')
  console.log(`${n} transactions, vacuum, log emptied ${busy === 0}`)
}
