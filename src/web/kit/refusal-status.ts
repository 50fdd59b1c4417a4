/** With which status a page is drawn again, and when to come back: 429 and 503 for whoever has to wait, else 422. Pure. */
import type { Problem } from '#domain/result.ts'

export function refusalStatus(problems: readonly Problem[]): { readonly status: number; readonly retryAfter?: number } {
  const wait = problems.find((p) => p.code === 'too-many-tries')
  if (wait) return { status: 429, retryAfter: Number(wait.with?.minutes ?? 1) * 60 }
  if (problems.some((p) => p.code === 'busy')) return { status: 503, retryAfter: 5 }
  return { status: problems.length > 0 ? 422 : 200 }
}
