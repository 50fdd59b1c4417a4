/**
 * Three kinds of test, told apart by their names: `unit` needs nothing, `db` a PostgreSQL,
 * `journeys` a PostgreSQL and a browser. They run one kind after the other, the cheap one first.
 */
import { defineConfig } from 'vitest/config'

const cluster = ['test/support/cluster.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}', 'test/declarations/*.test.ts'],
          exclude: ['**/*.db.test.*'],
          // Properties and whole files of people take seconds on a busy machine.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['src/**/*.db.test.{ts,tsx}', 'test/db/**/*.db.test.{ts,tsx}'],
          globalSetup: cluster,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          globalSetup: cluster,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two at a time, each with a portal and a database of its own: one alone leaves a third of two cores idle.
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
