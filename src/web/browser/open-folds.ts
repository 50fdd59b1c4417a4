/** Opens the closed part that a link leads to, and every part for the printer. Without it they open by hand. */
export function openFolds(): void {
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    for (let part = target?.closest('details'); part; part = part.parentElement?.closest('details') ?? null)
      part.open = true
  }
  openTarget()
  addEventListener('hashchange', openTarget)
  // A second click on the same link changes no hash.
  document.addEventListener('click', (e) => {
    const link = e.target instanceof Element ? e.target.closest('a[href^="#"]') : null
    if (link) setTimeout(openTarget)
  })
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
}
