//! Who gets in where: every route of the portal and every kind of person.

mod forms;
mod looking;
mod matrix;
mod others;
mod routes;

pub use routes::{Route, routes};

use crate::world::{self, Person};

/// Every kind of person; the columns of the matrix.
const KINDS: [(&str, Option<Person>); 23] = [
    ("anonymous", None),
    ("provider global admin", Some(world::ZHANG_WEI)),
    ("provider admin agent", Some(world::HE_LIN)),
    ("provider sales agent", Some(world::LIU_FANG)),
    ("provider helpdesk agent", Some(world::WANG_LEI)),
    ("provider billing admin", Some(world::CHEN_JING)),
    ("provider user management admin", Some(world::SUN_HAO)),
    ("provider nobody", Some(world::GUO_MIN)),
    ("direct partner global admin", Some(world::FENG_XIN)),
    ("suspended provider global admin", Some(world::YE_QIU)),
    ("reseller global admin", Some(world::HUANG_LAN)),
    ("reseller admin agent", Some(world::LI_NA)),
    ("reseller sales agent", Some(world::ZHAO_YONG)),
    ("reseller helpdesk agent", Some(world::WU_TAO)),
    ("reseller billing admin", Some(world::XU_BO)),
    ("reseller user management admin", Some(world::MA_LI)),
    ("reseller nobody", Some(world::LUO_YI)),
    ("customer global admin", Some(world::ZHAO_MIN)),
    ("customer billing admin", Some(world::QIAN_DUO)),
    ("customer reader", Some(world::SHEN_KE)),
    ("operator admin", Some(world::OLGA_PETROVA)),
    ("operator auditor", Some(world::AN_QING)),
    ("member of two organizations", Some(world::MEI_TANG)),
];
