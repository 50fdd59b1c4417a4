/**
 * What the operating system knows about a process, read from /proc where there is one.
 *
 * Promises: a zombie counts as gone, and a process number that was given to another process
 * is not mistaken for the old one.
 */
import fs from 'node:fs'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const linux = process.platform === 'linux'

/** State and start time. The name may hold spaces and brackets, so the fields are counted from its end. */
function stat(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (linux) {
    // An orphan whose new parent never reaps it (a container's process 1) stays a zombie: kill(pid, 0) still says yes.
    const seen = stat(pid)
    return seen !== undefined && seen.state !== 'Z' && seen.state !== 'X'
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Listed in the process table, be it as a zombie. */
export const hasEntry = (pid: number): boolean => linux && fs.existsSync(`/proc/${pid}`)

/** Tells two processes with the same number apart, also across a restart of the machine. */
export function fingerprint(pid: number): string {
  if (!linux) return ''
  let boot = ''
  try {
    boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // Some sandboxes hide it; the start time alone still helps.
  }
  return `${boot}/${stat(pid)?.startedAt ?? ''}`
}

/** As `ps` shows it, arguments split by spaces; undefined where the system does not tell. */
export function commandLine(pid: number): string | undefined {
  try {
    // Readable for everybody, unlike cwd and exe: root in a container may not look at those of another account.
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return undefined
  }
}

export function processesTitled(prefix: string): number[] {
  if (!linux) return []
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isRunning(pid) && commandLine(pid)?.startsWith(prefix))
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself.
  }
}

/** True when it is gone in time. */
export async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(10)) {
    if (!isRunning(pid)) return true
  }
  return !isRunning(pid)
}
