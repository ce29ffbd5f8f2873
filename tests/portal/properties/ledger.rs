//! What the database says after an act, read by itself: the laws that hold whatever anybody does.

use std::collections::{BTreeMap, BTreeSet};

use tokio_postgres::Client;

/// D13: two transacting partners in one service of one customer.
const RIVALS: &str = "select format('%s and %s both have %s of %s', min(h.name), max(h.name), d.service, c.name)
   from delegations d join organizations h on h.id = d.holder_id join organizations c on c.id = d.customer_id
  where d.state <> 'ended' and d.ends_at > now() and h.kind in ('direct-partner', 'indirect-provider')
  group by c.name, d.service having count(distinct d.holder_id) > 1";

/// D10, D12, as the terms were when they were accepted: in force without a global admin of the customer having said so, or without the holder's own yes where one is due.
const UNASKED: &str = "with terms as (
    select i.id as invitation_id, i.revision, i.suggested_holder_id,
           array(select s.service || '/' || s.purpose from invitation_services s where s.invitation_id = i.id) as asks from invitations i
    union all select r.invitation_id, r.revision, r.suggested_holder_id, r.asks from invitation_revisions r)
 select format('%s works in %s (%s) of %s', h.name, d.service, d.purpose, c.name)
   from delegations d join organizations h on h.id = d.holder_id join organizations c on c.id = d.customer_id
  where d.state = 'active' and d.ends_at > now() and not (
    (exists (select from acceptances a join terms t on (t.invitation_id, t.revision) = (a.invitation_id, a.revision) and d.service || '/' || d.purpose = any(t.asks)
               join memberships m on m.user_id = a.accepted_by and m.org_id = d.customer_id and m.admin = 'global-admin'
              where a.id = d.acceptance_id and (a.customer_id, a.inviter_id, a.accepted_by) = (d.customer_id, d.owner_id, d.granted_by))
     or exists (select from renewals r join memberships m on m.user_id = r.closed_by and m.org_id = d.customer_id and m.admin = 'global-admin'
                 where r.renewed_as = d.id and r.state = 'accepted' and r.closed_by = d.granted_by))
    and (d.holder_id = d.owner_id
     or exists (select from memberships m where m.user_id = d.answered_by and m.org_id = d.holder_id and (m.admin = 'global-admin' or m.agent = 'admin-agent'))
     or exists (select from acceptances a join terms t on (t.invitation_id, t.revision) = (a.invitation_id, a.revision)
                  join forwards f on f.id = a.forward_id and f.revision = a.revision
                 where a.id = d.acceptance_id and f.forwarder_id = d.holder_id and t.suggested_holder_id = d.holder_id)
     or exists (select from renewals r join memberships m on m.user_id = r.prepared_by and m.org_id = d.holder_id and (m.admin = 'global-admin' or m.agent = 'admin-agent')
                 where r.renewed_as = d.id and r.prepared_org_id = d.holder_id)))";

/// What may be done at this moment: by whom, for whom, in which service, for which purpose (D5, D8).
const ABLE: &str = "select distinct format('%s for %s in %s: %s', h.name, c.name, d.service, d.purpose)
   from delegations d join organizations h on h.id = d.holder_id join organizations c on c.id = d.customer_id
  where d.state = 'active' and d.ends_at > now() and h.state = 'active'";

/// What is not over, as the model says it as well.
const LIVING: &str = "select format('%s for %s under %s in %s: %s, %s, %s days', h.name, c.name, o.name, d.service, d.purpose, d.state,
          ceil(extract(epoch from d.ends_at - now()) / 86400)::int)
   from delegations d join organizations h on h.id = d.holder_id join organizations c on c.id = d.customer_id join organizations o on o.id = d.owner_id
  where d.state <> 'ended' and d.ends_at > now() order by 1";

/// Whose the relationships are, those that ended too; and that a delegation says the same.
const OWNERS: &str = "select r.id::text, format('%s owns %s', o.name, c.name) || coalesce((select string_agg(', but not by ' || d.id, '' order by d.id)
          from delegations d where d.relationship_id = r.id and (d.owner_id, d.customer_id) is distinct from (r.owner_id, r.customer_id)), '')
   from relationships r join organizations o on o.id = r.owner_id join organizations c on c.id = r.customer_id";

const SUBSCRIPTIONS: &str = "select coalesce(string_agg(to_jsonb(s)::text, e'\\n' order by s.id), '') from subscriptions s";

/// A moment of the database.
#[derive(Debug, Clone)]
pub struct Ledger {
    able: BTreeSet<String>,
    pub living: Vec<String>,
    owners: BTreeMap<String, String>,
    subscriptions: String,
}

async fn rows(db: &Client, query: &str) -> Vec<String> {
    db.query(query, &[]).await.expect(query).iter().map(|row| row.get(0)).collect()
}

impl Ledger {
    /// Reads it; what must never be is an error at once.
    pub async fn read(db: &Client) -> Result<Self, String> {
        let never = [("D13", RIVALS), ("D12", UNASKED)];
        for (rule, query) in never {
            if let Some(found) = rows(db, query).await.first() {
                return Err(format!("{rule} is broken: {found}"));
            }
        }
        let owners = db.query(OWNERS, &[]).await.expect("owners").iter().map(|row| (row.get(0), row.get(1))).collect();
        Ok(Self {
            able: rows(db, ABLE).await.into_iter().collect(),
            living: rows(db, LIVING).await,
            owners,
            subscriptions: rows(db, SUBSCRIPTIONS).await.remove(0),
        })
    }

    /// What an act must leave as it was, whatever it is; with `takes`, it may not give anybody an ability either.
    pub fn keeps(&self, before: &Self, takes: bool) -> Result<(), String> {
        if self.subscriptions != before.subscriptions {
            return Err(format!("D14 is broken, the subscriptions changed from\n{}\nto\n{}", before.subscriptions, self.subscriptions));
        }
        for (id, owner) in &before.owners {
            if self.owners.get(id) != Some(owner) {
                return Err(format!("the relationship {owner} became {:?}", self.owners.get(id)));
            }
        }
        if let Some(wrong) = self.owners.values().find(|owner| owner.contains(", but not by")) {
            return Err(format!("a delegation is not under its owner: {wrong}"));
        }
        let more: Vec<_> = self.able.difference(&before.able).collect();
        if takes && !more.is_empty() {
            return Err(format!("it takes away, and yet gave {more:?}"));
        }
        Ok(())
    }
}
