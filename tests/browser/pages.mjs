// Every page of the show-case, found by following links: one of each kind, for one person of each kind.

import { passphrase } from './portal.mjs'

/** Who looks around: name of the folder, address; nobody for the pages before any sign-in. */
export const PEOPLE = [
  ['public', null],
  ['provider', 'lin.wei@northwind.example'],
  ['provider-admin', 'zhou.min@northwind.example'],
  ['reseller', 'maria.orlova@adventure-works.example'],
  ['customer', 'zhao.min@fabrikam.example'],
  ['newcomer', 'bai.xue@newcomer.example'],
  ['operator', 'chen.hao@operations.example'],
]

/** Where nobody leads but people go. */
const SEEDS = ['/', '/sign-in', '/forgotten-password', '/register', '/confirm', '/nothing-here', '/demo/mail', '/account', '/organizations/choose', '/today']

/** The kind of page that a path is of: ids, references and tokens left out. */
export function kindOf(path) {
  const [bare] = path.split(/[?#]/)
  const parts = bare.split('/').map((part) => {
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part) || /^[0-9a-f]{32,}$/.test(part)) return 'ID'
    if (/^M-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(part)) return 'REFERENCE'
    if (/^[\w-]{40,}$/.test(part)) return 'TOKEN'
    if (/^\d{4}-\d{2}(\.\d+)?$/.test(part)) return 'VERSION'
    return part
  })
  return parts.join('/').replace(/^\/services\/(?!new$)[^/]+/, '/services/SERVICE') || '/'
}

/** Calls `look(kind, path)` for one page of every kind that somebody comes to. */
export async function lookAround(somebody, email, look) {
  if (email) await somebody.signsIn(email, passphrase)
  const seen = new Set()
  const waiting = [...SEEDS]
  while (waiting.length) {
    const path = waiting.shift()
    const kind = kindOf(path)
    // What is taken along as a file is no page.
    if (seen.has(kind) || path.startsWith('/static/') || kind.endsWith('.csv')) continue
    seen.add(kind)
    const status = await somebody.opens(path)
    if (status >= 500) throw new Error(`${path} answers ${status}`)
    // Whoever was sent elsewhere has seen that page instead.
    const landed = kindOf(somebody.path())
    if (landed !== kind && seen.has(landed)) continue
    seen.add(landed)
    const links = await somebody.page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const link of links) {
      const to = new URL(link, somebody.page.url())
      if (to.origin === new URL(somebody.page.url()).origin && !link.startsWith('mailto:')) waiting.push(to.pathname + to.search)
    }
    // The links of mails lead to pages before any sign-in.
    await look(landed, somebody.path())
  }
  return seen
}
