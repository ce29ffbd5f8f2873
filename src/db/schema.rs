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
    declines (id) {
        id -> Uuid,
        invitation_id -> Uuid,
        forward_id -> Nullable<Uuid>,
        inviter_id -> Uuid,
        customer_id -> Uuid,
        declined_by -> Uuid,
        declined_at -> Timestamptz,
        reason -> Nullable<Text>,
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
    invitation_services (invitation_id, service, purpose) {
        invitation_id -> Uuid,
        service -> Text,
        purpose -> Text,
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
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    acceptances,
    account_links,
    agreements,
    attempts,
    audit_concerned,
    audit_events,
    audit_heads,
    audit_verifications,
    declines,
    delegations,
    forwards,
    handouts,
    invitation_drafts,
    invitation_services,
    invitations,
    memberships,
    openings,
    organizations,
    outbox,
    partnerships,
    relationships,
    services,
    sessions,
    users,
);
