//! The story of the demo: who worked with whom, what was offered, and what became of it. Something of every state.

use super::{
    answers::{Acceptance, Fate::*},
    lives::Of,
    past::Past,
    scenes::{Invite, Post, Together},
};
use crate::{
    i18n::Lang,
    invitations::{ReminderStep, State},
    problem::Problem,
    services::Purpose::{Provisioning, Support},
};

const NORTHWIND: (&str, &str) = ("northwind", "lin.wei");
const PROSEWARE: (&str, &str) = ("proseware", "gao.jing");
const RELECLOUD: (&str, &str) = ("relecloud", "irina.volkova");
const TREY: (&str, &str) = ("trey", "sarah.miller");

/// Writes everything, from the oldest partnership to the invitation that nobody has answered yet.
pub(super) async fn tell(past: &mut Past<'_>) -> Result<(), Problem> {
    partnerships(past).await?;
    manufacturers(past).await?;
    others_of_northwind(past).await?;
    old_ones_of_northwind(past).await?;
    proseware(past).await?;
    direct_and_abroad(past).await?;
    lives(past).await
}

/// How some of the delegations are used, go on, or are about to end.
async fn lives(past: &mut Past<'_>) -> Result<(), Problem> {
    let fabrikam = |ask, holder| Of("northwind", "fabrikam", ask, holder, "M-FAB1-2026");
    let margies = |ask, holder| Of("northwind", "margies", ask, holder, "M-MAR4-2025");
    let mailboxes = fabrikam(("exchange-online", Support), "contoso");
    past.uses(mailboxes, "luo.na", 64, "工单 2118：共享邮箱打不开").await?;
    past.uses(mailboxes, "luo.na", 9, "Ticket 2307: mail from a supplier lands in quarantine").await?;
    past.uses(fabrikam(("exchange-online", Provisioning), "northwind"), "guo.tao", 20, "Order 88-120: mailboxes for the new plant").await?;
    past.uses(margies(("exchange-online", Support), "contoso"), "wang.fei", 33, "Ticket 2201: calendar of the travel desk").await?;
    past.offers_to_renew(margies(("exchange-online", Support), "contoso"), "wang.fei", 3, 365).await?;
    past.agree_to_extend(margies(("sharepoint-online", Support), "northwind"), ("margie.chu", 12), Some(("lin.wei", 11))).await?;
    past.agree_to_extend(fabrikam(("sharepoint-online", Support), "adventure-works"), ("zhao.min", 30), None).await
}

async fn partnerships(past: &mut Past<'_>) -> Result<(), Problem> {
    let scenes = [
        (NORTHWIND, ("contoso", "wang.fei"), Lang::ZhCn, 405, ("active", 403)),
        (NORTHWIND, ("adventure-works", "maria.orlova"), Lang::En, 404, ("active", 402)),
        (NORTHWIND, ("wide-world", "peter.novak"), Lang::En, 300, ("active", 296)),
        (NORTHWIND, ("lamna", "fang.yi"), Lang::ZhCn, 250, ("active", 249)),
        (NORTHWIND, ("southridge", "shen.lei"), Lang::ZhCn, 240, ("ended", 30)),
        (PROSEWARE, ("adventure-works", "maria.orlova"), Lang::ZhCn, 310, ("active", 305)),
        (PROSEWARE, ("southridge", "shen.lei"), Lang::ZhCn, 40, ("refused", 38)),
        (PROSEWARE, ("contoso", "wang.fei"), Lang::ZhCn, 4, ("invited", 4)),
        (PROSEWARE, ("wide-world", "peter.novak"), Lang::En, 90, ("withdrawn", 85)),
        (PROSEWARE, ("lamna", "fang.yi"), Lang::ZhCn, 70, ("invited", 70)),
        (RELECLOUD, ("pervy", "oleg.kuznetsov"), Lang::Ru, 200, ("active", 198)),
    ];
    for (provider, reseller, lang, invited, state) in scenes {
        past.together(Together { provider, reseller, lang, invited, state }).await?;
    }
    Ok(())
}

/// The standing invitation that everybody passes on.
async fn manufacturers(past: &mut Past<'_>) -> Result<(), Problem> {
    let invite = Invite {
        suggested: Some("contoso"),
        asks: &[
            ("office-365", Provisioning),
            ("office-365", Support),
            ("exchange-online", Provisioning),
            ("exchange-online", Support),
            ("sharepoint-online", Support),
            ("teams", Support),
        ],
        ..Invite::standing("manufacturers", NORTHWIND, "Office 365 for manufacturers", 130)
    };
    past.invite(&invite).await?;
    for (reseller, ago) in [("contoso", 129), ("adventure-works", 129), ("wide-world", 60), ("lamna", 100)] {
        past.hand_over(&invite, reseller, ago, None).await?;
    }
    past.hand_over(&invite, "southridge", 128, Some(30)).await?;
    let contoso = ("contoso", "deng.xin");
    past.forward(&invite, "fabrikam", contoso, Some(("zhao.min@fabrikam.example", Some("Zhao Min"))), 125, Post::Sent).await?;
    let accepted = Acceptance {
        customer: ("fabrikam", "zhao.min"),
        forward: Some(("fabrikam", "contoso")),
        ago: 120,
        reference: "M-FAB1-2026",
        lang: Lang::ZhCn,
        grants: &[
            (("exchange-online", Provisioning), "northwind", 365, Active),
            (("exchange-online", Support), "contoso", 365, Active),
            (("sharepoint-online", Support), "adventure-works", 365, Consented("maria.orlova")),
            (("teams", Support), "contoso", 365, Removed(41)),
            (("office-365", Support), "wide-world", 365, GivenUp("peter.novak", 77)),
        ],
        ended: None,
    };
    past.accept(&invite, &accepted).await?;

    let adventure = ("adventure-works", "maria.orlova");
    past.forward(&invite, "litware", adventure, Some(("jiang.ning@litware.example", Some("Jiang Ning"))), 8, Post::Text).await?;
    let accepted = Acceptance {
        customer: ("litware", "jiang.ning"),
        forward: Some(("litware", "adventure-works")),
        ago: 5,
        reference: "M-LIT2-2026",
        lang: Lang::En,
        grants: &[
            (("exchange-online", Support), "adventure-works", 365, Awaiting),
            (("sharepoint-online", Support), "wide-world", 180, Awaiting),
            (("exchange-online", Provisioning), "northwind", 365, Active),
        ],
        ended: None,
    };
    past.accept(&invite, &accepted).await?;

    past.forward(&invite, "tailspin", contoso, Some(("kim.abercrombie@tailspin.example", Some("Kim Abercrombie"))), 9, Post::Sent).await?;
    past.open(&invite, Some("tailspin"), ("tailspin", "kim.abercrombie"), 8).await?;
    past.forward(&invite, "tailspin-ops", contoso, Some(("ops@tailspin.example", None)), 12, Post::Dead("refused: 550 5.1.1 no such user"))
        .await?;
    past.forward(&invite, "wide-world-link", ("wide-world", "peter.novak"), None, 20, Post::Link).await?;
    past.forward(&invite, "phone-it", contoso, Some(("it@phone.example", None)), 2, Post::Queued).await
}

/// Invitations of Northwind to one customer each, and standing ones that rest.
async fn others_of_northwind(past: &mut Past<'_>) -> Result<(), Problem> {
    let invite = Invite {
        lang: Lang::ZhCn,
        suggested: Some("contoso"),
        asks: &[("office-365", Support), ("azure", Provisioning), ("azure", Support)],
        state: (State::Accepted, "cao.ling", 2),
        ..Invite::addressed("woodgrove", NORTHWIND, "Woodgrove 银行续签", ("cao.ling@woodgrove.example", Some("Cao Ling")), 3, 27)
    };
    past.invite(&invite).await?;
    past.forward(&invite, "woodgrove", NORTHWIND, invite.recipient, 3, Post::Sent).await?;
    let accepted = Acceptance {
        customer: ("woodgrove", "cao.ling"),
        forward: Some(("woodgrove", "northwind")),
        ago: 2,
        reference: "M-WOO3-2026",
        lang: Lang::ZhCn,
        grants: &[
            (("office-365", Support), "contoso", 365, Consented("wang.fei")),
            (("azure", Provisioning), "northwind", 365, Active),
            (("azure", Support), "southridge", 365, Awaiting),
        ],
        ended: None,
    };
    past.accept(&invite, &accepted).await?;

    let phone = Invite {
        suggested: Some("contoso"),
        asks: &[("exchange-online", Support), ("intune", Provisioning)],
        ..Invite::addressed(
            "phone",
            NORTHWIND,
            "The Phone Company: mail and devices",
            ("nancy.davolio@phone.example", Some("Nancy Davolio")),
            21,
            9,
        )
    };
    past.invite(&phone).await?;
    past.forward(&phone, "phone", NORTHWIND, phone.recipient, 21, Post::Queued).await?;

    let coho = Invite {
        lang: Lang::ZhCn,
        asks: &[("power-bi", Support)],
        ..Invite::addressed("coho-again", NORTHWIND, "Coho 酒庄：重新合作", ("pan.ying@coho.example", Some("Pan Ying")), 12, 2)
    };
    past.invite(&coho).await?;
    past.forward(&coho, "coho-again", NORTHWIND, coho.recipient, 12, Post::Queued).await?;
    past.open(&coho, Some("coho-again"), ("coho", "pan.ying"), 10).await?;
    past.counter_offer(&coho, ("coho", "pan.ying"), 9, &[("power-bi", Support)], 90, "一年太长，先试三个月。").await?;

    let declined = Invite {
        lang: Lang::ZhCn,
        asks: &[("dynamics-365", Provisioning), ("dynamics-365", Support)],
        state: (State::Declined, "song.mei", 11),
        ..Invite::addressed("blue-yonder", NORTHWIND, "Blue Yonder 航空", ("song.mei@blue-yonder.example", Some("Song Mei")), 14, 16)
    };
    past.invite(&declined).await?;
    past.forward(&declined, "blue-yonder", NORTHWIND, declined.recipient, 14, Post::Sent).await?;
    past.decline(&declined, Some("blue-yonder"), ("blue-yonder", "song.mei"), 11, "我们已与其他合作伙伴续约。").await?;

    let revoked = Invite {
        asks: &[("entra-id", Provisioning)],
        state: (State::Revoked, "sun.yue", 25),
        ..Invite::addressed("revoked", ("northwind", "sun.yue"), "Wrong address, sent again", ("info@vanarsdel.example", None), 26, 4)
    };
    past.invite(&revoked).await?;
    past.forward(&revoked, "revoked", ("northwind", "sun.yue"), revoked.recipient, 26, Post::Sent).await?;

    let expired = Invite {
        asks: &[("teams", Support)],
        ..Invite::addressed("expired", ("northwind", "sun.yue"), "Teams support, spring", ("it@margies.example", None), 60, -30)
    };
    past.invite(&expired).await?;
    past.forward(&expired, "expired", ("northwind", "sun.yue"), expired.recipient, 60, Post::Sent).await?;
    for (step, ago) in [(ReminderStep::ThirdDay, 57), (ReminderStep::SeventhDay, 53), (ReminderStep::LastDays, 33)] {
        past.remind(&expired, "expired", step, 60, ago).await?;
    }

    let bounced = Invite {
        asks: &[("exchange-online", Support)],
        ..Invite::addressed("fourth-coffee", NORTHWIND, "Fourth Coffee: mail", ("it@fourth-cofee.example", Some("Olivia Wilson")), 2, 28)
    };
    past.invite(&bounced).await?;
    let unknown = Post::Dead("refused: 550 5.1.1 no such user");
    past.forward(&bounced, "fourth-coffee", NORTHWIND, bounced.recipient, 2, unknown).await?;

    let paused = Invite {
        lang: Lang::ZhCn,
        days: 180,
        asks: &[("azure", Support), ("intune", Support)],
        state: (State::Paused, "zhou.min", 6),
        ..Invite::standing("azure-move", ("northwind", "zhou.min"), "Azure 迁移计划", 80)
    };
    past.invite(&paused).await?;
    past.hand_over(&paused, "contoso", 79, None).await?;
    past.revise(&paused, 365, &[("azure", Provisioning), ("azure", Support)], &["contoso"], 40).await?;

    let relationship_only =
        Invite { frozen: false, expires: Some(60), ..Invite::standing("no-delegation", NORTHWIND, "Relationship only", 1) };
    past.invite(&relationship_only).await
}

/// What is over, or nearly.
async fn old_ones_of_northwind(past: &mut Past<'_>) -> Result<(), Problem> {
    let old = Invite {
        asks: &[
            ("exchange-online", Provisioning),
            ("exchange-online", Support),
            ("sharepoint-online", Support),
            ("intune", Support),
            ("teams", Support),
        ],
        suggested: Some("contoso"),
        state: (State::Revoked, "lin.wei", 140),
        ..Invite::standing("programme-2025", NORTHWIND, "Programme of 2025", 400)
    };
    past.invite(&old).await?;
    for reseller in ["contoso", "southridge"] {
        past.hand_over(&old, reseller, 240, None).await?;
    }
    past.forward(&old, "margies", NORTHWIND, Some(("margie.chu@margies.example", Some("Margie Chu"))), 357, Post::Sent).await?;
    let margies = Acceptance {
        customer: ("margies", "margie.chu"),
        forward: Some(("margies", "northwind")),
        ago: 355,
        reference: "M-MAR4-2025",
        lang: Lang::En,
        grants: &[
            (("exchange-online", Support), "contoso", 365, Consented("wang.fei")),
            (("sharepoint-online", Support), "northwind", 380, Active),
            (("teams", Support), "contoso", 180, Expired),
        ],
        ended: None,
    };
    past.accept(&old, &margies).await?;
    let graphic = Acceptance {
        customer: ("graphic", "ren.jie"),
        forward: None,
        ago: 300,
        reference: "M-GRA5-2026",
        lang: Lang::ZhCn,
        grants: &[(("exchange-online", Provisioning), "northwind", 365, Replaced("proseware", 50))],
        ended: None,
    };
    past.accept(&old, &graphic).await?;
    let coho = Acceptance {
        customer: ("coho", "pan.ying"),
        forward: None,
        ago: 280,
        reference: "M-COH6-2026",
        lang: Lang::ZhCn,
        grants: &[
            (("exchange-online", Support), "contoso", 365, RelationshipEnded("lin.wei", 60)),
            (("intune", Support), "northwind", 365, RelationshipEnded("lin.wei", 60)),
        ],
        ended: Some(("lin.wei", 60)),
    };
    past.accept(&old, &coho).await?;
    past.forward(&old, "vanarsdel", ("southridge", "shen.lei"), Some(("xie.qiang@vanarsdel.example", Some("Xie Qiang"))), 152, Post::Sent)
        .await?;
    // The partnership with Southridge ended afterwards: its delegation is left over.
    let vanarsdel = Acceptance {
        customer: ("vanarsdel", "xie.qiang"),
        forward: Some(("vanarsdel", "southridge")),
        ago: 150,
        reference: "M-VAN7-2026",
        lang: Lang::ZhCn,
        grants: &[
            (("sharepoint-online", Support), "southridge", 365, Consented("shen.lei")),
            (("intune", Support), "wide-world", 365, Refused("peter.novak", 148)),
        ],
        ended: None,
    };
    past.accept(&old, &vanarsdel).await
}

/// The second provider: works for one of Northwind's customers in other services, replaced it at another, and asks a third.
async fn proseware(past: &mut Past<'_>) -> Result<(), Problem> {
    let invite = Invite {
        lang: Lang::ZhCn,
        suggested: Some("adventure-works"),
        asks: &[("exchange-online", Provisioning), ("exchange-online", Support), ("power-bi", Provisioning), ("azure", Support)],
        expires: Some(120),
        ..Invite::standing("proseware", PROSEWARE, "中小企业云服务", 210)
    };
    past.invite(&invite).await?;
    past.hand_over(&invite, "adventure-works", 209, None).await?;
    past.forward(
        &invite,
        "proseware-litware",
        ("adventure-works", "yang.jing"),
        Some(("jiang.ning@litware.example", None)),
        203,
        Post::Sent,
    )
    .await?;
    let litware = Acceptance {
        customer: ("litware", "jiang.ning"),
        forward: Some(("proseware-litware", "adventure-works")),
        ago: 200,
        reference: "M-LIT8-2026",
        lang: Lang::ZhCn,
        grants: &[(("power-bi", Provisioning), "proseware", 365, Active), (("azure", Support), "adventure-works", 365, Active)],
        ended: None,
    };
    past.accept(&invite, &litware).await?;
    let graphic = Acceptance {
        customer: ("graphic", "ren.jie"),
        forward: None,
        ago: 50,
        reference: "M-GRA9-2026",
        lang: Lang::ZhCn,
        grants: &[
            (("exchange-online", Provisioning), "proseware", 365, Active),
            (("exchange-online", Support), "adventure-works", 365, Consented("maria.orlova")),
        ],
        ended: None,
    };
    past.accept(&invite, &graphic).await?;

    // Northwind provisions Exchange Online there already: accepting this means replacing it (D13).
    let fabrikam = Invite {
        lang: Lang::ZhCn,
        asks: &[("exchange-online", Provisioning), ("power-bi", Support)],
        ..Invite::addressed(
            "proseware-fabrikam",
            PROSEWARE,
            "Fabrikam 制造：邮件迁移",
            ("zhao.min@fabrikam.example", Some("Zhao Min")),
            4,
            26,
        )
    };
    past.invite(&fabrikam).await?;
    past.forward(&fabrikam, "proseware-fabrikam", PROSEWARE, fabrikam.recipient, 4, Post::Queued).await?;
    past.open(&fabrikam, Some("proseware-fabrikam"), ("fabrikam", "qian.bo"), 3).await?;
    Ok(())
}

/// A direct partner, and a provider in another market.
async fn direct_and_abroad(past: &mut Past<'_>) -> Result<(), Problem> {
    let power = Invite {
        asks: &[("azure", Provisioning), ("azure", Support), ("entra-id", Provisioning)],
        state: (State::Accepted, "david.hart", 90),
        ..Invite::addressed("city-power", TREY, "City Power: Azure", ("david.hart@city-power.example", Some("David Hart")), 92, -62)
    };
    past.invite(&power).await?;
    past.forward(&power, "city-power", TREY, power.recipient, 92, Post::Sent).await?;
    let accepted = Acceptance {
        customer: ("city-power", "david.hart"),
        forward: Some(("city-power", "trey")),
        ago: 90,
        reference: "M-CIT0-2026",
        lang: Lang::En,
        grants: &[(("azure", Provisioning), "trey", 100, Active), (("azure", Support), "trey", 365, Active)],
        ended: None,
    };
    past.accept(&power, &accepted).await?;

    let east = Invite {
        lang: Lang::Ru,
        suggested: Some("pervy"),
        asks: &[("office-365", Support), ("exchange-online", Provisioning), ("exchange-online", Support)],
        ..Invite::standing("east", RELECLOUD, "Облачная почта для бизнеса", 190)
    };
    past.invite(&east).await?;
    past.hand_over(&east, "pervy", 189, None).await?;
    let pervy = ("pervy", "oleg.kuznetsov");
    past.forward(&east, "veter", pervy, Some(("anna.morozova@veter.example", Some("Анна Морозова"))), 64, Post::Sent).await?;
    let accepted = Acceptance {
        customer: ("veter", "anna.morozova"),
        forward: Some(("veter", "pervy")),
        ago: 60,
        reference: "M-VET1-2026",
        lang: Lang::Ru,
        grants: &[(("office-365", Support), "pervy", 365, Active), (("exchange-online", Provisioning), "relecloud", 365, Active)],
        ended: None,
    };
    past.accept(&east, &accepted).await?;
    past.forward(&east, "lampa", pervy, Some(("pavel.lebedev@lampa.example", Some("Павел Лебедев"))), 5, Post::Queued).await?;
    past.open(&east, Some("lampa"), ("lampa", "pavel.lebedev"), 4).await?;
    Ok(())
}
