### Requests of resellers for invitations, and the policy under which one is issued at once.

## Lists
requests-title-provider = Requests of resellers
requests-title-reseller = Your requests for invitations
requests-lede-provider = Your resellers ask you for invitations. You create them as asked, or with less, or refuse.
requests-lede-reseller = Only providers create invitations. Ask yours for one, and follow here what becomes of it.
requests-list = Requests
requests-for = For
requests-provider = Provider
requests-reseller = Reseller
requests-state = State
requests-asked-at = Asked
requests-answered-at = Answered
requests-show-all = Show all
requests-none-found = No request matches
requests-none-found-text = Choose another state to see others.
requests-none-provider = No requests yet
requests-none-provider-text = When a reseller asks you for an invitation, it appears here. With a policy for a reseller, what fits is issued at once.
requests-none-reseller = You have asked for nothing yet
requests-none-reseller-text = Only your provider can create invitations. Ask for one: for a customer that you name, or for any number of them.
requests-to-partnerships = See your partnerships

## Asking
requests-ask = Ask for an invitation
requests-ask-lede = The invitation will be your provider’s: its people create it and hand it to you, and you forward it.
requests-no-provider = You have no provider to ask
requests-no-provider-text = A provider offers you a partnership by link. Once you have authorized it, you can ask it for invitations.
requests-kind = Who is it for?
requests-kind-addressed = For one customer
requests-kind-addressed-hint = Known by name. It is used once and expires.
requests-kind-standing = For any number of customers
requests-kind-standing-hint = A standing invitation. It holds no customer’s data.
requests-name = Name
requests-name-hint = The customer’s name; or what a standing invitation is called
requests-email-hint = For one customer. Without it the provider has to answer, whatever its policy
requests-email-needed = An addressed invitation goes to this address alone
requests-standing-no-customer = Leave this empty for a standing invitation: it holds no customer’s data
requests-asks = Delegated administration asked for
requests-asks-hint = Choose nothing to ask for the relationship alone.
requests-suggest = Suggest our organization as the holder
requests-suggest-hint = The customer may choose another partner.
requests-suggest-them = Suggest { $reseller } as the holder
requests-note = A word to the provider
requests-note-hint = Plain text. The customer does not see it.
requests-ask-do = Send request

## One request
requests-by-policy = Issued at once
requests-by-policy-text = It fitted the policy of { $provider }, so nobody had to answer.
requests-refused-by = { $provider } refused
requests-to-invitation = See the invitation
requests-ask-right-text = It asks for delegated administration. You can issue it for the relationship alone, or leave it to an admin agent or a global admin.
requests-issue = Issue invitation
requests-issue-title = Issue the invitation to { $reseller }
requests-issue-lede = As { $reseller } asked for it. You may take something away, not add.
requests-narrow-hint = Only what was asked for stands here. Clear what you do not want to offer.
requests-days-narrow-hint = No longer than was asked for
requests-issue-hint = It is created as your organization’s, in your name, and handed to { $reseller } at once.
requests-issue-do = Issue and hand over
requests-refuse = Refuse
requests-refusal-title = Refuse the request “{ $title }”?
requests-refusal-text = { $reseller } is told and reads your reason.
requests-reason = Reason
requests-reason-hint = { $reseller } reads it, the customer does not.
requests-withdraw = Withdraw request
requests-done-asked = Your provider has been asked. You get a mail when it answers.
requests-done-issued = It fits your provider’s policy: the invitation is issued and yours to forward.
requests-done-answered = The invitation is issued and handed over. The reseller has been told.
requests-done-refused = The request is refused. The reseller has been told.
requests-done-withdrawn = The request is withdrawn.

## Policies
requests-to-policy = Policy for requests
requests-policy-title = Policy for requests: { $partner }
requests-policy-lede-provider = What { $reseller } asks for and fits here is issued at once. Everything else waits for your answer.
requests-policy-lede-reseller = What you ask { $provider } for and fits here is issued at once. Everything else waits for an answer.
requests-policy-on = On
requests-policy-off = Off
requests-policy-ended = The policy ended with the partnership
requests-policy-ended-text = Nothing is issued under it any more. A new partnership needs a new policy.
requests-policy-author = Nothing is issued at the moment
requests-policy-author-text = Whoever set the policy may no longer create such invitations, or your organization is suspended. Requests wait for an answer. Somebody with the right can set the policy anew.
requests-policy-none = There is no policy
requests-policy-none-text = Every request waits for an answer of the provider.
requests-policy-set-title = Set the policy
requests-policy-name-text = Invitations under it are your organization’s and are created in your name, for as long as you have the right to do so yourself.
requests-policy-active = Issue at once what fits
requests-policy-active-hint = Off: every request waits for an answer.
requests-policy-asks = May be asked for
requests-policy-asks-hint = Choose nothing to allow the relationship alone.
requests-policy-right-text = You can set a policy for the relationship alone. One with delegated administration needs an admin agent or a global admin of your organization.
requests-policy-days = Longest delegation
requests-policy-kinds = Kinds
requests-policy-both = Addressed and standing invitations
requests-policy-addressed = Addressed invitations
requests-policy-per-month = Invitations in a calendar month
requests-policy-per-month-hint = 1 to 1,000. Beyond it requests wait
requests-policy-used = { $count } of { $most } this month
requests-policy-time = In force
requests-policy-set = Set by
requests-policy-standing = Standing invitations as well
requests-policy-standing-hint = They can be forwarded to any number of customers.
requests-policy-from = From
requests-policy-until = Until
requests-policy-until-hint = This day included. Leave empty for no end
requests-policy-until-before-from = Enter a last day that is not before the first
requests-policy-save = Set policy
requests-done-policy = The policy is set, in your name.
requests-end-will-policy = A policy for requests ends with it; requests that wait can only be refused

## When it does not work
requests-conflict-partnership = You have no active partnership with this provider, so nothing was asked. Go back and choose another one.
requests-conflict-answered = This request has been answered or withdrawn already, so nothing was changed. Go back and look at how things stand now.
requests-conflict-ended = The partnership is not active any more, so nothing was changed. A request can still be refused.
