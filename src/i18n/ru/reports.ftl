### Start pages, and the operator's review of everything.

## Start pages: headlines
reports-provider-headline =
    { $count ->
        [0] Ничего не ждёт ответа
        [one] { $count } дело ждёт ответа
        [few] { $count } дела ждут ответа
        [many] { $count } дел ждут ответа
       *[other] { $count } дела ждут ответа
    }
reports-reseller-none-headline = Вам ещё не передали приглашений
reports-reseller-handed-headline =
    { $count ->
        [one] { $count } приглашение можно переслать
        [few] { $count } приглашения можно переслать
        [many] { $count } приглашений можно переслать
       *[other] { $count } приглашения можно переслать
    }
reports-reseller-consents-headline =
    { $count ->
        [one] { $count } делегирование ждёт вашего согласия
        [few] { $count } делегирования ждут вашего согласия
        [many] { $count } делегирований ждут вашего согласия
       *[other] { $count } делегирования ждут вашего согласия
    }
reports-customer-asked-headline =
    { $count ->
        [one] { $count } приглашение ждёт вашего ответа
        [few] { $count } приглашения ждут вашего ответа
        [many] { $count } приглашений ждут вашего ответа
       *[other] { $count } приглашения ждут вашего ответа
    }
reports-customer-calm-headline =
    { $count ->
        [one] { $count } партнёр может работать в ваших службах
        [few] { $count } партнёра могут работать в ваших службах
        [many] { $count } партнёров могут работать в ваших службах
       *[other] { $count } партнёра могут работать в ваших службах
    }
reports-customer-none-headline = Ни один партнёр не может работать в ваших службах
reports-operator-calm-headline = Всё работает
reports-operator-reported-headline =
    { $count ->
        [one] { $count } сообщение о приглашении ждёт решения
        [few] { $count } сообщения о приглашениях ждут решения
        [many] { $count } сообщений о приглашениях ждут решения
       *[other] { $count } сообщения о приглашениях ждут решения
    }
reports-operator-suspended-headline =
    { $count ->
        [one] { $count } организация приостановлена
        [few] { $count } организации приостановлены
        [many] { $count } организаций приостановлено
       *[other] { $count } организации приостановлены
    }
reports-operator-dead-headline =
    { $count ->
        [one] { $count } письмо не доставлено
        [few] { $count } письма не доставлены
        [many] { $count } писем не доставлено
       *[other] { $count } письма не доставлены
    }
reports-no-role-headline = Здесь вам нечего решать
reports-nowhere-headline = Вы пока не представляете организацию

## Start pages: where nothing waits
reports-nowhere-title = Вы не состоите ни в одной организации
reports-nowhere-text = Откройте ещё раз ссылку из приглашения, по которому вы пришли: по пути вы укажете свою организацию. Если коллеги уже здесь, попросите их глобального администратора добавить вас.
reports-choose = Выбрать организацию
reports-no-role-title = Ваша роль не видит клиентов
reports-no-role-text = Клиенты и приглашения доступны агентам и глобальным администраторам. Ваши настройки может изменить глобальный администратор организации.
reports-to-people = Открыть список сотрудников
reports-provider-calm-title = Все ответили
reports-provider-calm-text = Здесь появятся приглашения без ответа, молчащие исполнители и недоставленные письма, начиная с самых давних.
reports-reseller-none-title = Приглашения создаёт только поставщик
reports-reseller-none-text = Когда поставщик передаст вам приглашение, оно появится в разделе «Приглашения», и его можно будет пересылать клиентам. Попросите об этом поставщика.
reports-reseller-calm-title = Вас ничто не ждёт
reports-reseller-calm-text = На пересланное вами уже ответили. Следующий шаг — переслать приглашение ещё одному клиенту.
reports-to-invitations = Открыть приглашения
reports-customer-calm-title = Ничто не ждёт вашего ответа
reports-customer-calm-text = Партнёр, который хочет с вами работать, пришлёт приглашение. Откройте его ссылку после входа, и оно появится здесь.
reports-suspended-title = Ваша организация приостановлена
reports-suspended-text = Можно всё смотреть, но нельзя приглашать, передавать, пересылать и соглашаться, пока оператор не восстановит организацию. До тех пор открытые ссылки не принимаются, потом они заработают снова.

## Start pages: numbers
reports-numbers = В цифрах
reports-tile-open = Открытые приглашения
reports-tile-unanswered = Ждут ответа
reports-tile-requests = Запросы посредников
reports-tile-reported = Сообщения о приглашениях
reports-tile-accepted = Принято за 30 дней
reports-tile-awaiting = Ждут партнёра
reports-tile-ending = Истекают за 30 дней
reports-tile-handed = Можно переслать
reports-tile-forwarded = Переслано за 30 дней
reports-tile-to-consent = Ждут вашего согласия
reports-tile-to-answer = Приглашения без ответа
reports-tile-granted = Действующие делегирования
reports-tile-partners = Партнёры
reports-tile-customers = Клиенты
reports-tile-suspended = Приостановлены
reports-tile-relationships = Действующие отношения
reports-tile-delegations = Действующие делегирования
reports-tile-left-over = Осталось после партнёрств
reports-tile-dead = Недоставленные письма

## Start pages: what waits, and why
reports-waiting = Ждут дольше всего
reports-waiting-more = { $count ->
    [one] Ещё { $count } ждёт меньше времени. Числа выше ведут к спискам.
    [few] Ещё { $count } ждут меньше времени. Числа выше ведут к спискам.
    [many] Ещё { $count } ждут меньше времени. Числа выше ведут к спискам.
   *[other] Ещё { $count } ждут меньше времени. Числа выше ведут к спискам.
}
reports-holders-more = { $count ->
    [one] И ещё { $count } партнёр.
    [few] И ещё { $count } партнёра.
    [many] И ещё { $count } партнёров.
   *[other] И ещё { $count } партнёра.
}
reports-head-who = Кто
reports-head-reason = Почему ждёт
reports-head-action = Что сделать
reports-a-customer = Клиент
reports-a-partner = Партнёр
reports-scope = { $service }, { $purpose }
reports-reason-nobody-came = Отправлено, никто ещё не вошёл
reports-do-nobody-came = Напомнить
reports-reason-not-answered = Открыто, ответа нет
reports-do-not-answered = Посмотреть
reports-reason-counter-offered = Сделано встречное предложение
reports-do-counter-offered = Ответить
reports-reason-asked-of-us = { $partner } ждёт вашего ответа
reports-do-asked-of-us = Ответить
reports-reason-holder-silent = { $partner }: согласия пока нет
reports-do-holder-silent = Посмотреть
reports-reason-ours-to-answer = Нужно ваше согласие
reports-do-ours-to-answer = Ответить
reports-reason-not-delivered = Письмо не доставлено
reports-do-not-delivered = Отправить снова
reports-reason-not-accepted = Переслано, пока не принято
reports-do-not-accepted = Посмотреть
reports-reason-reseller-asks = { $partner } просит приглашение
reports-do-reseller-asks = Ответить
reports-do-invite = Создать приглашение
reports-holders = Кто может работать в ваших службах
reports-holder-scopes =
    { $count ->
        [one] { $count } делегирование
        [few] { $count } делегирования
        [many] { $count } делегирований
       *[other] { $count } делегирования
    }
reports-first-end = Ближайшее окончание: { $date }
reports-to-relationships = Все отношения с партнёрами
reports-newest = Последние события

## The operator's review
reports-relationships-title = Отношения
reports-relationships-intro = Кто кому продаёт: по всему порталу.
reports-relationships-none = Отношения появляются здесь, когда клиент принимает приглашение. Если задан отбор, подходящих нет.
reports-delegations-title = Делегирование
reports-delegations-intro = Кто, что и в чьих службах может делать и до какого срока. Завершённые остаются.
reports-delegations-none = Делегирование появляется здесь, когда его предоставляет клиент. Если задан отбор, подходящих нет.
reports-invitations-title = Приглашения
reports-invitations-intro = Все предложения партнёров клиентам. Ссылок здесь нет: ссылка есть только у тех, кто может отправить приглашение.
reports-invitations-none = Приглашение появляется здесь, когда его создаёт партнёр. Если задан отбор, подходящих нет.
reports-none = Здесь пусто
reports-search-parties = Название, код партнёра или домен
reports-search-invitations = Метка, адрес, партнёр или домен
reports-filter-from = С
reports-filter-to = По
reports-filter-delegated = Делегированная служба
reports-filter-purpose = Цель
reports-head-customer = Клиент
reports-head-owner = Кто продаёт
reports-head-holder = Исполнитель
reports-head-inviter = Партнёр
reports-head-scope = Служба и цель
reports-head-state = Состояние
reports-head-since = С
reports-head-until = До
reports-head-ended = Завершено
reports-head-kind = Вид
reports-head-invitation = Приглашение
reports-head-created = Создано
reports-head-expires = Истекает
reports-head-granted = Предоставлено
reports-head-answered = Исполнитель ответил
reports-head-days = Срок
reports-head-asks = Запрашивает
reports-head-suggested = Предложенный исполнитель
reports-head-recipient = Получатель
reports-head-answer = Ответ
reports-head-date = Дата
reports-head-forwarder = Кто передал
reports-head-way = Способ
reports-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
reports-never = Бессрочно
reports-asks-nothing = Только отношения, без делегирования
reports-relationship-of = { $customer } и { $owner }
reports-accepted-by-invitation = Принятое приглашение
reports-accepted-how = { $person }, { $date }, квитанция { $reference }
reports-passed-on-by = Передано через { $forwarder }
reports-no-delegations = Клиент ничего не делегировал.
reports-to-relationship = Отношения
reports-answers = Ответы
reports-no-answers = Ни один клиент ещё не ответил.
reports-forwards = Кто передавал
reports-no-forwards = Никто ещё не передавал.
reports-handouts = У кого оно есть
reports-handed-since = С { $from }
reports-handed-until = { $from } – { $to }
