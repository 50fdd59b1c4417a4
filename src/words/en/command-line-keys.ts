/** Words of the commands and refusals that are about the master key. */
const n = new Intl.NumberFormat('en-US')

export const keys = {
  about: 'The master key and what is sealed with it',
  verify:
    'Opens every sealed value and stored file with MASTER_KEY or MASTER_KEY_PREVIOUS and counts them by kind. Exit code 1 when one does not open',
  row: (kind: string, opened: number, former: number, failed: number) =>
    `${kind.padEnd(34)}${n.format(opened).padStart(10)} open${former > 0 ? `, ${n.format(former)} of them under the former key only` : ''}${failed > 0 ? `, ${n.format(failed)} do not` : ''}`,
  good: (opened: number) => `All ${n.format(opened)} sealed values open.`,
  former: (count: number) =>
    `${n.format(count)} of them are still under the former key: run "keys rotate" until it says that the key is retired.`,
  bad: (failed: number) =>
    `${n.format(failed)} sealed values do not open: altered, moved, missing, or their key is not set.`,
  rotate:
    'Replaces the master key: seals everything anew under the new key, then retires the former one. May be stopped and run again at any time. A key that this installation made for itself is replaced by a new one; where MASTER_KEY is set, set it to the new key and MASTER_KEY_PREVIOUS to the former one before',
  resealed: (kind: string, resealed: number, already: number) =>
    `${kind.padEnd(34)}${n.format(resealed).padStart(10)} sealed anew, ${n.format(already)} were under the new key`,
  setBoth:
    'MASTER_KEY is set for this program, so the new key is yours to set. Make one (openssl rand -hex 32), set MASTER_KEY to it and MASTER_KEY_PREVIOUS to the present key, restart the portal, then run this again.',
  inUse: (connections: number) =>
    `The portal still works with the former key (${n.format(connections)} ${connections === 1 ? 'connection' : 'connections'}). Restart it, then run this again: what is done stays done.`,
  notAll: (failed: number) =>
    `${n.format(failed)} sealed values open with neither key, so the former key is not retired. "keys verify" names their kinds.`,
  done: (resealed: number, key: string) =>
    `Done: ${n.format(resealed)} values sealed anew. The former key (${key}) is retired; nothing in the database or the document store needs it.`,
  forget: {
    file: 'Its file was removed. Restart the portal and make a new backup: those made before open only with a copy of the former key.',
    outside:
      'Take MASTER_KEY_PREVIOUS away and restart the portal. Backups made before need the former key: keep it as long as you keep them.',
  },
  retired: (id: string, on: string) =>
    `MASTER_KEY is a key that was retired on ${on} (${id}). Set it to the key that took its place. Nothing was started.`,
  foreign: (id: string, last: string) =>
    `MASTER_KEY is not the key of this database: it has ${id}, the database was sealed under ${last}. Set it to that key; for a rotation, set MASTER_KEY_PREVIOUS to that key. Nothing was started.`,
} as const
