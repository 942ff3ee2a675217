import { describe, expect, it } from 'vitest'
import { isPublic } from './address.js'

describe('isPublic', () => {
  it.each(['1.1.1.1', '100.63.255.255', '172.32.0.1', '192.169.0.1', '2606:4700::1111'])(
    'lets %s pass',
    (address) => {
      expect(isPublic(address)).toBe(true)
    },
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2001::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'fd00:ec2::254',
  ])('refuses %s', (address) => {
    expect(isPublic(address)).toBe(false)
  })
})
