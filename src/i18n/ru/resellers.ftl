### Отчёты по посредникам.
resellers-title = Посредники и их клиенты
resellers-lede = Что посредники сделали с вашими приглашениями. Каждое число ведёт к списку.
resellers-period-label = За какой срок
resellers-period =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
resellers-none = Посредников пока нет
resellers-none-text = Здесь появятся посредники с действующим партнёрством: что они переслали и чем закончилось.
resellers-to-report = Отчёт
resellers-report-title = Отчёт: { $reseller }
resellers-report-lede = Что { $reseller } сделал с приглашениями от { $provider }. Страницу видят обе стороны.
resellers-stalls = Без движения
resellers-stalls-hint = Переслано или открыто больше 7 дней назад без следующего шага, не доставлено или ждёт выбранного партнёра.
resellers-tally-in-hand = На руках
resellers-hint-in-hand = Приглашения, которые можно переслать сейчас.
resellers-tally-forwards = Переслано
resellers-hint-forwards = Каждая пересылка приглашения.
resellers-tally-openings = Открыто
resellers-hint-openings = Клиенты, пришедшие по пересылке и вошедшие в систему. Название посредник видит после ответа.
resellers-tally-acceptances = Принято
resellers-hint-acceptances = Клиенты, принявшие приглашение по пересылке.
resellers-tally-declines = Отклонено
resellers-hint-declines = Клиенты, отклонившие приглашение.
resellers-tally-undeliverable = Не доставлено
resellers-hint-undeliverable = Письмо вернулось: исправьте адрес и перешлите снова.
resellers-tally-unopened = Не открыто
resellers-hint-unopened = Переслано больше 7 дней назад, и никто не вошёл.
resellers-tally-unanswered = Без ответа
resellers-hint-unanswered = Открыто больше 7 дней назад, и никто не ответил.
resellers-tally-awaiting-holder = Ожидает партнёра
resellers-hint-awaiting-holder = Принято, но выбранный клиентом партнёр ещё не согласился.
resellers-list-none = За это время ничего.
resellers-unknown = Неизвестно
