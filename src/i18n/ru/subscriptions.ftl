### Подписки: что купил клиент и кто поддерживает; загрузки оператора.

subscriptions-title = Подписки
subscriptions-none = Известных подписок здесь нет.
subscriptions-of-customer = Что и где купила ваша организация, кто поддерживает и кто может с этим работать.
subscriptions-of-partner = Что этот клиент купил напрямую или через вас и с чем вы можете работать.
subscriptions-bought = Где куплено
subscriptions-term-head = Срок
subscriptions-may-work = Кто может работать
subscriptions-seller-is = Продавец: { $partner }
subscriptions-record-is = Зарегистрированный партнёр: { $partner }
subscriptions-seats-are = Места: { $seats }
subscriptions-by-use = оплата по использованию
subscriptions-term = { $start } — { $end }
subscriptions-term-open = с { $start }
subscriptions-multi-any = Многоканальность действует: куплено напрямую, можно допустить любого партнёра.
subscriptions-multi-with = Многоканальность действует с партнёром { $partner }: он продал подписку как консультант.
subscriptions-multi-no = Многоканальность не действует: подготовкой занимается продавец.
subscriptions-delegation-you = Чтобы работать с ней, вам нужно делегирование.
subscriptions-delegation-not-you = Вы её продали: для самой подписки делегирование вам не нужно.
subscriptions-delegation-others = Продал { $partner }, делегирование ему не нужно; остальным нужно.
subscriptions-delegation-all = Любому партнёру нужно делегирование.
subscriptions-worker = { $partner }: { $purpose }, до { $date }
subscriptions-nobody-works = По делегированию — никто

## Контакт поддержки
subscriptions-contact = Контакт поддержки
subscriptions-contact-title = Кто поддерживает { $service } у клиента { $customer }
subscriptions-contact-text = Вопросы клиента об этой подписке поступают контакту поддержки. Как продавец вы отвечаете на них сами или поручаете это посреднику, которому клиент разрешил поддержку службы. Больше в подписке ничего не меняется.
subscriptions-contact-seller-hint = Продавец подписки
subscriptions-contact-holder-hint = Имеет здесь делегирование на поддержку: { $service }
subscriptions-contact-nobody = Сейчас ни у одного посредника в ваших отношениях нет делегирования на поддержку: { $service }.
subscriptions-contact-found-none = Нет реселлера с делегированной здесь поддержкой, в чьём названии есть «{ $text }» или у кого такой ID партнёра.
subscriptions-contact-21vianet = 21Vianet
subscriptions-contact-back = Был выбран { $partner }, но делегирования на поддержку у него здесь больше нет.
subscriptions-contact-not-holder-text = У выбранного посредника больше нет делегирования на поддержку этой службы. Ничего не изменено. Выберите ещё раз.
subscriptions-done-contact = Контакт поддержки изменён.

## Загрузки
subscriptions-imports = Загрузка подписок
subscriptions-imports-lede = Полученные файлы подписок, результаты проверки и то, что загружено.
subscriptions-upload-title = Отправить файл
subscriptions-upload-text = Сначала проверяется каждая строка; ничего не загружается, пока вы не посмотрите результат.
subscriptions-limit-size = Файл со значениями через запятую (CSV), не больше { $rows } строк и { $megabytes } МБ.
subscriptions-limit-cell = Не больше { $count } знаков в ячейке.
subscriptions-limit-encoding = UTF-8 с меткой в начале или без неё либо GB18030 (GBK); распознаётся само. UTF-16 не принимается: сохраните как «CSV UTF-8».
subscriptions-limit-columns = Первая строка называет столбцы:
subscriptions-limit-words = tenant — идентификатор или подтверждённый домен каталога, service — код или название; seller и partner_of_record — идентификаторы партнёров; channel — direct, advisor или csp; state — active, suspended или ended; даты в виде 2026-11-25. Столбец customer — только для чтения людьми.
subscriptions-sample = Скачать образец
subscriptions-file = Файл
subscriptions-upload = Отправить и проверить
subscriptions-uploads = Отправленные файлы
subscriptions-uploads-none = Файлов пока нет
subscriptions-uploads-none-text = Здесь появятся файлы, которые отправит администратор оператора, и результаты проверки.
subscriptions-uploaded = Отправлен
subscriptions-rows = Строки
subscriptions-rows-none = Таких строк нет.
subscriptions-head-state = Состояние
subscriptions-progress = { $done } из { $of }
subscriptions-refresh = Обновить состояние
subscriptions-ready-title = Проверено; ещё ничего не загружено
subscriptions-ready-text = Посмотрите строки ниже. Строки с ошибками будут пропущены; их можно скачать, исправить и отправить снова.
subscriptions-confirm =
    { $count ->
        [one] Загрузить { $count } строку
        [few] Загрузить { $count } строки
        [many] Загрузить { $count } строк
       *[other] Загрузить { $count } строки
    }
subscriptions-withdraw = Отбросить этот файл
subscriptions-given-up-title = Обработка этого файла раз за разом заканчивалась ошибкой
subscriptions-given-up-count =
    { $count ->
        [0] Обработка прервана. Из файла ничего не загружено.
        [one] Обработка прервана после { $count } строки. Загруженное сохранено.
        [few] Обработка прервана после { $count } строк. Загруженное сохранено.
        [many] Обработка прервана после { $count } строк. Загруженное сохранено.
       *[other] Обработка прервана после { $count } строки. Загруженное сохранено.
    }
subscriptions-given-up-next = Отбросьте этот файл и отправьте его снова: уже загруженные строки окажутся без изменений. Если ошибка повторится, сообщите тем, кто обслуживает портал.
subscriptions-nothing-to-import = Загружать нечего: нет ни новых, ни изменённых строк.
subscriptions-done =
    { $count ->
        [one] Загружена { $count } строка.
        [few] Загружены { $count } строки.
        [many] Загружено { $count } строк.
       *[other] Загружено { $count } строки.
    }
subscriptions-encoding = Кодировка
subscriptions-by-at = { $person }, { $date }
subscriptions-confirmed = Загрузка подтверждена
subscriptions-finished = Завершено
subscriptions-failed =
    { $count ->
        [one] Скачать { $count } строку с ошибками
        [few] Скачать { $count } строки с ошибками
        [many] Скачать { $count } строк с ошибками
       *[other] Скачать { $count } строки с ошибками
    }
subscriptions-failed-hint = Причина — в последнем столбце; при повторной отправке он может остаться.
subscriptions-failed-line = Строка { $line }: { $reasons }
subscriptions-line = Строка
subscriptions-external-id = Внешний идентификатор
subscriptions-findings = Результат проверки
subscriptions-since = Уже загружено { $date }, отличий нет.
subscriptions-change = { $column }: { $from } → { $to }
subscriptions-nothing = (пусто)
subscriptions-verdict = Вывод
subscriptions-verdict-none = Ещё не проверена
subscriptions-verdict-new = Новая
subscriptions-verdict-changed = Изменена
subscriptions-verdict-unchanged = Без изменений
subscriptions-verdict-wrong = Ошибка
subscriptions-imported-new = Загружена как новая
subscriptions-imported-changed = Изменение загружено

## Файл, который нельзя прочитать
subscriptions-file-required = Выберите файл
subscriptions-file-empty = В файле нет строк. Добавьте хотя бы одну под строкой с названиями столбцов.
subscriptions-file-not-text = Это UTF-16 или не текстовый файл. Сохраните его как «CSV UTF-8 (разделитель — запятая)» и отправьте снова.
subscriptions-file-header = Первая строка не называет столбцы по порядку. Начните с образца.
subscriptions-file-too-many-rows = В файле слишком много строк. Разделите его на несколько.
subscriptions-file-quote-open = Кавычка в строке { $line } или после неё не закрыта. Закройте её или удалите.
subscriptions-busy-text = Сейчас обрабатывается несколько файлов. От этого ничего не сохранено. Дождитесь завершения одного из них и отправьте снова.
subscriptions-broken-off-text = Отправка длилась слишком долго и прервана. Ничего не сохранено. Отправьте файл снова.
subscriptions-not-ready-text = Сейчас этот файл нельзя ни загрузить, ни отбросить: он ещё обрабатывается, уже обработан, или в нём нет нового. Ничего не изменено.

## Ошибки в строке
subscriptions-flaw-too-long = Строка слишком длинная. Проверьте кавычки.
subscriptions-flaw-columns = В строке ячеек: { $number }, не столько, сколько в первой строке. Проверьте запятые и кавычки.
subscriptions-flaw-cell = { $column }: больше { $number } знаков. Сократите.
subscriptions-flaw-line-break = { $column }: занимает несколько строк. Возможно, не закрыта кавычка.
subscriptions-flaw-letters = { $column }: есть нечитаемые знаки. Сохраните файл в UTF-8.
subscriptions-flaw-required = { $column }: пусто. Заполните.
subscriptions-flaw-external-id = { $column }: «{ $value }» — не внешний идентификатор. Используйте буквы, цифры и . _ : - (не больше 100).
subscriptions-flaw-duplicate = { $column }: «{ $value }» есть и в строке { $number }. Оставьте одну из двух.
subscriptions-flaw-tenant = { $column }: ни у одного клиента нет «{ $value }». Укажите идентификатор каталога или домен известного клиента.
subscriptions-flaw-tenant-unconfirmed = { $column }: «{ $value }» — домен со слов клиента, его никто не подтвердил. Подтвердите домен на странице клиента или укажите идентификатор каталога.
subscriptions-flaw-other-customer = { $column }: эта подписка принадлежит не клиенту «{ $value }». Используйте другой внешний идентификатор.
subscriptions-flaw-service = { $column }: в каталоге служб нет «{ $value }».
subscriptions-flaw-channel = { $column }: «{ $value }» — не канал. Укажите direct, advisor или csp.
subscriptions-flaw-seller-of-direct = { $column }: «{ $value }», но у купленного напрямую нет продавца. Оставьте пустым или измените канал.
subscriptions-flaw-partner = { $column }: ни у одного партнёра нет идентификатора «{ $value }».
subscriptions-flaw-seller-kind = { $column }: «{ $value }» — косвенный торговый посредник, он не продаёт от своего имени. Укажите его поставщика.
subscriptions-flaw-seats = { $column }: «{ $value }» — не число мест. Укажите целое число от 1.
subscriptions-flaw-seats-of-usage = { $column }: «{ $value }», но эта служба оплачивается по использованию. Оставьте пустым.
subscriptions-flaw-date = { $column }: «{ $value }» — не дата. Напишите в виде 2026-11-25.
subscriptions-flaw-term = { $column }: срок кончается раньше, чем начинается.
subscriptions-flaw-state = { $column }: «{ $value }» — не состояние. Укажите active, suspended или ended.

## Весь реестр, для оператора
subscriptions-register = Все подписки
subscriptions-register-lede = Всё, что загружено: кто, что и где купил и до какого срока.
subscriptions-register-none = Подписка появляется здесь после загрузки. Если задан отбор, подходящих нет.
subscriptions-register-search = Внешний идентификатор, клиент или партнёр
subscriptions-head-channel = Канал
subscriptions-head-seller = Продавец
subscriptions-head-record = Зарегистрированный партнёр
subscriptions-head-seats = Места
subscriptions-to-relationship = Отношения

## Письмо об этом
subscriptions-letter-subject = Теперь { $service } у клиента { $customer } поддерживает { $contact }
subscriptions-letter-text = { $seller } выбирает, кто поддерживает подписку клиента { $customer }. Вопросы о { $service } теперь поступают партнёру { $contact }. Больше в подписке ничего не меняется.
subscriptions-letter-link = Посмотреть подписки
