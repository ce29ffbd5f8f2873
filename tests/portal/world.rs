//! The small world that everybody knows: who sells to whom, who works for whom, and what each person may do.
//!
//! Northwind Traders is an indirect provider with people of every setting; Contoso and Adventure Works are its resellers.
//! Proseware is another provider, with its reseller Wingtip Toys. Tailspin Toys is a direct partner. Woodgrove is a
//! provider that the operator has suspended. Fabrikam and Litware are customers, Kronos is one in another market.

use std::{
    fmt::Write,
    sync::{Arc, LazyLock},
};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use mandate::links::{Kind, Link};
use uuid::Uuid;

use crate::{
    browser::Browser,
    harness::{Database, Portal, Setting},
};

/// The password of everybody.
pub const PASSWORD: &str = "an unlikely pass phrase";

/// A company of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// Its partner ID, if it is a partner.
    pub partner_id: &'static str,
    /// Its market.
    pub country: &'static str,
    number: u128,
}

impl Company {
    const fn new(number: u128, name: &'static str, kind: &'static str, partner_id: &'static str, country: &'static str) -> Self {
        Self { name, kind, partner_id, country, number }
    }

    /// Its id.
    pub fn id(&self) -> Uuid {
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + self.number)
    }

    /// The domain of its addresses.
    pub fn domain(&self) -> String {
        format!("{}.example", self.name.split(' ').next().unwrap().to_lowercase())
    }
}

pub const OPERATOR: Company = Company::new(1, "Mandate Operations", "operator", "", "CN");
pub const NORTHWIND: Company = Company::new(2, "Northwind Traders", "indirect-provider", "1000001", "CN");
pub const CONTOSO: Company = Company::new(3, "Contoso", "indirect-reseller", "1000002", "CN");
pub const ADVENTURE_WORKS: Company = Company::new(4, "Adventure Works", "indirect-reseller", "1000003", "CN");
pub const PROSEWARE: Company = Company::new(5, "Proseware", "indirect-provider", "1000004", "CN");
pub const WINGTIP: Company = Company::new(6, "Wingtip Toys", "indirect-reseller", "1000005", "CN");
pub const TAILSPIN: Company = Company::new(7, "Tailspin Toys", "direct-partner", "1000006", "CN");
pub const WOODGROVE: Company = Company::new(8, "Woodgrove", "indirect-provider", "1000007", "CN");
pub const FABRIKAM: Company = Company::new(9, "Fabrikam", "customer", "", "CN");
pub const LITWARE: Company = Company::new(10, "Litware", "customer", "", "CN");
pub const KRONOS: Company = Company::new(11, "Kronos", "customer", "", "RU");

/// Every company.
pub const COMPANIES: [Company; 11] =
    [OPERATOR, NORTHWIND, CONTOSO, ADVENTURE_WORKS, PROSEWARE, WINGTIP, TAILSPIN, WOODGROVE, FABRIKAM, LITWARE, KRONOS];

/// Somebody of the world.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// The name.
    pub name: &'static str,
    /// The company.
    pub company: Company,
    /// The agent setting there.
    pub agent: &'static str,
    /// The admin setting there.
    pub admin: &'static str,
    number: u128,
}

impl Person {
    /// The id.
    pub fn id(&self) -> Uuid {
        Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 + self.number)
    }

    /// The address: `zhao.min@fabrikam.example`.
    pub fn email(&self) -> String {
        format!("{}@{}", self.name.to_lowercase().replace(' ', "."), self.company.domain())
    }
}

macro_rules! people {
    ($($name:ident = $number:literal $called:literal of $company:ident, $agent:literal, $admin:literal;)*) => {
        $(pub const $name: Person = Person { name: $called, company: $company, agent: $agent, admin: $admin, number: $number };)*
        /// Everybody.
        pub const PEOPLE: &[Person] = &[$($name),*];
    };
}

people! {
    OLGA_PETROVA = 1 "Olga Petrova" of OPERATOR, "none", "operator-admin";
    AN_QING = 2 "An Qing" of OPERATOR, "none", "auditor";
    ZHANG_WEI = 10 "Zhang Wei" of NORTHWIND, "none", "global-admin";
    HE_LIN = 11 "He Lin" of NORTHWIND, "admin-agent", "none";
    LIU_FANG = 12 "Liu Fang" of NORTHWIND, "sales-agent", "none";
    WANG_LEI = 13 "Wang Lei" of NORTHWIND, "helpdesk-agent", "none";
    CHEN_JING = 14 "Chen Jing" of NORTHWIND, "none", "billing-admin";
    SUN_HAO = 15 "Sun Hao" of NORTHWIND, "none", "user-management-admin";
    GUO_MIN = 16 "Guo Min" of NORTHWIND, "none", "none";
    HUANG_LAN = 20 "Huang Lan" of CONTOSO, "none", "global-admin";
    LI_NA = 21 "Li Na" of CONTOSO, "admin-agent", "none";
    ZHAO_YONG = 22 "Zhao Yong" of CONTOSO, "sales-agent", "none";
    WU_TAO = 23 "Wu Tao" of CONTOSO, "helpdesk-agent", "none";
    XU_BO = 24 "Xu Bo" of CONTOSO, "none", "billing-admin";
    MA_LI = 25 "Ma Li" of CONTOSO, "none", "user-management-admin";
    LUO_YI = 26 "Luo Yi" of CONTOSO, "none", "none";
    ZHOU_JIE = 30 "Zhou Jie" of ADVENTURE_WORKS, "admin-agent", "global-admin";
    PAN_YU = 40 "Pan Yu" of PROSEWARE, "admin-agent", "global-admin";
    DU_KAI = 50 "Du Kai" of WINGTIP, "admin-agent", "global-admin";
    FENG_XIN = 60 "Feng Xin" of TAILSPIN, "admin-agent", "global-admin";
    YE_QIU = 70 "Ye Qiu" of WOODGROVE, "admin-agent", "global-admin";
    ZHAO_MIN = 80 "Zhao Min" of FABRIKAM, "none", "global-admin";
    QIAN_DUO = 81 "Qian Duo" of FABRIKAM, "none", "billing-admin";
    SHEN_KE = 82 "Shen Ke" of FABRIKAM, "none", "reader";
    LIN_TAO = 90 "Lin Tao" of LITWARE, "none", "global-admin";
    IVAN_SMIRNOV = 95 "Ivan Smirnov" of KRONOS, "none", "global-admin";
    // She reads for Litware as well: somebody with two organizations.
    MEI_TANG = 97 "Mei Tang" of CONTOSO, "sales-agent", "none";
}

/// A second organization of Mei Tang's.
pub const MEI_TANGS_OTHER: Company = LITWARE;

/// Who works with whom: provider, reseller.
const PARTNERSHIPS: [(Company, Company, Person, Person); 3] =
    [(NORTHWIND, CONTOSO, ZHANG_WEI, HUANG_LAN), (NORTHWIND, ADVENTURE_WORKS, ZHANG_WEI, ZHOU_JIE), (PROSEWARE, WINGTIP, PAN_YU, DU_KAI)];

/// A hash of everybody's password that is quick to check. Real ones are Argon2id with the portal's own parameters.
static QUICK_HASH: LazyLock<String> = LazyLock::new(|| {
    let quick = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
    quick.hash_password(PASSWORD.as_bytes()).unwrap().to_string()
});

/// The world in SQL.
pub fn sql() -> String {
    let mut sql = String::new();
    for company in COMPANIES {
        let (id, name, kind, country) = (company.id(), company.name, company.kind, company.country);
        let partner_id = if company.partner_id.is_empty() { "null".to_owned() } else { format!("'{}'", company.partner_id) };
        let suspended = company == WOODGROVE;
        let (state, at, why) =
            if suspended { ("suspended", "now()", "'Invoices of two months are unpaid.'") } else { ("active", "null", "null") };
        let domain = company.domain();
        let _ = writeln!(
            sql,
            "insert into organizations (id, kind, name, partner_id, registered_id, domain, domain_confirmed_at, country, contact_email, state, suspended_at, suspended_reason)
             values ('{id}', '{kind}', '{name}', {partner_id}, '9131000{:011}', '{domain}', now(), '{country}', 'contact@{domain}', '{state}', {at}, {why});",
            company.number
        );
    }
    for person in PEOPLE {
        let (id, name, email, hash) = (person.id(), person.name, person.email(), &*QUICK_HASH);
        let _ = writeln!(
            sql,
            "insert into users (id, email, name, password_hash, email_confirmed_at) values ('{id}', '{email}', '{name}', '{hash}', now());"
        );
        let _ = membership(&mut sql, *person, person.company, person.agent, person.admin);
    }
    let _ = membership(&mut sql, MEI_TANG, MEI_TANGS_OTHER, "none", "reader");
    for (number, (provider, reseller, inviter, answerer)) in PARTNERSHIPS.into_iter().enumerate() {
        let id = Uuid::from_u128(0x0190_0000_0000_7000_a000_0000_0000_0000 + number as u128);
        let _ = writeln!(
            sql,
            "insert into partnerships (id, provider_id, reseller_id, state, recipient_email, language, invited_by, invited_at, expires_at, answered_by, answered_at)
             values ('{id}', '{}', '{}', 'active', '{}', 'en', '{}', now() - interval '40 days', now() - interval '10 days', '{}', now() - interval '39 days');",
            provider.id(),
            reseller.id(),
            answerer.email(),
            inviter.id(),
            answerer.id(),
        );
    }
    sql
}

fn membership(sql: &mut String, person: Person, company: Company, agent: &str, admin: &str) -> std::fmt::Result {
    writeln!(
        sql,
        "insert into memberships (user_id, org_id, org_kind, agent, admin, created_at)
         values ('{}', '{}', '{}', '{agent}', '{admin}', now() + interval '{} seconds');",
        person.id(),
        company.id(),
        company.kind,
        u8::from(company != person.company)
    )
}

/// The world with a portal in it. The portal stops before its database goes.
pub struct World {
    /// The portal.
    pub portal: Portal,
    /// Its database.
    pub database: Arc<Database>,
}

impl World {
    /// A world of one's own.
    pub async fn new() -> Self {
        Self::with(Setting::default()).await
    }

    /// A world whose portal is different in something.
    pub async fn with(setting: Setting) -> Self {
        let database = Database::with_the_world().await;
        Self { portal: Portal::with(database.url(), setting), database: Arc::new(database) }
    }

    /// Somebody whom the portal has never seen.
    pub fn somebody(&self) -> Browser {
        Browser::new(&self.portal.url)
    }

    /// Somebody who has just signed in.
    pub async fn visits(&self, person: Person) -> Browser {
        let browser = self.somebody();
        self.signs_in(&browser, person).await;
        browser
    }

    /// Signs somebody in at a browser.
    pub async fn signs_in(&self, browser: &Browser, person: Person) {
        let page = browser.posts_with_token("/sign-in", &[("email", &person.email()), ("password", PASSWORD)]).await;
        assert_eq!(page.status, 303, "{} signs in: {}", person.name, page.told());
    }

    /// The path of a link to something.
    pub fn path_of(&self, kind: Kind, id: Uuid, generation: i32) -> String {
        format!("{}{}", kind.path(), Link::new(kind, id, generation).token(&self.portal.keys))
    }
}
