/**
 * Stops with one clear line on a Node that cannot run the portal.
 *
 * npm scripts find node_modules/.bin/node first, so this matters where no Node is shipped for the platform.
 */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  console.error(
    `OpenPECOS runs on Node 22.18 or newer; this is ${process.version}, and none is shipped for ` +
      `${process.platform}-${process.arch}. Install Node 24 (https://nodejs.org) and run the same command again.`,
  )
  process.exit(1)
}
