//! What resellers ask for in the demo, one policy, and one report of an invitation.

use serde_json::json;

use super::{
    cast, id,
    past::Past,
    scenes::{Ask, scopes},
    store::{Asking, Reported, add_alarm, add_policy, add_request},
};
use crate::{
    audit::{Event, Kind as What},
    i18n::Lang,
    ids::{Id, Partnership},
    problem::Problem,
    requests::State,
    services::Purpose::{Provisioning, Support},
};

/// Requests that wait and that were refused, a policy of Northwind for Adventure Works, and a report of the standing invitation.
pub(super) async fn tell(past: &mut Past<'_>) -> Result<(), Problem> {
    let asks: &[Ask] = &[("exchange-online", Provisioning), ("exchange-online", Support)];
    let phone = Asking {
        key: "phone-mail",
        provider: "northwind",
        reseller: ("contoso", "deng.xin"),
        title: "The Phone Company",
        email: Some("nancy.davolio@phone.example"),
        lang: Lang::En,
        asks: &scopes(asks),
        note: Some("Nancy called us last week: they want to move their mail before the new year."),
        at: past.ago(2),
        answer: None,
    };
    ask(past, &phone, State::Waiting).await?;
    let margies = Asking {
        key: "margies-azure",
        reseller: ("wide-world", "peter.novak"),
        title: "Margie's Travel",
        email: None,
        asks: &scopes(&[("azure", Support)]),
        note: None,
        at: past.ago(4),
        ..phone
    };
    ask(past, &margies, State::Waiting).await?;
    let refused = Asking {
        key: "graphic-everything",
        title: "Graphic Design Institute",
        email: Some("ren.jie@graphic.example"),
        asks: &scopes(&[("azure", Provisioning), ("office-365", Provisioning)]),
        note: None,
        at: past.ago(12),
        answer: Some(("lin.wei", past.ago(11), "They bought from us, and we look after them ourselves.")),
        ..phone
    };
    ask(past, &refused, State::Refused).await?;

    let partnership: Id<Partnership> = id("partnership", "northwind adventure-works 404");
    let (provider, reseller) = (past.org("northwind"), past.org("adventure-works"));
    let allowed = scopes(&[("exchange-online", Support), ("sharepoint-online", Support), ("teams", Support)]);
    add_policy(past.tx, partnership, (provider, reseller), &allowed, past.user("lin.wei"), past.ago(20)).await?;
    let names = json!({ "provider": cast::org("northwind").name, "reseller": cast::org("adventure-works").name });
    let event = Event::new(What::PolicySet).partnership(partnership).concerning([reseller]).with(names);
    past.note(past.ago(20), "lin.wei", "northwind", event);

    let report = Reported {
        invitation: id("invitation", "manufacturers"),
        forward: Some(id("forward", "tailspin")),
        words: "Contoso Cloud says that it works for Northwind. We know neither of them, and nobody here asked for it.",
        by: (past.user("kim.abercrombie"), past.org("tailspin")),
        at: past.ago(1),
    };
    add_alarm(past.tx, &report).await?;
    let event = Event::new(What::InvitationReported).invitation(report.invitation);
    past.note(report.at, "kim.abercrombie", "tailspin", event.with(json!({ "provider": cast::org("northwind").name })));
    Ok(())
}

async fn ask(past: &mut Past<'_>, asking: &Asking<'_>, state: State) -> Result<(), Problem> {
    let (reseller, by) = asking.reseller;
    let orgs = (past.org(asking.provider), past.org(reseller));
    let answered = asking.answer.map(|(who, at, reason)| (past.user(who), at, reason));
    add_request(past.tx, asking, orgs, past.user(by), state, answered).await?;
    let names = json!({ "label": asking.title, "provider": cast::org(asking.provider).name, "reseller": cast::org(reseller).name });
    past.note(asking.at, by, reseller, Event::new(What::RequestMade).concerning([orgs.0]).with(names.clone()));
    if let Some((who, at, reason)) = asking.answer {
        let mut details = names;
        details["reason"] = json!(reason);
        past.note(at, who, asking.provider, Event::new(What::RequestRefused).concerning([orgs.1]).with(details));
    }
    Ok(())
}
