/**
 * Where the portal keeps its data when nobody says otherwise.
 *
 * Promises: DATA_DIR wins; root gets /var/lib/openpecos, because a checkout under /root cannot be
 * reached by the unprivileged account that runs the database; everybody else gets ./data in the repository.
 */
import fs from 'node:fs'
import path from 'node:path'

/** The folder that holds package.json. Searched upwards, so it is right in the sources and in dist/. */
export function repositoryRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder
    if (folder === path.dirname(folder)) throw new Error(`no package.json above ${from}`)
  }
}

export function defaultDataRoot(env: NodeJS.ProcessEnv = process.env): string {
  if (env.DATA_DIR) return path.resolve(env.DATA_DIR)
  if (process.getuid?.() === 0) return '/var/lib/openpecos'
  return path.join(repositoryRoot(), 'data')
}
