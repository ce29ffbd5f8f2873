### Что скоро заканчивается: список, письмо дня, календарь.

expiries-title = Скоро заканчивается
expiries-lede = Все делегирования, срок которых истекает в ближайшие 90 дней, начиная с ближайшего.
expiries-none = Ничего не заканчивается
expiries-none-text = Делегирование появляется здесь за 90 дней до окончания. Обе стороны получают письма за 30 дней, 7 дней и 1 день.
expiries-then = Что будет потом
expiries-ends = Закончится
expiries-renew = Возобновить
expiries-renewing = Возобновление предложено
expiries-calendar-title = Календарь окончаний
expiries-calendar-about = По личной ссылке ваш календарь покажет, когда заканчиваются делегирования.
expiries-calendar-go = К календарю
expiries-calendar-lede = Окончания делегирований, которые вам видны в организации { $organization }, для вашего календаря.
expiries-calendar-link = Личная ссылка
expiries-calendar-link-hint = Подпишитесь на неё в Outlook, Календаре Apple или другой программе.
expiries-calendar-private = Не передавайте её никому
expiries-calendar-private-text = Любой, у кого есть ссылка, читает этот календарь без входа. Если её видел кто-то ещё, замените её: прежняя сразу перестанет работать.
expiries-calendar-rotate = Заменить ссылку
expiries-calendar-off = Выключить календарь
expiries-calendar-on = Включить календарь
expiries-calendar-is-off = Календарь выключен: нет ссылки, по которой его можно прочитать.
expiries-calendar-done-on = Теперь это ваша ссылка. Прежние не работают.
expiries-calendar-done-off = Календарь выключен. Его ссылки больше не работают.
expiries-calendar-name = Окончания делегирований: { $organization }
expiries-calendar-summary = Заканчивается: { $holder }, { $service } ({ $purpose }), { $customer }
expiries-calendar-ends = Делегирование { $customer } → { $holder } заканчивается { $date }: { $service }, { $purpose }.
expiries-calendar-extends = Делегирование { $customer } → { $holder } продлится само до наступления { $date }, если согласны обе стороны: { $service }, { $purpose }.
expiries-calendar-more = После этого заканчиваются и другие делегирования
expiries-calendar-more-text = В этом календаре первая тысяча окончаний. В списке на портале — все.
expiries-letter-subject =
    { $count ->
        [one] Скоро заканчивается { $count } делегирование
        [few] Скоро заканчиваются { $count } делегирования
        [many] Скоро заканчиваются { $count } делегирований
       *[other] Скоро заканчиваются { $count } делегирования
    }
expiries-letter-over-subject =
    { $count ->
        [one] Закончилось { $count } делегирование
        [few] Закончились { $count } делегирования
        [many] Закончились { $count } делегирований
       *[other] Закончились { $count } делегирования
    }
expiries-letter-text = Это письмо приходит не чаще раза в день и только тогда, когда есть о чём сообщить.
expiries-letter-soon = Скоро заканчивается
expiries-letter-extends = Продлится само до этого срока: обе стороны согласны
expiries-letter-over = Закончилось
expiries-letter-provisioning = { $date }: { $holder }, подготовка в { $service } для клиента { $customer }
expiries-letter-support = { $date }: { $holder }, поддержка { $service } для клиента { $customer }
expiries-letter-more =
    { $count ->
        [one] В списке есть ещё { $count }.
        [few] В списке есть ещё { $count }.
        [many] В списке есть ещё { $count }.
       *[other] В списке есть ещё { $count }.
    }
expiries-letter-renew = В последние 60 дней партнёр может предложить возобновить делегирование; клиент принимает предложение или отклоняет. Отношения и подписки вместе с делегированием не заканчиваются.
expiries-letter-link = Посмотреть, что скоро заканчивается
