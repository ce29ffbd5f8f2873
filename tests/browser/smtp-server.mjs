// An SMTP server that is not ours (npm's smtp-server): what the portal sends really arrives here.
//
//   node smtp-server.mjs --mail FOLDER [--port 0] [--user NAME --password WORD] [--tls FOLDER]
//
// Prints "listening PORT", then one line of JSON for each mail: {file, from, to}. Each mail is a file NUMBER.eml.
// With --user it takes nothing without that login; with --tls it offers STARTTLS, and login only behind it, with a
// certificate made on the spot: the client finds its authority in FOLDER/ca.pem (SSL_CERT_FILE).
// An address that begins with "unknown" is refused for good, one that begins with "busy" is refused the first time.
// Ends when its standard input does, so that it never outlives the test that started it.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SMTPServer } from 'smtp-server'

const { values: given } = parseArgs({
  options: {
    mail: { type: 'string' },
    port: { type: 'string', default: '0' },
    user: { type: 'string' },
    password: { type: 'string' },
    tls: { type: 'string' },
  },
})
mkdirSync(given.mail, { recursive: true })

const busy = new Set()
let number = 0

const server = new SMTPServer({
  ...(given.tls ? certificate(given.tls) : { hideSTARTTLS: true }),
  authOptional: !given.user,
  allowInsecureAuth: !given.tls,
  disabledCommands: given.user ? [] : ['AUTH'],
  disableReverseLookup: true,

  onAuth(login, _session, done) {
    const right = login.username === given.user && login.password === given.password
    done(right ? null : refusal(535, 'Wrong name or password'), { user: login.username })
  },

  onRcptTo({ address }, _session, done) {
    if (address.startsWith('unknown')) return done(refusal(550, 'No such mailbox'))
    if (address.startsWith('busy') && !busy.has(address)) {
      busy.add(address)
      return done(refusal(451, 'Try again later'))
    }
    done()
  },

  onData(stream, session, done) {
    const parts = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      const file = join(given.mail, `${String(++number).padStart(4, '0')}.eml`)
      // Whoever watches the folder never sees half a mail.
      writeFileSync(`${file}.part`, Buffer.concat(parts))
      renameSync(`${file}.part`, file)
      const { mailFrom, rcptTo } = session.envelope
      console.log(JSON.stringify({ file, from: mailFrom.address, to: rcptTo.map((to) => to.address) }))
      done()
    })
  },
})

server.on('error', (error) => console.error(error.message))
server.listen(Number(given.port), '127.0.0.1', () => console.log(`listening ${server.server.address().port}`))
process.stdin.on('end', () => process.exit()).resume()

function refusal(responseCode, message) {
  return Object.assign(new Error(message), { responseCode })
}

/** Makes an authority and a certificate for this machine, once, and returns the server's part of it. */
function certificate(folder) {
  mkdirSync(folder, { recursive: true })
  const at = (name) => join(folder, name)
  const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (!existsSync(at('cert.pem'))) {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=Authority of a test', '-keyout', at('ca.key'), '-out', at('ca.pem'))
    openssl('req', ...key, '-subj', '/CN=localhost', '-keyout', at('key.pem'), '-out', at('request.pem'))
    writeFileSync(at('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n')
    openssl('x509', '-req', '-in', at('request.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', at('names'), '-out', at('cert.pem'))
  }
  return { key: readFileSync(at('key.pem')), cert: readFileSync(at('cert.pem')) }
}
