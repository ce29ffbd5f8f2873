//! Access: who is asking, what they may do, and the proofs of it that actions demand.

pub mod enter;
pub mod policy;
pub mod proofs;
pub mod roles;
pub mod session;
pub(crate) mod store;
mod visitor;

pub use policy::Right;
pub use proofs::{CustomerAdmin, May, Member, SignedIn};
pub use visitor::{Place, Visitor};
