// Pictures of every page, to be looked at:  node screenshots.mjs FOLDER [PERSON …]
//
// Four of each: wide, narrow, dark, and in Chinese. Needs the built program (MANDATE_TEST_PROGRAM, or target/debug).

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PEOPLE, lookAround } from './pages.mjs'
import { person, startChromium, startPortal } from './portal.mjs'

const WAYS = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 390, height: 844 } },
  dark: { viewport: { width: 1280, height: 900 }, cookies: { theme: 'dark' } },
  chinese: { viewport: { width: 1280, height: 900 }, cookies: { language: 'zh-CN' } },
}

const [folder, ...only] = process.argv.slice(2)
if (!folder) {
  console.error('Name the folder for the pictures.')
  process.exit(1)
}

const browser = await startChromium()
const portal = await startPortal({ demo: true })
try {
  for (const [who, email] of PEOPLE.filter(([who]) => only.length === 0 || only.includes(who))) {
    for (const [way, { cookies = {}, ...options }] of Object.entries(WAYS)) {
      const somebody = await person(browser, portal.url, { ...options, reducedMotion: 'reduce' })
      // English where nothing else is said, whatever the person's own language.
      const chosen = { language: 'en', ...cookies }
      await somebody.context.addCookies(Object.entries(chosen).map(([name, value]) => ({ name, value, url: portal.url })))
      const into = join(folder, who)
      mkdirSync(into, { recursive: true })
      const seen = await lookAround(somebody, email, async (kind) => {
        const name = kind === '/' ? 'home' : kind.slice(1).replaceAll('/', '.')
        await somebody.page.screenshot({ path: join(into, `${name}.${way}.png`), fullPage: true })
      })
      console.log(`${who}, ${way}: ${seen.size} pages`)
      await somebody.leaves()
    }
  }
} finally {
  await browser.close()
  await portal.stop()
}
