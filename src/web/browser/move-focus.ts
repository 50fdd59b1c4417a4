/** After a form was refused the error summary is read first; a fresh page is left as the browser opens it. */
export function moveFocus(): void {
  const summary = document.querySelector<HTMLElement>('[data-focus]')
  if (summary) {
    summary.focus()
    return
  }
  // Arriving from a form (303) the focus would stay on nothing; the heading says where one is.
  const arrived = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined
  const heading = document.querySelector<HTMLElement>('main h1')
  if (!heading || location.hash || arrived?.type !== 'navigate' || !sameSite(document.referrer)) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

const sameSite = (referrer: string) => referrer.startsWith(`${location.origin}/`)
