//! Rows of `invitation_requests` and `issuing_policies`.

mod policies;

pub(super) use policies::{Pair, count_issued, find_author, find_pair, find_policy, lock_policy, save_policy};

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{Ask, State, from_column, to_column};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{invitation_requests, organizations, users},
    },
    i18n::Lang,
    ids::{Id, Invitation, Organization, Policy as PolicyId, Provider, Request as RequestId, Reseller, User},
    invitations::Kind,
    services::Scope,
    values::Days,
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
}

diesel::alias!(organizations as providers: Providers, organizations as resellers: Resellers, users as answerers: Answerers);

/// A request as both sides see it.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its id.
    pub id: Id<RequestId>,
    /// Who is asked.
    pub provider: Id<Organization>,
    /// Its name.
    pub provider_name: String,
    /// Who asks.
    pub reseller: Id<Organization>,
    /// Its name.
    pub reseller_name: String,
    /// For any customer, or for one.
    pub kind: Kind,
    /// The customer's name, or what a standing one is to be called.
    pub title: String,
    /// The customer's address.
    pub email: Option<String>,
    /// The customer's domain.
    pub domain: Option<String>,
    /// The recipient's language.
    pub language: Lang,
    /// What is asked for.
    pub asks: Vec<Scope>,
    /// For how many days.
    pub days: i32,
    /// Whether the reseller wants to be suggested as holder.
    pub suggests: bool,
    /// A word to the provider.
    pub note: Option<String>,
    /// Who asked, if it is a colleague of whoever looks.
    pub asked_by: Option<String>,
    /// When.
    pub asked_at: Timestamp,
    /// What became of it.
    pub state: State,
    /// Who answered, if it is a colleague of whoever looks.
    pub answered_by: Option<String>,
    /// When.
    pub answered_at: Option<Timestamp>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The invitation that came of it.
    pub invitation: Option<Id<Invitation>>,
    /// The policy under which it was issued.
    pub policy: Option<Id<PolicyId>>,
}

impl Request {
    /// Whether an organization is one of the two.
    pub fn is_of(&self, org: Id<Organization>) -> bool {
        self.provider == org || self.reseller == org
    }

    /// For how long, as asked.
    pub fn asked_days(&self) -> Days {
        Days::new(self.days).unwrap_or(Days::LONGEST)
    }

    /// The path of the invitation that came of it.
    pub fn invitation_path(&self) -> String {
        self.invitation.map_or_else(|| "/invitations".to_owned(), |id| format!("/invitations/{id}"))
    }

    /// The path of its own page, or of one below it.
    pub fn path(&self, below: &str) -> String {
        if below.is_empty() { format!("/requests/{}", self.id) } else { format!("/requests/{}/{below}", self.id) }
    }
}

#[derive(Queryable)]
struct Row {
    who: (Id<RequestId>, Id<Organization>, String, Id<Organization>, String),
    whom: (Kind, String, Option<String>, Option<String>, String),
    what: (Vec<String>, i32, bool, Option<String>),
    asked: (Option<String>, Timestamp),
    answer: (State, Option<String>, Option<Timestamp>, Option<String>, Option<Id<Invitation>>, Option<Id<PolicyId>>),
}

impl From<Row> for Request {
    fn from(row: Row) -> Self {
        let (id, provider, provider_name, reseller, reseller_name) = row.who;
        let (kind, title, email, domain, language) = row.whom;
        let (asks, days, suggests, note) = row.what;
        let (asked_by, asked_at) = row.asked;
        let (state, answered_by, answered_at, reason, invitation, policy) = row.answer;
        Self {
            id,
            provider,
            provider_name,
            reseller,
            reseller_name,
            kind,
            title,
            email,
            domain,
            language: Lang::parse(&language).unwrap_or_default(),
            asks: from_column(&asks),
            days,
            suggests,
            note,
            asked_by,
            asked_at,
            state,
            answered_by,
            answered_at,
            reason,
            invitation,
            policy,
        }
    }
}

/// Requests with both sides, in the columns of [`Row`].
macro_rules! requests {
    () => {
        invitation_requests::table
            .inner_join(providers.on(providers.field(organizations::id).eq(invitation_requests::provider_id)))
            .inner_join(resellers.on(resellers.field(organizations::id).eq(invitation_requests::reseller_id)))
            .left_join(users::table.on(users::id.eq(invitation_requests::asked_by)))
            .left_join(answerers.on(answerers.field(users::id).nullable().eq(invitation_requests::answered_by)))
            .select((
                (
                    invitation_requests::id,
                    invitation_requests::provider_id,
                    providers.field(organizations::name),
                    invitation_requests::reseller_id,
                    resellers.field(organizations::name),
                ),
                (
                    invitation_requests::kind,
                    invitation_requests::title,
                    invitation_requests::email,
                    invitation_requests::domain,
                    invitation_requests::language,
                ),
                (invitation_requests::asks, invitation_requests::days, invitation_requests::suggests, invitation_requests::note),
                (users::name.nullable(), invitation_requests::asked_at),
                (
                    invitation_requests::state,
                    answerers.field(users::name).nullable(),
                    invitation_requests::answered_at,
                    invitation_requests::reason,
                    invitation_requests::invitation_id,
                    invitation_requests::policy_id,
                ),
            ))
    };
}

/// A request that whoever is asking may see.
pub(super) async fn find(mut pg: &Pg, id: Id<RequestId>) -> Result<Option<Request>> {
    Ok(requests!().filter(invitation_requests::id.eq(id)).first::<Row>(&mut pg).await.optional()?.map(Into::into))
}

/// The same, its row locked until the transaction ends: it is answered once.
pub(super) async fn lock(tx: &Tx, id: Id<RequestId>) -> Result<Option<Request>> {
    let row = invitation_requests::table.find(id).select(invitation_requests::id).for_update();
    match row.first::<Uuid>(&mut tx.pg()).await.optional()? {
        Some(_) => find(tx.pg(), id).await,
        None => Ok(None),
    }
}

/// A page of an organization's requests, those it is asked or those it made, the newest first; of one state only, if it is given.
pub(super) async fn list(
    mut pg: &Pg,
    org: Id<Organization>,
    asked: bool,
    state: Option<State>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Request>> {
    let mut query = requests!().into_boxed();
    query = match asked {
        true => query.filter(invitation_requests::provider_id.eq(org)),
        false => query.filter(invitation_requests::reseller_id.eq(org)),
    };
    if let Some(state) = state {
        query = query.filter(invitation_requests::state.eq(state));
    }
    let rows: Vec<Request> = paged!(query, cursor, desc(invitation_requests::asked_at, invitation_requests::id))
        .load::<Row>(&mut pg)
        .await?
        .into_iter()
        .map(Into::into)
        .collect();
    Ok(Keyset::new(rows, cursor, |row| (row.asked_at, row.id.uuid())))
}

/// How many requests wait for a provider's answer.
///
/// # Errors
/// As every query.
pub async fn count_waiting(mut pg: &Pg, provider: Id<Organization>) -> Result<i64> {
    Ok(invitation_requests::table
        .filter(invitation_requests::provider_id.eq(provider))
        .filter(invitation_requests::state.eq(State::Waiting))
        .count()
        .get_result(&mut pg)
        .await?)
}

/// A request that is about to be made.
pub(super) struct New<'a> {
    pub id: Id<RequestId>,
    pub provider: Id<Provider>,
    pub reseller: Id<Reseller>,
    pub by: Id<User>,
    pub attempt: Uuid,
    pub ask: &'a Ask,
}

/// Writes a request; `false` when this form was sent before.
pub(super) async fn insert(tx: &Tx, new: &New<'_>) -> Result<bool> {
    let ask = new.ask;
    let rows = diesel::insert_into(invitation_requests::table)
        .values((
            invitation_requests::id.eq(new.id),
            invitation_requests::provider_id.eq(new.provider.uuid()),
            invitation_requests::reseller_id.eq(new.reseller.uuid()),
            invitation_requests::kind.eq(ask.kind),
            invitation_requests::title.eq(ask.title.as_str()),
            invitation_requests::email.eq(ask.email.as_ref().map(|email| email.as_str())),
            invitation_requests::domain.eq(ask.domain.as_ref().map(|domain| domain.as_str())),
            invitation_requests::language.eq(ask.language.tag()),
            invitation_requests::asks.eq(to_column(&ask.asks)),
            invitation_requests::days.eq(ask.days.get()),
            invitation_requests::suggests.eq(ask.suggests),
            invitation_requests::note.eq(ask.note.as_ref().map(|note| note.as_str())),
            invitation_requests::attempt.eq(new.attempt),
            invitation_requests::asked_by.eq(new.by),
            invitation_requests::asked_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(rows > 0)
}

/// The request that a form made when it was sent first.
pub(super) async fn find_attempt(mut pg: &Pg, attempt: Uuid) -> Result<Option<Id<RequestId>>> {
    let row = invitation_requests::table.filter(invitation_requests::attempt.eq(attempt)).select(invitation_requests::id);
    Ok(row.first(&mut pg).await.optional()?)
}

/// How a request is answered.
pub(super) enum Answer<'a> {
    Issued(Id<Invitation>, Option<Id<PolicyId>>),
    Refused(&'a str),
    Withdrawn,
}

/// Writes an answer.
pub(super) async fn answer(tx: &Tx, id: Id<RequestId>, answer: &Answer<'_>, by: Id<User>) -> Result<()> {
    let (state, invitation, policy, reason) = match answer {
        Answer::Issued(invitation, policy) => (State::Issued, Some(invitation.uuid()), policy.map(Id::uuid), None),
        Answer::Refused(reason) => (State::Refused, None, None, Some(*reason)),
        Answer::Withdrawn => (State::Withdrawn, None, None, None),
    };
    diesel::update(invitation_requests::table.find(id))
        .set((
            invitation_requests::state.eq(state),
            invitation_requests::invitation_id.eq(invitation),
            invitation_requests::policy_id.eq(policy),
            invitation_requests::reason.eq(reason),
            invitation_requests::answered_by.eq(by.uuid()),
            invitation_requests::answered_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Counts an attempt in a window of so many seconds; the number of attempts in it.
pub(super) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}
