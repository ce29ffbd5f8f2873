### Радар оператора: конфликты, оставшиеся делегирования, сроки, признаки риска.

radar-title = Радар
radar-intro = На что стоит взглянуть, пока никто не пожаловался. Выберите число, чтобы увидеть список; каждая строка ведёт к самому предмету.
radar-about = О чём
radar-scope = { $service }, { $purpose }
radar-open-links =
    { $count ->
        [one] { $count } открытая ссылка
        [few] { $count } открытые ссылки
        [many] { $count } открытых ссылок
       *[other] { $count } открытой ссылки
    }
radar-grants =
    { $count ->
        [one] { $count } делегирование
        [few] { $count } делегирования
        [many] { $count } делегирований
       *[other] { $count } делегирования
    }
radar-none = Здесь ничего нет
radar-none-text = Сейчас такого нет. Появится — будет показано здесь.

radar-contested-title = Спорные службы
radar-contested-text = Клиент открыл приглашение одного партнёра, ведущего продажи, на службу, в которой делегирование есть у другого. Если клиент примет и делегирует, прежнее будет заменено.
radar-contested-who = Клиент
radar-contested-partner = Пригласивший
radar-contested-other = Исполнитель сейчас
radar-contested-at = Открыто

radar-replaced-title = Недавно заменённые
radar-replaced-text = Делегирования, на место которых за последние 30 дней пришёл другой партнёр, ведущий продажи.
radar-replaced-who = Клиент
radar-replaced-partner = Кто лишился
radar-replaced-other = Владелец продажи
radar-replaced-at = Заменено

radar-silent-title = Молчащие исполнители
radar-silent-text = Делегирования, которые ждут согласия исполнителя больше 14 дней.
radar-silent-who = Клиент
radar-silent-partner = Исполнитель
radar-silent-other = Владелец продажи
radar-silent-at = Предоставлено

radar-suspended-title = Приостановлены, но ссылки открыты
radar-suspended-text = Приостановленные организации, ссылки которых снова заработают после восстановления.
radar-suspended-who = Организация
radar-suspended-partner = Идентификатор партнёра
radar-suspended-other = –
radar-suspended-at = Приостановлена

radar-orphans-title = Оставшиеся делегирования
radar-orphans-text = Делегирования посредников, чьё партнёрство с владельцем продажи завершено.
radar-orphans-who = Клиент
radar-orphans-partner = Исполнитель
radar-orphans-other = Владелец продажи
radar-orphans-at = Предоставлено

radar-ending-title = Скоро закончатся
radar-ending-text = Делегирования, которые закончатся в ближайшие 30 дней.
radar-ending-who = Клиент
radar-ending-partner = Исполнитель
radar-ending-other = Владелец продажи
radar-ending-at = Конец

radar-many-title = Много за день
radar-many-text = Приглашения, по которым за день предоставлено 20 делегирований или больше.
radar-many-who = Приглашение
radar-many-partner = Пригласивший
radar-many-other = –
radar-many-at = Последнее

radar-newcomers-title = Новые партнёры
radar-newcomers-text = Открытые приглашения партнёров, зарегистрированных за последние 30 дней.
radar-newcomers-who = Приглашение
radar-newcomers-partner = Пригласивший
radar-newcomers-other = –
radar-newcomers-at = Создано
