### Dates and times. In the patterns: %Y year, %B name of the month, %m its number, %d day, %A weekday,
### %H hour, %M minute, %z zone.

dates-date = %d %B %Y
dates-weekday-date = %A %d %B %Y
dates-date-time = %d %B %Y, %H:%M (%z)

dates-month-1 = January
dates-month-2 = February
dates-month-3 = March
dates-month-4 = April
dates-month-5 = May
dates-month-6 = June
dates-month-7 = July
dates-month-8 = August
dates-month-9 = September
dates-month-10 = October
dates-month-11 = November
dates-month-12 = December

dates-monday = Monday
dates-tuesday = Tuesday
dates-wednesday = Wednesday
dates-thursday = Thursday
dates-friday = Friday
dates-saturday = Saturday
dates-sunday = Sunday

dates-just-now = just now
dates-in-a-moment = in a moment
dates-in-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
dates-minutes-ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
dates-in-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
dates-hours-ago =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
dates-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
dates-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
dates-in-months =
    { $count ->
        [one] in { $count } month
       *[other] in { $count } months
    }
dates-months-ago =
    { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
dates-in-years =
    { $count ->
        [one] in { $count } year
       *[other] in { $count } years
    }
dates-years-ago =
    { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }
