### Партнёрства: поставщик и его посредники, от ссылки до завершения.

partnerships-title-provider = Посредники
partnerships-title-reseller = Поставщики
partnerships-lede-provider = Торговые посредники, с которыми вы работаете, и те, кого вы пригласили.
partnerships-lede-reseller = Поставщики, с которыми вы работаете. Они создают приглашения и передают их вам.
partnerships-list = Партнёрства
partnerships-partnership = Партнёрство
partnerships-provider = Поставщик
partnerships-reseller = Посредник
partnerships-customer = Клиент
partnerships-state = Состояние
partnerships-since = С какого дня
partnerships-until = До
partnerships-history = История
partnerships-facts = Сведения
partnerships-invited-at = Приглашение отправлено
partnerships-open-until = Можно ответить до
partnerships-answered-at = Ответ получен
partnerships-ended-at = Завершено
partnerships-sent-to = Кому отправлено
partnerships-none-found = Партнёрств в этом состоянии нет
partnerships-none-found-text = Выберите другое состояние, чтобы увидеть остальные.
partnerships-show-all = Показать все
partnerships-none-provider = Посредников пока нет
partnerships-none-provider-text = Посредники появятся здесь, как только вы их пригласите. Тот, кто подтвердил партнёрство, может пересылать переданные ему приглашения.
partnerships-none-reseller = Поставщиков пока нет
partnerships-none-reseller-text = Поставщик появится здесь, когда вы откроете присланную им ссылку партнёрства и подтвердите её. Если ссылки нет, попросите её у поставщика.

## Предложение
partnerships-invite = Пригласить посредника
partnerships-invite-lede = Посредник получит ссылку по электронной почте. Работа вместе начнётся, как только один из его администраторов подтвердит партнёрство.
partnerships-not-customer-title = Это не приглашение для клиента
partnerships-not-customer-provider = По этой ссылке организация становится вашим посредником, но не клиентом. Чтобы привлечь клиента, создайте приглашение.
partnerships-email = Адрес электронной почты у посредника
partnerships-email-hint = Ответить может глобальный администратор или агент-администратор
partnerships-name = Имя
partnerships-name-hint = Как обратиться в письме
partnerships-language = Язык письма
partnerships-days = По ссылке можно ответить в течение
partnerships-days-hint = От 1 до 90 дней
partnerships-send = Отправить приглашение к партнёрству
partnerships-too-many = Введите другой адрес или попробуйте завтра: дневной предел писем о партнёрстве достигнут. Ничего не отправлено

## Одно партнёрство
partnerships-done-invited = Приглашение к партнёрству отправляется.
partnerships-done-withdrawn = Приглашение к партнёрству отозвано. Ссылка больше не действует.
partnerships-done-authorized = Партнёрство подтверждено. Поставщику об этом сообщено.
partnerships-done-refused = Вы отказались от партнёрства. Поставщику об этом сообщено.
partnerships-done-ended = Партнёрство завершено. Обеим сторонам об этом сообщено.
partnerships-link-title = Ожидается ответ посредника
partnerships-link-text = Письмо отправлено на { $email }. Ссылку можно отправить и самостоятельно.
partnerships-link = Ссылка партнёрства
partnerships-link-hint = Только для посредника. Клиентом по ней никто не становится.
partnerships-withdraw = Отозвать приглашение
partnerships-withdraw-hint = Ссылка сразу перестанет действовать.
partnerships-end = Завершить партнёрство
partnerships-left-over = Оставшиеся делегирования
partnerships-left-over-provider = Партнёрство завершено, но этот посредник по-прежнему работает для ваших клиентов. О делегированиях решают клиенты; обратитесь к ним, если работу следует передать другому.
partnerships-left-over-reseller = Партнёрство завершено, но у вас остались делегирования клиентов этого поставщика. Откажитесь от тех, которые больше не нужны.

## Завершение
partnerships-end-title = Завершить партнёрство с { $name }?
partnerships-end-will-provider = { $name } больше не сможет видеть и пересылать ваши приглашения: всё переданное возвращается вам.
partnerships-end-will-reseller = Вы больше не сможете видеть и пересылать приглашения поставщика { $name }: всё переданное вам возвращается ему.
partnerships-end-will-told = Обеим сторонам будет сообщено по электронной почте.
partnerships-end-will-again = Чтобы снова работать вместе, посреднику нужно подтвердить новую ссылку партнёрства, а приглашения нужно передать ему заново.
partnerships-end-stays-customers = Клиенты и отношения с ними остаются без изменений.
partnerships-end-stays-delegations = Делегирования остаются без изменений: о них решают клиенты или исполнители.
partnerships-end-stays-links = Пересланные ранее ссылки действуют, пока поставщик их не заменит или не отзовёт.
partnerships-end-left-over =
    { $count ->
        [one] Останется { $count } делегирование
        [few] Останутся { $count } делегирования
        [many] Останется { $count } делегирований
       *[other] Останется { $count } делегирования
    }

## Страница ссылки
partnerships-kind = Партнёрство между партнёрами
partnerships-link-page-title = { $provider } предлагает вам партнёрство
partnerships-link-page-lede = { $provider } хочет работать с вашей организацией как с косвенным торговым посредником.
partnerships-not-customer = Эта ссылка предназначена только для партнёров. По ней никто не становится клиентом и никто не получает доступа. Если вы ждали приглашение стать клиентом, попросите отправителя прислать правильную ссылку.
partnerships-partner-id = Идентификатор партнёра
partnerships-registered-id = Регистрационный номер
partnerships-domain = Домен
partnerships-will-listed = { $provider } видит вашу организацию среди своих посредников.
partnerships-will-forward = { $provider } может передавать вам приглашения, а вы — пересылать их клиентам.
partnerships-will-suggested = Клиентам может быть показана ваша организация как возможный исполнитель. Выбирают они, а вы соглашаетесь.
partnerships-stays-customer = Ваша организация не становится ничьим клиентом.
partnerships-stays-customers = Ваши клиенты, отношения и делегирования с другими поставщиками остаются без изменений.
partnerships-stays-end = Любая сторона может завершить партнёрство в любое время.
partnerships-answer-for = Вы отвечаете за организацию { $org }. { $provider } увидит её название и идентификатор партнёра.
partnerships-authorize = Подтвердить партнёрство
partnerships-refuse = Отказаться
partnerships-answer-told = { $provider } узнает о вашем ответе по электронной почте.
partnerships-sign-in-title = Войдите, чтобы ответить
partnerships-sign-in-text = Ответить может глобальный администратор или агент-администратор косвенного торгового посредника. После входа вы вернётесь на эту страницу.
partnerships-sign-in = Войти и вернуться
partnerships-no-account = Ещё нет учётной записи? Партнёров регистрирует оператор этого портала. Обратитесь к поставщику, приславшему ссылку.
partnerships-already-title = Вы уже партнёры
partnerships-already = У вашей организации уже есть действующее партнёрство с { $provider }. Здесь ничего делать не нужно.
partnerships-to-providers = Перейти к поставщикам
partnerships-to-partnership = Перейти к партнёрству
partnerships-to-today = Перейти на мою начальную страницу
partnerships-wrong-role-title = Ответить должен кто-то другой
partnerships-wrong-role = Ответить может только глобальный администратор или агент-администратор вашей организации. Передайте ему эту ссылку: для него она тоже действует.
partnerships-suspended-title = Ваша организация приостановлена
partnerships-suspended = Она не может подтверждать партнёрства, пока оператор портала её не восстановит. После этого ссылка снова будет действовать, если не истечёт её срок.
partnerships-provider-suspended-title = { $provider } сейчас не может начать партнёрство
partnerships-provider-suspended = Оператор приостановил этого поставщика. После восстановления ссылка снова будет действовать, если не истечёт её срок. Отказаться можно сейчас.
partnerships-wrong-kind-title = Эта учётная запись не может ответить
partnerships-wrong-kind = Вы вошли как { $name }, организация { $org }, её вид: { $kind }. Подтвердить партнёрство с поставщиком может только косвенный торговый посредник.
partnerships-wrong-kind-nobody = Вы вошли как { $name } и пока не состоите ни в одной организации. Подтвердить партнёрство с поставщиком может только косвенный торговый посредник.
partnerships-wrong-kind-way = Выйдите и войдите с учётной записью посредника; вы вернётесь на эту страницу.
partnerships-other-account = Выйти и войти с другой учётной записью
partnerships-ask = Попросить новую ссылку: { $provider }

## Недействующие ссылки
partnerships-dead-expired-title = Срок этой ссылки партнёрства истёк
partnerships-dead-expired-text = Никто не ответил вовремя. Попросите новую ссылку: { $provider }.
partnerships-dead-withdrawn-title = Эта ссылка партнёрства отозвана
partnerships-dead-withdrawn-text = Её отозвал поставщик { $provider }. Если вы считаете, что это ошибка, обратитесь к нему.
partnerships-dead-refused-title = От этого партнёрства отказались
partnerships-dead-refused-text = Посредник отказался. Если решение изменилось, попросите новую ссылку: { $provider }.
partnerships-dead-active-title = Это партнёрство уже подтверждено
partnerships-dead-active-text = Ссылка сделала своё дело: посредник подтвердил партнёрство с { $provider }. Его сотрудники найдут его после входа в разделе «Поставщики».
partnerships-dead-ended-title = Это партнёрство завершено
partnerships-dead-ended-text = Чтобы снова работать вместе, попросите новую ссылку: { $provider }.

## Если не получилось
partnerships-conflict-answered = На это приглашение к партнёрству уже ответили, или оно отозвано, поэтому ничего не изменено. Вернитесь и посмотрите текущее состояние.
partnerships-conflict-over = По этой ссылке партнёрства больше нельзя ответить: её срок истёк, на неё ответили или её отозвали. Ничего не изменено. Попросите у поставщика новую ссылку.
partnerships-conflict-provider-suspended = Поставщик приостановлен, поэтому подтвердить партнёрство сейчас нельзя. Ничего не изменено. После восстановления ссылка снова будет действовать, если не истечёт её срок.
partnerships-conflict-partners = Ваша организация и этот поставщик уже партнёры. Ничего не изменено.
partnerships-conflict-not-active = Это партнёрство не действует, поэтому завершить его нельзя. Ничего не изменено.
