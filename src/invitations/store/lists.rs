//! Lists of invitations: those an organization made, and those it was handed.

use diesel::{
    BoolExpressionMethods, IntoSql, NullableExpressionMethods, PgAnyJsonExpressionMethods,
    dsl::max,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
    sql_types::{BigInt, Integer, Nullable, Text},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, PAGE_SIZE, Pg, Result, Timestamp,
        alive::passable_handout,
        schema::{acceptances, forwards, handouts, invitation_drafts, invitations, openings, organizations},
    },
    ids::{Id, Invitation as InvitationId, Organization, Provider},
    invitations::{Kind, Standing, State},
};

/// What a list is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// A word of [`Standing::key`].
    pub state: Option<&'static str>,
    /// The kind.
    pub kind: Option<Kind>,
}

/// An invitation in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// Its id.
    pub id: Id<InvitationId>,
    /// Whom it is for.
    pub kind: Kind,
    /// What its people call it.
    pub label: String,
    /// The address of an addressed one.
    pub email: Option<String>,
    state: (State, Timestamp, Option<Timestamp>),
    /// Where the list's order puts it: when it was created, or handed over.
    pub at: Timestamp,
    /// Whose it is.
    pub inviter: String,
    /// How often it was passed on, as far as the list's organization did or made it.
    pub forwards: Option<i64>,
    /// When last.
    pub last_forward: Option<Timestamp>,
    /// How many customers came to it; the inviter alone is told.
    pub openings: Option<i64>,
    /// How many accepted.
    pub acceptances: Option<i64>,
}

impl Listed {
    /// What it is at a moment.
    pub fn standing(&self, now: Timestamp) -> Standing {
        let (state, since, expires_at) = self.state;
        Standing::of(state, since, expires_at, now)
    }

    /// When it expires.
    pub fn expires_at(&self) -> Option<&Timestamp> {
        self.state.2.as_ref()
    }
}

macro_rules! narrowed {
    ($query:expr, $filter:expr, $now:expr) => {{
        let mut query = $query;
        let alive = || invitations::expires_at.is_null().or(invitations::expires_at.assume_not_null().gt($now));
        query = match $filter.state {
            Some("open") => query.filter(invitations::state.eq(State::Open)).filter(alive()),
            Some("paused") => query.filter(invitations::state.eq(State::Paused)).filter(alive()),
            Some("expired") => {
                query.filter(invitations::state.eq_any([State::Open, State::Paused])).filter(invitations::expires_at.le($now))
            }
            Some(word) => match State::parse(word) {
                Some(state) => query.filter(invitations::state.eq(state)),
                None => query,
            },
            None => query,
        };
        match $filter.kind {
            Some(kind) => query.filter(invitations::kind.eq(kind)),
            None => query,
        }
    }};
}

macro_rules! paged {
    ($query:expr, $cursor:expr, $at:expr, $id:expr) => {
        match $cursor {
            Some(Cursor { key, id, before: true }) => {
                $query.filter($at.ge(*key)).filter($at.gt(*key).or($id.gt(*id))).order(($at.asc(), $id.asc()))
            }
            Some(Cursor { key, id, before: false }) => {
                $query.filter($at.le(*key)).filter($at.lt(*key).or($id.lt(*id))).order(($at.desc(), $id.desc()))
            }
            None => $query.order(($at.desc(), $id.desc())),
        }
    };
}

const FETCHED: i64 = PAGE_SIZE as i64 + 1;

/// A page of the invitations that a partner made, the newest first.
pub async fn list_made(
    mut pg: &Pg,
    inviter: Id<Provider>,
    now: Timestamp,
    filter: Filter,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Listed>> {
    let query = invitations::table
        .inner_join(organizations::table.on(organizations::id.eq(invitations::inviter_id)))
        .filter(invitations::inviter_id.eq(inviter))
        .limit(FETCHED)
        .select((
            invitations::id,
            invitations::kind,
            invitations::label,
            invitations::recipient_email,
            (invitations::state, invitations::state_since, invitations::expires_at),
            invitations::created_at,
            organizations::name,
            forwards::table.filter(forwards::invitation_id.eq(invitations::id)).count().single_value(),
            forwards::table.filter(forwards::invitation_id.eq(invitations::id)).select(max(forwards::forwarded_at)).single_value(),
            openings::table.filter(openings::invitation_id.eq(invitations::id)).count().single_value(),
            acceptances::table.filter(acceptances::invitation_id.eq(invitations::id)).count().single_value(),
        ))
        .into_boxed();
    let query = narrowed!(query, filter, now);
    let rows: Vec<Listed> = paged!(query, cursor, invitations::created_at, invitations::id).load(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |row| (row.at, row.id.uuid())))
}

/// A page of the invitations that a reseller has in its hands, the last handed over first; counted is what it did itself.
pub async fn list_handed(
    mut pg: &Pg,
    reseller: Id<Organization>,
    now: Timestamp,
    filter: Filter,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Listed>> {
    let query = handouts::table
        .inner_join(invitations::table.on(invitations::id.eq(handouts::invitation_id)))
        .inner_join(organizations::table.on(organizations::id.eq(handouts::inviter_id)))
        .filter(handouts::reseller_id.eq(reseller))
        .filter(handouts::withdrawn_at.is_null())
        .limit(FETCHED)
        .select((
            invitations::id,
            invitations::kind,
            invitations::label,
            invitations::recipient_email,
            (invitations::state, invitations::state_since, invitations::expires_at),
            handouts::handed_at,
            organizations::name,
            forwards::table
                .filter(forwards::invitation_id.eq(invitations::id))
                .filter(forwards::forwarder_id.eq(reseller))
                .count()
                .single_value(),
            forwards::table
                .filter(forwards::invitation_id.eq(invitations::id))
                .filter(forwards::forwarder_id.eq(reseller))
                .select(max(forwards::forwarded_at))
                .single_value(),
            // Who came to it is between the customer and the inviter.
            None::<i64>.into_sql::<Nullable<BigInt>>(),
            acceptances::table
                .filter(acceptances::invitation_id.eq(invitations::id))
                .filter(acceptances::forwarder_id.eq(reseller.uuid()))
                .count()
                .single_value(),
        ))
        .into_boxed();
    let mut query = narrowed!(query, filter, now);
    if filter.state == Some("open") {
        // Open for a reseller is what it can pass on.
        query = query.filter(passable_handout!(now));
    }
    let rows: Vec<Listed> = paged!(query, cursor, handouts::handed_at, handouts::invitation_id).load(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |row| (row.at, row.id.uuid())))
}

/// An invitation or a customer that a new addressed invitation would double (UX-11).
#[derive(Debug, Clone)]
pub struct Similar {
    /// What it is called: the label, or the customer's name.
    pub title: String,
    /// Where to look at it.
    pub href: String,
    /// Since when.
    pub since: Timestamp,
    /// Whether the customer has accepted already.
    pub accepted: bool,
}

#[diesel::declare_sql_function]
extern "SQL" {
    #[sql_name = "pg_catalog.normalize"]
    fn normalize(text: Text, form: Text) -> Nullable<Text>;
    fn lower(text: Nullable<Text>) -> Nullable<Text>;
    fn btrim(text: Nullable<Text>) -> Nullable<Text>;
    fn nullif(text: Nullable<Text>, nothing: Text) -> Nullable<Text>;
    fn split_part(text: Nullable<Text>, at: Text, part: Integer) -> Nullable<Text>;
    fn coalesce(text: Nullable<Text>, other: Nullable<Text>) -> Nullable<Text>;
}

/// What was typed into a field of a draft's recipient, folded as `values::Email` and `values::Domain` are; nothing unless it is
/// addressed. Read where it stands, so that a page need not wait for the draft first.
macro_rules! typed {
    ($draft:expr, $field:literal) => {
        invitation_drafts::table
            .filter(invitation_drafts::id.eq($draft))
            .filter(invitation_drafts::answers.retrieve_as_text("kind").eq(Kind::Addressed.key()))
            .select(nullif(
                lower(btrim(normalize(invitation_drafts::answers.retrieve_by_path_as_text(vec!["recipient", $field]), "NFKC"))),
                "",
            ))
            .single_value()
    };
}

/// The partner's open invitations to the address or domain of a draft, and its customers of that domain.
pub(in crate::invitations) async fn list_similar(
    mut pg: &Pg,
    inviter: Id<Provider>,
    draft: Id<InvitationId>,
    now: Timestamp,
) -> Result<Vec<Similar>> {
    use crate::db::schema::relationships;
    let pending = invitations::table
        .filter(invitations::inviter_id.eq(inviter))
        .filter(invitations::kind.eq(Kind::Addressed))
        .filter(invitations::state.eq(State::Open))
        .filter(invitations::expires_at.gt(now))
        .filter(invitations::recipient_email.eq(typed!(draft, "email")).or(invitations::recipient_domain.eq(typed!(draft, "domain"))))
        .order(invitations::created_at.desc())
        .limit(5)
        .select((invitations::id, invitations::label, invitations::created_at))
        .load::<(Id<InvitationId>, String, Timestamp)>(&mut pg);
    let mut second = pg;
    let customers = relationships::table
        .inner_join(organizations::table.on(organizations::id.eq(relationships::customer_id)))
        .filter(relationships::owner_id.eq(inviter.uuid()))
        .filter(relationships::state.eq("active"))
        .filter(organizations::domain.eq(coalesce(typed!(draft, "domain"), split_part(typed!(draft, "email"), "@", 2))))
        .limit(5)
        .select((relationships::id, organizations::name, relationships::since))
        .load::<(uuid::Uuid, String, Timestamp)>(&mut second);
    let (pending, customers) = futures_util::try_join!(pending, customers)?;
    let pending =
        pending.into_iter().map(|(id, title, since)| Similar { title, href: format!("/invitations/{id}"), since, accepted: false });
    let customers =
        customers.into_iter().map(|(id, title, since)| Similar { title, href: format!("/customers/{id}"), since, accepted: true });
    Ok(customers.chain(pending).collect())
}
