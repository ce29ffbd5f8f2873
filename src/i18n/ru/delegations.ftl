### Делегирование: список, ответ, завершение.

delegations-title = Делегирование
delegations-lede = Что клиенты разрешили вам и что могут другие в рамках ваших отношений.
delegations-awaiting = Ждут вашего ответа
delegations-awaiting-more = Здесь показаны не все предложения: смотреть все ожидающие
delegations-offer = { $customer } выбирает вас; отношения принадлежат партнёру { $owner }
delegations-consent = Согласиться
delegations-refuse = Отказаться
delegations-consent-all =
    { $count ->
        [one] Согласиться ({ $count })
        [few] Согласиться на все { $count }
        [many] Согласиться на все { $count }
       *[other] Согласиться на все { $count }
    }
delegations-refuse-all =
    { $count ->
        [one] Отказаться ({ $count })
        [few] Отказаться от всех { $count }
        [many] Отказаться от всех { $count }
       *[other] Отказаться от всех { $count }
    }
delegations-answer-title = { $customer } выбирает вас для этого
delegations-answer-hint = До вашего согласия доступа нет. { $customer } узнает ваш ответ.
delegations-answer-who = Отвечает агент-администратор или глобальный администратор вашей организации.
delegations-all = Все делегирования
delegations-none = Здесь пусто
delegations-none-text = Делегирование появится здесь, когда клиент выберет вас или кого-то в рамках ваших отношений.
delegations-you = (вы)
delegations-state-active = Действуют
delegations-state-ending = Заканчиваются в течение 30 дней
delegations-state-awaiting = Ожидают партнёра
delegations-state-ended = Завершённые
delegations-state-all = Все
delegations-title-provisioning = { $holder }: подготовка в { $service }
delegations-title-support = { $holder }: поддержка { $service }
delegations-purpose = Цель
delegations-granted = Предоставлено
delegations-remove = Удалить делегирование
delegations-give-up = Отказаться от делегирования
delegations-to-customer = К странице клиента
delegations-done-consented = Вы согласились и теперь можете работать для клиента. Он об этом знает.
delegations-done-refused = Вы отказались. Клиент об этом знает.
delegations-done-given-up = Вы отказались от делегирования. Клиент об этом знает.
delegations-not-awaiting-text = Это делегирование больше не ждёт ответа: на него ответили, его удалили или его срок истёк. Ничего не изменилось.
delegations-over-text = Это делегирование уже завершено. Ничего не изменилось.
delegations-awaiting-text = Это делегирование ещё ждёт вашего ответа. Откажитесь от него в ответе.

## Завершение. Каждому предложению доступны три значения.
delegations-removal-title = Удалить партнёра { $holder } из { $service }
delegations-removal-effect = { $holder } сразу теряет доступ к { $service } и узнаёт об этом
delegations-removal-stays = Отношения, подписки и обязанности партнёра по ним
delegations-removal-button = Удалить партнёра { $holder } сейчас
delegations-giving-up-title = Отказаться от работы для клиента { $customer } в { $service }
delegations-giving-up-effect = Вы сразу теряете доступ к { $service } клиента { $customer }
delegations-giving-up-stays = Отношения, подписки и всё прочее, что вы можете делать для этого клиента
delegations-giving-up-button = Отказаться сейчас
