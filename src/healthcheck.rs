//! Asks a running portal whether it is alive: what a container or a supervisor calls.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::time::Duration;

use crate::config::Config;

const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the portal that listens where the configuration says.
///
/// # Errors
/// One sentence, if it does not answer with 200 within a few seconds.
pub fn ask(config: &Config) -> Result<(), String> {
    let mut address = config.listen;
    if address.ip().is_unspecified() {
        // "Everywhere" is not an address one can go to.
        address.set_ip(if address.is_ipv4() { IpAddr::from([127, 0, 0, 1]) } else { IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]) });
    }
    let status = status_of(address, config.public_url.authority()).map_err(|error| format!("Nothing answers on {address}: {error}."))?;
    if status == "200" { Ok(()) } else { Err(format!("The portal on {address} answers with {status}.")) }
}

fn status_of(address: SocketAddr, host: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut first = [0; 12];
    stream.read_exact(&mut first)?;
    Ok(String::from_utf8_lossy(&first[9..]).into_owned())
}
