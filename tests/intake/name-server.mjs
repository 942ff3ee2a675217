// A name server (RFC 1035) that answers from a table, over UDP on 127.0.0.1:53.
import { createSocket } from 'node:dgram'
import { isIPv4 } from 'node:net'

const TYPES = { 1: isIPv4, 28: (address) => !isIPv4(address) }

/** `answersOf(name, type)` gives the addresses of a name; each question asks it anew, so that names can move. */
export function serveNames(answersOf) {
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) => {
    socket.send(reply(question, answersOf), port, address)
  })
  return new Promise((resolve) => socket.bind(53, '127.0.0.1', () => resolve(socket)))
}

function reply(question, answersOf) {
  const labels = []
  let at = 12
  for (; question[at] !== 0; at += question[at] + 1) {
    labels.push(question.toString('latin1', at + 1, at + 1 + question[at]))
  }
  const type = question.readUInt16BE(at + 1)
  const fits = TYPES[type] ?? (() => false)
  const addresses = answersOf(labels.join('.').toLowerCase(), type).filter(fits)
  const header = Buffer.from(question.subarray(0, 12))
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([
    header,
    question.subarray(12, at + 5),
    ...addresses.map((each) => answer(type, each)),
  ])
}

/** Points to the name in the question; may be kept for no time at all. */
function answer(type, address) {
  const data = type === 1 ? Buffer.from(address.split('.').map(Number)) : sixBytes(address)
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length])
  return Buffer.concat([head, data])
}

function sixBytes(address) {
  const { hostname } = new URL(`http://[${address}]/`)
  const [left, right = ''] = hostname.slice(1, -1).split('::')
  const groups = (part) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)))
  const zeros = 8 - groups(left).length - groups(right).length
  const all = [...groups(left), ...Array(Math.max(zeros, 0)).fill(0), ...groups(right)]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]))
}
