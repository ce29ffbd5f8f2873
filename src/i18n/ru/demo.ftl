### The invented world for newcomers.

demo-not-empty = Демонстрационные данные можно записать только в пустую базу. Ничего не изменено.
demo-people-title = Кто может войти
demo-people-intro = Все они вымышлены, и парольная фраза у них одна: { $passphrase }
demo-people-name = Имя
demo-people-organization = Организация
demo-people-role = Роль
demo-people-nowhere = Пока без организации
demo-people-also = А также: { $organization }
