//! Rows of `agreements`, which are only ever added, and the acceptances that name them.

use diesel::{
    dsl::count_star,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{AcceptedBy, Publication, Version};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{acceptances, agreements, organizations, relationships},
    },
    i18n::Lang,
    ids::{Id, Organization, Relationship, User},
    organizations::Kind,
};

diesel::alias!(organizations as partners: Partners);

/// How many versions there can be before anybody notices: one a month for decades.
const MANY: i64 = 1000;

/// Every version there is, newest first; whoever publishes one locks none: a name is taken by whoever is first.
pub(super) async fn list_names(mut pg: &Pg) -> Result<Vec<String>> {
    Ok(agreements::table.select(agreements::version).distinct().order(agreements::version).load(&mut pg).await?)
}

/// The versions that whoever is asking may know of, newest first, and how often each was accepted.
pub(super) async fn list_versions(pg: &Pg) -> Result<Vec<Version>> {
    let texts = agreements::table
        .order((agreements::published_at.desc(), agreements::version.desc(), agreements::language))
        .limit(MANY * 3)
        .select((agreements::version, agreements::published_at, agreements::created_at, agreements::language));
    let counts = acceptances::table.group_by(acceptances::agreement_version).select((acceptances::agreement_version, count_star()));
    let (texts, counts): (Vec<(String, Timestamp, Timestamp, String)>, Vec<(String, i64)>) =
        futures_util::try_join!(async { texts.load(&mut &*pg).await }, async { counts.load(&mut &*pg).await })?;
    let mut versions: Vec<Version> = Vec::new();
    for (version, from, published_at, language) in texts {
        let language = Lang::parse(&language);
        match versions.last_mut() {
            Some(last) if last.version == version => last.languages.extend(language),
            _ => {
                let accepted = counts.iter().find(|(known, _)| *known == version).map_or(0, |(_, count)| *count);
                versions.push(Version { version, from, published_at, languages: language.into_iter().collect(), accepted });
            }
        }
    }
    Ok(versions)
}

/// The texts of a version, by language: title and body. Empty when there is none.
pub(super) async fn list_texts(mut pg: &Pg, version: &str) -> Result<Vec<(Lang, String, String)>> {
    let rows: Vec<(String, String, String)> = agreements::table
        .filter(agreements::version.eq(version))
        .select((agreements::language, agreements::title, agreements::body))
        .load(&mut pg)
        .await?;
    let mut texts: Vec<_> = rows.into_iter().filter_map(|(language, title, body)| Some((Lang::parse(&language)?, title, body))).collect();
    texts.sort_by_key(|(language, ..)| *language);
    Ok(texts)
}

/// The texts in force: what a new version begins with.
pub(super) async fn newest_version(mut pg: &Pg) -> Result<Option<String>> {
    use diesel::OptionalExtension;
    Ok(agreements::table
        .order((agreements::published_at.desc(), agreements::version.desc()))
        .select(agreements::version)
        .first(&mut pg)
        .await
        .optional()?)
}

/// Publishes a version in all languages at once; `false` when somebody else has just taken its name.
pub(super) async fn insert(tx: &Tx, version: &str, from: Timestamp, publication: &Publication, by: Id<User>) -> Result<bool> {
    let rows: Vec<_> = Lang::ALL
        .iter()
        .zip(&publication.texts)
        .map(|(lang, text)| {
            (
                agreements::version.eq(version),
                agreements::language.eq(lang.tag()),
                agreements::title.eq(text.title.as_str()),
                agreements::body.eq(text.body.as_str()),
                agreements::published_at.eq(from),
                agreements::created_at.eq(tx.now()),
                agreements::published_by.eq(by.uuid()),
            )
        })
        .collect();
    let count = rows.len();
    Ok(diesel::insert_into(agreements::table).values(rows).on_conflict_do_nothing().execute(&mut tx.pg()).await? == count)
}

/// Whose acceptances.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whose<'a> {
    /// Everybody's of one version.
    Of(&'a str),
    /// Those of a transacting partner's invitations.
    Inviter(Id<Organization>),
    /// Those that came by a reseller's forwards.
    Forwarder(Id<Organization>),
}

/// A page of acceptances with the version that each names, newest first. A customer is called what it is, or was last, called in
/// the relationship.
pub(super) async fn list_accepted(mut pg: &Pg, whose: Whose<'_>, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<AcceptedBy>> {
    type Row = (Uuid, String, String, String, (Id<Organization>, String), Id<Relationship>, String, Timestamp);
    let mut query = acceptances::table
        .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .inner_join(partners.on(partners.field(organizations::id).eq(acceptances::inviter_id)))
        .select((
            acceptances::id,
            acceptances::agreement_version,
            acceptances::language,
            relationships::customer_name,
            (partners.field(organizations::id), partners.field(organizations::name)),
            acceptances::relationship_id,
            acceptances::reference,
            acceptances::accepted_at,
        ))
        .into_boxed();
    query = match whose {
        Whose::Of(version) => query.filter(acceptances::agreement_version.eq(version.to_owned())),
        Whose::Inviter(org) => query.filter(acceptances::inviter_id.eq(org)),
        Whose::Forwarder(org) => query.filter(acceptances::forwarder_id.eq(org.uuid())),
    };
    let rows: Vec<Row> = paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    let accepted = |(id, version, language, customer, (partner_id, partner), relationship, reference, at): Row| AcceptedBy {
        id,
        version,
        language: Lang::parse(&language).unwrap_or_default(),
        customer,
        partner,
        partner_id,
        relationship,
        reference,
        at,
    };
    Ok(Keyset::new(rows.into_iter().map(accepted).collect(), cursor, |row| (row.at, row.id)))
}

/// Whose acceptances a partner sees: those of its invitations or, a reseller, those by its forwards.
pub(super) fn of_partner<'a>(kind: Kind, org: Id<Organization>) -> Whose<'a> {
    if kind.transacts() { Whose::Inviter(org) } else { Whose::Forwarder(org) }
}
