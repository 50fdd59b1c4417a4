/** `config check`: what would be in force if the portal started now, where it comes from, and what is wrong with it. */
import type { Command } from 'commander'
import { config as t } from '#words/en/command-line.ts'
import { shape } from '../config/shape.ts'
import { readConfig } from '../config.ts'
import { exit } from './context.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface Setting {
  readonly name: string
  readonly source: 'environment' | 'file' | 'default'
  /** Undefined: not set, and it has no default. Secrets are never shown. */
  readonly value: string | undefined
}

/** Names of what nobody should read over a shoulder. Addresses lose the password in them instead. */
const SECRET = /KEY$|KEY_PREVIOUS$|SECRET|TOKEN|PASSWORD$/

/** Every variable that is read, in the order of src/config/shape.ts. Nothing is opened; a file is named, not read. */
export function settingsOf(env: Env): readonly Setting[] {
  return Object.entries(shape.shape).map(([name, check]): Setting => {
    const direct = env[name]
    if (direct) return { name, source: 'environment', value: shown(name, direct) }
    const file = env[`${name}_FILE`]
    if (file) return { name, source: 'file', value: file }
    const byDefault = check.safeParse(undefined)
    return { name, source: 'default', value: byDefault.success ? said(byDefault.data) : undefined }
  })
}

const said = (value: unknown): string | undefined =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? undefined : String(value)

function shown(name: string, value: string): string {
  if (SECRET.test(name)) return t.hidden
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url?.password) return value
  url.password = '***'
  return url.toString()
}

export function configCheck(program: Command, env: Env = process.env, print = console.log, warn = console.error): void {
  program
    .command('config')
    .description(t.about)
    .command('check')
    .description(t.check)
    .option('--json', t.json)
    .action(({ json }: { readonly json?: true }) => {
      const settings = settingsOf(env)
      if (json) print(JSON.stringify(settings, undefined, 2))
      else
        for (const { name, source, value } of settings)
          print(`${name.padEnd(26)}${t.sources[source].padEnd(13)}${value ?? t.none}`)
      try {
        readConfig(env)
      } catch (fault) {
        warn(fault instanceof Error ? fault.message : String(fault))
        process.exitCode = exit.failure
      }
    })
}
