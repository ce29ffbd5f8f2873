// Every page: no fault that axe finds, nothing that does not fit on a narrow or a wide screen, no request to anybody else.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { PEOPLE, lookAround } from './pages.mjs'
import { person, startChromium, startPortal } from './portal.mjs'

let browser, portal
before(async () => {
  browser = await startChromium()
  portal = await startPortal({ demo: true })
})
after(async () => {
  await browser?.close()
  await portal?.stop()
})

for (const [who, email] of PEOPLE) {
  test(`the pages of: ${who}`, { timeout: 300_000 }, async () => {
    const somebody = await person(browser, portal.url, { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' })
    const wrong = []
    const seen = await lookAround(somebody, email, async (kind, path) => {
      // A mail is shown as it is sent, in a window of its own.
      if (kind.endsWith('/html') || kind.endsWith('/mail')) return
      const found = await new AxeBuilder({ page: somebody.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      wrong.push(...found.violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`))
      const width = await somebody.page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) wrong.push(`${path} is ${width} px wide on a screen of 320`)
      // A table that is too wide for its box hides its last column.
      await somebody.page.setViewportSize({ width: 1280, height: 900 })
      const cut = await somebody.page.evaluate(() => {
        const wide = (box) => box.scrollWidth > box.clientWidth
        return [document.documentElement, ...document.querySelectorAll('.table-box')].filter(wide).length
      })
      if (cut) wrong.push(`${path} does not fit on a screen of 1280`)
      await somebody.page.setViewportSize({ width: 320, height: 700 })
      const headings = await somebody.page.locator('h1').count()
      if (headings !== 1) wrong.push(`${path} has ${headings} main headings`)
    })
    assert.deepEqual(wrong, [])
    assert.ok(seen.size > 8, `only ${[...seen]}`)
    await somebody.leaves()
  })
}
