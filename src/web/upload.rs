//! Uploads: one file in a form, proved to be of this session before a byte of it is read, handed on as it comes.

use std::{future::Future, pin::Pin, time::Duration};

use actix_multipart::{Field, Multipart};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header::CONTENT_LENGTH, web::Bytes};
use futures_util::{Stream, StreamExt, stream};
use subtle::ConstantTimeEq;

use super::page::Page;
use crate::problem::Problem;

/// The longest token of a form.
const TOKEN: usize = 200;
/// What may stand around the file: fields, boundaries, headers.
const AROUND: u64 = 16 * 1024;
/// How long the next piece may let wait for it, and the whole file.
const PIECE: Duration = Duration::from_secs(30);
const WHOLE: Duration = Duration::from_secs(15 * 60);

/// A form with a file, of which the token has been read and the file has not. `MOST` is the file's largest size in bytes:
/// a request that says that it is larger is refused before it is read.
pub struct Upload<const MOST: u64> {
    /// The file's name as the browser says, without folders.
    pub name: String,
    form: Multipart,
    file: Field,
}

impl<const MOST: u64> FromRequest for Upload<MOST> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let page = request.extensions().get::<Page>().cloned();
        let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        let is_form = request.content_type() == "multipart/form-data";
        let form = Multipart::from_request(request, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Problem::BadRequest("not a form with a file"));
            }
            if length.is_some_and(|length| length > MOST + AROUND) {
                return Err(Problem::TooLarge);
            }
            let expected = page.ok_or(Problem::StrangeForm)?;
            let mut form = form.await.map_err(|_| Problem::BadRequest("not a form with a file"))?;
            // The token stands first: nothing else is read without it (ASVS 3.5.1).
            let mut token = field(&mut form, "csrf").await?.ok_or(Problem::StrangeForm)?;
            let said = match token.bytes(TOKEN).await {
                Ok(Ok(bytes)) => bytes,
                _ => return Err(Problem::StrangeForm),
            };
            drop(token);
            let same: bool = said.as_ref().ct_eq(expected.csrf().as_bytes()).into();
            if expected.csrf().is_empty() || !same {
                return Err(Problem::StrangeForm);
            }
            let file = field(&mut form, "file").await?.ok_or(Problem::Unprocessable)?;
            let name = file.content_disposition().and_then(|said| said.get_filename()).unwrap_or_default();
            let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
            Ok(Self { name, form, file })
        })
    }
}

/// The next field, if it has this name.
async fn field(form: &mut Multipart, name: &str) -> Result<Option<Field>, Problem> {
    match tokio::time::timeout(PIECE, form.next()).await {
        Ok(Some(Ok(field))) => Ok((field.name() == Some(name)).then_some(field)),
        Ok(None) => Ok(None),
        Ok(Some(Err(_))) | Err(_) => Err(Problem::BadRequest("a form cut short")),
    }
}

impl<const MOST: u64> Upload<MOST> {
    /// The file, piece by piece; an error ends it.
    pub fn pieces(self) -> impl Stream<Item = Result<Bytes, Problem>> + Unpin {
        let until = tokio::time::Instant::now() + WHOLE;
        // The form is kept, for it is the form that reads the field.
        let begin = (self.form, self.file, false);
        let pieces = stream::unfold(begin, move |(form, mut file, over)| async move {
            if over {
                return None;
            }
            let next = tokio::time::timeout_at(until.min(tokio::time::Instant::now() + PIECE), file.next()).await;
            match next {
                Ok(None) => None,
                Ok(Some(Ok(bytes))) => Some((Ok(bytes), (form, file, false))),
                Ok(Some(Err(_))) | Err(_) => Some((Err(Problem::BadRequest("a file cut short")), (form, file, true))),
            }
        });
        // Whoever lets the rest through unread may ask once more than there is.
        Box::pin(pieces.fuse())
    }
}
