### Отношения с партнёрами глазами клиентов, клиенты глазами партнёров.

relationships-title = Отношения с партнёрами
relationships-lede = Кто вам продаёт и кто может работать в каких ваших службах.
relationships-none = Партнёров пока нет
relationships-none-text = Партнёр появится здесь, когда ваша организация примет его приглашение.
relationships-to-received = К приглашениям
relationships-services = По службам
relationships-owns-sale = Продаёт
relationships-provisions = Подготовка
relationships-supports = Поддержка
relationships-complete = Список полный: все службы каталога и все, кто может в них работать.
relationships-since = с { $date }
relationships-may-sell = вправе продавать вам с { $date }
relationships-since-until = с { $date } по { $end }
relationships-until-date = до { $date }
relationships-partners = Ваши партнёры
relationships-receipt = Квитанция { $reference }
relationships-receipt-head = Квитанция
relationships-receipts = Квитанции
relationships-former = Прежние партнёры
relationships-remove = Удалить
relationships-ended = Завершённые
relationships-holder = Исполнитель
relationships-state = Состояние
relationships-until = До
relationships-done-removed = Делегирование удалено. Партнёр больше не может работать по нему в этой службе и уже извещён.

## Клиенты глазами партнёров
relationships-customers = Клиенты
relationships-customers-lede = Все клиенты, принявшие ваши приглашения.
relationships-customers-lede-reseller = Все клиенты, для которых вы можете работать или которые приняли пересланное вами приглашение. Отношения принадлежат поставщику.
relationships-customers-none = Клиентов пока нет
relationships-customers-none-text = Клиент появится здесь, как только примет приглашение. Вы также узнаете об этом по почте.
relationships-to-invitations = К приглашениям
relationships-search = Название клиента
relationships-found-none = Клиента с таким названием нет
relationships-found-none-text = Проверьте написание или сбросьте поиск, чтобы увидеть всех.
relationships-owner = Владелец отношений
relationships-since-head = С какого времени
relationships-may-work = Вы можете работать
relationships-delegations-active =
    { $count ->
        [one] { $count } делегирование
        [few] { $count } делегирования
        [many] { $count } делегирований
       *[other] { $count } делегирования
    }
relationships-delegations-awaiting = ждут вас: { $count }
relationships-delegations-none = Нет доступа
relationships-waiting =
    { $count ->
        [one] { $count } делегирование этого клиента ждёт вашего согласия
        [few] { $count } делегирования этого клиента ждут вашего согласия
        [many] { $count } делегирований этого клиента ждут вашего согласия
       *[other] { $count } делегирования этого клиента ждут вашего согласия
    }
relationships-to-delegations = Ответить
relationships-my-services = Службы, в которых вы можете работать
relationships-my-services-none = Нет. Сами отношения доступа не дают.
relationships-delegations = Делегирование
relationships-no-delegations = Здесь нет делегирований, которые вам видны.
relationships-details = Сведения
relationships-domain = Домен
relationships-market = Рынок
relationships-tenant = ID каталога (tenant)
relationships-contact = Контакт
relationships-not-owner = Отношения принадлежат партнёру { $partner }, кто бы ни работал для клиента.
relationships-history = История

## Удаление отношений
relationships-remove-relationship = Удалить эти отношения
relationships-removal-title = Удалить отношения с клиентом { $customer }
relationships-removal-in-the-way = У клиента { $customer } ещё есть активные подписки, купленные через вас
relationships-removal-in-the-way-text = Пока они активны, удалить отношения нельзя. Когда они закончатся и оператор это загрузит, отношения можно будет удалить.
relationships-removal-list = { $customer } исчезает из списка ваших клиентов
relationships-removal-delegation = { $holder } сразу теряет { $service }: { $purpose }
relationships-removal-stays-subscriptions = Все подписки, их условия, счета и зарегистрированный партнёр
relationships-removal-stays-others = Отношения клиента с другими партнёрами и делегирования в них
relationships-removal-stays-record = Запись о том, что было принято и сделано
relationships-removal-stays-again = Вы можете снова пригласить этого клиента
relationships-removal-notice = Уведомление
relationships-removal-button = Удалить отношения с клиентом { $customer }
relationships-done-ended = Отношения удалены, делегирования в них завершены. Все, кого это касается, уведомлены.
relationships-over-text = Эти отношения уже завершены. Ничего не изменено.
relationships-in-the-way-text = У клиента есть активная подписка, купленная через вас, поэтому удалить отношения нельзя. Ничего не изменено. На предыдущей странице перечислено, что мешает.
relationships-changed-text = Только что в этих отношениях появилось новое делегирование. Ничего не изменено. Посмотрите страницу ещё раз, прежде чем удалять.
