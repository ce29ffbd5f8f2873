### Invitations: how a provider makes them and hands them over, and how they are passed on.

invitations-title = Invitations
invitations-lede = What you offer to customers, who has it, and what became of it.
invitations-handed-title = Invitations from your providers
invitations-handed-lede = Forward them to your customers. Only providers create and change invitations.
invitations-invitation = Invitation
invitations-state = State
invitations-kind = Kind
invitations-passed-on = Passed on
invitations-you-passed-on = You passed it on
invitations-reactions = Customers
invitations-accepted = Accepted
invitations-until = Expires
invitations-no-end = No end
invitations-not-yet = Not yet
invitations-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
invitations-count-accepted =
    { $count ->
        [one] { $count } accepted
       *[other] { $count } accepted
    }
invitations-count-opened =
    { $count ->
        [one] { $count } signed in
       *[other] { $count } signed in
    }
invitations-count-declined =
    { $count ->
        [one] { $count } declined
       *[other] { $count } declined
    }
invitations-uses-opened = Signed in
invitations-uses-accepted = Accepted
invitations-uses-declined = Declined
invitations-none = No invitations yet
invitations-none-text = Invitations that your organization creates appear here, with everybody who has them and what became of them.
invitations-none-found = No invitation matches
invitations-none-found-text = Choose another state or kind to see others.
invitations-show-all = Show all
invitations-handed-none = Nothing to forward yet
invitations-handed-none-text = Only your provider can create invitations. Those it hands to you appear here, ready to be forwarded.
invitations-to-providers = Go to your providers
invitations-from = { $kind } from { $provider }
invitations-create = Create invitation
invitations-drafts = Your drafts
invitations-draft-untitled = Invitation without a name yet
invitations-draft-changed = Last changed
invitations-draft-remove = Discard
invitations-done-removed = The draft is discarded.

## The wizard
invitations-later = Keep as a draft and leave
invitations-kind-question = Who is the invitation for?
invitations-standing-hint = For any number of customers. Its link can be used again and again, and it holds no customer’s data.
invitations-addressed-hint = For one customer, known by e-mail address. It is used once and expires.
invitations-services-question = What do you ask the customer for?
invitations-services-hint = The customer always decides service by service, and may choose less. Choose nothing to ask for the relationship alone.
invitations-asked = Delegated administration asked for
invitations-asked-nothing = Nothing: the relationship alone
invitations-ask = { $service }: { $purpose }
invitations-ask-right-title = You can ask for the relationship alone
invitations-ask-right-text = Asking for delegated administration needs an admin agent or a global admin of your organization. Ask one of them to create the invitation if the customer should delegate something.
invitations-ask-right = Choose nothing here: asking for delegated administration needs an admin agent or a global admin
invitations-everything = This equals a global administrator
invitations-everything-text = Provisioning in every service amounts to the rights of a global administrator. Customers are told so, and such delegations are never extended automatically. Ask only for what is needed.
invitations-days = Delegations last
invitations-days-hint = From 1 to 730 days. The customer may choose a shorter time.
invitations-days-count =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
invitations-holder = Suggested holder
invitations-holder-hint = Who should do the work. The customer may choose another partner.
invitations-holder-ourselves = We ourselves: { $name }
invitations-recipient-question = Which customer is it for?
invitations-recipient-hint = Only somebody with this address, or of this tenant, can accept it.
invitations-email = Customer’s e-mail address
invitations-email-hint = Best a global admin there
invitations-name = Name
invitations-name-hint = A person’s or the company’s, for the letter and your list
invitations-domain = Tenant domain
invitations-domain-hint = For example fabrikam.partner.onmschina.cn
invitations-open-days = The invitation is open for
invitations-open-days-hint = It expires at the end of the last day
invitations-open-days-standing-hint = Leave empty if it should not expire
invitations-label-question = What do you call it?
invitations-label-intro = A standing invitation holds no customer’s data; its name is for you and your resellers. Customers do not see it.
invitations-label = Name of the invitation
invitations-label-hint = For example “Office 365 support, Shanghai”
invitations-message-question = What should the mail say?
invitations-message-hint = You can change or delete both paragraphs. Everything else stays, the link above all.
invitations-language = Language of the mail
invitations-language-hint = The recipient’s, whatever yours is. Paragraphs that you have not changed follow it.
invitations-usual-text = Show the usual text of this language
invitations-first = First paragraph
invitations-second = Second paragraph
invitations-paragraph-hint = Leave empty to leave it out
invitations-rest-stays = The portal adds who you are, what is asked for, until when, and the link.
invitations-paragraph-1 = { $provider } would like to work for your organization as your cloud solution provider for services operated by 21Vianet.
invitations-paragraph-2 = With the link below you see what would change and what would stay as it is, before you sign in. You decide service by service who may set up and who may support, and you can take every decision back later.
invitations-check-title = Check your answers
invitations-mail-title = The mail as it will be sent
invitations-subject = Subject
invitations-text = Text
invitations-preview-html = Open the HTML part in a new window
invitations-frozen-hint = With its creation the terms are frozen: what customers see is what they accept. A later change makes a new revision, which customers see before they accept.
invitations-create-and-send = Create and send invitation
invitations-create-only = Create, I will send it myself
invitations-similar = This customer may have something from you already
invitations-similar-customer = Customer since
invitations-similar-invitation = Open invitation since
invitations-similar-services = The same services: { $services }
invitations-similar-anyway = Create this invitation anyway
invitations-similar-confirm = Confirm that you want another invitation, or look at what is there first

## One invitation
invitations-done-created = The invitation is created. Copy its link, send it, or hand it to resellers.
invitations-done-created-and-sent = The invitation is created and on its way.
invitations-done-sent = It is on its way. The ledger shows what becomes of each mail.
invitations-done-paused = The invitation rests. Its links accept nothing until you resume it.
invitations-done-resumed = The invitation is open again.
invitations-done-rotated = The invitation has a new link. Older links are dead.
invitations-done-revoked = The invitation is withdrawn. Everybody who had it has been told.
invitations-done-handed-over = Handed over. The resellers have been told.
invitations-done-taken-back = Taken back. The reseller can forward it no more.
invitations-send-title = Send it
invitations-link = Link of the invitation
invitations-link-hint = For customers. It shows who asks for what and grants nothing by itself.
invitations-send = Send
invitations-preview-mail = Preview the mail
invitations-preview-mail-text = Subject and text, exactly as they are sent. A mail from the portal has a link of its own for each recipient.
invitations-preview-link-dead = The link in this preview leads nowhere. Whenever you forward the invitation, the portal makes a link of its own for it, so that the customer’s answer is known to have come through you.
invitations-preview-page = Preview as recipient
invitations-hands = Who has it
invitations-hands-empty = No reseller has it.
invitations-handed-since = Since
invitations-take-back = Take back
invitations-resellers-more =
    { $count ->
        [one] The first by name is shown. Look up others by name or partner ID.
       *[other] The first { $count } by name are shown. Look up others by name or partner ID.
    }
invitations-resellers-none = None of your resellers has “{ $text }” in its name or as its partner ID.
invitations-told-more =
    { $count ->
        [one] and { $count } more reseller
       *[other] and { $count } more resellers
    }
invitations-take-back-hint = A reseller that lost it forwards it no more. Links it passed on before keep working until you replace the link or withdraw the invitation.
invitations-hand-over-to = Hand it to
invitations-hand-over-hint = Resellers in an active partnership. They are told by e-mail and can forward it, not change it.
invitations-hand-over-nobody = Choose at least one reseller
invitations-hand-over = Hand over
invitations-no-resellers = Invite a reseller first, then you can hand it over
invitations-what-became = What became of it
invitations-what-became-yours = What became of your forwards
invitations-reactions-empty = Nobody has come to it yet, signed in.
invitations-stopped = The operator stopped this invitation
invitations-stopped-reason = Reason: { $reason }
invitations-stopped-text = Its links do not work any more and say so. What customers accepted before stays.

## What was passed on and is in hands no more
invitations-passed-title = An invitation of { $provider } that you passed on
invitations-passed-text = You do not have it in your hands now, so its terms are not shown here. This is what you passed on, and what came of it.
invitations-missed = Asked for again
invitations-missed-count =
    { $count ->
        [one] Somebody with a link that no longer works asked for a new one { $count } time.
       *[other] Somebody with a link that no longer works asked for a new one { $count } times.
    }
invitations-missed-text = Who asked stands in the mail that your people got.
invitations-outcome-accepted = Accepted
invitations-outcome-declined = Declined
invitations-outcome-opened = Signed in, no answer yet
invitations-customer-unknown = A customer; its name is shown once it has answered
invitations-a-customer = A customer
invitations-own-link = Link without a forward
invitations-reason = Reason: { $reason }
invitations-chain = The way it took
invitations-ledger = Ledger of forwards
invitations-ledger-yours = Your forwards
invitations-ledger-empty = Nobody has passed it on yet.
invitations-to = To
invitations-to-unknown = Not recorded
invitations-by = By
invitations-way = Way
invitations-when = When
invitations-terms = Terms
invitations-recipient = Recipient
invitations-created = Created
invitations-frozen = What customers see is what they accept: a change makes a new revision and is never accepted unseen.
invitations-history = History
invitations-manage = Manage
invitations-pause = Pause
invitations-pause-hint = Its links stay, say that the invitation rests, and accept nothing until you resume it.
invitations-resume = Resume
invitations-resume-hint = Its links work again.
invitations-rotate = Replace the link
invitations-rotate-hint = Older links stop working at once, those that resellers forwarded as well.
invitations-revoke = Withdraw invitation
invitations-revoke-hint = For good. You see what it means before it is done.
invitations-revoke-title = Withdraw “{ $label }”?
invitations-revoke-will-links = All its links stop working at once, forwarded ones too.
invitations-revoke-will-page = Whoever opens a link reads that you withdrew it, and when.
invitations-revoke-will-told = Resellers that have it or passed it on are told by e-mail.
invitations-revoke-will-final = It cannot be opened again. You can create another.
invitations-revoke-stays-customers = Customers that accepted, their relationships and delegations stay as they are.
invitations-revoke-stays-ledger = Ledger and history stay.
invitations-revoke-told = These resellers have it and are told
invitations-cannot-forward = You cannot forward it now
invitations-forward-title = Forward it
invitations-forward-text = The link and the words of { $provider } stay as they are; you can add a note of your own. Each forward is recorded.
invitations-forward = Forward
invitations-handed-by = Handed to you by { $provider }:

## Passing on
invitations-send-again = Sending again gives the invitation a new link. Older links stop working.
invitations-way-question = How do you want to send it?
invitations-way-mail = The portal sends it
invitations-way-mail-hint = A mail to each recipient, each with a link of its own. You see what becomes of it.
invitations-way-text = I send it myself, with the text
invitations-way-text-hint = You get subject and text to copy. Recorded as prepared, not as sent.
invitations-way-link = I only need the link
invitations-way-link-hint = For example for a chat message. Recorded as prepared, not as sent.
invitations-recipients = Recipients
invitations-recipients-hint = One to a line, up to 50: zhao@example.cn or Zhao Min <zhao@example.cn>. If you send it yourself, name one recipient or nobody.
invitations-recipient-fixed = An addressed invitation goes to this address alone.
invitations-recipient-line = Correct line { $line }: enter one e-mail address, with a name before it if you like
invitations-recipients-none = Enter at least one recipient
invitations-recipients-too-many = Enter no more than 50 recipients at once
invitations-recipient-one = Enter one e-mail address, or nothing
invitations-too-many-mails = Try again tomorrow, or send it yourself: the limit of invitation mails for one day is reached, yours or that of one of these addresses. Nothing was sent
invitations-note = Your own note
invitations-note-hint = Plain text. It stands above the invitation, marked as yours.
invitations-link-stays = The link is made by the portal and cannot be changed.
invitations-pass-on = Pass on
invitations-take-along = Send it yourself
invitations-take-along-text = The forward is in the ledger as prepared. Copy what you need; the link tells us that it came from you.
invitations-take-along-for = For { $name }.
invitations-take-along-link-hint = This link belongs to this forward. Please make a new forward for another customer.
invitations-take-along-done = Back to the invitation

## Preview as recipient
invitations-preview-banner = Preview – nothing can be accepted here.
invitations-preview-back = Back to the invitation

## When it does not work
invitations-conflict-drafts = You have very many drafts. Discard some of them first; nothing was changed.
invitations-conflict-draft-changed = The draft was changed in another window while you looked at it, so nothing was created. Go back, reload the page and check the answers again.
invitations-conflict-holder = The suggested holder is no longer one of your active resellers, so nothing was created. Go back and choose another one.
invitations-conflict-state = The invitation is in another state in the meantime, so nothing was changed. Go back and look at how things stand now.
invitations-conflict-revised = Look at the invitation as it stands now, then send this again: it has been changed since you opened this page. Nothing was sent
invitations-conflict-not-open = The invitation is not open now: it rests, has expired, or was answered or withdrawn. Nothing was sent.
invitations-conflict-partnership = Your partnership with this provider is not active, so you cannot forward its invitations. Nothing was sent.
invitations-conflict-provider = The provider is suspended. Its invitations cannot be forwarded until it is reinstated; links that have not expired then work again.
