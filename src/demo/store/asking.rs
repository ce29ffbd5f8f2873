//! Requests, policies and reports of the demo.

use diesel::prelude::ExpressionMethods;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::super::id;
use crate::{
    alarms,
    db::{
        Result, Timestamp, Tx,
        schema::{alarms as reports, invitation_requests, issuing_policies},
    },
    i18n::Lang,
    ids::{Alarm, Forward, Id, Invitation, Organization, Partnership, Policy, Request, User},
    invitations::Kind,
    requests::{State, to_column},
    services::Scope,
};

/// A request as it was made, and how it was refused: by whom, when and why.
#[derive(Clone, Copy)]
pub(in crate::demo) struct Asking<'a> {
    pub key: &'static str,
    pub provider: &'static str,
    pub reseller: (&'static str, &'static str),
    pub title: &'static str,
    pub email: Option<&'static str>,
    pub lang: Lang,
    pub asks: &'a [Scope],
    pub note: Option<&'static str>,
    pub at: Timestamp,
    pub answer: Option<(&'static str, Timestamp, &'static str)>,
}

pub(in crate::demo) async fn add_request(
    tx: &Tx,
    asking: &Asking<'_>,
    (provider, reseller): (Id<Organization>, Id<Organization>),
    by: Id<User>,
    state: State,
    answered: Option<(Id<User>, Timestamp, &str)>,
) -> Result<()> {
    diesel::insert_into(invitation_requests::table)
        .values((
            invitation_requests::id.eq(id::<Request>("request", asking.key)),
            invitation_requests::provider_id.eq(provider),
            invitation_requests::reseller_id.eq(reseller),
            invitation_requests::kind.eq(Kind::Addressed),
            invitation_requests::title.eq(asking.title),
            invitation_requests::email.eq(asking.email),
            invitation_requests::language.eq(asking.lang.tag()),
            invitation_requests::asks.eq(to_column(asking.asks)),
            invitation_requests::days.eq(365),
            invitation_requests::suggests.eq(true),
            invitation_requests::note.eq(asking.note),
            invitation_requests::attempt.eq(id::<Request>("request attempt", asking.key).uuid()),
            invitation_requests::asked_by.eq(by),
            (
                invitation_requests::asked_at.eq(asking.at),
                invitation_requests::state.eq(state),
                invitation_requests::answered_by.eq(answered.map(|(by, ..)| by.uuid())),
                invitation_requests::answered_at.eq(answered.map(|(_, at, _)| at)),
                invitation_requests::reason.eq(answered.map(|(.., reason)| reason)),
            ),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(in crate::demo) async fn add_policy(
    tx: &Tx,
    partnership: Id<Partnership>,
    (provider, reseller): (Id<Organization>, Id<Organization>),
    asks: &[Scope],
    by: Id<User>,
    at: Timestamp,
) -> Result<()> {
    diesel::insert_into(issuing_policies::table)
        .values((
            issuing_policies::id.eq(id::<Policy>("policy", "adventure-works")),
            issuing_policies::partnership_id.eq(partnership),
            issuing_policies::provider_id.eq(provider),
            issuing_policies::reseller_id.eq(reseller),
            issuing_policies::asks.eq(to_column(asks)),
            issuing_policies::standing.eq(false),
            issuing_policies::days.eq(365),
            issuing_policies::per_month.eq(10),
            issuing_policies::from_at.eq(at),
            issuing_policies::active.eq(true),
            issuing_policies::set_by.eq(by),
            issuing_policies::set_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A report of an invitation by somebody who was signed in.
pub(in crate::demo) struct Reported {
    pub invitation: Id<Invitation>,
    pub forward: Option<Id<Forward>>,
    pub words: &'static str,
    pub by: (Id<User>, Id<Organization>),
    pub at: Timestamp,
}

pub(in crate::demo) async fn add_alarm(tx: &Tx, report: &Reported) -> Result<()> {
    let key: Uuid = id::<Alarm>("alarm", "manufacturers").uuid();
    diesel::insert_into(reports::table)
        .values((
            reports::id.eq(key),
            reports::invitation_id.eq(report.invitation),
            reports::forward_id.eq(report.forward.map(Id::uuid)),
            reports::reason.eq(alarms::Reason::Unknown),
            reports::words.eq(report.words),
            reports::reported_by.eq(report.by.0.uuid()),
            reports::reporter_org_id.eq(report.by.1.uuid()),
            reports::attempt.eq(key),
            reports::reported_at.eq(report.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
