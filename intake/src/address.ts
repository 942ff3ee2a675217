import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { HearsayError } from '@hearsay/engine'

/** IPv4 networks that are not the public internet (IANA special-purpose registry). */
const SPECIAL_V4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // The host of a virtual machine at Azure answers here, public though the address looks.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
])

/** Of IPv6 only 2000::/3 is handed out; these parts of it lead elsewhere or to IPv4 addresses inside. */
const GLOBAL_V6 = blockList('ipv6', [['2000::', 3]])
const SPECIAL_V6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
])

/**
 * The addresses of `url`'s host, resolved here so that the connection goes to what was checked. Throws
 * HearsayError `url-private-address` when any is not public, `url-unreachable` when there is none.
 */
export async function publicAddresses(url: URL): Promise<LookupAddress[]> {
  const addresses = await addressesOf(url)
  const refused = addresses.find(({ address }) => !isPublic(address))
  if (!refused) return addresses
  throw new HearsayError(
    'url-private-address',
    `${url.href} leads to ${refused.address}, which is not on the public internet. Save the page and read the file.`,
  )
}

/** The addresses of `url`'s host, whatever they are. Throws HearsayError `url-unreachable`. */
export async function addressesOf(url: URL): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family) return [{ address: host, family }]
  try {
    return await lookup(host, { all: true })
  } catch (error) {
    throw new HearsayError(
      'url-unreachable',
      `The name ${host} in ${url.href} could not be resolved. Check the address and the network.`,
      { cause: error },
    )
  }
}

/** True for an address on the public internet, in any notation that `net.isIP` knows. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !SPECIAL_V4.check(address, 'ipv4')
  return GLOBAL_V6.check(address, 'ipv6') && !SPECIAL_V6.check(address, 'ipv6')
}

function blockList(type: 'ipv4' | 'ipv6', subnets: [string, number][]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, type)
  return list
}
