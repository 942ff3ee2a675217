import { send } from './request.js'

/** Where `address` of the API is found once without a header: for what the browser fetches by itself. */
export async function ticketFor(address: string): Promise<string> {
  return (await send<{ address: string }>('POST', '/api/tickets', { for: address })).address
}
