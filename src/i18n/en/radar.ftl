### The operator's radar: conflicts, orphans, ends, flags.

radar-title = Radar
radar-intro = What is worth a look before somebody complains. Choose a number to see its list; each row leads to the thing itself.
radar-about = About
radar-scope = { $service }, { $purpose }
radar-open-links =
    { $count ->
        [one] { $count } open link
       *[other] { $count } open links
    }
radar-grants =
    { $count ->
        [one] { $count } delegation
       *[other] { $count } delegations
    }
radar-none = Nothing here
radar-none-text = There is nothing of this kind now. It appears here by itself.

radar-contested-title = Contested services
radar-contested-text = A customer opened an invitation of one transacting partner for a service in which another holds a delegation. Accepting with a delegation replaces that one.
radar-contested-who = Customer
radar-contested-partner = Inviter
radar-contested-other = Holder now
radar-contested-at = Opened

radar-replaced-title = Replaced lately
radar-replaced-text = Delegations that another transacting partner’s took the place of in the last 30 days.
radar-replaced-who = Customer
radar-replaced-partner = Lost it
radar-replaced-other = Owner of the sale
radar-replaced-at = Replaced

radar-silent-title = Silent holders
radar-silent-text = Delegations that have been waiting for the holder’s consent for more than 14 days.
radar-silent-who = Customer
radar-silent-partner = Holder
radar-silent-other = Owner of the sale
radar-silent-at = Granted

radar-suspended-title = Suspended with open links
radar-suspended-text = Suspended organizations with links that accept again when they are reinstated.
radar-suspended-who = Organization
radar-suspended-partner = Partner ID
radar-suspended-other = –
radar-suspended-at = Suspended

radar-orphans-title = Orphans
radar-orphans-text = Delegations of resellers whose partnership with the owner of the sale has ended.
radar-orphans-who = Customer
radar-orphans-partner = Holder
radar-orphans-other = Owner of the sale
radar-orphans-at = Granted

radar-ending-title = Ending soon
radar-ending-text = Delegations that end within 30 days.
radar-ending-who = Customer
radar-ending-partner = Holder
radar-ending-other = Owner of the sale
radar-ending-at = Ends

radar-many-title = Many grants in a day
radar-many-text = Invitations by which 20 or more delegations were granted within a day.
radar-many-who = Invitation
radar-many-partner = Inviter
radar-many-other = –
radar-many-at = Newest

radar-newcomers-title = New partners
radar-newcomers-text = Open invitations of partners registered within the last 30 days.
radar-newcomers-who = Invitation
radar-newcomers-partner = Inviter
radar-newcomers-other = –
radar-newcomers-at = Created
