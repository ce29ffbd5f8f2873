### Каталог служб для оператора и слова о том, что больше нельзя запросить.

services-title = Службы
services-intro = Что можно запросить в приглашении, в этом порядке. Снятая служба остаётся видна там, где она используется.
services-add = Добавить службу
services-edit = Изменить службу
services-code = Код
services-code-hint = От 2 до 40 строчных латинских букв, цифр и дефисов. Не меняется никогда.
services-code-wrong = Введите код из 2–40 строчных латинских букв, цифр и дефисов
services-code-taken = Введите другой код: служба с таким уже есть, возможно, снятая
services-code-for-ever = Код службы никогда не меняется
services-name-en = Название по-английски
services-name-zh = Название по-китайски
services-name-ru = Название по-русски
services-kind = Оплата
services-admin-url = Центр администрирования
services-admin-url-hint = Адрес, по которому партнёры работают для клиента. { $tenant } и { $domain } заменяются данными клиента.
services-url-https = Введите адрес, который начинается с https://
services-url-host = Введите адрес с полным именем узла, например https://admin.example.cn/
services-url-places = Используйте в фигурных скобках только два места из подсказки, без пробелов
services-no-url = Нет
services-preview = Так адрес выглядит для клиента
services-preview-hint = С вымышленным каталогом. Пока ничего не сохранено.
services-preview-of = Для вымышленного клиента: { $address }
services-preview-do = Показать адрес
services-state = Состояние
services-offered = Можно запросить
services-retired = Снята
services-order = Порядок
services-up = Выше
services-down = Ниже
services-uses = Используется
services-delegations =
    { $count ->
        [one] { $count } незавершённое делегирование
        [few] { $count } незавершённых делегирования
        [many] { $count } незавершённых делегирований
       *[other] { $count } незавершённого делегирования
    }
services-invitations =
    { $count ->
        [one] { $count } приглашение, на которое можно ответить
        [few] { $count } приглашения, на которые можно ответить
        [many] { $count } приглашений, на которые можно ответить
       *[other] { $count } приглашения, на которые можно ответить
    }
services-to-delegations = Делегирования в этой службе
services-to-invitations = Приглашения, которые её запрашивают
services-retire = Снять службу
services-retire-text = Новые приглашения больше не смогут её запросить. Открытые приглашения сохраняют условия, делегирования продолжаются, название остаётся видно.
services-return = Вернуть службу
services-return-text = Новые приглашения снова смогут её запросить.
services-added = Служба добавлена в каталог.
services-changed = Служба изменена.
services-same = Отличий нет, ничего не изменено.
services-is-retired = Служба снята. То, что используется, продолжается.
services-is-back = Службу снова можно запросить.
services-retired-asked = Выберите другие службы: одну из этих больше нельзя запросить
services-conflict-full = Каталог полон: служб может быть не больше 100. Ничего не изменено.
services-conflict-retired = Эта служба уже снята. Ничего не изменено.
services-conflict-not-retired = Эта служба не снята. Ничего не изменено.
services-conflict-last = Это последняя служба, которую можно запросить, поэтому её нельзя снять. Сначала добавьте другую. Ничего не изменено.
