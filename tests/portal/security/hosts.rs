//! Under which name the portal is asked for, and what is no question at all.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::world::World;

/// Sends bytes as they are and reads the whole answer.
fn raw(world: &World, request: &str) -> String {
    let mut stream = TcpStream::connect(world.portal.url.trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[actix_web::test]
async fn the_portal_answers_under_its_own_name_only() {
    let world = World::new().await;
    let host = world.portal.url.trim_start_matches("http://").to_owned();
    let end = "Connection: close\r\n\r\n";
    for request in [
        format!("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\n{end}"),
        format!("GET /sign-in/z HTTP/1.1\r\nHost: evil.example\r\n{end}"),
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}.evil.example\r\n{end}"),
        format!("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: {host}\r\n{end}"),
        "GET /sign-in HTTP/1.0\r\n\r\n".to_owned(),
    ] {
        let answer = raw(&world, &request);
        let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
        assert!(["400", "421"].contains(&status.as_str()), "{request:?} → {answer}");
        assert!(!answer.contains("evil.example"), "{answer}");
    }
    for request in [
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n{end}"),
        format!("GET http://evil.example/sign-in HTTP/1.1\r\nHost: {host}\r\n{end}"),
    ] {
        let answer = raw(&world, &request);
        assert!(!answer.contains("evil.example"), "{request:?} → {answer}");
    }
}

#[actix_web::test]
async fn what_is_not_http_does_not_stop_the_portal() {
    let world = World::new().await;
    let host = world.portal.url.trim_start_matches("http://").to_owned();
    for request in [
        "\0\0\0\0\r\n\r\n".to_owned(),
        format!("GET /{} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", "a".repeat(20_000)),
        format!("GET /i/%00%ff%fe HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!("GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!("GET /static/..%2f..%2fCargo.toml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!(
            "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /x"
        ),
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nCookie: session=\u{7f}; visit=%00\r\nConnection: close\r\n\r\n"),
    ] {
        let answer = raw(&world, &request);
        let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
        assert!(!status.starts_with('5'), "{request:?} → {answer}");
        assert!(!answer.contains("root:") && !answer.contains("[dependencies]"), "{answer}");
    }
    world.somebody().opens("/sign-in").await.answered(200);
}
