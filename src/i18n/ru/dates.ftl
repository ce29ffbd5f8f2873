### Даты и время. В шаблонах: %Y год, %B название месяца, %m его номер, %d день, %A день недели,
### %H час, %M минута, %z часовой пояс.

dates-date = %d %B %Y г.
dates-weekday-date = %A, %d %B %Y г.
dates-date-time = %d %B %Y г., %H:%M (%z)

dates-month-1 = января
dates-month-2 = февраля
dates-month-3 = марта
dates-month-4 = апреля
dates-month-5 = мая
dates-month-6 = июня
dates-month-7 = июля
dates-month-8 = августа
dates-month-9 = сентября
dates-month-10 = октября
dates-month-11 = ноября
dates-month-12 = декабря

dates-monday = понедельник
dates-tuesday = вторник
dates-wednesday = среда
dates-thursday = четверг
dates-friday = пятница
dates-saturday = суббота
dates-sunday = воскресенье

dates-just-now = только что
dates-in-a-moment = вот-вот
dates-in-minutes =
    { $count ->
        [one] через { $count } минуту
        [few] через { $count } минуты
        [many] через { $count } минут
       *[other] через { $count } минуты
    }
dates-minutes-ago =
    { $count ->
        [one] { $count } минуту назад
        [few] { $count } минуты назад
        [many] { $count } минут назад
       *[other] { $count } минуты назад
    }
dates-in-hours =
    { $count ->
        [one] через { $count } час
        [few] через { $count } часа
        [many] через { $count } часов
       *[other] через { $count } часа
    }
dates-hours-ago =
    { $count ->
        [one] { $count } час назад
        [few] { $count } часа назад
        [many] { $count } часов назад
       *[other] { $count } часа назад
    }
dates-in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
        [many] через { $count } дней
       *[other] через { $count } дня
    }
dates-days-ago =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
        [many] { $count } дней назад
       *[other] { $count } дня назад
    }
dates-in-months =
    { $count ->
        [one] через { $count } месяц
        [few] через { $count } месяца
        [many] через { $count } месяцев
       *[other] через { $count } месяца
    }
dates-months-ago =
    { $count ->
        [one] { $count } месяц назад
        [few] { $count } месяца назад
        [many] { $count } месяцев назад
       *[other] { $count } месяца назад
    }
dates-in-years =
    { $count ->
        [one] через { $count } год
        [few] через { $count } года
        [many] через { $count } лет
       *[other] через { $count } года
    }
dates-years-ago =
    { $count ->
        [one] { $count } год назад
        [few] { $count } года назад
        [many] { $count } лет назад
       *[other] { $count } года назад
    }
