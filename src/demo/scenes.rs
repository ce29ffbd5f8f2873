//! What can happen in the demo's past: each scene writes its rows and notes its events.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    cast, id,
    past::Past,
    store::{self, Answer, NewForward, NewInvitation, NewPartnership, NewReminder, NewRevision},
};
use crate::{
    audit::{Event, Kind as What},
    db::Timestamp,
    i18n::Lang,
    ids::{Id, Invitation},
    invitations::{Kind, ReminderStep, State},
    notices::{self, Letter, Offer, To},
    problem::Problem,
    services::{Purpose, Scope},
};

/// The version of the customer agreement that everybody accepted.
pub(super) const AGREEMENT: &str = "2026-11";

pub(super) type Done = Result<(), Problem>;

/// Service and purpose, in the story's shorthand.
pub(super) type Ask = (&'static str, Purpose);

/// A partnership: who invites whom, and what became of it.
pub(super) struct Together {
    pub provider: (&'static str, &'static str),
    pub reseller: (&'static str, &'static str),
    pub lang: Lang,
    pub invited: i64,
    /// `active`, `refused`, `withdrawn`, `ended` or `invited`, and when it became so.
    pub state: (&'static str, i64),
}

impl Past<'_> {
    pub async fn together(&mut self, scene: Together) -> Done {
        let Together { provider: (provider, by), reseller: (reseller, who), lang, invited, state: (state, then) } = scene;
        let key: Id<crate::ids::Partnership> = id("partnership", &format!("{provider} {reseller} {invited}"));
        let (invited_at, then) = (self.ago(invited), self.ago(then));
        let (name, email) = cast::known(who).unwrap_or_default();
        let answered = matches!(state, "active" | "refused" | "ended");
        let answered_at = if state == "ended" { invited_at + TimeDelta::hours(30) } else { then };
        let ended = matches!(state, "ended" | "withdrawn");
        let new = NewPartnership {
            id: key,
            provider: self.org(provider),
            reseller: answered.then(|| self.org(reseller)),
            state,
            recipient: (email, Some(name)),
            lang,
            invited: (self.user(by), invited_at),
            answered: answered.then(|| (self.user(who), answered_at)),
            ended: ended.then(|| (self.user(by), then)),
        };
        store::add_partnership(self.tx, &new).await?;
        let names = json!({ "provider": cast::org(provider).name, "reseller": cast::org(reseller).name });
        let event = |what| Event::new(what).partnership(key);
        self.note(invited_at, by, provider, event(What::PartnershipInvited).with(json!({ "recipient": email })));
        let provider_id = self.org(provider);
        if answered {
            let what = if state == "refused" { What::PartnershipRefused } else { What::PartnershipAuthorized };
            self.note(answered_at, who, reseller, event(what).concerning([provider_id]).with(names.clone()));
        }
        match state {
            "withdrawn" => self.note(then, by, provider, event(What::PartnershipWithdrawn).with(json!({ "recipient": email }))),
            "ended" => {
                let reseller_id = self.org(reseller);
                self.note(then, by, provider, event(What::PartnershipEnded).concerning([reseller_id]).with(names));
            }
            _ => {}
        }
        Ok(())
    }
}

/// An invitation as it was made.
pub(super) struct Invite {
    pub key: &'static str,
    pub inviter: (&'static str, &'static str),
    pub kind: Kind,
    pub label: &'static str,
    pub lang: Lang,
    pub days: i32,
    pub suggested: Option<&'static str>,
    /// The person's name in the cast, or an address and a name of somebody who is not.
    pub recipient: Option<(&'static str, Option<&'static str>)>,
    pub asks: &'static [Ask],
    /// What it is by now, who made it so, and how many days ago.
    pub state: (State, &'static str, i64),
    /// Days from now.
    pub expires: Option<i64>,
    pub created: i64,
    pub frozen: bool,
}

impl Invite {
    pub const fn standing(key: &'static str, inviter: (&'static str, &'static str), label: &'static str, created: i64) -> Self {
        Self {
            key,
            inviter,
            kind: Kind::Standing,
            label,
            lang: Lang::En,
            days: 365,
            suggested: None,
            recipient: None,
            asks: &[],
            state: (State::Open, inviter.1, created),
            expires: None,
            created,
            frozen: true,
        }
    }

    pub const fn addressed(
        key: &'static str,
        inviter: (&'static str, &'static str),
        label: &'static str,
        recipient: (&'static str, Option<&'static str>),
        created: i64,
        expires: i64,
    ) -> Self {
        Self { kind: Kind::Addressed, recipient: Some(recipient), expires: Some(expires), ..Self::standing(key, inviter, label, created) }
    }
}

pub(super) fn scopes(asks: &[Ask]) -> Vec<Scope> {
    asks.iter().map(|(service, purpose)| Scope { service: (*service).to_owned(), purpose: *purpose }).collect()
}

pub(super) fn paragraphs(lang: Lang) -> [Option<&'static str>; 2] {
    match lang {
        Lang::En => [
            Some("Thank you for talking to us about your services. As agreed, here is our invitation."),
            Some("If anything is unclear, answer this letter or call us on a working day between 9 and 18."),
        ],
        Lang::ZhCn => [
            Some("感谢贵组织与我们沟通服务事宜。按照约定，现发送我们的邀请。"),
            Some("如有任何疑问，请在工作日 9:00 至 18:00 与我们联系。"),
        ],
        Lang::Ru => [
            Some("Спасибо за разговор о ваших службах. Как договаривались, отправляем приглашение."),
            Some("Если что-то неясно, ответьте на это письмо или позвоните нам в рабочий день с 9 до 18 часов."),
        ],
    }
}

impl Past<'_> {
    pub async fn invite(&mut self, scene: &Invite) -> Done {
        let (inviter, by) = scene.inviter;
        let created_at = self.ago(scene.created);
        let asks = scopes(scene.asks);
        let (state, state_by, state_ago) = scene.state;
        let new = NewInvitation {
            id: id("invitation", scene.key),
            inviter: self.org(inviter),
            kind: scene.kind,
            label: scene.label,
            lang: scene.lang,
            days: scene.days,
            paragraphs: paragraphs(scene.lang),
            suggested: scene.suggested.map(|key| self.org(key)),
            recipient: scene.recipient,
            state,
            state_since: (self.user(state_by), self.ago(state_ago)),
            frozen_at: scene.frozen.then_some(created_at + TimeDelta::minutes(5)),
            expires_at: scene.expires.map(|days| self.ahead(days)),
            created: (self.user(by), created_at),
            asks: &asks,
        };
        store::add_invitation(self.tx, &new).await?;
        let event = |what| Event::new(what).invitation(id("invitation", scene.key));
        let label = json!({ "label": scene.label });
        self.note(created_at, by, inviter, event(What::InvitationCreated).with(json!({ "label": scene.label, "kind": scene.kind })));
        match state {
            State::Paused => self.note(self.ago(state_ago), state_by, inviter, event(What::InvitationPaused).with(label)),
            State::Revoked => self.note(self.ago(state_ago), state_by, inviter, event(What::InvitationRevoked).with(label)),
            State::Open | State::Accepted | State::Declined => {}
        }
        Ok(())
    }

    /// Changes what an invitation asks for; whoever has it is concerned.
    pub async fn revise(&mut self, scene: &Invite, days: i32, asks: &[Ask], told: &[&str], ago: i64) -> Done {
        let (inviter, by) = scene.inviter;
        let asks = scopes(asks);
        let made = (self.user(by), self.ago(ago));
        let new = NewRevision { id: id("invitation", scene.key), inviter: self.org(inviter), days, asks: &asks, made };
        store::add_revision(self.tx, &new).await?;
        let told: Vec<_> = told.iter().map(|key| self.org(key)).collect();
        let event = Event::new(What::InvitationRevised).invitation(new.id).concerning(told);
        self.note(self.ago(ago), by, inviter, event.with(json!({ "label": scene.label, "revision": 2 })));
        Ok(())
    }

    /// Reminds the recipient of an addressed invitation of its sending under `key`, which was so many days ago.
    pub async fn remind(&mut self, scene: &Invite, key: &str, step: ReminderStep, sent: i64, ago: i64) -> Done {
        let (inviter, Some((email, name))) = (scene.inviter.0, scene.recipient) else { return Ok(()) };
        let letter = Letter::InvitationReminder { offer: Box::new(self.offer(scene, key, inviter)), sent_at: self.ago(sent) };
        let letter_id = id("letter", &format!("{key} {step}"));
        let (about, at) = (self.org(inviter), self.ago(ago));
        store::add_letter(self.tx, (letter_id, &letter), about, (email, name, scene.lang), at, None).await?;
        let new = NewReminder {
            forward: id("forward", key),
            step,
            invitation: id("invitation", scene.key),
            inviter: about,
            email,
            letter: letter_id,
            at,
        };
        store::add_reminder(self.tx, &new).await?;
        let event = Event::new(What::InvitationReminded).invitation(new.invitation).concerning([about]);
        self.note_by_itself(at, event.with(json!({ "recipient": email })));
        Ok(())
    }

    /// Hands an invitation to resellers; the days are when, and when it was taken back.
    pub async fn hand_over(&mut self, scene: &Invite, reseller: &str, ago: i64, taken_back: Option<i64>) -> Done {
        let (inviter, by) = scene.inviter;
        let key: Id<Invitation> = id("invitation", scene.key);
        let (inviter_id, reseller_id) = (self.org(inviter), self.org(reseller));
        let back_at = taken_back.map(|days| self.ago(days));
        store::add_handout(self.tx, key, inviter_id, reseller_id, self.user(by), self.ago(ago), back_at).await?;
        let details = json!({ "label": scene.label, "reseller": cast::org(reseller).name });
        let event = |what| Event::new(what).invitation(key).concerning([reseller_id]).with(details.clone());
        self.note(self.ago(ago), by, inviter, event(What::InvitationHandedOver));
        if let Some(at) = back_at {
            self.note(at, by, inviter, event(What::InvitationTakenBack));
        }
        Ok(())
    }
}

/// What became of the letter of a forward.
#[derive(Clone, Copy)]
pub(super) enum Post {
    /// It is still to be sent, and the portal will.
    Queued,
    /// It was sent.
    Sent,
    /// It could not be delivered.
    Dead(&'static str),
    /// There was none: the text was copied.
    Text,
    /// There was none: the link was copied.
    Link,
}

impl Past<'_> {
    /// Passes an invitation on.
    pub async fn forward(
        &mut self,
        scene: &Invite,
        key: &str,
        forwarder: (&str, &str),
        to: Option<(&'static str, Option<&'static str>)>,
        ago: i64,
        post: Post,
    ) -> Done {
        let (inviter, _) = scene.inviter;
        let at = self.ago(ago) + TimeDelta::minutes(9);
        let way = match post {
            Post::Queued | Post::Sent | Post::Dead(_) => "mail",
            Post::Text => "text",
            Post::Link => "link",
        };
        let letter = match (to, way) {
            (Some(to), "mail") => Some(self.send(scene, key, forwarder.0, to, at, post).await?),
            _ => None,
        };
        let new = NewForward {
            id: id("forward", key),
            invitation: id("invitation", scene.key),
            inviter: self.org(inviter),
            forwarder: self.org(forwarder.0),
            by: self.user(forwarder.1),
            way,
            recipient: to,
            note: None,
            letter,
            bounced: matches!(post, Post::Dead(_)),
            at,
        };
        store::add_forward(self.tx, &new).await?;
        let mut details = json!({ "way": way });
        if let Some((email, _)) = to {
            details["recipient"] = json!(email);
        }
        let inviter_id = self.org(inviter);
        let event = Event::new(What::InvitationForwarded).invitation(new.invitation).concerning([inviter_id]).with(details);
        self.note(at, forwarder.1, forwarder.0, event);
        Ok(())
    }

    async fn send(
        &self,
        scene: &Invite,
        key: &str,
        forwarder: &str,
        (email, name): (&'static str, Option<&'static str>),
        at: Timestamp,
        post: Post,
    ) -> Result<Id<crate::ids::Letter>, Problem> {
        let letter = Letter::Invitation(Box::new(self.offer(scene, key, forwarder)));
        let about = self.org(forwarder);
        if let Post::Queued = post {
            let to = To { email: email.to_owned(), name: name.map(str::to_owned), language: scene.lang };
            return Ok(notices::enqueue(self.tx, Some(about), &to, &letter).await?);
        }
        let letter_id = id("letter", key);
        let failure = if let Post::Dead(why) = post { Some(why) } else { None };
        store::add_letter(self.tx, (letter_id, &letter), about, (email, name, scene.lang), at, failure).await?;
        Ok(letter_id)
    }

    /// What the letter of a forward offers.
    fn offer(&self, scene: &Invite, key: &str, forwarder: &str) -> Offer {
        let provider = cast::org(scene.inviter.0);
        Offer {
            invitation: id("invitation", scene.key),
            revision: 1,
            generation: 1,
            forward: Some(id("forward", key)),
            provider: provider.name.to_owned(),
            provider_id: provider.partner_id.unwrap_or_default().to_owned(),
            forwarder: (forwarder != scene.inviter.0).then(|| cast::org(forwarder).name.to_owned()),
            paragraphs: paragraphs(scene.lang).map(|text| text.map(str::to_owned)),
            note: None,
            asks: scopes(scene.asks),
            days: scene.days,
            expires_at: scene.expires.map(|days| self.ahead(days)),
        }
    }

    /// A customer's person comes to an invitation, signed in.
    pub async fn open(&mut self, scene: &Invite, forward: Option<&str>, (customer, by): (&str, &str), ago: i64) -> Result<Answer, Problem> {
        let inviter = self.org(scene.inviter.0);
        let answer = Answer {
            invitation: id("invitation", scene.key),
            inviter,
            customer: self.org(customer),
            forward: forward.map(|key| id("forward", key)),
            by: self.user(by),
            at: self.ago(ago) + TimeDelta::minutes(12),
        };
        store::add_opening(self.tx, &answer).await?;
        let event = Event::new(What::InvitationOpened)
            .invitation(answer.invitation)
            .concerning([inviter])
            .with(json!({ "customer": cast::org(customer).name }));
        self.note(answer.at, by, customer, event);
        Ok(answer)
    }

    /// And declines it.
    pub async fn decline(&mut self, scene: &Invite, forward: Option<&str>, who: (&str, &str), ago: i64, reason: &str) -> Done {
        let mut answer = self.open(scene, forward, who, ago).await?;
        answer.at += TimeDelta::minutes(4);
        store::add_decline(self.tx, &answer, reason).await?;
        let event = Event::new(What::InvitationDeclined)
            .invitation(answer.invitation)
            .concerning([answer.inviter])
            .with(json!({ "customer": cast::org(who.0).name, "reason": reason }));
        self.note(answer.at, who.1, who.0, event);
        Ok(())
    }
}
