// A portal to be driven in a browser: the built program on data of its own, an SMTP server that is not ours, Chromium.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import PostalMime from 'postal-mime'
import { chromium } from 'playwright-core'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const program = process.env.MANDATE_TEST_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/mandate')

/** What everybody of the show-case signs in with, read from where it is written. */
export const passphrase = readFileSync(join(root, 'src/demo/mod.rs'), 'utf8').match(/PASSPHRASE: &str = "([^"]+)"/)[1]

/** A text of the catalogue, with its values filled in. */
export function text(key, values = {}, lang = 'en') {
  const folder = join(root, 'src/i18n', lang)
  for (const file of readdirSync(folder)) {
    const found = readFileSync(join(folder, file), 'utf8').match(new RegExp(`^${key} = (.*)$`, 'm'))
    if (found) return found[1].replace(/\{ ?\$(\w+) ?\}/g, (_, name) => values[name])
  }
  throw new Error(`no text ${key}`)
}

/**
 * Starts a portal on data of its own: the show-case with its invented people, or (`demo: false`) one with nothing in it,
 * whose mail goes out over SMTP.
 */
export async function startPortal({ demo = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mandate-browser-'))
  // PostgreSQL has an account of its own when this is run as root.
  chmodSync(folder, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    MANDATE_DATA_DIR: join(folder, 'data'),
    MANDATE_LISTEN: `127.0.0.1:${port}`,
    MANDATE_PUBLIC_URL: url,
    MANDATE_LOG: process.env.MANDATE_TEST_LOG ?? 'warn',
    ...(process.env.MANDATE_PG_BIN && { MANDATE_PG_BIN: process.env.MANDATE_PG_BIN }),
  }
  const running = []
  const stop = async () => {
    for (const end of running.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (demo) {
      running.push((await run({ ...env, MANDATE_DEMO: 'yes' }, url)).stop)
      return { url, stop, folder }
    }
    const smtp = await startSmtp(join(folder, 'received'))
    running.push(smtp.stop)
    const real = { ...env, MANDATE_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MANDATE_MAIL_FROM: 'Mandate <portal@mandate.example>' }
    running.push((await run(real, url)).stop)
    /** What the command line says. */
    const command = (...words) => execFileSync(program, words, { env: real, encoding: 'utf8' })
    return { url, stop, folder, mailTo: smtp.mailTo, command }
  } catch (error) {
    await stop()
    throw error
  }
}

async function run(env, url) {
  const child = spawn(program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part
      if (process.env.MANDATE_TEST_LOG) process.stderr.write(part)
    })
  }
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the portal ended: ${said}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return { stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`the portal does not answer: ${said}`)
}

async function startSmtp(folder) {
  const child = spawn(process.execPath, [join(here, 'smtp-server.mjs'), '--mail', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const received = []
  const waiting = new Set()
  const lines = createInterface({ input: child.stdout })
  const port = await new Promise((resolve) => {
    lines.on('line', (line) => {
      if (line.startsWith('listening ')) return resolve(Number(line.slice(10)))
      received.push(JSON.parse(line))
      for (const look of waiting) look()
    })
  })
  /** The newest mail to an address whose subject matches, as soon as it is there. */
  const mailTo = (address, subject = /./) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`no mail ${subject} to ${address}; there are ${JSON.stringify(received.map((mail) => mail.to))}`))
      }, 30_000)
      const look = async () => {
        for (const { file, to } of [...received].reverse()) {
          if (!to.includes(address)) continue
          const mail = await PostalMime.parse(readFileSync(file))
          if (!subject.test(mail.subject)) continue
          clearTimeout(timer)
          waiting.delete(look)
          return resolve(mail)
        }
      }
      waiting.add(look)
      look()
    })
  const stop = async () => {
    child.stdin.end()
    await once(child, 'exit')
  }
  return { port, mailTo, stop }
}

/** The portal's links in a mail's text part. */
export function linksIn(mail, url) {
  return [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link.replace(/[).,>]+$/, '')).filter((link) => link.startsWith(url))
}

export function startChromium() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** A person at a browser window of their own. */
export async function person(browser, url, options = {}) {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options })
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error}`))
  page.on('console', (message) => {
    // A page that says 404 or 422 is told of by the browser as well.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`${page.url()} asks ${request.url()}`)
  })
  return new Person(page, context, faults)
}

class Person {
  constructor(page, context, faults) {
    Object.assign(this, { page, context, faults })
  }

  async opens(path) {
    const answer = await this.page.goto(path)
    return answer?.status()
  }

  /** Fills in fields by name: text, choice, or a list of boxes to tick. */
  async fills(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]`)
      const kind = await field.first().evaluate((element) => (element.localName === 'input' ? element.type : element.localName))
      if (kind === 'radio' || kind === 'checkbox') {
        for (const one of [value].flat()) await this.page.locator(`main [name="${name}"][value="${one}"]`).check()
      } else if (kind === 'select') {
        await field.selectOption(value)
      } else {
        await field.fill(value)
      }
    }
  }

  async presses(words) {
    await this.page.getByRole('main').getByRole('button', { name: words, exact: true }).click()
  }

  async clicks(words) {
    await this.page.getByRole('link', { name: words, exact: true }).first().click()
  }

  async sees(words) {
    await this.page.getByText(words).first().waitFor({ state: 'attached', timeout: 10_000 }).catch(async () => {
      throw new Error(`${JSON.stringify(words)} is not on ${this.page.url()}:\n${await this.page.locator('body').innerText()}`)
    })
  }

  path() {
    return new URL(this.page.url()).pathname
  }

  async signsIn(email, password) {
    if (this.path() !== '/sign-in') await this.opens('/sign-in')
    await this.fills({ email, password })
    await this.page.locator('main form[action="/sign-in"] button').first().click()
  }

  async leaves() {
    await this.context.close()
    if (this.faults.length) throw new Error(`the browser complained:\n${this.faults.join('\n')}`)
  }
}
