//! Lists of invitations: those an organization made, and those it was handed.

use diesel::{
    BoolExpressionMethods, IntoSql, NullableExpressionMethods,
    dsl::{array, exists, max, not},
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
    sql_types::{BigInt, Nullable, Text},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::{living_delegation, passable_handout},
        paged,
        schema::{acceptances, forwards, handouts, invitation_services, invitation_uses, invitations, organizations},
    },
    ids::{Id, Invitation as InvitationId, Organization, Provider},
    invitations::{Kind, Standing, State, store::uses::uses},
    services::Scope,
};

diesel::alias!(forwards as broken: Broken, forwards as later: Later);

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
    /// How many declined; the inviter alone is told.
    pub declines: Option<i64>,
    /// Whether a mail came back and nobody has sent to that recipient again since.
    pub bounced: bool,
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

/// Whether a mail of the row's invitation came back and nothing was sent to that recipient since; of one forwarder only, if it is given.
macro_rules! bounced {
    ($($forwarder:expr)?) => {
        exists(
            broken
                .filter(broken.field(forwards::invitation_id).eq(invitations::id))
                .filter(broken.field(forwards::bounced_at).is_not_null())
                $(.filter(broken.field(forwards::forwarder_id).eq($forwarder)))?
                .filter(not(exists(
                    later
                        .filter(later.field(forwards::invitation_id).eq(broken.field(forwards::invitation_id)))
                        .filter(later.field(forwards::forwarder_id).eq(broken.field(forwards::forwarder_id)))
                        .filter(later.field(forwards::forwarded_at).gt(broken.field(forwards::forwarded_at)))
                        .filter(
                            later
                                .field(forwards::recipient_email)
                                .eq(broken.field(forwards::recipient_email))
                                .or(later.field(forwards::corrects).eq(broken.field(forwards::id).nullable())),
                        ),
                ))),
        )
    };
}

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
            uses!("opened"),
            uses!("accepted"),
            uses!("declined"),
            bounced!(),
        ))
        .into_boxed();
    let query = narrowed!(query, filter, now);
    let rows: Vec<Listed> = paged!(query, cursor, desc(invitations::created_at, invitations::id)).load(&mut pg).await?;
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
            uses!("declined"),
            bounced!(reseller),
        ))
        .into_boxed();
    let mut query = narrowed!(query, filter, now);
    if filter.state == Some("open") {
        // Open for a reseller is what it can pass on.
        query = query.filter(passable_handout!(now));
    }
    let rows: Vec<Listed> = paged!(query, cursor, desc(handouts::handed_at, handouts::invitation_id)).load(&mut pg).await?;
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
    /// The codes of the services that the new invitation asks for as well.
    pub services: Vec<String>,
}

/// The partner's open invitations to the same address or domain, and its customers of that domain (UX-11).
///
/// # Errors
/// Those of the database.
pub async fn list_similar(
    mut pg: &Pg,
    inviter: Id<Provider>,
    email: &str,
    domain: Option<&str>,
    asks: &[Scope],
    now: Timestamp,
) -> Result<Vec<Similar>> {
    use crate::db::schema::{delegations, relationships};
    let asked: Vec<&str> = asks.iter().map(|scope| scope.service.as_str()).collect();
    let asked_already = invitation_services::table
        .filter(invitation_services::invitation_id.eq(invitations::id).and(invitation_services::service.eq_any(&asked)))
        .order(invitation_services::service)
        .select(invitation_services::service)
        .distinct();
    let pending = invitations::table
        .filter(invitations::inviter_id.eq(inviter))
        .filter(invitations::kind.eq(Kind::Addressed))
        .filter(invitations::state.eq(State::Open))
        .filter(invitations::expires_at.gt(now))
        .filter(invitations::recipient_email.eq(email).or(invitations::recipient_domain.eq(domain.unwrap_or("-"))))
        .order(invitations::created_at.desc())
        .limit(5)
        .select((invitations::id, invitations::label, invitations::created_at, array::<Text, _>(asked_already)))
        .load::<(Id<InvitationId>, String, Timestamp, Vec<String>)>(&mut pg);
    let domain = domain.or_else(|| email.rsplit_once('@').map(|(_, domain)| domain)).unwrap_or_default().to_owned();
    let held_already = delegations::table
        .filter(delegations::relationship_id.eq(relationships::id).and(delegations::service.eq_any(&asked)))
        .filter(living_delegation!(now))
        .order(delegations::service)
        .select(delegations::service)
        .distinct();
    let mut second = pg;
    let customers = relationships::table
        .inner_join(organizations::table.on(organizations::id.eq(relationships::customer_id)))
        .filter(relationships::owner_id.eq(inviter.uuid()))
        .filter(relationships::state.eq("active"))
        .filter(organizations::domain.eq(domain))
        .limit(5)
        .select((relationships::id, organizations::name, relationships::since, array::<Text, _>(held_already)))
        .load::<(uuid::Uuid, String, Timestamp, Vec<String>)>(&mut second);
    let (pending, customers) = futures_util::try_join!(pending, customers)?;
    let pending = pending.into_iter().map(|(id, title, since, services)| Similar {
        title,
        href: format!("/invitations/{id}"),
        since,
        accepted: false,
        services,
    });
    let customers = customers.into_iter().map(|(id, title, since, services)| Similar {
        title,
        href: format!("/customers/{id}"),
        since,
        accepted: true,
        services,
    });
    Ok(customers.chain(pending).collect())
}
