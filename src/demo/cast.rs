//! Who is in the demo: organizations of every kind, and people in every role. All are invented; no address can receive mail.

use super::{Person, id, past::Past, role_key, store};
use crate::{
    access::roles::{
        Admin::{self, Auditor, BillingAdmin, GlobalAdmin, OperatorAdmin, Reader, UserManagementAdmin},
        Agent::{self, AdminAgent, HelpdeskAgent, SalesAgent},
    },
    audit::{Event, Kind as What},
    i18n::Lang,
    organizations::Kind::{self, *},
    problem::Problem,
};

/// An organization: key, kind, name, partner ID, country.
pub(super) struct Org {
    pub key: &'static str,
    pub kind: Kind,
    pub name: &'static str,
    pub partner_id: Option<&'static str>,
    pub country: &'static str,
    /// Days ago.
    pub since: i64,
}

const fn partner(key: &'static str, kind: Kind, name: &'static str, partner_id: &'static str, country: &'static str) -> Org {
    Org { key, kind, name, partner_id: Some(partner_id), country, since: 420 }
}

const fn customer(key: &'static str, name: &'static str, country: &'static str, since: i64) -> Org {
    Org { key, kind: Customer, name, partner_id: None, country, since }
}

/// Every organization. The key is also the first part of its domain.
pub(super) const ORGS: [Org; 24] = [
    Org { key: "operations", kind: Operator, name: "Mandate Operations", partner_id: None, country: "CN", since: 430 },
    partner("northwind", IndirectProvider, "Northwind Distribution", "4417203", "CN"),
    partner("proseware", IndirectProvider, "Proseware 云分销", "4417318", "CN"),
    partner("relecloud", IndirectProvider, "Релеклауд Дистрибуция", "4417532", "RU"),
    partner("trey", DirectPartner, "Trey Research", "4417425", "CN"),
    partner("contoso", IndirectReseller, "Contoso Cloud", "4420011", "CN"),
    partner("adventure-works", IndirectReseller, "Adventure Works", "4420025", "CN"),
    partner("wide-world", IndirectReseller, "Wide World Importers", "4420039", "CN"),
    partner("lamna", IndirectReseller, "Lamna 云服务", "4420043", "CN"),
    partner("southridge", IndirectReseller, "Southridge 信息技术", "4420057", "CN"),
    partner("pervy", IndirectReseller, "Первый Облачный", "4420061", "RU"),
    customer("fabrikam", "Fabrikam 制造有限公司", "CN", 121),
    customer("litware", "Litware Shanghai", "CN", 201),
    customer("tailspin", "Tailspin Toys", "CN", 9),
    customer("woodgrove", "Woodgrove 银行", "CN", 3),
    customer("margies", "Margie 旅行社", "CN", 356),
    customer("graphic", "Graphic Design Institute", "CN", 301),
    customer("blue-yonder", "Blue Yonder 航空", "CN", 13),
    customer("city-power", "City Power & Light", "CN", 91),
    customer("coho", "Coho 酒庄", "CN", 281),
    customer("vanarsdel", "VanArsdel 汽车", "CN", 151),
    customer("veter", "Северный Ветер", "RU", 61),
    customer("lampa", "Лампа и партнёры", "RU", 5),
    customer("phone", "The Phone Company", "CN", 22),
];

/// An organization of the cast by its key.
pub(super) fn org(key: &str) -> &'static Org {
    ORGS.iter().find(|org| org.key == key).unwrap_or(&ORGS[0])
}

struct Player {
    name: &'static str,
    email: &'static str,
    lang: Lang,
    /// Organization, agent and admin setting; the first is the one they act for first.
    places: &'static [(&'static str, Agent, Admin)],
}

const fn player(name: &'static str, email: &'static str, lang: Lang, places: &'static [(&'static str, Agent, Admin)]) -> Player {
    Player { name, email, lang, places }
}

/// Every person. The part of the address before the @ is unique, and is how the story calls them.
const PLAYERS: &[Player] = &[
    player("Chen Hao", "chen.hao@operations.example", Lang::En, &[("operations", Agent::None, OperatorAdmin)]),
    player("Xu Lan", "xu.lan@operations.example", Lang::ZhCn, &[("operations", Agent::None, Auditor)]),
    player("Lin Wei", "lin.wei@northwind.example", Lang::En, &[("northwind", AdminAgent, Admin::None)]),
    player("Zhou Min", "zhou.min@northwind.example", Lang::ZhCn, &[("northwind", Agent::None, GlobalAdmin)]),
    player("Sun Yue", "sun.yue@northwind.example", Lang::ZhCn, &[("northwind", SalesAgent, Admin::None)]),
    player("Guo Tao", "guo.tao@northwind.example", Lang::En, &[("northwind", HelpdeskAgent, Admin::None)]),
    player("He Li", "he.li@northwind.example", Lang::ZhCn, &[("northwind", Agent::None, BillingAdmin)]),
    player("Tang Rui", "tang.rui@northwind.example", Lang::En, &[("northwind", Agent::None, UserManagementAdmin)]),
    player("Ma Chao", "ma.chao@northwind.example", Lang::ZhCn, &[("northwind", Agent::None, Admin::None)]),
    player("Gao Jing", "gao.jing@proseware.example", Lang::ZhCn, &[("proseware", AdminAgent, GlobalAdmin)]),
    player("Sarah Miller", "sarah.miller@trey.example", Lang::En, &[("trey", AdminAgent, GlobalAdmin)]),
    player("Ирина Волкова", "irina.volkova@relecloud.example", Lang::Ru, &[("relecloud", AdminAgent, GlobalAdmin)]),
    player("Wang Fei", "wang.fei@contoso.example", Lang::ZhCn, &[("contoso", Agent::None, GlobalAdmin)]),
    player("Deng Xin", "deng.xin@contoso.example", Lang::En, &[("contoso", SalesAgent, Admin::None)]),
    player("Luo Na", "luo.na@contoso.example", Lang::ZhCn, &[("contoso", HelpdeskAgent, Admin::None)]),
    player("Maria Orlova", "maria.orlova@adventure-works.example", Lang::En, &[("adventure-works", AdminAgent, GlobalAdmin)]),
    player(
        "Yang Jing",
        "yang.jing@adventure-works.example",
        Lang::ZhCn,
        &[("adventure-works", SalesAgent, Admin::None), ("litware", Agent::None, Reader)],
    ),
    player("Peter Novak", "peter.novak@wide-world.example", Lang::En, &[("wide-world", AdminAgent, GlobalAdmin)]),
    player("Fang Yi", "fang.yi@lamna.example", Lang::ZhCn, &[("lamna", Agent::None, GlobalAdmin)]),
    player("Shen Lei", "shen.lei@southridge.example", Lang::ZhCn, &[("southridge", AdminAgent, GlobalAdmin)]),
    player("Олег Кузнецов", "oleg.kuznetsov@pervy.example", Lang::Ru, &[("pervy", AdminAgent, GlobalAdmin)]),
    player("Zhao Min", "zhao.min@fabrikam.example", Lang::ZhCn, &[("fabrikam", Agent::None, GlobalAdmin)]),
    player("Qian Bo", "qian.bo@fabrikam.example", Lang::ZhCn, &[("fabrikam", Agent::None, BillingAdmin)]),
    player("Wu Fang", "wu.fang@fabrikam.example", Lang::En, &[("fabrikam", Agent::None, Reader)]),
    player("Jiang Ning", "jiang.ning@litware.example", Lang::En, &[("litware", Agent::None, GlobalAdmin)]),
    player("Kim Abercrombie", "kim.abercrombie@tailspin.example", Lang::En, &[("tailspin", Agent::None, GlobalAdmin)]),
    player("Cao Ling", "cao.ling@woodgrove.example", Lang::ZhCn, &[("woodgrove", Agent::None, GlobalAdmin)]),
    player("Margie Chu", "margie.chu@margies.example", Lang::En, &[("margies", Agent::None, GlobalAdmin)]),
    player("Ren Jie", "ren.jie@graphic.example", Lang::ZhCn, &[("graphic", Agent::None, GlobalAdmin)]),
    player("Song Mei", "song.mei@blue-yonder.example", Lang::ZhCn, &[("blue-yonder", Agent::None, GlobalAdmin)]),
    player("David Hart", "david.hart@city-power.example", Lang::En, &[("city-power", Agent::None, GlobalAdmin)]),
    player("Pan Ying", "pan.ying@coho.example", Lang::ZhCn, &[("coho", Agent::None, GlobalAdmin)]),
    player("Xie Qiang", "xie.qiang@vanarsdel.example", Lang::ZhCn, &[("vanarsdel", Agent::None, GlobalAdmin)]),
    player("Анна Морозова", "anna.morozova@veter.example", Lang::Ru, &[("veter", Agent::None, GlobalAdmin)]),
    player("Павел Лебедев", "pavel.lebedev@lampa.example", Lang::Ru, &[("lampa", Agent::None, GlobalAdmin)]),
    player("Nancy Davolio", "nancy.davolio@phone.example", Lang::En, &[("phone", Agent::None, GlobalAdmin)]),
    player("Bai Xue", "bai.xue@newcomer.example", Lang::ZhCn, &[]),
];

/// Who was asked to join and has not set up the account yet: cannot sign in.
const INVITED: &str = "ma.chao";

/// Everybody who may sign in, in the order in which a newcomer meets them.
pub fn people() -> Vec<Person> {
    PLAYERS
        .iter()
        .filter(|player| call(player) != INVITED)
        .map(|player| {
            let place = player.places.first();
            Person {
                name: player.name,
                email: player.email,
                organization: place.map(|(key, ..)| org(key).name),
                kind: place.map(|(key, ..)| org(key).kind),
                role_key: place.map_or("none", |(_, agent, admin)| role_key(*agent, *admin)),
                other: player.places.get(1).map(|(key, ..)| org(key).name),
            }
        })
        .collect()
}

fn call(player: &Player) -> &'static str {
    player.email.split('@').next().unwrap_or_default()
}

/// Somebody's name and address by how the story calls them.
pub(super) fn known(call_name: &str) -> Option<(&'static str, &'static str)> {
    PLAYERS.iter().find(|player| call(player) == call_name).map(|player| (player.name, player.email))
}

/// Puts everybody on the stage.
pub(super) async fn enter(past: &mut Past<'_>, hash: &str) -> Result<(), Problem> {
    for org in &ORGS {
        let at = past.ago(org.since);
        store::add_organization(past.tx, org, at).await?;
        if org.kind.is_partner() {
            let event = Event::new(What::OrganizationRegistered)
                .concerning([past.org(org.key)])
                .with(serde_json::json!({ "organization": org.name, "kind": org.kind }));
            past.note(at, "chen.hao", "operations", event);
        }
    }
    for player in PLAYERS {
        let invited = call(player) == INVITED;
        let since = player.places.first().map_or(1, |(key, ..)| org(key).since.min(if invited { 2 } else { 400 }));
        let at = past.ago(since);
        let user = id("user", call(player));
        store::add_user(past.tx, user, player.name, player.email, player.lang, (!invited).then_some(hash), at).await?;
        for (place, agent, admin) in player.places {
            if invited {
                store::add_offer(past.tx, user, (player.name, player.email), org(place), (*agent, *admin), at).await?;
            } else {
                store::add_membership(past.tx, user, org(place), *agent, *admin, at).await?;
            }
        }
        if invited {
            let event = Event::new(What::AccountInvited).with(serde_json::json!({ "person": player.name }));
            past.note(at, "tang.rui", "northwind", event);
        }
    }
    store::suspend(past.tx, past.org("lamna"), "Invoice 2026-0817 has not been paid.", past.ago(16)).await?;
    let event = Event::new(What::OrganizationSuspended)
        .concerning([past.org("lamna")])
        .with(serde_json::json!({ "organization": org("lamna").name, "reason": "Invoice 2026-0817 has not been paid." }));
    past.note(past.ago(16), "chen.hao", "operations", event);
    Ok(())
}
