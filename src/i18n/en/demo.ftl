### The invented world for newcomers.

demo-not-empty = The demo can only be put into an empty database. Nothing was changed.
demo-people-title = Who may sign in
demo-people-intro = All of them are invented and share one passphrase: { $passphrase }
demo-people-name = Name
demo-people-organization = Organization
demo-people-role = Role
demo-people-nowhere = No organization yet
demo-people-also = Also of { $organization }
