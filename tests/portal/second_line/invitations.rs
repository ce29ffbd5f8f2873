//! Whose invitations are, who hands them over, forwards them and changes them.

use uuid::Uuid;

use super::{Attempt, NOTHING, POLICY, SECOND, THEIRS, attempt};
use crate::{
    past::{ADDRESSED, LETTER, STANDING},
    world::{
        ADVENTURE_WORKS, CONTOSO, Company, HE_LIN, LI_NA, LIN_TAO, NORTHWIND, PAN_YU, PROSEWARE, Person, WINGTIP, YE_QIU, ZHANG_WEI,
        ZHAO_MIN, ZHAO_YONG,
    },
};

pub fn handing() -> Vec<Attempt> {
    let hands = |invitation: Uuid, inviter: Company, reseller: Company, by: Person| {
        format!(
            "insert into handouts (invitation_id, inviter_id, reseller_id, handed_by) values ('{invitation}', '{}', '{}', '{}')",
            inviter.id(),
            reseller.id(),
            by.id()
        )
    };
    let own = hands(THEIRS, PROSEWARE, WINGTIP, PAN_YU);
    vec![
        attempt(
            "a D2: another's invitation is not one's own to hand over",
            PAN_YU,
            hands(STANDING, PROSEWARE, WINGTIP, PAN_YU),
            "handouts_of_the_inviter",
            &own,
        ),
        attempt("a D2: nor in the other's place", PAN_YU, hands(STANDING, NORTHWIND, WINGTIP, PAN_YU), POLICY, &own),
        attempt("a D2: a reseller hands nothing to itself", LI_NA, hands(ADDRESSED, NORTHWIND, CONTOSO, LI_NA), POLICY, NOTHING),
        attempt(
            "a D2: only to a reseller of one's own",
            HE_LIN,
            hands(STANDING, NORTHWIND, WINGTIP, HE_LIN),
            POLICY,
            &hands(STANDING, NORTHWIND, ADVENTURE_WORKS, HE_LIN),
        ),
    ]
}

pub fn forwarding() -> Vec<Attempt> {
    let forwards = |invitation: Uuid, inviter: Company, by: Person, letter: &str| {
        format!(
            "insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, outbox_id)
             values ('{invitation}', '{}', '{}', '{}', 'text', 'it@somebody.example', {letter})",
            inviter.id(),
            by.company.id(),
            by.id()
        )
    };
    let (own, handed) = (forwards(THEIRS, PROSEWARE, PAN_YU, "null"), forwards(STANDING, NORTHWIND, ZHAO_YONG, "null"));
    vec![
        attempt("b D2: nobody forwards what was not handed to them", PAN_YU, forwards(STANDING, NORTHWIND, PAN_YU, "null"), POLICY, &own),
        attempt(
            "b D2: nor by calling it their own",
            PAN_YU,
            forwards(STANDING, PROSEWARE, PAN_YU, "null"),
            "forwards_of_the_inviter",
            &own,
        ),
        attempt(
            "b: nobody reads another's letter by having forwarded it",
            ZHAO_YONG,
            forwards(STANDING, NORTHWIND, ZHAO_YONG, &format!("'{LETTER}'")),
            "forwards_own_letter",
            &handed,
        ),
        attempt(
            "b: nor in a colleague's name",
            ZHAO_YONG,
            handed.replace(&ZHAO_YONG.id().to_string(), &LI_NA.id().to_string()),
            POLICY,
            &handed,
        ),
    ]
}

pub fn invitation(id: Uuid, set: &str) -> String {
    format!("update invitations set {set} where id = '{id}'")
}

pub fn inviting() -> Vec<Attempt> {
    let invites = |by: Person| {
        format!(
            "insert into invitations (inviter_id, kind, label, language, days, created_by) values ('{}', 'standing', 'Ours', 'en', 30, '{}')",
            by.company.id(),
            by.id()
        )
    };
    let in_another_name = invites(HE_LIN).replace(&HE_LIN.id().to_string(), &ZHANG_WEI.id().to_string());
    vec![
        attempt("i D1: no reseller invites", LI_NA, invites(LI_NA), POLICY, NOTHING),
        attempt("i D1: no customer invites", ZHAO_MIN, invites(ZHAO_MIN), POLICY, NOTHING),
        attempt("i D5: no suspended partner invites", YE_QIU, invites(YE_QIU), POLICY, NOTHING),
        attempt("i: nor anybody in a colleague's name", HE_LIN, in_another_name, POLICY, &invites(HE_LIN)),
    ]
}

pub fn answered() -> Vec<Attempt> {
    let (spent, revoked) = (invitation(ADDRESSED, "state = 'accepted', state_since = now()"), invitation(ADDRESSED, "state = 'revoked'"));
    let (open, paused) = (invitation(ADDRESSED, "state = 'open'"), invitation(STANDING, "state = 'paused'"));
    let stopped = invitation(STANDING, "state = 'revoked', stopped_reason = 'Ours', stopped_from = 'open'");
    let to_another = invitation(STANDING, &format!("inviter_id = '{}'", PROSEWARE.id()));
    let turn = |generation: i32| invitation(STANDING, &format!("generation = {generation}"));
    let mut all = vec![
        attempt("j: what was withdrawn stays withdrawn", HE_LIN, open.clone(), "over stays over", &paused).after(&revoked),
        attempt("j D4: what was answered stays answered", LIN_TAO, open, "over stays over", NOTHING).after(&spent),
        attempt("j: a dead link stays dead", HE_LIN, turn(1), "over stays over", &turn(6)).after(&turn(5)),
        attempt("j: the operator stops it, nobody else", HE_LIN, stopped, "the operator stops an invitation", &paused),
        attempt("j: nobody answers for a customer", HE_LIN, spent.clone(), "of their own", &revoked),
        attempt("j: an invitation stays whose it is", HE_LIN, to_another, "whose and what", &paused),
        attempt("j D4: a standing one is not spent", ZHAO_MIN, invitation(SECOND, "state = 'revoked'"), "is its inviter's", NOTHING),
    ];
    for changed in [
        "days = 730",
        "label = 'Ours'",
        "recipient_email = 'we@litware.example'",
        "expires_at = expires_at + interval '1 day'",
        "generation = 9",
    ] {
        let refused = invitation(ADDRESSED, &format!("state = 'accepted', {changed}"));
        // What are terms is frozen besides (D6).
        let why = if changed.starts_with("days") || changed.starts_with("expires_at") { "are frozen" } else { "is its inviter's" };
        all.push(attempt("j D4: an answer spends it and changes nothing else", LIN_TAO, refused, why, &spent));
    }
    all
}
