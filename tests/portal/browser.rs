//! A person with a browser: opens pages, follows links, fills in forms, and sees what the page says.

use std::{
    cell::RefCell,
    fmt::Write as _,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use reqwest::{
    Client, Method, RequestBuilder, StatusCode,
    cookie::{CookieStore, Jar},
    header::{self, HeaderMap},
    redirect::Policy,
};
use scraper::{ElementRef, Html, Selector};

/// A browser with its own cookies, at an address of its own.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    jar: Arc<Jar>,
    portal: String,
    address: String,
    /// Whether the browser says where its requests come from, as those since 2023 do.
    modern: Rc<RefCell<bool>>,
}

impl Browser {
    /// A browser nobody has used yet, for the portal at this address.
    pub fn new(portal: &str) -> Self {
        static PEOPLE: AtomicU32 = AtomicU32::new(1);
        let [_, b, c, d] = PEOPLE.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let jar = Arc::new(Jar::default());
        let client = Client::builder().cookie_provider(jar.clone()).redirect(Policy::none()).user_agent("Tests/1.0").build().unwrap();
        Self { client, jar, portal: portal.to_owned(), address: format!("10.{b}.{c}.{d}"), modern: Rc::new(RefCell::new(true)) }
    }

    /// The same person at another instance of the portal.
    pub fn at(&self, portal: &str) -> Self {
        let other = Self { portal: portal.to_owned(), ..self.clone() };
        // Ports do not part cookies, as in every browser.
        other
    }

    /// The same person at the address of another.
    pub fn beside(&self, other: &Self) -> Self {
        Self { address: other.address.clone(), ..self.clone() }
    }

    /// The cookies as the browser sends them.
    pub fn cookies(&self) -> String {
        let url = self.portal.parse().unwrap();
        self.jar.cookies(&url).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// Puts a cookie of somebody else into the browser.
    pub fn takes_cookie(&self, cookie: &str) {
        self.jar.add_cookie_str(cookie, &self.portal.parse().unwrap());
    }

    /// Opens a page and follows where it leads.
    pub async fn opens(&self, path: &str) -> Page {
        self.follows(self.asks(path).await).await
    }

    /// Opens a page, and looks at the very answer.
    pub async fn asks(&self, path: &str) -> Page {
        self.send(self.request(Method::GET, path), path).await
    }

    /// Sends a form that no page has shown: what a program would send.
    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.request(Method::POST, path).form(fields);
        self.send(self.from_a_page(request), path).await
    }

    /// The same, with the token of this browser's forms.
    pub async fn posts_with_token(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token().await;
        let all: Vec<_> = fields.iter().copied().chain([("csrf", token.as_str())]).collect();
        self.posts(path, &all).await
    }

    /// The token that this browser's forms carry.
    pub async fn token(&self) -> String {
        let page = self.opens("/sign-in").await;
        let html = page.document();
        let field = html.select(&selector("input[name=csrf]")).next().expect("every page has a form");
        field.attr("value").unwrap_or_default().to_owned()
    }

    /// Sends a file in a form, with the token of this browser's forms.
    pub async fn uploads(&self, path: &str, name: &str, file: &[u8]) -> Page {
        let token = self.token().await;
        self.sends_file(path, &token, name, file).await
    }

    /// The same, with any token.
    pub async fn sends_file(&self, path: &str, token: &str, name: &str, file: &[u8]) -> Page {
        let request = self.request(Method::POST, path).header(header::CONTENT_TYPE, form_with_a_file::TYPE);
        let body = [form_with_a_file::before(token, name).as_bytes(), file, form_with_a_file::AFTER.as_bytes()].concat();
        self.send(self.from_a_page(request.body(body)), path).await
    }

    /// A request that a test changes before it is sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.portal) };
        self.client.request(method, path).header("x-forwarded-for", &self.address)
    }

    /// What a browser adds to a form of the portal's own page.
    pub fn from_a_page(&self, request: RequestBuilder) -> RequestBuilder {
        let request = request.header(header::ORIGIN, &self.portal);
        if *self.modern.borrow() { request.header("sec-fetch-site", "same-origin") } else { request }
    }

    /// Sends a request.
    pub async fn send(&self, request: RequestBuilder, path: &str) -> Page {
        let response = request.send().await.unwrap_or_else(|error| panic!("{path}: {error}"));
        let (status, headers) = (response.status(), response.headers().clone());
        let html = response.text().await.unwrap_or_else(|error| panic!("{path}: {error}"));
        Page { browser: self.clone(), path: path.to_owned(), status, headers, html }
    }

    async fn follows(&self, mut page: Page) -> Page {
        for _ in 0..10 {
            let Some(to) = page.leads_to() else { return page };
            assert!(to.starts_with('/') && !to.starts_with("//"), "{} leads to another site: {to}", page.path);
            page = self.asks(&to).await;
        }
        panic!("{} leads round in circles", page.path);
    }
}

/// What a browser writes around a file.
pub mod form_with_a_file {
    /// The type of the body.
    pub const TYPE: &str = "multipart/form-data; boundary=----file-of-a-test";
    /// What stands behind the file.
    pub const AFTER: &str = "\r\n------file-of-a-test--\r\n";

    /// What stands before it.
    pub fn before(token: &str, name: &str) -> String {
        format!(
            "------file-of-a-test\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n------file-of-a-test\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/csv\r\n\r\n"
        )
    }
}

/// What came back.
#[derive(Clone)]
pub struct Page {
    browser: Browser,
    /// The path and query of the page.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The page itself.
    pub html: String,
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

fn words_of(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    for text in element.text() {
        words.push_str(text);
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without the blanks that elements leave around punctuation.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl Page {
    /// The page, parsed.
    pub fn document(&self) -> Html {
        Html::parse_document(&self.html)
    }

    /// What can be read on it, the title and hidden parts included.
    pub fn words(&self) -> String {
        let html = self.document();
        let parts: Vec<_> = html.select(&selector("title, body")).map(words_of).collect();
        parts.join(" ")
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap_or_default()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn leads_to(&self) -> Option<String> {
        self.status.is_redirection().then(|| self.header("location").to_owned())
    }

    /// Follows a redirect, if it is one.
    pub async fn follows(self) -> Self {
        self.browser.clone().follows(self).await
    }

    /// The page says this.
    #[track_caller]
    pub fn sees(self, text: &str) -> Self {
        assert!(plain(&self.words()).contains(&plain(text)), "{text:?} is not on the page:\n{}", self.told());
        self
    }

    /// The page does not say this.
    #[track_caller]
    pub fn does_not_see(self, text: &str) -> Self {
        assert!(!plain(&self.words()).contains(&plain(text)), "{text:?} is on the page:\n{}", self.told());
        self
    }

    /// The page came with this status.
    #[track_caller]
    pub fn answered(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.told());
        self
    }

    /// The page is at this path.
    #[track_caller]
    pub fn is_at(self, path: &str) -> Self {
        assert_eq!(self.path, path, "{}", self.told());
        self
    }

    /// The page's path begins so.
    #[track_caller]
    pub fn is_under(self, path: &str) -> Self {
        assert!(self.path.starts_with(path), "expected a page under {path}: {}", self.told());
        self
    }

    /// The page, for a message to whoever reads why a test failed.
    pub fn told(&self) -> String {
        let mut told = format!("{} → {}", self.path, self.status);
        if let Some(to) = self.leads_to() {
            let _ = write!(told, " → {to}");
        }
        let _ = write!(told, "\n{}", self.words());
        told
    }

    /// Whether there is an element that the selector picks.
    pub fn has(&self, css: &str) -> bool {
        self.document().select(&selector(css)).next().is_some()
    }

    /// The words of every element that the selector picks.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.document().select(&selector(css)).map(words_of).collect()
    }

    /// An attribute of every element that the selector picks.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.document().select(&selector(css)).filter_map(|found| found.attr(name).map(ToOwned::to_owned)).collect()
    }

    /// The paths of this portal that the page has links to.
    pub fn links(&self) -> Vec<String> {
        let all = self.attributes("a[href]", "href").into_iter();
        let local = all.map(|href| href.strip_prefix(&self.browser.portal).map(ToOwned::to_owned).unwrap_or(href));
        local.filter(|href| href.starts_with('/')).collect()
    }

    /// Opens the link with these words.
    pub async fn clicks(&self, words: &str) -> Self {
        let href = {
            let html = self.document();
            let found = html.select(&selector("a[href]")).find(|link| plain(&words_of(*link)) == plain(words));
            found.unwrap_or_else(|| panic!("no link says {words:?}:\n{}", self.told())).attr("href").unwrap().to_owned()
        };
        self.opens(&href).await
    }

    /// Opens a link of the page, or any path.
    pub async fn opens(&self, href: &str) -> Self {
        let path = href.strip_prefix(&self.browser.portal).unwrap_or(href);
        let path = if path.starts_with('?') { format!("{}{path}", self.path.split('?').next().unwrap()) } else { path.to_owned() };
        self.browser.opens(&path).await
    }

    /// Whether the page has a form that posts there.
    pub fn has_form(&self, action: &str) -> bool {
        self.document().select(&selector("form")).any(|form| self.action(form) == action)
    }

    /// The form that posts to this path.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let html = self.document();
        let found = html.select(&selector("form")).find(|form| self.action(*form) == action);
        self.read(found.unwrap_or_else(|| panic!("no form leads to {action}, only to {:?}:\n{}", self.actions(), self.told())))
    }

    /// The form whose path ends so.
    #[track_caller]
    pub fn form_ending(&self, end: &str) -> Form {
        let html = self.document();
        let found = html.select(&selector("form")).find(|form| self.action(*form).ends_with(end));
        self.read(found.unwrap_or_else(|| panic!("no form leads to …{end}, only to {:?}:\n{}", self.actions(), self.told())))
    }

    /// Where the page's forms lead.
    pub fn actions(&self) -> Vec<String> {
        self.document().select(&selector("form")).map(|form| self.action(form)).collect()
    }

    fn action(&self, form: ElementRef<'_>) -> String {
        form.attr("action").filter(|action| !action.is_empty()).unwrap_or(&self.path).to_owned()
    }

    fn read(&self, form: ElementRef<'_>) -> Form {
        let mut fields = Vec::new();
        let mut offered = Vec::new();
        let mut buttons = Vec::new();
        for field in form.select(&selector("input[name], select[name], textarea[name], button")) {
            let (name, value) = (field.attr("name").unwrap_or_default().to_owned(), field.attr("value").unwrap_or_default().to_owned());
            let disabled = field.attr("disabled").is_some();
            match (field.value().name(), field.attr("type").unwrap_or("text")) {
                _ if disabled => {}
                ("button", _) | (_, "submit") => {
                    let action = field.attr("formaction").map(|action| action.split('#').next().unwrap_or_default().to_owned());
                    buttons.push(Button { name, value, action });
                }
                ("select", _) => {
                    let options: Vec<_> = field.select(&selector("option")).collect();
                    offered.extend(options.iter().map(|option| (name.clone(), value_of(*option))));
                    let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                    fields.extend(chosen.map(|option| (name.clone(), value_of(*option))));
                }
                ("textarea", _) => {
                    // The first line break after the tag is not part of the text.
                    let text: String = field.text().collect();
                    fields.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                }
                (_, "checkbox" | "radio") => {
                    let value = field.attr("value").unwrap_or("on").to_owned();
                    offered.push((name.clone(), value.clone()));
                    if field.attr("checked").is_some() {
                        fields.push((name, value));
                    }
                }
                _ => fields.push((name, value)),
            }
        }
        let method = if form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post")) { Method::POST } else { Method::GET };
        Form { browser: self.browser.clone(), method, action: self.action(form), fields, offered, buttons, pressed: None }
    }
}

fn value_of(option: ElementRef<'_>) -> String {
    option.attr("value").map_or_else(|| words_of(option), ToOwned::to_owned)
}

/// A form as the page showed it, being filled in.
#[derive(Clone)]
pub struct Form {
    browser: Browser,
    method: Method,
    /// Where it leads.
    pub action: String,
    fields: Vec<(String, String)>,
    offered: Vec<(String, String)>,
    buttons: Vec<Button>,
    pressed: Option<Button>,
}

/// A button of a form.
#[derive(Debug, Clone)]
struct Button {
    name: String,
    value: String,
    /// Where it leads, if not where the form does.
    action: Option<String>,
}

impl Form {
    /// Types into a field, or chooses one of a list; the form must have it.
    #[track_caller]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let choice = self.offered.iter().any(|(field, _)| field == name);
        assert!(
            !choice || self.offered.iter().any(|(field, offered)| field == name && offered == value),
            "{name} does not offer {value:?}: {:?}",
            self.offered
        );
        let known = self.fields.iter().position(|(field, _)| field == name);
        match known {
            Some(at) => self.fields[at].1 = value.to_owned(),
            None if choice => self.fields.push((name.to_owned(), value.to_owned())),
            None => panic!("the form has no field {name}: {:?}", self.names()),
        }
        self
    }

    /// Ticks a box beside others of the same name.
    #[track_caller]
    pub fn ticks(mut self, name: &str, value: &str) -> Self {
        let box_ = (name.to_owned(), value.to_owned());
        assert!(self.offered.contains(&box_), "no box {name}={value}: {:?}", self.offered);
        if !self.fields.contains(&box_) {
            self.fields.push(box_);
        }
        self
    }

    /// Clears every box and choice of this name.
    pub fn clears(mut self, name: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self
    }

    /// Adds what the form does not have, or changes what it hides: what a program would do.
    pub fn forged(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses the button with this name and value rather than the first one.
    #[track_caller]
    pub fn pressing(mut self, name: &str, value: &str) -> Self {
        let found = self.buttons.iter().find(|button| button.name == name && button.value == value).cloned();
        assert!(found.is_some(), "no button {name}={value}: {:?}", self.buttons);
        self.pressed = found;
        self
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The values that a field offers.
    pub fn offers(&self, name: &str) -> Vec<&str> {
        self.offered.iter().filter(|(field, _)| field == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The names of its fields.
    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().chain(&self.offered).map(|(name, _)| name.as_str()).collect()
    }

    /// Sends it and follows where that leads.
    pub async fn sends(self) -> Page {
        self.sent().await.follows().await
    }

    /// Sends it and looks at the very answer.
    pub async fn sent(mut self) -> Page {
        // Without another word it is the form's own button, not one that leads elsewhere.
        let own = self.buttons.iter().find(|button| button.action.is_none()).cloned();
        if let Some(button) = self.pressed.take().or(own) {
            self.action = button.action.unwrap_or(self.action);
            if !button.name.is_empty() {
                self.fields.push((button.name, button.value));
            }
        }
        let browser = &self.browser;
        if self.method == Method::GET {
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish();
            return browser.asks(&format!("{}?{query}", self.action.split('?').next().unwrap_or_default())).await;
        }
        let request = browser.request(Method::POST, &self.action).form(&self.fields);
        browser.send(browser.from_a_page(request), &self.action).await
    }
}
