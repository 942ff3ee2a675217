/** The article that was read last in this visit: where `Read` leads back to. */
class LastRead {
  address = $state<string | null>(null)
}

export const lastRead = new LastRead()
