//! The tables as Diesel sees them: generated from the migrated database (`UPDATE_SCHEMA=1 cargo test --test portal schema`), do not edit.

#![allow(missing_docs)]

diesel::table! {
    acceptances (id) {
        id -> Uuid,
        reference -> Text,
        invitation_id -> Uuid,
        forward_id -> Nullable<Uuid>,
        forwarder_id -> Nullable<Uuid>,
        relationship_id -> Uuid,
        inviter_id -> Uuid,
        customer_id -> Uuid,
        accepted_by -> Uuid,
        accepted_by_name -> Text,
        accepted_at -> Timestamptz,
        language -> Text,
        agreement_version -> Text,
        shown -> Jsonb,
        shown_hash -> Bytea,
        attempt -> Uuid,
        revision -> Int4,
        services -> Jsonb,
    }
}

diesel::table! {
    account_links (id) {
        id -> Uuid,
        user_id -> Uuid,
        purpose -> Text,
        email -> Text,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        org_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    agreements (version, language) {
        version -> Text,
        language -> Text,
        title -> Text,
        body -> Text,
        published_at -> Timestamptz,
        created_at -> Timestamptz,
        published_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    alarms (id) {
        id -> Uuid,
        invitation_id -> Uuid,
        forward_id -> Nullable<Uuid>,
        reason -> Text,
        words -> Text,
        contact -> Nullable<Text>,
        reported_by -> Nullable<Uuid>,
        reporter_org_id -> Nullable<Uuid>,
        attempt -> Uuid,
        reported_at -> Timestamptz,
        state -> Text,
        closed_by -> Nullable<Uuid>,
        closed_at -> Nullable<Timestamptz>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    attempts (subject, since) {
        subject -> Text,
        since -> Timestamptz,
        count -> Int4,
    }
}

diesel::table! {
    audit_concerned (org_id, at, event_id) {
        org_id -> Uuid,
        at -> Timestamptz,
        event_id -> Int8,
    }
}

diesel::table! {
    audit_events (id) {
        id -> Int8,
        chain -> Uuid,
        seq -> Int8,
        at -> Timestamptz,
        kind -> Text,
        user_id -> Nullable<Uuid>,
        org_id -> Nullable<Uuid>,
        concerned -> Array<Uuid>,
        partnership_id -> Nullable<Uuid>,
        invitation_id -> Nullable<Uuid>,
        relationship_id -> Nullable<Uuid>,
        delegation_id -> Nullable<Uuid>,
        details -> Jsonb,
        request_id -> Nullable<Uuid>,
        previous -> Bytea,
        hash -> Bytea,
    }
}

diesel::table! {
    audit_heads (chain) {
        chain -> Uuid,
        seq -> Int8,
        hash -> Bytea,
    }
}

diesel::table! {
    audit_verifications (id) {
        id -> Int8,
        at -> Timestamptz,
        up_to -> Int8,
        entries -> Int8,
        chains -> Int8,
        breaks -> Jsonb,
        user_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    calendars (id) {
        id -> Uuid,
        user_id -> Uuid,
        org_id -> Uuid,
        generation -> Int4,
        off_at -> Nullable<Timestamptz>,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    counter_offers (id) {
        id -> Uuid,
        invitation_id -> Uuid,
        customer_id -> Uuid,
        inviter_id -> Uuid,
        asks -> Array<Text>,
        days -> Int4,
        holder_id -> Nullable<Uuid>,
        note -> Nullable<Text>,
        state -> Text,
        made_by -> Uuid,
        made_at -> Timestamptz,
        closed_by -> Nullable<Uuid>,
        closed_at -> Nullable<Timestamptz>,
        reason -> Nullable<Text>,
        agreed_invitation_id -> Nullable<Uuid>,
        customer_name -> Text,
    }
}

diesel::table! {
    declines (id) {
        id -> Uuid,
        invitation_id -> Uuid,
        forward_id -> Nullable<Uuid>,
        inviter_id -> Uuid,
        customer_id -> Uuid,
        declined_by -> Uuid,
        declined_at -> Timestamptz,
        reason -> Nullable<Text>,
        customer_name -> Text,
        revision -> Int4,
    }
}

diesel::table! {
    delegations (id) {
        id -> Uuid,
        relationship_id -> Uuid,
        acceptance_id -> Nullable<Uuid>,
        customer_id -> Uuid,
        owner_id -> Uuid,
        holder_id -> Uuid,
        holder_kind -> Text,
        service -> Text,
        purpose -> Text,
        state -> Text,
        days -> Int4,
        granted_by -> Uuid,
        granted_at -> Timestamptz,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        answered_by -> Nullable<Uuid>,
        answered_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
        end_reason -> Nullable<Text>,
        customer_name -> Text,
        extended -> Int4,
        customer_extends_at -> Nullable<Timestamptz>,
        holder_extends_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    digests (org_id, day) {
        org_id -> Uuid,
        day -> Date,
        told -> Int4,
    }
}

diesel::table! {
    extension_refusals (delegation_id, ends_at) {
        delegation_id -> Uuid,
        ends_at -> Timestamptz,
        hindrance -> Text,
        told_at -> Timestamptz,
    }
}

diesel::table! {
    forwards (id) {
        id -> Uuid,
        invitation_id -> Uuid,
        inviter_id -> Uuid,
        forwarder_id -> Uuid,
        forwarded_by -> Uuid,
        way -> Text,
        recipient_email -> Nullable<Text>,
        recipient_name -> Nullable<Text>,
        note -> Nullable<Text>,
        outbox_id -> Nullable<Uuid>,
        forwarded_at -> Timestamptz,
        generation -> Int4,
        corrects -> Nullable<Uuid>,
        bounced_at -> Nullable<Timestamptz>,
        revision -> Nullable<Int4>,
    }
}

diesel::table! {
    handouts (invitation_id, reseller_id) {
        invitation_id -> Uuid,
        inviter_id -> Uuid,
        reseller_id -> Uuid,
        handed_by -> Uuid,
        handed_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    invitation_drafts (id) {
        id -> Uuid,
        org_id -> Uuid,
        user_id -> Uuid,
        answers -> Jsonb,
        changed_at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    invitation_reminders (forward_id, step) {
        forward_id -> Uuid,
        step -> Text,
        invitation_id -> Uuid,
        inviter_id -> Uuid,
        forwarder_id -> Uuid,
        recipient_email -> Text,
        outbox_id -> Uuid,
        reminded_at -> Timestamptz,
    }
}

diesel::table! {
    invitation_requests (id) {
        id -> Uuid,
        provider_id -> Uuid,
        reseller_id -> Uuid,
        kind -> Text,
        title -> Text,
        email -> Nullable<Text>,
        domain -> Nullable<Text>,
        language -> Text,
        asks -> Array<Text>,
        days -> Int4,
        suggests -> Bool,
        note -> Nullable<Text>,
        attempt -> Uuid,
        asked_by -> Uuid,
        asked_at -> Timestamptz,
        state -> Text,
        answered_by -> Nullable<Uuid>,
        answered_at -> Nullable<Timestamptz>,
        reason -> Nullable<Text>,
        invitation_id -> Nullable<Uuid>,
        policy_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    invitation_revisions (invitation_id, revision) {
        invitation_id -> Uuid,
        revision -> Int4,
        inviter_id -> Uuid,
        language -> Text,
        days -> Int4,
        paragraph_1 -> Nullable<Text>,
        paragraph_2 -> Nullable<Text>,
        suggested_holder_id -> Nullable<Uuid>,
        expires_at -> Nullable<Timestamptz>,
        asks -> Array<Text>,
        made_by -> Uuid,
        made_at -> Timestamptz,
        superseded_at -> Timestamptz,
    }
}

diesel::table! {
    invitation_services (invitation_id, service, purpose) {
        invitation_id -> Uuid,
        service -> Text,
        purpose -> Text,
    }
}

diesel::table! {
    invitation_uses (invitation_id, what, slot) {
        invitation_id -> Uuid,
        inviter_id -> Uuid,
        what -> Text,
        slot -> Int4,
        uses -> Int4,
    }
}

diesel::table! {
    invitations (id) {
        id -> Uuid,
        inviter_id -> Uuid,
        kind -> Text,
        label -> Text,
        language -> Text,
        days -> Int4,
        paragraph_1 -> Nullable<Text>,
        paragraph_2 -> Nullable<Text>,
        suggested_holder_id -> Nullable<Uuid>,
        recipient_email -> Nullable<Text>,
        recipient_name -> Nullable<Text>,
        recipient_domain -> Nullable<Text>,
        state -> Text,
        generation -> Int4,
        frozen_at -> Nullable<Timestamptz>,
        expires_at -> Nullable<Timestamptz>,
        state_since -> Timestamptz,
        state_by -> Nullable<Uuid>,
        created_by -> Uuid,
        created_at -> Timestamptz,
        revision -> Int4,
        revised_by -> Nullable<Uuid>,
        revised_at -> Nullable<Timestamptz>,
        reminders -> Bool,
        remind_at -> Nullable<Timestamptz>,
        stopped_reason -> Nullable<Text>,
        stopped_from -> Nullable<Text>,
        stopped_with -> Nullable<Uuid>,
        stopped_at -> Nullable<Timestamptz>,
        stopped_from_since -> Nullable<Timestamptz>,
        stopped_from_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    issuing_policies (id) {
        id -> Uuid,
        partnership_id -> Uuid,
        provider_id -> Uuid,
        reseller_id -> Uuid,
        asks -> Array<Text>,
        standing -> Bool,
        days -> Int4,
        per_month -> Int4,
        from_at -> Timestamptz,
        until_at -> Nullable<Timestamptz>,
        active -> Bool,
        set_by -> Uuid,
        set_at -> Timestamptz,
    }
}

diesel::table! {
    jobs (name) {
        name -> Text,
        due_at -> Timestamptz,
        leased_until -> Nullable<Timestamptz>,
        started_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        done -> Int4,
        failures -> Int4,
        trouble -> Nullable<Text>,
    }
}

diesel::table! {
    membership_offers (user_id, org_id) {
        user_id -> Uuid,
        org_id -> Uuid,
        org_kind -> Text,
        org_name -> Text,
        name -> Text,
        email -> Text,
        agent -> Text,
        admin -> Text,
        offered_by -> Nullable<Uuid>,
        offered_at -> Timestamptz,
    }
}

diesel::table! {
    memberships (user_id, org_id) {
        user_id -> Uuid,
        org_id -> Uuid,
        org_kind -> Text,
        agent -> Text,
        admin -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    openings (invitation_id, customer_id) {
        invitation_id -> Uuid,
        customer_id -> Uuid,
        inviter_id -> Uuid,
        forward_id -> Nullable<Uuid>,
        opened_by -> Uuid,
        opened_at -> Timestamptz,
        revision -> Int4,
        forwarder_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    organizations (id) {
        id -> Uuid,
        kind -> Text,
        name -> Text,
        partner_id -> Nullable<Text>,
        registered_id -> Nullable<Text>,
        domain -> Nullable<Text>,
        tenant_id -> Nullable<Uuid>,
        country -> Text,
        contact_email -> Nullable<Text>,
        state -> Text,
        suspended_at -> Nullable<Timestamptz>,
        suspended_reason -> Nullable<Text>,
        created_at -> Timestamptz,
        domain_confirmed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    outbox (id) {
        id -> Uuid,
        org_id -> Nullable<Uuid>,
        recipient -> Text,
        recipient_name -> Nullable<Text>,
        language -> Text,
        letter -> Jsonb,
        state -> Text,
        attempts -> Int4,
        created_at -> Timestamptz,
        next_attempt_at -> Timestamptz,
        locked_until -> Nullable<Timestamptz>,
        sent_at -> Nullable<Timestamptz>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    partnerships (id) {
        id -> Uuid,
        provider_id -> Uuid,
        reseller_id -> Nullable<Uuid>,
        state -> Text,
        recipient_email -> Text,
        recipient_name -> Nullable<Text>,
        language -> Text,
        generation -> Int4,
        invited_by -> Uuid,
        invited_at -> Timestamptz,
        expires_at -> Timestamptz,
        answered_by -> Nullable<Uuid>,
        answered_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    relationships (id) {
        id -> Uuid,
        owner_id -> Uuid,
        customer_id -> Uuid,
        customer_name -> Text,
        state -> Text,
        since -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    reminder_opt_outs (sender_id, address_hash) {
        sender_id -> Uuid,
        address_hash -> Bytea,
        asked_at -> Timestamptz,
    }
}

diesel::table! {
    renewals (id) {
        id -> Uuid,
        delegation_id -> Uuid,
        relationship_id -> Uuid,
        customer_id -> Uuid,
        owner_id -> Uuid,
        holder_id -> Uuid,
        days -> Int4,
        prepared_org_id -> Uuid,
        prepared_by -> Uuid,
        prepared_at -> Timestamptz,
        state -> Text,
        closed_by -> Nullable<Uuid>,
        closed_at -> Nullable<Timestamptz>,
        renewed_as -> Nullable<Uuid>,
    }
}

diesel::table! {
    request_handovers (id) {
        invitation_id -> Uuid,
        customer_id -> Uuid,
        handed_by -> Uuid,
        handed_to -> Uuid,
        handed_at -> Timestamptz,
        id -> Uuid,
    }
}

diesel::table! {
    services (code) {
        code -> Text,
        kind -> Text,
        name_en -> Text,
        name_zh -> Text,
        name_ru -> Text,
        admin_url -> Nullable<Text>,
        position -> Int4,
        retired_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    sessions (key_hash) {
        key_hash -> Bytea,
        user_id -> Uuid,
        org_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        agent -> Nullable<Text>,
    }
}

diesel::table! {
    subscription_import_rows (import_id, number) {
        import_id -> Uuid,
        number -> Int4,
        line -> Int4,
        external_id -> Text,
        cells -> Array<Text>,
        verdict -> Nullable<Text>,
        findings -> Jsonb,
        imported -> Bool,
    }
}

diesel::table! {
    subscription_imports (id) {
        id -> Uuid,
        file_name -> Text,
        state -> Text,
        encoding -> Text,
        bytes -> Int8,
        row_count -> Int4,
        at_row -> Int4,
        to_import -> Int4,
        worked -> Int4,
        new_rows -> Int4,
        changed_rows -> Int4,
        unchanged_rows -> Int4,
        wrong_rows -> Int4,
        uploaded_by -> Uuid,
        uploaded_at -> Timestamptz,
        touched_at -> Timestamptz,
        confirmed_by -> Nullable<Uuid>,
        confirmed_at -> Nullable<Timestamptz>,
        finished_at -> Nullable<Timestamptz>,
        failures -> Int4,
    }
}

diesel::table! {
    subscriptions (id) {
        id -> Uuid,
        external_id -> Text,
        customer_id -> Uuid,
        service -> Text,
        channel -> Text,
        seller_id -> Nullable<Uuid>,
        seller_kind -> Nullable<Text>,
        partner_of_record_id -> Nullable<Uuid>,
        seats -> Nullable<Int4>,
        term_start -> Date,
        term_end -> Nullable<Date>,
        state -> Text,
        support_contact_id -> Nullable<Uuid>,
        imported_at -> Timestamptz,
    }
}

diesel::table! {
    users (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        email_confirmed_at -> Nullable<Timestamptz>,
        language -> Text,
        time_zone -> Text,
        disabled_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        set_up -> Bool,
    }
}

diesel::table! {
    uses (id) {
        id -> Uuid,
        delegation_id -> Uuid,
        relationship_id -> Uuid,
        customer_id -> Uuid,
        holder_id -> Uuid,
        user_id -> Uuid,
        user_name -> Text,
        service -> Text,
        purpose -> Text,
        reason -> Text,
        used_at -> Timestamptz,
    }
}

diesel::table! {
    warnings (delegation_id, org_id, ends_at, days) {
        delegation_id -> Uuid,
        org_id -> Uuid,
        ends_at -> Timestamptz,
        days -> Int4,
        warned_at -> Timestamptz,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    acceptances,
    account_links,
    agreements,
    alarms,
    attempts,
    audit_concerned,
    audit_events,
    audit_heads,
    audit_verifications,
    calendars,
    counter_offers,
    declines,
    delegations,
    digests,
    extension_refusals,
    forwards,
    handouts,
    invitation_drafts,
    invitation_reminders,
    invitation_requests,
    invitation_revisions,
    invitation_services,
    invitation_uses,
    invitations,
    issuing_policies,
    jobs,
    membership_offers,
    memberships,
    openings,
    organizations,
    outbox,
    partnerships,
    relationships,
    reminder_opt_outs,
    renewals,
    request_handovers,
    services,
    sessions,
    subscription_import_rows,
    subscription_imports,
    subscriptions,
    users,
    uses,
    warnings,
);
