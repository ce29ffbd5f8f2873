//! Every URL and its handler: the table of contents.

use actix_web::{
    HttpResponse,
    web::{self, ServiceConfig, get, post},
};

use crate::{
    accounts::pages as accounts,
    agreements::pages as agreements,
    alarms::pages as alarms,
    audit::pages as audit,
    consents::pages as consents,
    delegations::pages as delegations,
    expiries::pages as expiries,
    invitations::pages as invitations,
    notices::pages as notices,
    organizations::pages as organizations,
    partnerships::pages as partnerships,
    problem::Problem,
    relationships::pages as relationships,
    renewals::pages as renewals,
    reports::pages::{alarms as reported, radar, resellers, review, review_export, subscriptions as register, today},
    requests::pages as requests,
    services::pages as services,
    subscriptions::pages as subscriptions,
    uses::pages as uses,
    web::{assets, preferences},
};

/// What is asked of the process rather than of the portal: no session, no page, no database.
pub fn health(routes: &mut ServiceConfig) {
    routes.route("/healthz", get().to(|| async { HttpResponse::Ok().body("ok\n") })).route("/static/{name}", get().to(assets::file));
}

/// The portal's pages. What is not public demands a proof; the access matrix of the tests lists them all.
pub fn pages(routes: &mut ServiceConfig) {
    routes
        // Everybody
        .route("/", get().to(accounts::home))
        .route("/sign-in", get().to(accounts::sign_in_page))
        .route("/sign-in", post().to(accounts::sign_in))
        .route("/sign-out", get().to(accounts::sign_out_page))
        .route("/sign-out", post().to(accounts::sign_out))
        .route("/forgotten-password", get().to(accounts::forgot_page))
        .route("/forgotten-password", post().to(accounts::forgot))
        .route("/reset/{token}", get().to(accounts::reset_page))
        .route("/reset/{token}", post().to(accounts::reset))
        .route("/set-up/{token}", get().to(accounts::set_up_page))
        .route("/set-up/{token}", post().to(accounts::set_up))
        .route("/register", get().to(accounts::register_page))
        .route("/register", post().to(accounts::register))
        .route("/confirm", get().to(accounts::wait_page))
        .route("/confirm/{token}", get().to(accounts::confirm_page))
        .route("/confirm/{token}", post().to(accounts::confirm))
        .route("/language", post().to(preferences::choose_language))
        .route("/theme", post().to(preferences::choose_theme))
        // Start page, review, audit
        .route("/today", get().to(today::today))
        .route("/history", get().to(audit::history))
        .route("/audit", get().to(audit::list))
        .route("/audit/verification", post().to(audit::verify))
        .route("/audit/export", post().to(audit::export))
        .route("/radar", get().to(radar::radar))
        .route("/review/relationships", get().to(review::relationships))
        .route("/review/relationships/export", post().to(review_export::relationships))
        .route("/review/relationships/{relationship}", get().to(review::relationship))
        .route("/review/delegations", get().to(review::delegations))
        .route("/review/delegations/export", post().to(review_export::delegations))
        .route("/review/delegations/{delegation}", get().to(review::delegation))
        .route("/review/invitations", get().to(review::invitations))
        .route("/review/invitations/export", post().to(review_export::invitations))
        .route("/review/invitations/{invitation}", get().to(review::invitation))
        .route("/review/invitations/{invitation}/stop", get().to(alarms::stop_invitation_page))
        .route("/review/invitations/{invitation}/stop", post().to(alarms::stop_invitation))
        .route("/review/invitations/{invitation}/lifting", get().to(alarms::lifting_page))
        .route("/review/invitations/{invitation}/lifting", post().to(alarms::lift))
        .route("/review/subscriptions", get().to(register::list))
        .route("/review/subscriptions/export", post().to(register::export))
        .route("/alarms", get().to(reported::list))
        .route("/alarms/{id}", get().to(reported::detail))
        .route("/alarms/{id}/stop", get().to(alarms::stop_page))
        .route("/alarms/{id}/stop", post().to(alarms::stop))
        .route("/alarms/{id}/closure", get().to(alarms::closure_page))
        .route("/alarms/{id}/closure", post().to(alarms::close))
        .route("/alarms/{id}/reopening", get().to(alarms::reopening_page))
        .route("/alarms/{id}/reopening", post().to(alarms::reopen))
        .route("/reports/resellers", get().to(resellers::table))
        .route("/partnerships/{id}/report", get().to(resellers::one))
        // Mail
        .route("/mail", get().to(notices::mail))
        .route("/mail/{id}/retry", post().to(notices::retry))
        .route("/mail/{id}/return", post().to(notices::give_back))
        .route("/demo/mail", get().to(notices::mailbox))
        .route("/demo/mail/{id}", get().to(notices::demo_mail))
        .route("/demo/mail/{id}/html", get().to(notices::demo_html))
        // Consents: the link and the agreement are public, what follows is the customer's
        .route("/i/{token}", get().to(consents::landing))
        .route("/i/{token}/opening", post().to(consents::open))
        .route("/i/{token}/request", post().to(consents::ask_again))
        .route("/reminders/{token}", get().to(invitations::stop_page))
        .route("/reminders/{token}", post().to(invitations::stop))
        .route("/i/{token}/alarm", get().to(alarms::link_page))
        .route("/i/{token}/alarm", post().to(alarms::report_link))
        .route("/agreements/{version}", get().to(consents::agreement))
        .route("/received", get().to(consents::list))
        .route("/received/{invitation}", get().to(consents::request))
        .route("/received/{invitation}/check", post().to(consents::check))
        .route("/received/{invitation}/acceptance", post().to(consents::accept))
        .route("/received/{invitation}/decline", get().to(consents::decline_page))
        .route("/received/{invitation}/decline", post().to(consents::decline))
        .route("/received/{invitation}/handover", post().to(consents::hand_request))
        .route("/received/{invitation}/counter-offer", get().to(consents::counter_page))
        .route("/received/{invitation}/counter-offer", post().to(consents::counter))
        .route("/received/{invitation}/counter-offer/withdrawal", post().to(consents::withdraw_counter))
        .route("/counter-offers/{counter}/agreement", post().to(consents::agree))
        .route("/counter-offers/{counter}/refusal", get().to(consents::counter_refusal_page))
        .route("/counter-offers/{counter}/refusal", post().to(consents::refuse_counter))
        .route("/received/{invitation}/alarm", get().to(alarms::received_page))
        .route("/received/{invitation}/alarm", post().to(alarms::report_received))
        .route("/receipts/{reference}", get().to(consents::receipt))
        // Relationships
        .route("/relationships", get().to(relationships::partners))
        .route("/relationships/{relationship}/removal", get().to(relationships::removal_page))
        .route("/relationships/{relationship}/removal", post().to(relationships::remove))
        .route("/customers", get().to(relationships::customers))
        .route("/customers/{relationship}", get().to(relationships::customer))
        // Subscriptions: the operator's imports, the seller's choice of a support contact
        .route("/subscriptions", get().to(subscriptions::list))
        .route("/subscriptions/sample.csv", get().to(subscriptions::sample))
        .route("/subscriptions/imports", post().to(subscriptions::upload))
        .route("/subscriptions/imports/{import}", get().to(subscriptions::import))
        .route("/subscriptions/imports/{import}/failed.csv", get().to(subscriptions::failed))
        .route("/subscriptions/imports/{import}/confirmation", post().to(subscriptions::confirm))
        .route("/subscriptions/imports/{import}/withdrawal", post().to(subscriptions::withdraw))
        .route("/subscriptions/{subscription}/support-contact", get().to(subscriptions::contact_page))
        .route("/subscriptions/{subscription}/support-contact", post().to(subscriptions::choose))
        // Delegations
        .route("/delegations", get().to(delegations::list))
        .route("/delegations/{id}", get().to(delegations::detail))
        .route("/delegations/{id}/consent", post().to(delegations::consent))
        .route("/delegations/{id}/refusal", post().to(delegations::refuse))
        .route("/delegations/{id}/removal", get().to(delegations::removal_page))
        .route("/delegations/{id}/removal", post().to(delegations::remove))
        .route("/delegations/{id}/giving-up", get().to(delegations::giving_up_page))
        .route("/delegations/{id}/giving-up", post().to(delegations::give_up))
        .route("/holders/{holder}/removal", get().to(delegations::remove_all_page))
        .route("/holders/{holder}/removal", post().to(delegations::remove_all))
        .route("/left-over", get().to(delegations::left_over))
        .route("/delegations/{id}/extension/customer", post().to(delegations::extend_as_customer))
        .route("/delegations/{id}/extension/holder", post().to(delegations::extend_as_holder))
        // Renewals
        .route("/delegations/{id}/renewals/new", get().to(renewals::new_page))
        .route("/delegations/{id}/renewals/new", post().to(renewals::prepare))
        .route("/renewals/{renewal}", get().to(renewals::detail))
        .route("/renewals/{renewal}/acceptance", post().to(renewals::accept))
        .route("/renewals/{renewal}/decline", post().to(renewals::decline))
        .route("/renewals/{renewal}/withdrawal", post().to(renewals::withdraw))
        // Uses: administering on behalf
        .route("/delegations/{id}/uses/new", get().to(uses::new_page))
        .route("/delegations/{id}/uses/new", post().to(uses::begin))
        .route("/uses", get().to(uses::log))
        .route("/uses/{use}", get().to(uses::begun))
        // Expiries: what ends soon; the calendar's link is for programs that have not signed in
        .route("/expiries", get().to(expiries::list))
        .route("/account/calendar", get().to(expiries::calendar_page))
        .route("/account/calendar", post().to(expiries::switch_on))
        .route("/account/calendar/rotation", post().to(expiries::rotate))
        .route("/account/calendar/ending", post().to(expiries::switch_off))
        .route("/calendar/{token}", get().to(expiries::feed))
        // Accounts: whoever is signed in
        .route("/account/confirmation", post().to(accounts::send_again))
        .route("/account", get().to(accounts::account_page))
        .route("/account", post().to(accounts::change_account))
        .route("/account/password", post().to(accounts::change_password))
        .route("/account/sessions/{session}/ending", post().to(accounts::end_session))
        .route("/account/offers/{org}/acceptance", post().to(accounts::accept_offer))
        .route("/account/offers/{org}/refusal", post().to(accounts::refuse_offer))
        .route("/organizations/choose", get().to(accounts::choose_page))
        .route("/organizations/current", post().to(accounts::move_to))
        // People: whoever manages users
        .route("/people", get().to(accounts::people))
        .route("/people/new", get().to(accounts::add_page))
        .route("/people/new", post().to(accounts::add))
        .route("/people/{user}/settings", get().to(accounts::change_page))
        .route("/people/{user}/settings", post().to(accounts::change))
        .route("/people/{user}/removal", get().to(accounts::remove_page))
        .route("/people/{user}/removal", post().to(accounts::remove))
        .route("/people/offers/{user}/letter", post().to(accounts::remind))
        .route("/people/offers/{user}/withdrawal", post().to(accounts::withdraw))
        // Organizations: the operator
        .route("/organizations", get().to(organizations::list))
        .route("/organizations/new", get().to(organizations::new_page))
        .route("/organizations/new", post().to(organizations::register))
        .route("/organizations/{id}", get().to(organizations::detail))
        .route("/organizations/{id}/suspension", get().to(organizations::suspension_page))
        .route("/organizations/{id}/suspension", post().to(organizations::suspend))
        .route("/organizations/{id}/domain-confirmation", post().to(organizations::confirm_domain))
        .route("/organizations/{id}/reinstatement", get().to(organizations::reinstatement_page))
        .route("/organizations/{id}/reinstatement", post().to(organizations::reinstate))
        .route("/organizations/{id}/profile", get().to(organizations::edit_page))
        .route("/organizations/{id}/profile", post().to(organizations::edit))
        // One's own organization
        .route("/organization", get().to(organizations::own))
        .route("/organization/profile", get().to(organizations::edit_own_page))
        .route("/organization/profile", post().to(organizations::edit_own))
        // The catalogue: the operator
        .route("/services", get().to(services::list))
        .route("/services/new", get().to(services::new_page))
        .route("/services/new", post().to(services::add))
        .route("/services/{service}", get().to(services::detail))
        .route("/services/{service}/entry", get().to(services::edit_page))
        .route("/services/{service}/entry", post().to(services::edit))
        .route("/services/{service}/place", post().to(services::shift))
        .route("/services/{service}/retirement", post().to(services::retire))
        .route("/services/{service}/return", post().to(services::bring_back))
        // Agreements: a partner's list, the operator's versions
        .route("/agreements", get().to(agreements::list))
        .route("/agreement-versions", get().to(agreements::versions))
        .route("/agreement-versions/new", get().to(agreements::new_page))
        .route("/agreement-versions/new", post().to(agreements::publish))
        .route("/agreement-versions/{version}", get().to(agreements::version))
        // Partnerships
        .route("/partnerships", get().to(partnerships::list))
        .route("/partnerships/new", get().to(partnerships::new_page))
        .route("/partnerships/new", post().to(partnerships::invite))
        .route("/partnerships/{id}", get().to(partnerships::detail))
        .route("/partnerships/{id}/withdrawal", post().to(partnerships::withdraw))
        .route("/partnerships/{id}/ending", get().to(partnerships::ending_page))
        .route("/partnerships/{id}/ending", post().to(partnerships::end))
        .route("/p/{token}", get().to(partnerships::link_page))
        .route("/p/{token}/answer", post().to(partnerships::answer))
        // Requests of resellers for invitations, and the policy of a partnership
        .route("/requests", get().to(requests::list))
        .route("/requests/new", get().to(requests::new_page))
        .route("/requests/new", post().to(requests::ask))
        .route("/requests/{id}", get().to(requests::detail))
        .route("/requests/{id}/invitation", get().to(requests::issue_page))
        .route("/requests/{id}/invitation", post().to(requests::issue))
        .route("/requests/{id}/refusal", get().to(requests::refusal_page))
        .route("/requests/{id}/refusal", post().to(requests::refuse))
        .route("/requests/{id}/withdrawal", post().to(requests::withdraw))
        .route("/partnerships/{id}/policy", get().to(requests::policy_page))
        .route("/partnerships/{id}/policy", post().to(requests::set_policy))
        // Invitations, of providers and resellers
        .route("/invitations", get().to(invitations::list))
        .route("/invitations/drafts", post().to(invitations::begin))
        .route("/invitations/drafts/{id}/mail", get().to(invitations::draft_mail_html))
        .route("/invitations/drafts/{id}/{step}", get().to(invitations::step))
        .route("/invitations/drafts/{id}/kind", post().to(invitations::save_kind))
        .route("/invitations/drafts/{id}/services", post().to(invitations::save_services))
        .route("/invitations/drafts/{id}/recipient", post().to(invitations::save_recipient))
        .route("/invitations/drafts/{id}/message", post().to(invitations::save_message))
        .route("/invitations/drafts/{id}/creation", post().to(invitations::create))
        .route("/invitations/drafts/{id}/removal", post().to(invitations::remove_draft))
        .route("/invitations/{id}", get().to(invitations::detail))
        .route("/invitations/{id}/mail", get().to(invitations::mail))
        .route("/invitations/{id}/mail/html", get().to(invitations::mail_html))
        .route("/invitations/{id}/recipient-view", get().to(consents::recipient_view))
        .route("/invitations/{id}/pause", post().to(invitations::pause))
        .route("/invitations/{id}/resumption", post().to(invitations::resume))
        .route("/invitations/{id}/rotation", post().to(invitations::rotate))
        .route("/invitations/{id}/revocation", get().to(invitations::revocation_page))
        .route("/invitations/{id}/revocation", post().to(invitations::revoke))
        .route("/invitations/{id}/revisions/new", get().to(invitations::revise_page))
        .route("/invitations/{id}/revisions/new", post().to(invitations::revise))
        .route("/invitations/{id}/revisions/{revision}", get().to(invitations::revision))
        .route("/invitations/{id}/reminders", get().to(invitations::reminder))
        .route("/invitations/{id}/reminders", post().to(invitations::switch_reminders))
        .route("/invitations/{id}/reminders/html", get().to(invitations::reminder_html))
        .route("/invitations/{id}/handouts", post().to(invitations::hand_over))
        .route("/invitations/{id}/handouts/{reseller}/removal", post().to(invitations::take_back))
        .route("/invitations/{id}/forwards/new", get().to(invitations::pass_on_page))
        .route("/invitations/{id}/forwards/new", post().to(invitations::pass_on))
        .route("/invitations/{id}/forwards/{forward}", get().to(invitations::take_along))
        .route("/invitations/{id}/forwards/{forward}/correction", get().to(invitations::correction_page))
        .route("/invitations/{id}/forwards/{forward}/correction", post().to(invitations::correct))
        .default_service(web::to(|| async { Err::<HttpResponse, _>(Problem::NotFound) }));
}
