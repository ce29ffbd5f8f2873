//! What is alive, in SQL. Said once, so that a number and the list behind it agree; an end that no job has written is an end (D8).

/// Delegations that are not over at a moment.
macro_rules! living_delegation {
    ($now:expr) => {{
        use diesel::BoolExpressionMethods as _;
        use $crate::db::schema::delegations;
        delegations::state.ne("ended").and(delegations::ends_at.gt($now))
    }};
}
pub(crate) use living_delegation;

/// Invitations that can be answered at a moment.
macro_rules! open_invitation {
    ($now:expr) => {{
        use $crate::db::schema::invitations;
        invitations::state.eq("open").and(invitations::expires_at.is_null().or(invitations::expires_at.assume_not_null().gt($now)))
    }};
}
pub(crate) use open_invitation;

/// Invitations in a reseller's hands that it can pass on at a moment (D2, D5): not taken back, open, of an inviter that is not
/// suspended and with which it works. For `handouts` joined to `invitations` and to the inviter's `organizations`.
macro_rules! passable_handout {
    ($now:expr) => {{
        use $crate::db::schema::{handouts, organizations, partnerships};
        let together = partnerships::table
            .filter(partnerships::provider_id.eq(handouts::inviter_id))
            .filter(partnerships::reseller_id.eq(handouts::reseller_id.nullable()))
            .filter(partnerships::state.eq("active"));
        handouts::withdrawn_at
            .is_null()
            .and($crate::db::alive::open_invitation!($now))
            .and(organizations::state.eq("active"))
            .and(diesel::dsl::exists(together))
    }};
}
pub(crate) use passable_handout;

/// Openings that the customer has answered neither way. For `openings`.
macro_rules! unanswered_opening {
    () => {{
        use diesel::BoolExpressionMethods as _;
        use $crate::db::schema::{acceptances, declines, openings};
        let accepted = acceptances::table
            .filter(acceptances::invitation_id.eq(openings::invitation_id))
            .filter(acceptances::customer_id.eq(openings::customer_id));
        let declined = declines::table
            .filter(declines::invitation_id.eq(openings::invitation_id))
            .filter(declines::customer_id.eq(openings::customer_id));
        diesel::dsl::not(diesel::dsl::exists(accepted)).and(diesel::dsl::not(diesel::dsl::exists(declined)))
    }};
}
pub(crate) use unanswered_opening;

diesel::alias!(crate::db::schema::delegations as successors: Successors);

/// Renewals of the delegation of a row by one that is not over (D21): what was accepted and then refused or removed has renewed nothing,
/// nor has what ran out, by the clock of the database (D8).
/// For queries on `delegations`.
macro_rules! living_renewal {
    () => {{
        use diesel::{ExpressionMethods as _, JoinOnDsl as _, NullableExpressionMethods as _, QueryDsl as _};
        use $crate::db::{
            alive::successors,
            schema::{delegations, renewals},
        };
        renewals::table
            .inner_join(successors.on(successors.field(delegations::id).nullable().eq(renewals::renewed_as)))
            .filter(renewals::delegation_id.eq(delegations::id))
            .filter(renewals::state.eq("accepted"))
            .filter(successors.field(delegations::state).ne("ended"))
            .filter(successors.field(delegations::ends_at).gt(diesel::dsl::now))
    }};
}
pub(crate) use living_renewal;

#[diesel::declare_sql_function]
extern "SQL" {
    /// Whether a delegation is part of the equal of a global administrator (D21); null where there is none.
    fn is_part_of_everything(delegation: diesel::sql_types::Uuid) -> diesel::sql_types::Nullable<diesel::sql_types::Bool>;
    /// What stands in the way of a delegation's extending itself although both sides agree (D21); null when nothing does, and of one to
    /// which they do not.
    fn extension_hindrance(delegation: diesel::sql_types::Uuid) -> diesel::sql_types::Nullable<diesel::sql_types::Text>;
    /// The rows of an invitation, of what was agreed on from it by counter-offers, and from those in turn (D16): their ids, to be selected.
    fn with_agreed(about: diesel::sql_types::Uuid) -> diesel::sql_types::Uuid;
}

diesel::alias!(crate::db::schema::forwards as later: Later);

/// Whether somebody of the same organization sent to the same recipient later, or corrected the address. For queries on `forwards`.
macro_rules! sent_again {
    () => {{
        use diesel::{BoolExpressionMethods as _, ExpressionMethods as _, NullableExpressionMethods as _, QueryDsl as _};
        use $crate::db::{alive::later, schema::forwards};
        diesel::dsl::exists(
            later
                .filter(later.field(forwards::invitation_id).eq(forwards::invitation_id))
                .filter(later.field(forwards::forwarder_id).eq(forwards::forwarder_id))
                .filter(later.field(forwards::forwarded_at).gt(forwards::forwarded_at))
                .filter(
                    later
                        .field(forwards::recipient_email)
                        .eq(forwards::recipient_email)
                        .or(later.field(forwards::corrects).eq(forwards::id.nullable())),
                ),
        )
    }};
}
pub(crate) use sent_again;

diesel::alias!(crate::db::schema::acceptances as newer: Newer);

/// Whether a customer said yes to the same invitation again, after its end or to a later revision (D4, D6). For queries on `acceptances`.
macro_rules! accepted_again {
    () => {{
        use diesel::{ExpressionMethods as _, QueryDsl as _};
        use $crate::db::{alive::newer, schema::acceptances};
        diesel::dsl::exists(
            newer
                .filter(newer.field(acceptances::invitation_id).eq(acceptances::invitation_id))
                .filter(newer.field(acceptances::customer_id).eq(acceptances::customer_id))
                .filter(newer.field(acceptances::accepted_at).gt(acceptances::accepted_at)),
        )
    }};
}
pub(crate) use accepted_again;
