export {
  CHANGE_KINDS as VERSION_CHANGE_KINDS,
  type Change as VersionChange,
  type ChangeKind as VersionChangeKind,
  type Changes,
  type ChangeSide,
  type Edit,
} from './change.js'
export { changeSentence } from './change-sentence.js'
export { compareVersions } from './compare-versions.js'
