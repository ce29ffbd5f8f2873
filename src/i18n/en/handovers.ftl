### A colleague is asked to decide about an invitation.

handovers-title = Ask a colleague to decide
handovers-text = Choose a global admin of your organization. They get a mail that leads to this invitation, and decide after signing in.
handovers-to = Colleague
handovers-find = Name or address of a colleague
handovers-more =
    { $count ->
        [one] The first colleague by name. Look up any other.
       *[other] The first { $count } colleagues by name. Look up any other.
    }
handovers-none = No colleague who may decide has “{ $text }” in the name or address.
handovers-ask = Ask this colleague
handovers-history = Who was asked to decide
handovers-line = { $by } asked { $to }
handovers-done = Your colleague has been asked, and finds this invitation by the link in the mail or in the list.
handovers-asked-already = You already asked { $to } on { $date }. Nothing was sent again.

handovers-letter-subject = { $person } asks you to decide about an invitation of { $provider }
handovers-letter-text = { $person } of your organization has read an invitation of { $provider } and asks you to answer it: a global admin decides.
handovers-letter-decide = Read it, then accept, decline or make a counter-offer. Opening the page decides nothing.
handovers-letter-link = Read the invitation
