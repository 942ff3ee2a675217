import { userInfo } from 'node:os'

/** Who corrects, when nobody says: the name that this person has on this machine. */
export function loginName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
