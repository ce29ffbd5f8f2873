### The profile of an organization: the operator edits everybody's, a global admin their own.

profile-title = Our organization
profile-edit = Edit profile
profile-edit-title = Edit the profile
profile-edit-operator = The partner ID and the kind stay for ever. The organization’s global admins are told what you changed, and why.
profile-of-the-contract = Legal name, registration number, partner ID and market come from the contract, and customers rely on them. Ask the operator to change them.
profile-market-settled = You have a relationship with a partner of your market, so only the operator changes the market.
profile-market-free = You can change the market as long as you have no relationship with a partner.
profile-domain-hint = Shown beside the name, so that others can tell whom they deal with. Another domain is marked as not confirmed until the operator confirms it.
profile-domain-hint-operator = Another domain counts as confirmed when you save it: make sure that it is this organization’s
profile-contact-hint = The address for your partners to write to
profile-tenant = Tenant ID
profile-tenant-hint = The id of the organization’s directory. Subscriptions are imported by it.
profile-tenant-wrong = Enter a tenant ID, like 6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f, or leave it empty
profile-domain-taken = Enter another domain: this one is confirmed for another organization
profile-domain-changed = The organization has entered another domain since this page was opened. Nothing was changed: look at the domain that stands there now, and save again.
profile-tenant-taken = Enter another tenant ID: this one belongs to another organization
profile-reason-hint = The organization’s global admins read it, and whoever looks at the audit trail
profile-changed = The profile is changed.
profile-changed-and-told = The profile is changed. The organization’s global admins are told by mail.
profile-same = Nothing was different, so nothing was changed.
