/** A whole portal on a fresh database for a journey, and a person with a browser in front of it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type Portal, startPortal } from '../../src/main.ts'
import { launchBrowser } from '../support/browser.ts'
import { freePort } from './free-port.ts'

export interface Stage {
  readonly origin: string
  readonly portal: Portal
  /** For a history that no small demonstration has. */
  readonly databaseUrl: string
  readonly faults: readonly string[]
  /** A new person with an empty browser. */
  visitor(options?: { javaScript?: boolean; width?: number }): Promise<Visitor>
  /** Newest message to an address whose subject or body fits. */
  message(recipient: string, like?: RegExp): Promise<{ subject: string; body: string }>
  moveClock(to: Date): Promise<void>
  now(): Promise<Date>
  close(): Promise<void>
}
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

/**
 * `at` is what the portal's clock says when it starts; `settings` are those of an operator, told where the portal is;
 * with `whole` the demonstration has its whole history, which takes some seconds more.
 */
export async function openStage(
  at: Date,
  settings: (origin: string) => Readonly<Record<string, string>> = () => ({}),
  whole = false,
): Promise<Stage> {
  const port = await freePort()
  const name = `journey_${port}_${Date.now()}`
  await onServer(`create database ${name}`)
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${name}`
  const faults: string[] = []
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: url.toString(),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'journey-')),
    ...settings(`http://127.0.0.1:${port}`),
  })
  const portal = await startPortal(config, {
    small: !whole,
    clockAt: at,
    log: (line) => line.startsWith('fault') && faults.push(line),
  })
  const browser: Browser = await launchBrowser()
  const origin = config.site.origin
  const control = async (path: string, body?: unknown) => {
    const answer = await fetch(
      origin + path,
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.json() as Promise<Record<string, unknown>>
  }
  return {
    origin,
    portal,
    databaseUrl: url.toString(),
    faults,
    async visitor({ javaScript = true, width = 1280 } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        javaScriptEnabled: javaScript,
        viewport: { width, height: 900 },
        locale: 'en-US',
      })
      context.setDefaultTimeout(15_000)
      return { page: await context.newPage(), context }
    },
    async message(recipient, like = /./) {
      for (let i = 0; i < 100; i++) {
        await control('/test/jobs/run', {})
        const { messages } = (await control('/test/outbox')) as unknown as {
          messages: { recipient: string; subject: string; body: string }[]
        }
        const found = messages.find((m) => m.recipient === recipient && (like.test(m.subject) || like.test(m.body)))
        if (found) return found
        await new Promise((r) => setTimeout(r, 100))
      }
      throw new Error(`no message to ${recipient} like ${like}`)
    },
    moveClock: async (to) => void (await control('/test/clock', { now: to.toISOString() })),
    now: async () => new Date(String((await control('/test/jobs/run', {})).now)),
    async close() {
      await browser.close()
      await portal.stop()
      await onServer(`drop database ${name} with (force)`)
    },
  }
}

/** The six digits of a mail or text message. */
export const codeIn = (m: { subject: string; body: string }): string =>
  /\b(\d{6})\b/.exec(`${m.subject} ${m.body}`)![1]!

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('pgUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
