<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>Age</name>
    <message>
        <source>{n} s ago</source>
        <translation>{n} с назад</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} мин назад</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>в {time}</translation>
    </message>
</context>
<context>
    <name>ApplicationStep</name>
    <message>
        <source>Your handler path</source>
        <translation>Путь вашего обработчика</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Ключ приложения (client_secret)</translation>
    </message>
    <message>
        <source>Kept on this machine</source>
        <translation>Хранится на этом компьютере</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Код приложения (client_id)</translation>
    </message>
    <message>
        <source>Authorisation server</source>
        <translation>Сервер авторизации</translation>
    </message>
    <message>
        <source>The client secret is sent there. Leave it empty for the vendor&apos;s own.</source>
        <translation>Туда отправляется ключ приложения. Оставьте пустым, чтобы использовать сервер разработчика Битрикс24.</translation>
    </message>
    <message>
        <source>Another authorisation server</source>
        <translation>Другой сервер авторизации</translation>
    </message>
    <message>
        <source>Which application?</source>
        <translation>Какое приложение?</translation>
    </message>
    <message>
        <source>In the portal, as its administrator</source>
        <translation>На портале, под администратором</translation>
    </message>
    <message>
        <source>Developer resources → Other → Local application. Choose the type “Server”, tick “Script only”, and enter these two. Save, then copy the keys into the fields below.</source>
        <translation>Разработчикам → Другое → Локальное приложение. Выберите тип «Серверное», отметьте «Использует только API» и введите эти два значения. Сохраните и перенесите ключи в поля ниже.</translation>
    </message>
</context>
<context>
    <name>AssistantForm</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Open line</source>
        <translation>Открытая линия</translation>
    </message>
    <message>
        <source>Handler page</source>
        <translation>Страница обработчика</translation>
    </message>
    <message>
        <source>Any https page will do.</source>
        <translation>Подойдёт любая страница https.</translation>
    </message>
    <message>
        <source>Link to the channel</source>
        <translation>Ссылка на канал</translation>
    </message>
    <message>
        <source>For the channel data.</source>
        <translation>Для данных канала.</translation>
    </message>
    <message>
        <source>This line is switched off in the portal: customers can write, operators cannot answer.</source>
        <translation>Линия выключена на портале: клиенты могут писать, операторы не могут отвечать.</translation>
    </message>
    <message>
        <source>All fields: icon, flags, preview</source>
        <translation>Все поля: иконка, признаки, предпросмотр</translation>
    </message>
    <message>
        <source>{name} ({id}, switched off)</source>
        <translation>{name} ({id}, выключена)</translation>
    </message>
    <message>
        <source>{name} ({id})</source>
        <translation>{name} ({id})</translation>
    </message>
</context>
<context>
    <name>AssistantView</name>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write as a customer</source>
        <translation>Написать как клиент</translation>
    </message>
    <message>
        <source>Show the connector</source>
        <translation>Показать коннектор</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Подключить канал</translation>
    </message>
    <message>
        <source>1. Register</source>
        <translation>1. Регистрация</translation>
    </message>
    <message>
        <source>The portal learns the name, the icon and the flags of the connector.</source>
        <translation>Портал узнаёт название, иконку и признаки коннектора.</translation>
    </message>
    <message>
        <source>2. Activate</source>
        <translation>2. Активация</translation>
    </message>
    <message>
        <source>The connector is switched on for the open line.</source>
        <translation>Коннектор включается на открытой линии.</translation>
    </message>
    <message>
        <source>3. Describe the channel</source>
        <translation>3. Описание канала</translation>
    </message>
    <message>
        <source>Links and name of the channel, for widgets and operators.</source>
        <translation>Ссылки и название канала для виджетов и операторов.</translation>
    </message>
    <message>
        <source>4. Check the status</source>
        <translation>4. Проверка состояния</translation>
    </message>
    <message>
        <source>The portal says whether everything is in place.</source>
        <translation>Портал говорит, всё ли на месте.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>{name} works. Customers can write now.</source>
        <translation>{name} работает. Клиенты могут писать.</translation>
    </message>
    <message>
        <source>imconnector.list already knows this id. Registering takes the connector over.</source>
        <translation>imconnector.list уже знает этот ID. Регистрация перехватит коннектор.</translation>
    </message>
    <message>
        <source>This id belongs to a channel that comes with the portal.</source>
        <translation>Этот ID принадлежит каналу, который входит в портал.</translation>
    </message>
    <message>
        <source>You have registered this id already. Registering updates it.</source>
        <translation>Этот ID вы уже зарегистрировали. Повторная регистрация обновит его.</translation>
    </message>
</context>
<context>
    <name>BodyPane</name>
    <message>
        <source>How to show: {side}</source>
        <extracomment>Below this width request and answer take turns.</extracomment>
        <translation>Как показывать: {side}</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>По строкам</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Как есть</translation>
    </message>
</context>
<context>
    <name>BrowserStep</name>
    <message>
        <source>A code lives for 30 seconds after Allow. That press cannot be seen from here, so the clock starts when you come back to this window.</source>
        <translation>Код живёт 30 секунд после нажатия «Разрешить». Отсюда его не видно, поэтому отсчёт начинается, когда вы возвращаетесь в это окно.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Address for a browser on another machine</source>
        <translation>Адрес для браузера на другом компьютере</translation>
    </message>
    <message>
        <source>The application&apos;s handler path must be exactly</source>
        <translation>Путь обработчика в карточке приложения должен быть точно таким</translation>
    </message>
    <message>
        <source>Browser on another machine? Paste the whole address it ended on</source>
        <translation>Браузер на другом компьютере? Вставьте весь адрес, на котором он остановился</translation>
    </message>
    <message>
        <source>We opened {host}. Sign in there as an administrator and press Allow.</source>
        <translation>Мы открыли {host}. Войдите там под администратором и нажмите «Разрешить».</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Ждём браузер</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the browser, at most %n second(s) left</source>
        <translation>
            <numerusform>Ждём браузер, осталось не больше %n секунды</numerusform>
            <numerusform>Ждём браузер, осталось не больше %n секунд</numerusform>
            <numerusform>Ждём браузер, осталось не больше %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>If Allow was pressed, its code is too old by now</source>
        <translation>Если «Разрешить» уже нажато, код успел устареть</translation>
    </message>
    <message>
        <source>Confirm in your browser</source>
        <translation>Подтвердите вход в браузере</translation>
    </message>
</context>
<context>
    <name>CallDetail</name>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>secrets removed</source>
        <translation>секреты убраны</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Request or answer</source>
        <translation>Запрос или ответ</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>{refused} of {items} refused</source>
        <translation>отказано: {refused} из {items}</translation>
    </message>
    <message>
        <source>authorisation server</source>
        <translation>сервер авторизации</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} мс</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Скопировать как curl</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Скопировать как JSON</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>Закрыть подробности (Esc)</translation>
    </message>
</context>
<context>
    <name>CallModel</name>
    <message>
        <source>Time</source>
        <extracomment>Rows kept here; the same number that the service keeps. Last words of methods that only read. Columns of numbers.</extracomment>
        <translation>Время</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Operating, s</source>
        <translation>Работа, с</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>{refused} of {items} refused</source>
        <translation>отказано: {refused} из {items}</translation>
    </message>
    <message>
        <source>No answer: {code}</source>
        <translation>Нет ответа: {code}</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls</source>
        <extracomment>Widest texts that a column must hold, as samples to be measured.</extracomment>
        <translation>Вызовы</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>No calls yet</source>
        <translation>Вызовов пока нет</translation>
    </message>
    <message>
        <source>Every request to the portal and its answer stands here, without secrets.</source>
        <translation>Здесь стоит каждый запрос к порталу и ответ на него, без секретов.</translation>
    </message>
    <message>
        <source>No call matches</source>
        <translation>Нет подходящих вызовов</translation>
    </message>
    <message>
        <source>Calls are kept, only not shown by this search or filter.</source>
        <translation>Вызовы сохранены, но не подходят под поиск или фильтр.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Показать все вызовы</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызовы</translation>
    </message>
    <message>
        <source>no call is chosen</source>
        <translation>вызов не выбран</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>Найти вызов</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Остановить или продолжить</translation>
    </message>
    <message>
        <source>Copy call as curl</source>
        <translation>Скопировать вызов как curl</translation>
    </message>
    <message>
        <source>Copy call as JSON</source>
        <translation>Скопировать вызов как JSON</translation>
    </message>
</context>
<context>
    <name>CallsToolbar</name>
    <message>
        <source>Method, code, text</source>
        <translation>Метод, код, текст</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Какие вызовы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Operating time</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>Hold the table still</source>
        <translation>Остановить таблицу</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message numerus="yes">
        <source>%n new call(s)</source>
        <translation>
            <numerusform>%n новый вызов</numerusform>
            <numerusform>%n новых вызова</numerusform>
            <numerusform>%n новых вызовов</numerusform>
        </translation>
    </message>
    <message>
        <source>{used} of {most}</source>
        <translation>{used} из {most}</translation>
    </message>
    <message>
        <source>{method}, 10 min</source>
        <translation>{method}, 10 мин</translation>
    </message>
    <message>
        <source>{used} of {most} s</source>
        <translation>{used} из {most} с</translation>
    </message>
</context>
<context>
    <name>CellCard</name>
    <message>
        <source>Deactivate…</source>
        <translation>Отключить…</translation>
    </message>
    <message>
        <source>Set error</source>
        <translation>Поставить ошибку</translation>
    </message>
    <message>
        <source>imconnector.set.error: the line refuses messages until it is activated again</source>
        <translation>imconnector.set.error: линия не принимает сообщения, пока её не активируют снова</translation>
    </message>
    <message>
        <source>{line} ({id})</source>
        <translation>{line} ({id})</translation>
    </message>
    <message>
        <source>The error flag is set, so the portal refuses customer messages with NOT_ACTIVE_LINE. Activating again clears it.</source>
        <translation>Стоит признак ошибки, поэтому портал отклоняет сообщения клиентов с NOT_ACTIVE_LINE. Повторная активация снимает его.</translation>
    </message>
    <message>
        <source>Not activated on this line. Customer messages would be refused with NOT_ACTIVE_LINE.</source>
        <translation>На этой линии не активирован. Сообщения клиентов были бы отклонены с NOT_ACTIVE_LINE.</translation>
    </message>
    <message>
        <source>Only a part of the set-up is done. Activating completes it.</source>
        <translation>Настройка сделана частично. Активация завершит её.</translation>
    </message>
    <message>
        <source>The status was not read yet. Refresh reads it.</source>
        <translation>Состояние ещё не прочитано. Его прочитает обновление.</translation>
    </message>
    <message>
        <source>The line itself is switched off in the portal: customers can write, operators cannot answer.</source>
        <translation>Сама линия выключена на портале: клиенты могут писать, операторы не могут отвечать.</translation>
    </message>
    <message>
        <source>Not registered by this console, so it is only shown here.</source>
        <translation>Зарегистрирован не этой консолью, поэтому здесь только показан.</translation>
    </message>
    <message>
        <source>This portal does not know imconnector.deactivate (ERROR_METHOD_NOT_FOUND), so imconnector.activate with 0 was used instead.</source>
        <translation>Портал не знает imconnector.deactivate (ERROR_METHOD_NOT_FOUND), поэтому вызван imconnector.activate с 0.</translation>
    </message>
    <message>
        <source>Activate again</source>
        <translation>Активировать снова</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Активировать</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>as of {time}</source>
        <translation>на {time}</translation>
    </message>
    <message>
        <source>error flag set</source>
        <translation>стоит признак ошибки</translation>
    </message>
    <message>
        <source>registered elsewhere</source>
        <translation>зарегистрирован не здесь</translation>
    </message>
    <message>
        <source>the line is switched off</source>
        <translation>линия выключена</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Operator link</source>
        <translation>Ссылка для оператора</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Показать запрос</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>The portal cannot read this back. Shown is what was last written from here; all four fields go in one call.</source>
        <translation>Портал не возвращает эти данные. Показано то, что последним записано отсюда; все четыре поля отправляются одним вызовом.</translation>
    </message>
    <message>
        <source>Channel data on {line}</source>
        <translation>Данные канала на линии {line}</translation>
    </message>
    <message>
        <source>never written from here</source>
        <translation>отсюда не записывались</translation>
    </message>
    <message>
        <source>written {time}</source>
        <translation>записано {time}</translation>
    </message>
    <message>
        <source>Hide request</source>
        <translation>Скрыть запрос</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Найти или выполнить команду</translation>
    </message>
    <message>
        <source>No command has these words</source>
        <translation>Нет команды с такими словами</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Say who the customer is</source>
        <translation>Указать, кто клиент</translation>
    </message>
    <message>
        <source>Automatic delivery</source>
        <translation>Автодоставка</translation>
    </message>
    <message>
        <source>Operators&apos; messages are marked as delivered as soon as they arrive here</source>
        <translation>Сообщения операторов отмечаются доставленными, как только приходят сюда</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter new line</source>
        <translation>Enter — отправить, Shift+Enter — новая строка</translation>
    </message>
    <message>
        <source>Switch to customer</source>
        <translation>Сменить на клиента</translation>
    </message>
    <message>
        <source>Switch to operator</source>
        <translation>Сменить на оператора</translation>
    </message>
    <message>
        <source>Leave the message as it is</source>
        <translation>Оставить сообщение как есть</translation>
    </message>
    <message>
        <source>Nothing is typed yet</source>
        <translation>Пока ничего не введено</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Сохранить изменение</translation>
    </message>
    <message>
        <source>Send as operator</source>
        <translation>Отправить как оператор</translation>
    </message>
    <message>
        <source>Send as customer</source>
        <translation>Отправить как клиент</translation>
    </message>
    <message>
        <source>The new text of the message</source>
        <translation>Новый текст сообщения</translation>
    </message>
    <message>
        <source>Answer the customer</source>
        <translation>Ответить клиенту</translation>
    </message>
    <message>
        <source>Write to the open line</source>
        <translation>Написать в открытую линию</translation>
    </message>
</context>
<context>
    <name>ComposerPresenter</name>
    <message>
        <source>You edit a message of the CUSTOMER</source>
        <translation>Вы изменяете сообщение КЛИЕНТА</translation>
    </message>
    <message>
        <source>You write as OPERATOR {name}</source>
        <translation>Вы пишете как ОПЕРАТОР {name}</translation>
    </message>
    <message>
        <source>You write as the CUSTOMER</source>
        <translation>Вы пишете как КЛИЕНТ</translation>
    </message>
    <message>
        <source>No dialog is open.</source>
        <translation>Диалог не открыт.</translation>
    </message>
    <message>
        <source>This dialog began at the portal: nobody has said who the customer is.</source>
        <translation>Диалог начался на портале: никто не указал, кто клиент.</translation>
    </message>
    <message>
        <source>The portal has no chat yet: no message of the customer has arrived.</source>
        <translation>На портале ещё нет чата: ни одно сообщение клиента не дошло.</translation>
    </message>
</context>
<context>
    <name>ConnectorDelegate</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n линия</numerusform>
            <numerusform>%n линии</numerusform>
            <numerusform>%n линий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectorDetail</name>
    <message>
        <source>Write as a customer</source>
        <translation>Написать как клиент</translation>
    </message>
    <message>
        <source>Register from here…</source>
        <translation>Зарегистрировать отсюда…</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Опасное</translation>
    </message>
    <message>
        <source>own</source>
        <translation>свой</translation>
    </message>
    <message>
        <source>Activate it on a line first.</source>
        <translation>Сначала активируйте его на линии.</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Регистрация</translation>
    </message>
</context>
<context>
    <name>ConnectorList</name>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
    <message>
        <source>Registered here</source>
        <translation>Зарегистрированы здесь</translation>
    </message>
    <message>
        <source>Registered elsewhere</source>
        <translation>Зарегистрированы не здесь</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Встроенные</translation>
    </message>
</context>
<context>
    <name>ConnectorsPage</name>
    <message>
        <source>Reading the connectors…</source>
        <translation>Читаем коннекторы…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Подключить канал</translation>
    </message>
    <message>
        <source>Register a connector</source>
        <translation>Зарегистрировать коннектор</translation>
    </message>
    <message>
        <source>Read all states again</source>
        <translation>Прочитать все состояния снова</translation>
    </message>
    <message>
        <source>Search connectors</source>
        <translation>Найти коннектор</translation>
    </message>
    <message>
        <source>No connector registered here yet</source>
        <translation>Здесь ещё не зарегистрирован ни один коннектор</translation>
    </message>
    <message>
        <source>A connector brings customers of another channel into an open line. Connect one in four calls and write as its first customer.</source>
        <translation>Коннектор приводит клиентов другого канала в открытую линию. Подключите его за четыре вызова и напишите как первый клиент.</translation>
    </message>
    <message>
        <source>Only register</source>
        <translation>Только зарегистрировать</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Starting the sandbox portal</source>
        <extracomment>The pause between the steps of a story that somebody watches.</extracomment>
        <translation>Запускаем портал-песочницу</translation>
    </message>
    <message>
        <source>Signing in to the sandbox portal</source>
        <translation>Входим на портал-песочницу</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Открываем {name}</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызовы</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <extracomment>Below this width the words for who writes would be cut by what stands beside them.</extracomment>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <translation>Копировать: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Send as customer</source>
        <translation>Отправить как клиент</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open connectors</source>
        <translation>Открыть коннекторы</translation>
    </message>
    <message>
        <source>Anna</source>
        <translation>Анна</translation>
    </message>
    <message>
        <source>Novak</source>
        <translation>Новак</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>Tells the customers of a channel apart; stays the same for ever</source>
        <translation>Отличает клиентов канала друг от друга; никогда не меняется</translation>
    </message>
    <message>
        <source>The conversation in the outer channel; usually one for each customer</source>
        <translation>Переписка во внешнем канале; обычно своя у каждого клиента</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Open line</source>
        <translation>Открытая линия</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation>ID клиента</translation>
    </message>
    <message>
        <source>Chat id</source>
        <translation>ID чата</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Первое сообщение</translation>
    </message>
    <message>
        <source>Write as a customer</source>
        <translation>Написать как клиент</translation>
    </message>
    <message>
        <source>The message goes to the open line as if it came from the outer channel.</source>
        <translation>Сообщение уходит в открытую линию так, будто пришло из внешнего канала.</translation>
    </message>
</context>
<context>
    <name>CustomerRules</name>
    <message>
        <source>Register a connector first.</source>
        <translation>Сначала зарегистрируйте коннектор.</translation>
    </message>
    <message>
        <source>The portal has no open line.</source>
        <translation>На портале нет открытых линий.</translation>
    </message>
    <message>
        <source>Write what the customer says first.</source>
        <translation>Напишите, с чего клиент начинает разговор.</translation>
    </message>
    <message>
        <source>The line refuses messages of this connector: its error flag is set.</source>
        <translation>Линия не принимает сообщения этого коннектора: стоит признак ошибки.</translation>
    </message>
    <message>
        <source>The connector is not completely set up on this line.</source>
        <translation>Коннектор настроен на этой линии не до конца.</translation>
    </message>
    <message>
        <source>The connector is not active on this line.</source>
        <translation>Коннектор не активен на этой линии.</translation>
    </message>
    <message>
        <source>The state of the connector on this line is not known.</source>
        <translation>Состояние коннектора на этой линии неизвестно.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Не указано имя.</translation>
    </message>
    <message>
        <source>The portal takes only letters, blanks, hyphens and apostrophes here.</source>
        <translation>Портал принимает здесь только буквы, пробелы, дефисы и апострофы.</translation>
    </message>
    <message>
        <source>The portal takes at most 25 characters here.</source>
        <translation>Портал принимает здесь не больше 25 знаков.</translation>
    </message>
    <message>
        <source>The id is missing: it tells the customers of a channel apart.</source>
        <translation>Не указан ID: он отличает клиентов канала друг от друга.</translation>
    </message>
    <message>
        <source>The id of the chat is missing.</source>
        <translation>Не указан ID чата.</translation>
    </message>
    <message>
        <source>The id of the chat must not hold a vertical bar.</source>
        <translation>В ID чата не должно быть вертикальной черты.</translation>
    </message>
    <message>
        <source>The portal would not take this value.</source>
        <translation>Портал не примет это значение.</translation>
    </message>
</context>
<context>
    <name>DangerTab</name>
    <message>
        <source>Unregister…</source>
        <translation>Снять с регистрации…</translation>
    </message>
    <message>
        <source>imconnector.unregister takes it off every line and out of the contact center. Chats and messages stay in the portal. The channel data are lost, and so is what this console remembers of them.</source>
        <translation>imconnector.unregister убирает его со всех линий и из контакт-центра. Чаты и сообщения остаются на портале. Данные канала теряются, как и то, что помнит о них эта консоль.</translation>
    </message>
    <message>
        <source>Unregister {id}</source>
        <translation>Снять {id} с регистрации</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Close the details (Ctrl+I)</source>
        <translation>Закрыть подробности (Ctrl+I)</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Raw ids</source>
        <translation>Идентификаторы</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний ID</translation>
    </message>
    <message>
        <source>Chat id</source>
        <translation>ID чата</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>Ждёт с</translation>
    </message>
    <message>
        <source>Nobody has taken the dialog</source>
        <translation>Диалог никто не взял</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Journal row</source>
        <translation>Строка журнала</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Close the calls dock</source>
        <translation>Закрыть панель вызовов</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызовы</translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Ask an administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
    </message>
    <message>
        <source>The application lacks a permission</source>
        <translation>Приложению не хватает прав</translation>
    </message>
    <message>
        <source>The needed scope is not ticked in the application&apos;s card.</source>
        <translation>Нужное право не отмечено в карточке приложения.</translation>
    </message>
    <message>
        <source>Tick imopenlines, imconnector, im and user there, then sign in again.</source>
        <translation>Отметьте там imopenlines, imconnector, im и user, затем войдите снова.</translation>
    </message>
    <message>
        <source>More was asked for than the application&apos;s card allows.</source>
        <translation>Запрошено больше, чем разрешает карточка приложения.</translation>
    </message>
    <message>
        <source>Correct the permissions in the application&apos;s card, then sign in again.</source>
        <translation>Исправьте права в карточке приложения, затем войдите снова.</translation>
    </message>
    <message>
        <source>The portal denied access</source>
        <translation>Портал отказал в доступе</translation>
    </message>
    <message>
        <source>The signed-in user has no right to do this.</source>
        <translation>У вошедшего пользователя нет прав на это.</translation>
    </message>
    <message>
        <source>This user may not use the application</source>
        <translation>Этому пользователю нельзя работать с приложением</translation>
    </message>
    <message>
        <source>The application&apos;s card names who may.</source>
        <translation>Кому можно, указано в карточке приложения.</translation>
    </message>
    <message>
        <source>This user lacks the rights for the request</source>
        <translation>У пользователя нет прав на этот запрос</translation>
    </message>
    <message>
        <source>The portal knows the user but refuses the request.</source>
        <translation>Портал знает пользователя, но отклоняет запрос.</translation>
    </message>
    <message>
        <source>This method needs an application, not a webhook</source>
        <translation>Этому методу нужно приложение, а не вебхук</translation>
    </message>
    <message>
        <source>Connector methods work only with an application&apos;s sign-in.</source>
        <translation>Методы коннекторов работают только при входе через приложение.</translation>
    </message>
    <message>
        <source>Sign in with the client id and secret of an application.</source>
        <translation>Войдите с кодом и ключом приложения.</translation>
    </message>
    <message>
        <source>Guests of the portal may not do this</source>
        <translation>Гостям портала это недоступно</translation>
    </message>
    <message>
        <source>The signed-in user is an extranet user.</source>
        <translation>Вошёл пользователь экстранета.</translation>
    </message>
    <message>
        <source>Sign in as an employee.</source>
        <translation>Войдите как сотрудник.</translation>
    </message>
    <message>
        <source>An administrator has to confirm this method first</source>
        <translation>Сначала этот метод должен подтвердить администратор</translation>
    </message>
    <message>
        <source>The portal has asked its administrator and waits for the answer.</source>
        <translation>Портал спросил администратора и ждёт ответа.</translation>
    </message>
    <message>
        <source>Repeat it when the administrator has agreed.</source>
        <translation>Повторите, когда администратор согласится.</translation>
    </message>
    <message>
        <source>An administrator has forbidden this method</source>
        <translation>Администратор запретил этот метод</translation>
    </message>
    <message>
        <source>The application may not call it in this portal.</source>
        <translation>Приложению нельзя вызывать его на этом портале.</translation>
    </message>
    <message>
        <source>Choose another plan for the portal, or go on without this.</source>
        <translation>Смените тариф портала или продолжайте без этого.</translation>
    </message>
    <message>
        <source>The portal&apos;s plan does not include the REST API</source>
        <translation>Тариф портала не включает REST API</translation>
    </message>
    <message>
        <source>It is available on commercial plans only.</source>
        <translation>Он доступен только на коммерческих тарифах.</translation>
    </message>
    <message>
        <source>The portal&apos;s plan does not include this</source>
        <translation>Тариф портала этого не включает</translation>
    </message>
    <message>
        <source>Where there is a simpler way, this program takes it by itself.</source>
        <translation>Если есть более простой путь, программа сама выберет его.</translation>
    </message>
    <message>
        <source>The subscription or the trial period is over</source>
        <translation>Подписка или пробный период закончились</translation>
    </message>
    <message>
        <source>The portal refuses the application until it is paid for.</source>
        <translation>Портал отказывает приложению, пока оно не оплачено.</translation>
    </message>
    <message>
        <source>Renew the subscription.</source>
        <translation>Продлите подписку.</translation>
    </message>
    <message>
        <source>The application is not completely installed</source>
        <translation>Приложение установлено не до конца</translation>
    </message>
    <message>
        <source>Until then the portal gives it neither methods nor events.</source>
        <translation>До этого портал не даёт ему ни методов, ни событий.</translation>
    </message>
    <message>
        <source>Open the application in the portal once to finish the installation.</source>
        <translation>Один раз откройте приложение на портале, чтобы закончить установку.</translation>
    </message>
    <message>
        <source>The application is not installed in this portal</source>
        <translation>Приложение не установлено на этом портале</translation>
    </message>
    <message>
        <source>It was removed, or its installation was never finished.</source>
        <translation>Его удалили или не закончили установку.</translation>
    </message>
    <message>
        <source>Install it in the portal, then sign in again.</source>
        <translation>Установите его на портале, затем войдите снова.</translation>
    </message>
    <message>
        <source>The portal was deleted or closed</source>
        <translation>Портал удалён или закрыт</translation>
    </message>
    <message>
        <source>It does not accept any calls.</source>
        <translation>Он не принимает вызовов.</translation>
    </message>
    <message>
        <source>Check the address with the owner of the portal.</source>
        <translation>Уточните адрес у владельца портала.</translation>
    </message>
    <message>
        <source>Nothing has to be done: the program waits and goes on.</source>
        <translation>Делать ничего не нужно: программа подождёт и продолжит.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Слишком много запросов</translation>
    </message>
    <message>
        <source>Programs behind the same address share the portal&apos;s limit.</source>
        <translation>Программы с одного адреса делят общий лимит портала.</translation>
    </message>
    <message>
        <source>This method has used up its time</source>
        <translation>Метод израсходовал своё время</translation>
    </message>
    <message>
        <source>The portal blocks it for some minutes; other methods go on.</source>
        <translation>Портал блокирует его на несколько минут; остальные методы работают.</translation>
    </message>
    <message>
        <source>The portal&apos;s REST API is blocked because of overload</source>
        <translation>REST API портала заблокирован из-за перегрузки</translation>
    </message>
    <message>
        <source>The vendor has set this block. Repeating makes it worse.</source>
        <translation>Блокировку поставил разработчик Битрикс24. Повторы её усугубляют.</translation>
    </message>
    <message>
        <source>Wait, then try once. If it stays, ask the vendor&apos;s support.</source>
        <translation>Подождите и попробуйте один раз. Если не пройдёт, обратитесь в поддержку Битрикс24.</translation>
    </message>
    <message>
        <source>Try again in a minute. What was not confirmed may have been done.</source>
        <translation>Повторите через минуту. Неподтверждённое могло быть выполнено.</translation>
    </message>
    <message>
        <source>The portal failed while it worked on this</source>
        <translation>Портал не справился с запросом</translation>
    </message>
    <message>
        <source>The mistake is on the portal&apos;s side.</source>
        <translation>Ошибка на стороне портала.</translation>
    </message>
    <message>
        <source>The portal got an unexpected answer inside</source>
        <translation>Портал получил неожиданный ответ внутри себя</translation>
    </message>
    <message>
        <source>The portal cannot reach the authorisation server</source>
        <translation>Портал не может связаться с сервером авторизации</translation>
    </message>
    <message>
        <source>It cannot check sign-ins at the moment.</source>
        <translation>Сейчас он не может проверять входы.</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation>Ответ не читается</translation>
    </message>
    <message>
        <source>Something other than the portal&apos;s data came back, for example a page.</source>
        <translation>Вместо данных портала пришло что-то другое, например страница.</translation>
    </message>
    <message>
        <source>Look at the call. A proxy or a maintenance page may stand between.</source>
        <translation>Посмотрите вызов. Между вами и порталом может стоять прокси или страница обслуживания.</translation>
    </message>
    <message>
        <source>The portal has moved to another address</source>
        <translation>Портал переехал на другой адрес</translation>
    </message>
    <message>
        <source>Nobody vouched for the new address, so no keys were sent there.</source>
        <translation>За новый адрес никто не поручился, поэтому ключи туда не отправлены.</translation>
    </message>
    <message>
        <source>Check the new address and sign in there.</source>
        <translation>Проверьте новый адрес и войдите там.</translation>
    </message>
    <message>
        <source>The portal named an address without https</source>
        <translation>Портал назвал адрес без https</translation>
    </message>
    <message>
        <source>The sign-in was not sent there.</source>
        <translation>Данные входа туда не отправлены.</translation>
    </message>
    <message>
        <source>Ask the administrator to set up https.</source>
        <translation>Попросите администратора настроить https.</translation>
    </message>
    <message>
        <source>Look at the call and correct what it sends.</source>
        <translation>Посмотрите вызов и исправьте то, что он отправляет.</translation>
    </message>
    <message>
        <source>The portal does not know this method</source>
        <translation>Портал не знает этого метода</translation>
    </message>
    <message>
        <source>It is older, or a module is not installed.</source>
        <translation>Портал старее, или не установлен модуль.</translation>
    </message>
    <message>
        <source>Update the portal, or go on without this.</source>
        <translation>Обновите портал или продолжайте без этого.</translation>
    </message>
    <message>
        <source>A value is missing or has the wrong form</source>
        <translation>Значение пропущено или имеет неверный вид</translation>
    </message>
    <message>
        <source>The portal&apos;s words say which one.</source>
        <translation>Какое именно, сказано в ответе портала.</translation>
    </message>
    <message>
        <source>The portal refused the request</source>
        <translation>Портал отклонил запрос</translation>
    </message>
    <message>
        <source>Its words say why.</source>
        <translation>Почему, сказано в его ответе.</translation>
    </message>
    <message>
        <source>The request was refused as malformed</source>
        <translation>Запрос отклонён как неправильно составленный</translation>
    </message>
    <message>
        <source>The portal&apos;s words say why; often https is required.</source>
        <translation>Почему, сказано в ответе портала; часто требуется https.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8</source>
        <translation>Текст не в кодировке UTF-8</translation>
    </message>
    <message>
        <source>This method may not stand in a batch</source>
        <translation>Этот метод нельзя вызывать в пакете</translation>
    </message>
    <message>
        <source>Call it on its own.</source>
        <translation>Вызовите его отдельно.</translation>
    </message>
    <message>
        <source>A batch takes 50 commands at most</source>
        <translation>В пакете не больше 50 команд</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translation>Отправляйте меньше за раз.</translation>
    </message>
    <message>
        <source>The portal does not know this event</source>
        <translation>Портал не знает этого события</translation>
    </message>
    <message>
        <source>Or the application lacks the permission for it.</source>
        <translation>Или у приложения нет прав на него.</translation>
    </message>
    <message>
        <source>Tick imopenlines and imconnector in the application&apos;s card.</source>
        <translation>Отметьте imopenlines и imconnector в карточке приложения.</translation>
    </message>
    <message>
        <source>The portal has no manifest</source>
        <translation>У портала нет манифеста</translation>
    </message>
    <message>
        <source>Correct the field and register again.</source>
        <translation>Исправьте поле и зарегистрируйте снова.</translation>
    </message>
    <message>
        <source>A dot is not allowed in the connector&apos;s id</source>
        <translation>В идентификаторе коннектора нельзя использовать точку</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and _ are safe.</source>
        <translation>Подходят строчные латинские буквы, цифры и _.</translation>
    </message>
    <message>
        <source>The connector&apos;s id is missing</source>
        <translation>Не указан идентификатор коннектора</translation>
    </message>
    <message>
        <source>The connector&apos;s name is missing</source>
        <translation>Не указано название коннектора</translation>
    </message>
    <message>
        <source>The connector&apos;s icon is missing</source>
        <translation>Не указана иконка коннектора</translation>
    </message>
    <message>
        <source>The handler page is missing</source>
        <translation>Не указана страница обработчика</translation>
    </message>
    <message>
        <source>The portal finds no application for this sign-in</source>
        <translation>Портал не находит приложения для этого входа</translation>
    </message>
    <message>
        <source>It was probably removed from the portal.</source>
        <translation>Вероятно, его удалили с портала.</translation>
    </message>
    <message>
        <source>Install the application, then sign in again.</source>
        <translation>Установите приложение, затем войдите снова.</translation>
    </message>
    <message>
        <source>The portal could not save the connector</source>
        <translation>Портал не смог сохранить коннектор</translation>
    </message>
    <message>
        <source>A value may be too long or of the wrong kind.</source>
        <translation>Какое-то значение слишком длинное или не того вида.</translation>
    </message>
    <message>
        <source>The portal refused the registration</source>
        <translation>Портал отклонил регистрацию</translation>
    </message>
    <message>
        <source>It does not say which value it dislikes.</source>
        <translation>Он не говорит, какое значение ему не подошло.</translation>
    </message>
    <message>
        <source>The connector could not be unregistered</source>
        <translation>Не удалось снять коннектор с регистрации</translation>
    </message>
    <message>
        <source>The id was empty, or the portal could not delete it.</source>
        <translation>Идентификатор пуст, или портал не смог удалить коннектор.</translation>
    </message>
    <message>
        <source>Refresh the list and look whether it is still there.</source>
        <translation>Обновите список и проверьте, остался ли он там.</translation>
    </message>
    <message>
        <source>The line refuses messages</source>
        <translation>Линия не принимает сообщения</translation>
    </message>
    <message>
        <source>The connector is not active on it, or its error flag is set.</source>
        <translation>Коннектор на ней не активен, или на ней стоит признак ошибки.</translation>
    </message>
    <message>
        <source>Activate the connector on this line again.</source>
        <translation>Активируйте коннектор на этой линии снова.</translation>
    </message>
    <message>
        <source>The portal does not know this connector</source>
        <translation>Портал не знает этого коннектора</translation>
    </message>
    <message>
        <source>It was unregistered, or its id is spelled differently.</source>
        <translation>Его сняли с регистрации, или идентификатор пишется иначе.</translation>
    </message>
    <message>
        <source>Register the connector, then activate it on the line.</source>
        <translation>Зарегистрируйте коннектор, затем активируйте его на линии.</translation>
    </message>
    <message>
        <source>It is not registered any more.</source>
        <translation>Он больше не зарегистрирован.</translation>
    </message>
    <message>
        <source>The portal lost its own command on the way</source>
        <translation>Портал потерял собственную команду</translation>
    </message>
    <message>
        <source>Try again. If it stays, ask the vendor&apos;s support.</source>
        <translation>Повторите. Если не пройдёт, обратитесь в поддержку Битрикс24.</translation>
    </message>
    <message>
        <source>The portal could not start the connector</source>
        <translation>Портал не смог запустить коннектор</translation>
    </message>
    <message>
        <source>The portal did not take the message</source>
        <translation>Портал не принял сообщение</translation>
    </message>
    <message>
        <source>It has neither text nor files, or the customer or chat is empty.</source>
        <translation>В нём нет ни текста, ни файлов, или не указан клиент или чат.</translation>
    </message>
    <message>
        <source>Complete the message and send it again.</source>
        <translation>Дополните сообщение и отправьте снова.</translation>
    </message>
    <message>
        <source>The call as a whole succeeded, this message did not.</source>
        <translation>Вызов в целом прошёл, а это сообщение нет.</translation>
    </message>
    <message>
        <source>Read the portal&apos;s words, correct the message and send it again.</source>
        <translation>Прочтите ответ портала, исправьте сообщение и отправьте снова.</translation>
    </message>
    <message>
        <source>The portal could not create the customer</source>
        <translation>Портал не смог создать клиента</translation>
    </message>
    <message>
        <source>A name, a phone number or an address may be unacceptable.</source>
        <translation>Не подошло имя, номер телефона или адрес.</translation>
    </message>
    <message>
        <source>Correct the customer&apos;s data and send again.</source>
        <translation>Исправьте данные клиента и отправьте снова.</translation>
    </message>
    <message>
        <source>The portal does not let this customer write</source>
        <translation>Портал не разрешает этому клиенту писать</translation>
    </message>
    <message>
        <source>The customer is not allowed in the messenger.</source>
        <translation>Клиент не допущен в мессенджер.</translation>
    </message>
    <message>
        <source>The chat could not be renamed</source>
        <translation>Не удалось переименовать чат</translation>
    </message>
    <message>
        <source>The dialog has no open session.</source>
        <translation>В диалоге нет открытой сессии.</translation>
    </message>
    <message>
        <source>Write a message first, then rename the chat.</source>
        <translation>Сначала напишите сообщение, затем переименуйте чат.</translation>
    </message>
    <message>
        <source>You are not an operator of this line</source>
        <translation>Вы не оператор этой линии</translation>
    </message>
    <message>
        <source>Only an operator in the line&apos;s queue can do this.</source>
        <translation>Это может только оператор из очереди линии.</translation>
    </message>
    <message>
        <source>Ask an administrator to add you to the line&apos;s queue.</source>
        <translation>Попросите администратора добавить вас в очередь линии.</translation>
    </message>
    <message>
        <source>The dialog belongs to another operator</source>
        <translation>Диалог ведёт другой оператор</translation>
    </message>
    <message>
        <source>Only the operator who answers it can do this.</source>
        <translation>Это может только оператор, который отвечает.</translation>
    </message>
    <message>
        <source>Take the dialog over in the portal first.</source>
        <translation>Сначала перехватите диалог на портале.</translation>
    </message>
    <message>
        <source>This is not a chat of an open line</source>
        <translation>Это не чат открытой линии</translation>
    </message>
    <message>
        <source>The portal does not know this chat</source>
        <translation>Портал не знает этого чата</translation>
    </message>
    <message>
        <source>The portal does not know this message</source>
        <translation>Портал не знает этого сообщения</translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation>Сообщение пустое</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>Напишите что-нибудь.</translation>
    </message>
    <message>
        <source>The portal did not find it</source>
        <translation>Портал этого не нашёл</translation>
    </message>
    <message>
        <source>This message cannot be changed any more</source>
        <translation>Это сообщение уже нельзя изменить</translation>
    </message>
    <message>
        <source>The portal allows changes for some days, and to the author only.</source>
        <translation>Портал разрешает изменения несколько дней и только автору.</translation>
    </message>
</context>
<context>
    <name>FailureLine</name>
    <message>
        <source>Go to line {number}</source>
        <translation>К строке {number}</translation>
    </message>
    <message>
        <source>{refused} of {items} refused although the status is {status}.</source>
        <translation>Отказано {refused} из {items}, хотя статус {status}.</translation>
    </message>
</context>
<context>
    <name>FeedNotice</name>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>The sign-in to this portal has ended</source>
        <translation>Вход в этот портал закончился</translation>
    </message>
    <message>
        <source>You can write as a customer all the same; answers will not appear here.</source>
        <translation>Писать как клиент можно и так; ответы здесь не появятся.</translation>
    </message>
    <message>
        <source>What was read before stays on the screen; nothing of yours is lost.</source>
        <translation>Прочитанное раньше остаётся на экране; ничего вашего не потеряно.</translation>
    </message>
    <message>
        <source>next try in {seconds} s</source>
        <translation>повтор через {seconds} с</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>на {time}</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <extracomment>More than the row needs at least, or it could never become two.</extracomment>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} КБ</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>картинка</translation>
    </message>
    <message>
        <source>Choose an icon</source>
        <translation>Выберите иконку</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>Картинки SVG (*.svg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>FlagsView</name>
    <message>
        <source>Behaviour</source>
        <translation>Поведение</translation>
    </message>
    <message>
        <source>all seven flags are always sent</source>
        <translation>всегда отправляются все семь признаков</translation>
    </message>
    <message>
        <source>With this on the CRM tracker does not run, so no lead or contact may be made.</source>
        <translation>Если включить, трекер CRM не работает, и лид или контакт может не создаться.</translation>
    </message>
    <message>
        <source>Customer messages can be deleted</source>
        <translation>Сообщения клиента можно удалять</translation>
    </message>
    <message>
        <source>Operators edit their messages</source>
        <translation>Операторы изменяют свои сообщения</translation>
    </message>
    <message>
        <source>Operators delete their messages</source>
        <translation>Операторы удаляют свои сообщения</translation>
    </message>
    <message>
        <source>CRM mailings use this channel</source>
        <translation>Канал доступен рассылкам CRM</translation>
    </message>
    <message>
        <source>System texts reach the customer</source>
        <translation>Системные тексты доходят до клиента</translation>
    </message>
    <message>
        <source>Operator name in front of the text</source>
        <translation>Имя оператора перед текстом</translation>
    </message>
    <message>
        <source>One dialog per chat, not per person</source>
        <translation>Один диалог на чат, а не на человека</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Icon when off</source>
        <translation>Иконка, когда выключен</translation>
    </message>
    <message>
        <source>Same icon, grey</source>
        <translation>Та же, серая</translation>
    </message>
    <message>
        <source>Own icon</source>
        <translation>Своя</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Unique in the portal: begin with a prefix of yours.</source>
        <translation>Уникален на портале: начните со своего префикса.</translation>
    </message>
    <message>
        <source>What operators see in the contact center.</source>
        <translation>Это операторы видят в контакт-центре.</translation>
    </message>
    <message>
        <source>Opens in a slider when somebody presses Connect. A desktop program has no such page: any https page of yours will do.</source>
        <translation>Открывается в слайдере по кнопке «Подключить». У настольной программы такой страницы нет: подойдёт любая ваша страница https.</translation>
    </message>
    <message>
        <source>Stored as a data URI. Pictures with scripts or remote links are refused.</source>
        <translation>Хранится как data URI. Картинки со скриптами и внешними ссылками не принимаются.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handler page</source>
        <translation>Страница обработчика</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Иконка</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and _ are safe.</source>
        <translation>Подходят строчные латинские буквы, цифры и _.</translation>
    </message>
    <message>
        <source>The id is missing.</source>
        <translation>Не указан ID.</translation>
    </message>
    <message>
        <source>A dot is not allowed here. Bitrix24 would answer HTTP 200 with APPLICATION_REGISTRATION_ERROR_POINT.</source>
        <translation>Точка здесь недопустима. Битрикс24 ответил бы HTTP 200 с APPLICATION_REGISTRATION_ERROR_POINT.</translation>
    </message>
    <message>
        <source>Upper case makes two customers of one: the portal keeps the id in lower case.</source>
        <translation>Из-за заглавных букв один клиент станет двумя: портал хранит ID строчными.</translation>
    </message>
    <message>
        <source>Some characters are not allowed here.</source>
        <translation>Здесь есть недопустимые знаки.</translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation>Не больше {count} знаков.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Не указано название.</translation>
    </message>
    <message>
        <source>The handler page is missing. Any https page will do.</source>
        <translation>Не указана страница обработчика. Подойдёт любая страница https.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Это не веб-адрес.</translation>
    </message>
    <message>
        <source>The address needs a host with a dot in it.</source>
        <translation>В адресе нужен хост с точкой.</translation>
    </message>
    <message>
        <source>The icon is missing.</source>
        <translation>Не указана иконка.</translation>
    </message>
    <message>
        <source>This is not an SVG picture.</source>
        <translation>Это не картинка SVG.</translation>
    </message>
    <message>
        <source>The picture is too large: 100 KB at most.</source>
        <translation>Картинка слишком большая: не больше 100 КБ.</translation>
    </message>
    <message>
        <source>The picture contains a script or a link, so it is refused.</source>
        <translation>В картинке есть скрипт или ссылка, поэтому она не принята.</translation>
    </message>
    <message>
        <source>The picture loads something from elsewhere, so it is refused.</source>
        <translation>Картинка загружает что-то извне, поэтому она не принята.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл не читается.</translation>
    </message>
    <message>
        <source>A colour like #2857c4 is needed.</source>
        <translation>Нужен цвет вида #2857c4.</translation>
    </message>
    <message>
        <source>A size from 1% to 200% is needed.</source>
        <translation>Нужен размер от 1% до 200%.</translation>
    </message>
    <message>
        <source>The portal does not know this position.</source>
        <translation>Портал не знает такого положения.</translation>
    </message>
    <message>
        <source>All four fields are needed: the portal would keep an old value.</source>
        <translation>Нужны все четыре поля: иначе портал оставит старое значение.</translation>
    </message>
    <message>
        <source>Repeat the link when there is no other one.</source>
        <translation>Повторите ссылку, если другой нет.</translation>
    </message>
    <message>
        <source>A link that begins with http:// or https:// is needed.</source>
        <translation>Нужна ссылка, которая начинается с http:// или https://.</translation>
    </message>
    <message>
        <source>The sign | is not allowed here.</source>
        <translation>Знак | здесь недопустим.</translation>
    </message>
    <message>
        <source>The portal has no open line. Create one there first.</source>
        <translation>На портале нет открытых линий. Сначала создайте линию там.</translation>
    </message>
    <message>
        <source>The portal refused this value.</source>
        <translation>Портал отклонил это значение.</translation>
    </message>
    <message>
        <source>The portal refused the id because of a dot.</source>
        <translation>Портал отклонил ID из-за точки.</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Status on every line</source>
        <translation>Состояние на каждой линии</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>Поиск и команды</translation>
    </message>
    <message>
        <source>Search or run a command (Ctrl+K)</source>
        <translation>Найти или выполнить команду (Ctrl+K)</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Sign in to a portal…</source>
        <translation>Войти на портал…</translation>
    </message>
    <message>
        <source>Use the sandbox</source>
        <translation>Открыть песочницу</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out and forget the keys…</source>
        <translation>Выйти и забыть ключи…</translation>
    </message>
    <message>
        <source>Resume polling</source>
        <translation>Возобновить опрос</translation>
    </message>
    <message>
        <source>Pause polling</source>
        <translation>Приостановить опрос</translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation>Опросить сейчас</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Rename the chat</source>
        <translation>Переименовать чат</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Подробности (Ctrl+I)</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>session {id}</source>
        <translation>сессия {id}</translation>
    </message>
    <message>
        <source>chat {id}</source>
        <translation>чат {id}</translation>
    </message>
    <message>
        <source>The portal has no chat yet: no message of the customer has arrived.</source>
        <translation>На портале ещё нет чата: ни одно сообщение клиента не дошло.</translation>
    </message>
    <message>
        <source>The session is closed. A message of the customer opens a new one.</source>
        <translation>Сессия закрыта. Сообщение клиента откроет новую.</translation>
    </message>
    <message>
        <source>Take this dialog (Ctrl+Shift+A)</source>
        <translation>Взять диалог (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Close this dialog (Ctrl+Shift+E)</source>
        <translation>Завершить диалог (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Rename the chat…</source>
        <translation>Переименовать чат…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Shortened: this is not the whole text.</source>
        <translation>Сокращено: это не весь текст.</translation>
    </message>
</context>
<context>
    <name>LineState</name>
    <message>
        <source>Working</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Half configured</source>
        <translation>Настроен наполовину</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Не подключён</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>LinesHeader</name>
    <message>
        <source>line {id}</source>
        <translation>линия {id}</translation>
    </message>
    <message>
        <source>line {id} · switched off</source>
        <translation>линия {id} · выключена</translation>
    </message>
</context>
<context>
    <name>LinesTab</name>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>See calls</source>
        <translation>Посмотреть вызовы</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>configured, no error</source>
        <translation>настроен, без ошибок</translation>
    </message>
    <message>
        <source>configured, error flag set</source>
        <translation>настроен, стоит признак ошибки</translation>
    </message>
    <message>
        <source>not activated</source>
        <translation>не активирован</translation>
    </message>
    <message>
        <source>Each cell is one imconnector.status call with LINE</source>
        <translation>Каждая ячейка — один вызов imconnector.status с LINE</translation>
    </message>
    <message numerus="yes">
        <source>%n built-in connector(s) on no line.</source>
        <translation>
            <numerusform>%n встроенный коннектор не подключён к линиям.</numerusform>
            <numerusform>%n встроенных коннектора не подключены к линиям.</numerusform>
            <numerusform>%n встроенных коннекторов не подключены к линиям.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave unused ones out</source>
        <translation>Скрыть неподключённые</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать их</translation>
    </message>
    <message>
        <source>Status on every line</source>
        <translation>Состояние на каждой линии</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>данные устарели</translation>
    </message>
    <message>
        <source>As last seen at {time}</source>
        <translation>Как было в {time}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>чтение…</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>ещё не прочитано</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) read</source>
        <translation>
            <numerusform>прочитана %n ячейка</numerusform>
            <numerusform>прочитаны %n ячейки</numerusform>
            <numerusform>прочитано %n ячеек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search dialogs</source>
        <translation>Найти диалог</translation>
    </message>
    <message>
        <source>New customer (Ctrl+N)</source>
        <translation>Новый клиент (Ctrl+N)</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок списка</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Ждут {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>Открытые {count}</translation>
    </message>
    <message>
        <source>Closed {count}</source>
        <translation>Закрытые {count}</translation>
    </message>
    <message>
        <source>By wait</source>
        <translation>По ожиданию</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Search connectors</source>
        <translation>Найти коннектор</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Customer {id}</source>
        <translation>Клиент {id}</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>ждёт %n день</numerusform>
            <numerusform>ждёт %n дня</numerusform>
            <numerusform>ждёт %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation>ждёт {time}</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыт</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Sign in to a portal</source>
        <translation>Войти на портал</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Портал</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Браузер</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Use the sandbox instead</source>
        <translation>Открыть песочницу вместо этого</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Открыть браузер</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Начать работу</translation>
    </message>
</context>
<context>
    <name>LookField</name>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Положение</translation>
    </message>
    <message>
        <source>center</source>
        <translation>по центру</translation>
    </message>
    <message>
        <source>top</source>
        <translation>сверху</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>снизу</translation>
    </message>
    <message>
        <source>left</source>
        <translation>слева</translation>
    </message>
    <message>
        <source>right</source>
        <translation>справа</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy the selection</source>
        <translation>Скопировать выделенное</translation>
    </message>
    <message>
        <source>It is deleted for the operators too. Its text stays in the journal here.</source>
        <translation>Сообщение удаляется и у операторов. Его текст остаётся здесь, в журнале.</translation>
    </message>
    <message>
        <source>Delete the message?</source>
        <translation>Удалить сообщение?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The console will not try again. The text can still be read and copied.</source>
        <translation>Консоль не будет повторять. Текст по-прежнему можно прочесть и скопировать.</translation>
    </message>
    <message>
        <source>Give up what was not sent?</source>
        <translation>Отказаться от неотправленного?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>Отправить ещё раз?</translation>
    </message>
    <message>
        <source>No answer came: if the message did arrive, it will be there twice.</source>
        <translation>Ответа не было: если сообщение дошло, оно появится дважды.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить ещё раз</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>No answer came, so the message may have arrived. Look in the portal&apos;s chat {chat}. If it stands there, confirm. If not, close this and retry.</source>
        <translation>Ответа не было, поэтому сообщение могло дойти. Посмотрите в чате портала {chat}. Если оно там, подтвердите. Если нет, закройте это окно и повторите отправку.</translation>
    </message>
    <message>
        <source>Did the message arrive?</source>
        <translation>Сообщение дошло?</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Дошло</translation>
    </message>
    <message>
        <source>Only addresses with http and https are opened, and this is none: {address}</source>
        <translation>Открываются только адреса http и https, а это другой: {address}</translation>
    </message>
    <message>
        <source>This address is not opened</source>
        <translation>Этот адрес не открывается</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation>Открыть {host} в браузере?</translation>
    </message>
    <message>
        <source>The link leads to {host}:
{url}</source>
        <translation>Ссылка ведёт на {host}:
{url}</translation>
    </message>
    <message>
        <source>The name is shown as {name}; letters of other alphabets can deceive.</source>
        <translation>Имя показано как {name}; буквы других алфавитов могут обманывать.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыт</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Details of the message</source>
        <translation>Подробности сообщения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Portal&apos;s message id</source>
        <translation>ID сообщения на портале</translation>
    </message>
    <message>
        <source>External ids</source>
        <translation>Внешние ID</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>The portal says</source>
        <translation>Ответ портала</translation>
    </message>
</context>
<context>
    <name>MessageEntries</name>
    <message>
        <source>Copy text</source>
        <translation>Скопировать текст</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Проверить…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Убрать…</translation>
    </message>
    <message>
        <source>Mark as delivered</source>
        <translation>Отметить доставленным</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Show or hide old texts</source>
        <translation>Показать или скрыть прежние тексты</translation>
    </message>
    <message>
        <source>Show or hide the deleted text</source>
        <translation>Показать или скрыть удалённый текст</translation>
    </message>
    <message>
        <source>Details of the message…</source>
        <translation>Подробности сообщения…</translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message>
        <source>Write as a customer</source>
        <translation>Написать как клиент</translation>
    </message>
    <message>
        <source>No dialogs yet</source>
        <translation>Диалогов пока нет</translation>
    </message>
    <message>
        <source>When a customer writes through one of your connectors, the dialog appears here. You can be that customer.</source>
        <translation>Когда клиент напишет через один из ваших коннекторов, диалог появится здесь. Этим клиентом можете стать вы.</translation>
    </message>
    <message>
        <source>Open connectors</source>
        <translation>Открыть коннекторы</translation>
    </message>
    <message>
        <source>No dialog is open</source>
        <translation>Диалог не открыт</translation>
    </message>
    <message>
        <source>Choose one in the list; Alt+Down opens the next one.</source>
        <translation>Выберите диалог в списке; Alt+↓ открывает следующий.</translation>
    </message>
</context>
<context>
    <name>NewConnector</name>
    <message>
        <source>Site chat</source>
        <translation>Чат на сайте</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Подключить канал</translation>
    </message>
    <message>
        <source>Register a connector</source>
        <translation>Зарегистрировать коннектор</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
</context>
<context>
    <name>OwnErrors</name>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>Nothing was lost: events stay in the portal&apos;s queue.</source>
        <translation>Ничего не потеряно: события остаются в очереди портала.</translation>
    </message>
    <message>
        <source>Make room on the disk; the program goes on by itself.</source>
        <translation>Освободите место; программа продолжит сама.</translation>
    </message>
    <message>
        <source>The journal cannot be opened</source>
        <translation>Журнал не открывается</translation>
    </message>
    <message>
        <source>Its file is damaged, locked, or may not be read.</source>
        <translation>Файл повреждён, занят или недоступен для чтения.</translation>
    </message>
    <message>
        <source>Close other copies of this program and check the rights of the folder.</source>
        <translation>Закройте другие копии программы и проверьте права на папку.</translation>
    </message>
    <message>
        <source>The journal was written by a newer version</source>
        <translation>Журнал записан более новой версией</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Он оставлен как есть.</translation>
    </message>
    <message>
        <source>Use the newer version of this program.</source>
        <translation>Используйте более новую версию программы.</translation>
    </message>
    <message>
        <source>The portal has no chat for this dialog yet</source>
        <translation>На портале ещё нет чата для этого диалога</translation>
    </message>
    <message>
        <source>It is made by the first message that arrives.</source>
        <translation>Он появляется с первым дошедшим сообщением.</translation>
    </message>
    <message>
        <source>Wait until the message is sent, then try again.</source>
        <translation>Дождитесь отправки сообщения и повторите.</translation>
    </message>
    <message>
        <source>No answer came: it may have been done</source>
        <translation>Ответа не было: это могло быть выполнено</translation>
    </message>
    <message>
        <source>The connection was lost while the portal worked on it.</source>
        <translation>Связь прервалась, пока портал выполнял запрос.</translation>
    </message>
    <message>
        <source>Look in the portal whether it arrived, before you repeat it.</source>
        <translation>Посмотрите на портале, дошло ли, прежде чем повторять.</translation>
    </message>
    <message>
        <source>The connector is not working yet</source>
        <translation>Коннектор ещё не работает</translation>
    </message>
    <message>
        <source>The portal took every call, but its status says not configured or in error.</source>
        <translation>Портал принял все вызовы, но по состоянию коннектор не настроен или с ошибкой.</translation>
    </message>
    <message>
        <source>Look at the status, then try this step again.</source>
        <translation>Посмотрите состояние, затем повторите этот шаг.</translation>
    </message>
    <message>
        <source>Nobody has said who the customer of this dialog is</source>
        <translation>Никто не указал, кто клиент этого диалога</translation>
    </message>
    <message>
        <source>It began at the portal.</source>
        <translation>Он начался на портале.</translation>
    </message>
    <message>
        <source>Say who the customer is, then write.</source>
        <translation>Укажите, кто клиент, затем пишите.</translation>
    </message>
    <message>
        <source>This dialog is no longer there</source>
        <translation>Этого диалога больше нет</translation>
    </message>
    <message>
        <source>There is nothing to send again</source>
        <translation>Повторять нечего</translation>
    </message>
    <message>
        <source>This message needs no acknowledgement</source>
        <translation>Этому сообщению не нужно подтверждение</translation>
    </message>
    <message>
        <source>This message cannot be changed now</source>
        <translation>Сейчас это сообщение нельзя изменить</translation>
    </message>
    <message>
        <source>Only sent messages of the customer can be changed.</source>
        <translation>Изменять можно только отправленные сообщения клиента.</translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation>Сообщение пустое</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>Напишите что-нибудь.</translation>
    </message>
    <message>
        <source>The portal refused the call without a reason</source>
        <translation>Портал отклонил вызов без причины</translation>
    </message>
    <message>
        <source>It sent an error with an empty code.</source>
        <translation>Он прислал ошибку с пустым кодом.</translation>
    </message>
    <message>
        <source>Look at the call.</source>
        <translation>Посмотрите вызов.</translation>
    </message>
    <message>
        <source>The portal refused the request</source>
        <translation>Портал отклонил запрос</translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation>Причина не указана.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Файл не удалось записать.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Освободите место на диске и повторите.</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>Файл не удалось прочитать или записать</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>Система этого не позволяет.</translation>
    </message>
    <message>
        <source>Check the file and the rights of its folder, then try again.</source>
        <translation>Проверьте файл и права на его папку, затем повторите.</translation>
    </message>
    <message>
        <source>The keys are kept until you quit</source>
        <translation>Ключи хранятся, пока вы не выйдете из программы</translation>
    </message>
    <message>
        <source>No keychain is used here, and nothing secret is ever written to a file.</source>
        <translation>Хранилище паролей здесь не используется, а в файлы секреты не записываются никогда.</translation>
    </message>
    <message>
        <source>Sign in again the next time, or set up a keychain on this machine.</source>
        <translation>В следующий раз войдите заново или настройте на этом компьютере хранилище паролей.</translation>
    </message>
    <message>
        <source>Something went wrong in this program</source>
        <translation>В программе что-то пошло не так</translation>
    </message>
    <message>
        <source>What you typed is still here. The log holds the details.</source>
        <translation>Введённое вами на месте. Подробности в журнале программы.</translation>
    </message>
    <message>
        <source>Try again. If it comes back, report it with the log.</source>
        <translation>Повторите. Если ошибка вернётся, сообщите о ней и приложите журнал программы.</translation>
    </message>
</context>
<context>
    <name>PageCommands</name>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>Open the next dialog</source>
        <translation>Открыть следующий диалог</translation>
    </message>
    <message>
        <source>Open the previous dialog</source>
        <translation>Открыть предыдущий диалог</translation>
    </message>
    <message>
        <source>Open the next dialog that waits</source>
        <translation>Открыть следующий ждущий диалог</translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation>К последнему сообщению</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Показать или скрыть подробности</translation>
    </message>
    <message>
        <source>no dialog is open</source>
        <translation>диалог не открыт</translation>
    </message>
    <message>
        <source>Write as a new customer</source>
        <translation>Написать как новый клиент</translation>
    </message>
    <message>
        <source>Switch between customer and operator</source>
        <translation>Сменить клиента и оператора</translation>
    </message>
    <message>
        <source>Answer the dialog</source>
        <translation>Взять диалог</translation>
    </message>
    <message>
        <source>no session is open</source>
        <translation>нет открытой сессии</translation>
    </message>
    <message>
        <source>Finish the dialog</source>
        <translation>Завершить диалог</translation>
    </message>
    <message>
        <source>Rename the chat</source>
        <translation>Переименовать чат</translation>
    </message>
    <message>
        <source>Acknowledge deliveries by hand</source>
        <translation>Подтверждать доставку вручную</translation>
    </message>
    <message>
        <source>Acknowledge deliveries by themselves</source>
        <translation>Подтверждать доставку автоматически</translation>
    </message>
    <message>
        <source>The portal&apos;s chat gets this title; operators see it.</source>
        <translation>Это название получит чат на портале; его видят операторы.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>PageQuestions</name>
    <message>
        <source>Deactivate {name} on {line}?</source>
        <translation>Отключить {name} на линии {line}?</translation>
    </message>
    <message>
        <source>Customers can no longer write through it on this line. The portal forgets the channel data of the line; what was written from here is kept to be written again.</source>
        <translation>Клиенты больше не смогут писать через него на эту линию. Портал забудет данные канала на линии; записанное отсюда сохранится, чтобы записать снова.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Unregister {id}?</source>
        <translation>Снять {id} с регистрации?</translation>
    </message>
    <message>
        <source>Type the connector&apos;s id to confirm.</source>
        <translation>Введите ID коннектора, чтобы подтвердить.</translation>
    </message>
    <message>
        <source>Unregister</source>
        <translation>Снять с регистрации</translation>
    </message>
    <message>
        <source>It is on no line and has no open dialogs.</source>
        <translation>Он не подключён к линиям, открытых диалогов нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n линия</numerusform>
            <numerusform>%n линии</numerusform>
            <numerusform>%n линий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open dialog(s)</source>
        <translation>
            <numerusform>%n открытый диалог</numerusform>
            <numerusform>%n открытых диалога</numerusform>
            <numerusform>%n открытых диалогов</numerusform>
        </translation>
    </message>
    <message>
        <source>These lose the channel: {lines}, {dialogs}.</source>
        <translation>Канал потеряют: {lines}, {dialogs}.</translation>
    </message>
</context>
<context>
    <name>PortalChip</name>
    <message>
        <source>No portal</source>
        <translation>Нет портала</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>ПЕСОЧНИЦА</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>БОЕВОЙ</translation>
    </message>
    <message>
        <source>Portal: {name} {kind}</source>
        <translation>Портал: {name} {kind}</translation>
    </message>
</context>
<context>
    <name>PortalStep</name>
    <message>
        <source>Portal address</source>
        <translation>Адрес портала</translation>
    </message>
    <message>
        <source>Paste it as you have it: a name, an address, or the address of any page.</source>
        <translation>Вставьте как есть: имя, адрес или адрес любой страницы.</translation>
    </message>
    <message>
        <source>Which portal?</source>
        <translation>Какой портал?</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the portal: only they receive its events.</source>
        <translation>Входите под администратором портала: события получает только он.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>RegistrationView</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Регистрация</translation>
    </message>
    <message>
        <source>In the contact center</source>
        <translation>В контакт-центре</translation>
    </message>
    <message>
        <source>The draft is saved as you type and survives a restart.</source>
        <translation>Черновик сохраняется при вводе и переживает перезапуск.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Зарегистрировать</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Обновить</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need attention: {names}</source>
        <translation>
            <numerusform>%n поле требует внимания: {names}</numerusform>
            <numerusform>%n поля требуют внимания: {names}</numerusform>
            <numerusform>%n полей требуют внимания: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>imconnector.list already knows this id. Registering takes the connector over: its events will come here and no longer to the other application.</source>
        <translation>imconnector.list уже знает этот ID. Регистрация перехватит коннектор: его события пойдут сюда, а не в другое приложение.</translation>
    </message>
    <message>
        <source>This is the id of a channel that comes with the portal. Choose another one.</source>
        <translation>Это ID канала, который входит в портал. Выберите другой.</translation>
    </message>
    <message>
        <source>You have registered this id already. Registering updates it.</source>
        <translation>Этот ID вы уже зарегистрировали. Повторная регистрация обновит его.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handler page</source>
        <translation>Страница обработчика</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Иконка</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Icon when off</source>
        <translation>Иконка, когда выключен</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>How to show the request</source>
        <translation>Как показывать запрос</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Copy the whole request</source>
        <translation>Скопировать запрос целиком</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Signed in to {host} as {name}</source>
        <translation>Вход на {host} выполнен: {name}</translation>
    </message>
    <message>
        <source>Administrator: events are received</source>
        <translation>Администратор: события приходят</translation>
    </message>
    <message>
        <source>Not an administrator: no events are received</source>
        <translation>Не администратор: события не приходят</translation>
    </message>
    <message>
        <source>Every needed permission is granted</source>
        <translation>Все нужные права есть</translation>
    </message>
    <message>
        <source>Missing permissions: {scopes}</source>
        <translation>Не хватает прав: {scopes}</translation>
    </message>
    <message>
        <source>The application is installed</source>
        <translation>Приложение установлено</translation>
    </message>
    <message>
        <source>The application is not completely installed</source>
        <translation>Приложение установлено не до конца</translation>
    </message>
    <message>
        <source>Events are confirmed one by one</source>
        <translation>События подтверждаются по одному</translation>
    </message>
    <message>
        <source>This plan does not confirm events: they are looked at, saved, then removed</source>
        <translation>Тариф без подтверждения событий: их читают, сохраняют, затем удаляют</translation>
    </message>
    <message>
        <source>Registering connectors, writing as a customer and looking at calls work. Operators&apos; answers do not arrive here: sign in as an administrator for that.</source>
        <translation>Регистрация коннекторов, сообщения от клиента и просмотр вызовов работают. Ответы операторов сюда не приходят: для этого войдите под администратором.</translation>
    </message>
    <message>
        <source>Tick the missing permissions in the application&apos;s card and sign in again.</source>
        <translation>Отметьте недостающие права в карточке приложения и войдите снова.</translation>
    </message>
</context>
<context>
    <name>ScenariosPage</name>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>A scenario plays customers and operators, so it runs on a sandbox portal only. Sign out and choose the sandbox to play one.</source>
        <translation>Сценарий играет за клиентов и операторов, поэтому работает только на портале-песочнице. Выйдите и откройте песочницу, чтобы его проиграть.</translation>
    </message>
    <message>
        <source>A scenario plays the whole story of a connector in this window, with real calls, and checks what the window and the portal show after each step.</source>
        <translation>Сценарий проигрывает в этом окне всю жизнь коннектора с настоящими вызовами и после каждого шага проверяет, что показывают окно и портал.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Play the story</source>
        <translation>Проиграть</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>{done} of {planned} steps passed</source>
        <translation>Пройдено шагов: {done} из {planned}</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Показать введённое</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Скрыть введённое</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Acknowledge delivery by itself</source>
        <translation>Подтверждать доставку автоматически</translation>
    </message>
    <message>
        <source>Pause polling</source>
        <translation>Приостановить опрос</translation>
    </message>
    <message>
        <source>Show keyboard shortcuts</source>
        <translation>Показать сочетания клавиш</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>The window is built anew; what you typed is kept with its dialog.</source>
        <translation>Окно строится заново; введённое сохраняется вместе с диалогом.</translation>
    </message>
    <message>
        <source>Messages of operators</source>
        <translation>Сообщения операторов</translation>
    </message>
    <message>
        <source>When this is on, every message that was saved is reported to the portal as delivered. When it is off, you do it message by message.</source>
        <translation>Если включено, о каждом сохранённом сообщении порталу сообщается, что оно доставлено. Если выключено, вы делаете это для каждого сообщения сами.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>While polling is paused, events stay in the portal&apos;s queue and nothing is lost.</source>
        <translation>Пока опрос приостановлен, события остаются в очереди портала и ничего не теряется.</translation>
    </message>
    <message>
        <source>Everything that was received is kept in this file.</source>
        <translation>Всё полученное хранится в этом файле.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
</context>
<context>
    <name>SignInErrors</name>
    <message>
        <source>The portal&apos;s name is not known to the network</source>
        <translation>Сеть не знает такого имени портала</translation>
    </message>
    <message>
        <source>No address was found for this name.</source>
        <translation>Для этого имени не найден адрес.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network of this machine.</source>
        <translation>Проверьте, как написан адрес, и сеть этого компьютера.</translation>
    </message>
    <message>
        <source>Nothing answers at this address</source>
        <translation>По этому адресу никто не отвечает</translation>
    </message>
    <message>
        <source>The machine was reached, but it refused the connection.</source>
        <translation>Компьютер найден, но он отклонил соединение.</translation>
    </message>
    <message>
        <source>Check the address and the port, and whether the portal is running.</source>
        <translation>Проверьте адрес, порт и работает ли портал.</translation>
    </message>
    <message>
        <source>The portal does not answer</source>
        <translation>Портал не отвечает</translation>
    </message>
    <message>
        <source>No answer came in time. The request may have arrived all the same.</source>
        <translation>Ответ не пришёл вовремя. Запрос мог всё же дойти.</translation>
    </message>
    <message>
        <source>Check before you repeat it.</source>
        <translation>Проверьте, прежде чем повторять.</translation>
    </message>
    <message>
        <source>The secure connection failed</source>
        <translation>Защищённое соединение не установлено</translation>
    </message>
    <message>
        <source>The portal&apos;s certificate is not trusted here, or a proxy stands between.</source>
        <translation>Сертификату портала здесь не доверяют, или между вами стоит прокси.</translation>
    </message>
    <message>
        <source>Check the clock of this machine, the address and the certificate.</source>
        <translation>Проверьте часы компьютера, адрес и сертификат.</translation>
    </message>
    <message>
        <source>The connection broke in the middle</source>
        <translation>Соединение оборвалось на середине</translation>
    </message>
    <message>
        <source>The answer did not arrive whole. The request may have been carried out.</source>
        <translation>Ответ пришёл не целиком. Запрос мог быть выполнен.</translation>
    </message>
    <message>
        <source>The portal cannot be reached</source>
        <translation>Портал недоступен</translation>
    </message>
    <message>
        <source>The connection failed before an answer came.</source>
        <translation>Соединение прервалось до ответа.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the address.</source>
        <translation>Проверьте сеть, прокси и адрес.</translation>
    </message>
    <message>
        <source>The answer of the browser cannot be caught here</source>
        <translation>Ответ браузера здесь не поймать</translation>
    </message>
    <message>
        <source>Another program uses the port of the redirect address.</source>
        <translation>Порт адреса возврата занят другой программой.</translation>
    </message>
    <message>
        <source>Close that program, or paste the address that the browser ended on.</source>
        <translation>Закройте ту программу или вставьте адрес, на котором остановился браузер.</translation>
    </message>
    <message>
        <source>The redirect address does not lead to this machine</source>
        <translation>Адрес возврата ведёт не на этот компьютер</translation>
    </message>
    <message>
        <source>The browser will end on another page.</source>
        <translation>Браузер остановится на другой странице.</translation>
    </message>
    <message>
        <source>Paste the whole address of that page below.</source>
        <translation>Вставьте ниже весь адрес этой страницы.</translation>
    </message>
    <message>
        <source>Enter the portal&apos;s address</source>
        <translation>Введите адрес портала</translation>
    </message>
    <message>
        <source>This is not the address of a portal</source>
        <translation>Это не адрес портала</translation>
    </message>
    <message>
        <source>An address looks like acme.bitrix24.com.</source>
        <translation>Адрес выглядит так: acme.bitrix24.ru.</translation>
    </message>
    <message>
        <source>Copy it from the browser&apos;s address bar.</source>
        <translation>Скопируйте его из адресной строки браузера.</translation>
    </message>
    <message>
        <source>This is an inbound webhook, not a portal address</source>
        <translation>Это входящий вебхук, а не адрес портала</translation>
    </message>
    <message>
        <source>Connector methods refuse webhooks with WRONG_AUTH_TYPE.</source>
        <translation>Методы коннекторов отклоняют вебхуки с WRONG_AUTH_TYPE.</translation>
    </message>
    <message>
        <source>The webhook is a secret: it was hidden and is not saved.</source>
        <translation>Вебхук — это секрет: он скрыт и не сохранён.</translation>
    </message>
    <message>
        <source>The portal must be reached over https</source>
        <translation>К порталу нужно обращаться по https</translation>
    </message>
    <message>
        <source>Over plain http the keys could be read on the way.</source>
        <translation>По http ключи можно прочитать в пути.</translation>
    </message>
    <message>
        <source>Begin the address with https.</source>
        <translation>Начните адрес с https.</translation>
    </message>
    <message>
        <source>The address carries a name or a password</source>
        <translation>В адресе есть имя или пароль</translation>
    </message>
    <message>
        <source>They were hidden and are not saved.</source>
        <translation>Они скрыты и не сохранены.</translation>
    </message>
    <message>
        <source>Enter the address alone, for example acme.bitrix24.com.</source>
        <translation>Введите только адрес, например acme.bitrix24.ru.</translation>
    </message>
    <message>
        <source>No Bitrix24 portal answers at this address</source>
        <translation>По этому адресу нет портала Битрикс24</translation>
    </message>
    <message>
        <source>Something answered, but not as a portal does.</source>
        <translation>Что-то ответило, но не так, как отвечает портал.</translation>
    </message>
    <message>
        <source>Check the address. It looks like acme.bitrix24.com.</source>
        <translation>Проверьте адрес. Он выглядит так: acme.bitrix24.ru.</translation>
    </message>
    <message>
        <source>Paste the whole address that the browser ended on</source>
        <translation>Вставьте весь адрес, на котором остановился браузер</translation>
    </message>
    <message>
        <source>This is not an address</source>
        <translation>Это не адрес</translation>
    </message>
    <message>
        <source>The address begins with the redirect address and has code= in it.</source>
        <translation>Нужный адрес начинается с адреса возврата и содержит code=.</translation>
    </message>
    <message>
        <source>Copy the whole content of the browser&apos;s address bar.</source>
        <translation>Скопируйте адресную строку браузера целиком.</translation>
    </message>
    <message>
        <source>This is an inbound webhook, not the answer of the sign-in page</source>
        <translation>Это входящий вебхук, а не ответ страницы входа</translation>
    </message>
    <message>
        <source>Connector methods refuse webhooks with WRONG_AUTH_TYPE. Paste the address that begins with the redirect address and has code= in it.</source>
        <translation>Методы коннекторов отклоняют вебхуки с WRONG_AUTH_TYPE. Вставьте адрес, который начинается с адреса возврата и содержит code=.</translation>
    </message>
    <message>
        <source>This address belongs to another sign-in</source>
        <translation>Этот адрес от другого входа</translation>
    </message>
    <message>
        <source>Its state does not match the page that was opened from here.</source>
        <translation>Его state не совпадает со страницей, открытой отсюда.</translation>
    </message>
    <message>
        <source>Open the page again and paste the address that it ends on.</source>
        <translation>Откройте страницу снова и вставьте адрес, на котором она остановится.</translation>
    </message>
    <message>
        <source>There is no code in this address</source>
        <translation>В этом адресе нет кода</translation>
    </message>
    <message>
        <source>The sign-in page was not confirmed yet, or the address was cut.</source>
        <translation>Вход ещё не подтверждён, или адрес обрезан.</translation>
    </message>
    <message>
        <source>Press Allow in the browser, then copy the whole address.</source>
        <translation>Нажмите «Разрешить» в браузере, затем скопируйте адрес целиком.</translation>
    </message>
    <message>
        <source>The client id or the client secret is wrong</source>
        <translation>Неверный код или ключ приложения</translation>
    </message>
    <message>
        <source>Or the application is not installed in this portal.</source>
        <translation>Или приложение не установлено на этом портале.</translation>
    </message>
    <message>
        <source>Copy both again from the application&apos;s card.</source>
        <translation>Скопируйте их снова из карточки приложения.</translation>
    </message>
    <message>
        <source>The sign-in belongs to other keys</source>
        <translation>Вход выполнен с другими ключами</translation>
    </message>
    <message>
        <source>The stored sign-in was given to another client id or secret.</source>
        <translation>Сохранённый вход выдан другому коду или ключу приложения.</translation>
    </message>
    <message>
        <source>Check the keys and sign in again.</source>
        <translation>Проверьте ключи и войдите снова.</translation>
    </message>
    <message>
        <source>The code or the stored sign-in is no longer valid</source>
        <translation>Код или сохранённый вход больше не действует</translation>
    </message>
    <message>
        <source>A code lives 30 seconds and works once.</source>
        <translation>Код живёт 30 секунд и действует один раз.</translation>
    </message>
    <message>
        <source>Open the page again and sign in once more.</source>
        <translation>Откройте страницу снова и войдите ещё раз.</translation>
    </message>
    <message>
        <source>The code is wrong or too old</source>
        <translation>Код неверен или устарел</translation>
    </message>
    <message>
        <source>Open the page again.</source>
        <translation>Откройте страницу снова.</translation>
    </message>
    <message>
        <source>The code is too old</source>
        <translation>Код устарел</translation>
    </message>
    <message>
        <source>A code lives 30 seconds after Allow was pressed.</source>
        <translation>Код живёт 30 секунд после нажатия «Разрешить».</translation>
    </message>
    <message>
        <source>The answer names an authorisation server that nobody vouched for</source>
        <translation>В ответе назван сервер авторизации, за который никто не поручился</translation>
    </message>
    <message>
        <source>The client secret was not sent to it.</source>
        <translation>Ключ приложения туда не отправлен.</translation>
    </message>
    <message>
        <source>Check the portal&apos;s address and open the page again.</source>
        <translation>Проверьте адрес портала и откройте страницу снова.</translation>
    </message>
    <message>
        <source>Enter the application&apos;s client id</source>
        <translation>Введите код приложения</translation>
    </message>
    <message>
        <source>It begins with local. or app. and stands in the application&apos;s card.</source>
        <translation>Он начинается с local. или app. и стоит в карточке приложения.</translation>
    </message>
    <message>
        <source>Enter the application&apos;s client secret</source>
        <translation>Введите ключ приложения</translation>
    </message>
    <message>
        <source>The card calls it the application&apos;s key.</source>
        <translation>Он стоит в карточке приложения рядом с кодом.</translation>
    </message>
    <message>
        <source>The client secret is not kept on this machine</source>
        <translation>Ключ приложения не хранится на этом компьютере</translation>
    </message>
    <message>
        <source>Copy it from the application&apos;s card.</source>
        <translation>Скопируйте его из карточки приложения.</translation>
    </message>
    <message>
        <source>Another portal answered</source>
        <translation>Ответил другой портал</translation>
    </message>
    <message>
        <source>The browser was signed in to a portal that you did not name.</source>
        <translation>В браузере выполнен вход на портал, который вы не называли.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to the right portal in the browser.</source>
        <translation>Проверьте адрес или войдите в браузере на нужный портал.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите снова.</translation>
    </message>
    <message>
        <source>The sign-in has expired</source>
        <translation>Срок входа истёк</translation>
    </message>
    <message>
        <source>The portal no longer accepts it, and renewing it did not help.</source>
        <translation>Портал его больше не принимает, и продление не помогло.</translation>
    </message>
    <message>
        <source>The portal does not know this sign-in</source>
        <translation>Портал не знает этого входа</translation>
    </message>
    <message>
        <source>It was withdrawn, or it belongs to another portal.</source>
        <translation>Он отозван или относится к другому порталу.</translation>
    </message>
    <message>
        <source>The portal found no valid sign-in in the request</source>
        <translation>Портал не нашёл в запросе действующего входа</translation>
    </message>
    <message>
        <source>It was probably withdrawn.</source>
        <translation>Вероятно, он отозван.</translation>
    </message>
    <message>
        <source>The portal could not sign this user in</source>
        <translation>Портал не смог впустить этого пользователя</translation>
    </message>
    <message>
        <source>The user may have been dismissed or blocked.</source>
        <translation>Возможно, пользователь уволен или заблокирован.</translation>
    </message>
    <message>
        <source>Sign in as another user.</source>
        <translation>Войдите под другим пользователем.</translation>
    </message>
    <message>
        <source>The application no longer exists in the portal</source>
        <translation>Приложения больше нет на портале</translation>
    </message>
    <message>
        <source>Somebody deleted it, and its connectors with it.</source>
        <translation>Его удалили вместе с коннекторами.</translation>
    </message>
    <message>
        <source>Create it again and sign in with its new keys.</source>
        <translation>Создайте его снова и войдите с новыми ключами.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Вы вышли</translation>
    </message>
    <message>
        <source>Nobody is signed in to this portal</source>
        <translation>На этот портал никто не вошёл</translation>
    </message>
    <message>
        <source>No sign-in has been started</source>
        <translation>Вход не начат</translation>
    </message>
    <message>
        <source>The sandbox portal did not start</source>
        <translation>Портал-песочница не запустился</translation>
    </message>
    <message>
        <source>It is a program of its own on this machine and ended at once.</source>
        <translation>Это отдельная программа на этом компьютере, и она сразу завершилась.</translation>
    </message>
    <message>
        <source>Try again. The log holds the details.</source>
        <translation>Повторите. Подробности в журнале программы.</translation>
    </message>
    <message>
        <source>There is no portal of this name</source>
        <translation>Портала с таким именем нет</translation>
    </message>
    <message>
        <source>Nobody has signed in to it with this data folder.</source>
        <translation>С этой папкой данных в него никто не входил.</translation>
    </message>
    <message>
        <source>Sign in to the portal, or leave the name away to open the last one.</source>
        <translation>Войдите в портал или не указывайте имя, чтобы открыть последний.</translation>
    </message>
</context>
<context>
    <name>SpokenWords</name>
    <message>
        <source>Message {number}, not read yet</source>
        <translation>Сообщение {number}, ещё не прочитано</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>file {name}</source>
        <translation>файл {name}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Not signed in</source>
        <extracomment>From the first to leave when there is no room; what is not named here never leaves.</extracomment>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>{user}, missing permissions: {scopes}</source>
        <translation>{user}, не хватает прав: {scopes}</translation>
    </message>
    <message>
        <source>{user}, administrator</source>
        <translation>{user}, администратор</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>No answer to the poll for {age}</source>
        <translation>Нет ответа на опрос уже {age}</translation>
    </message>
    <message>
        <source>{state} · polled {age} ago</source>
        <translation>{state} · опрос {age} назад</translation>
    </message>
    <message>
        <source>{state} for {age}</source>
        <translation>{state} уже {age}</translation>
    </message>
    <message>
        <source>Polling every {pause}</source>
        <translation>Опрос каждые {pause}</translation>
    </message>
    <message>
        <source>Polling is paused</source>
        <translation>Опрос приостановлен</translation>
    </message>
    <message>
        <source>No events: {reason}</source>
        <translation>Событий нет: {reason}</translation>
    </message>
    <message>
        <source>Not polling: signed out</source>
        <translation>Опроса нет: вход не выполнен</translation>
    </message>
    <message>
        <source>Not polling yet</source>
        <translation>Опрос ещё не начат</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Событий ещё не было</translation>
    </message>
    <message>
        <source>Last event {age} ago</source>
        <translation>Последнее событие {age} назад</translation>
    </message>
    <message>
        <source>Queue: {count}</source>
        <translation>Очередь: {count}</translation>
    </message>
    <message>
        <source>{queue}, {lag} behind</source>
        <translation>{queue}, отстаёт на {lag}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>ждёт %n</numerusform>
            <numerusform>ждут %n</numerusform>
            <numerusform>ждут %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown outcome(s)</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>%n без подтверждения</numerusform>
            <numerusform>%n без подтверждения</numerusform>
            <numerusform>%n без подтверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>отказано %n</numerusform>
            <numerusform>отказано %n</numerusform>
            <numerusform>отказано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: 0</source>
        <translation>Исходящие: 0</translation>
    </message>
    <message>
        <source>Outbox: {what}</source>
        <translation>Исходящие: {what}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Никто не ждёт</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, longest {time}</source>
        <comment>customers</comment>
        <translation>
            <numerusform>Ждёт %n, дольше всех {time}</numerusform>
            <numerusform>Ждут %n, дольше всех {time}</numerusform>
            <numerusform>Ждут %n, дольше всех {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Journal: %n event(s)</source>
        <translation>
            <numerusform>Журнал: %n событие</numerusform>
            <numerusform>Журнал: %n события</numerusform>
            <numerusform>Журнал: %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} с</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} мин</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} ч</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} дн</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>{what}, next try in {wait}</source>
        <translation>{what}, повтор через {wait}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленно</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Без событий</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Chapter</source>
        <translation>Глава</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Что увидели</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройден</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>Show call</source>
        <translation>Показать вызов</translation>
    </message>
    <message>
        <source>Try again from here</source>
        <translation>Повторить с этого места</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>выполняется…</translation>
    </message>
    <message>
        <source>Hide call</source>
        <translation>Скрыть вызов</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Шаг {number} из {count}: {name}</translation>
    </message>
</context>
<context>
    <name>TilePair</name>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Не подключён</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Sign in to a portal</source>
        <translation>Войти на портал</translation>
    </message>
    <message>
        <source>Use the sandbox</source>
        <translation>Открыть песочницу</translation>
    </message>
    <message>
        <source>A desktop console for the connectors of Bitrix24 open lines. Connect a channel, write as its customer, watch operators answer, and see every call that is made.</source>
        <translation>Настольная консоль для коннекторов открытых линий Битрикс24. Подключите канал, пишите от имени клиента, смотрите, как отвечают операторы, и видьте каждый вызов.</translation>
    </message>
    <message>
        <source>The sandbox</source>
        <translation>Песочница</translation>
    </message>
    <message>
        <source>A made-up portal on this machine. It needs no account and nothing leaves the machine.</source>
        <translation>Вымышленный портал на этом компьютере. Учётная запись не нужна, и ничто не покидает компьютер.</translation>
    </message>
    <message>
        <source>A portal</source>
        <translation>Портал</translation>
    </message>
    <message>
        <source>Your own Bitrix24 with a local application. The keys go to the system&apos;s keychain or stay in memory, never into a file.</source>
        <translation>Ваш Битрикс24 с локальным приложением. Ключи попадают в системное хранилище паролей или остаются в памяти, но не в файле.</translation>
    </message>
    <message>
        <source>The keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command, F1 lists the shortcuts.</source>
        <translation>Ctrl+K находит любую команду, F1 показывает сочетания клавиш.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Sign out and forget the keys?</source>
        <translation>Выйти и забыть ключи?</translation>
    </message>
    <message>
        <source>The client secret leaves this computer: to sign in again you need it from the application&apos;s card. The journal with the customers&apos; messages stays.</source>
        <translation>Секрет приложения будет удалён с этого компьютера: чтобы войти снова, он понадобится из карточки приложения. Журнал с сообщениями клиентов останется.</translation>
    </message>
    <message>
        <source>Forget the keys</source>
        <translation>Забыть ключи</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Open {page}</source>
        <translation>Открыть: {page}</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Выполнить команду</translation>
    </message>
    <message>
        <source>Show shortcuts</source>
        <translation>Показать сочетания клавиш</translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation>Обновить страницу</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Искать на странице</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>К следующей панели</translation>
    </message>
    <message>
        <source>Go to the previous pane</source>
        <translation>К предыдущей панели</translation>
    </message>
    <message>
        <source>Show or hide the calls dock</source>
        <translation>Показать или скрыть панель вызовов</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Портал</translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation>сначала войдите</translation>
    </message>
    <message>
        <source>Open the portal menu</source>
        <translation>Открыть меню портала</translation>
    </message>
    <message>
        <source>Sign in to a portal…</source>
        <translation>Войти на портал…</translation>
    </message>
    <message>
        <source>Use the sandbox</source>
        <translation>Открыть песочницу</translation>
    </message>
    <message>
        <source>Open the sandbox&apos;s workplace in the browser</source>
        <translation>Открыть рабочее место песочницы в браузере</translation>
    </message>
    <message>
        <source>only in the sandbox</source>
        <translation>только в песочнице</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out and forget the keys…</source>
        <translation>Выйти и забыть ключи…</translation>
    </message>
    <message>
        <source>Resume polling</source>
        <translation>Возобновить опрос</translation>
    </message>
    <message>
        <source>Pause polling</source>
        <translation>Приостановить опрос</translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation>Опросить сейчас</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Use the high contrast theme</source>
        <translation>Контрастная тема</translation>
    </message>
    <message>
        <source>Use the system&apos;s theme</source>
        <translation>Тема как в системе</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{name}, bot</source>
        <translation>{name}, бот</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Automatic text</source>
        <translation>Автоматический текст</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Waits in the outbox</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>No answer: it may have arrived</source>
        <translation>Нет ответа: могло дойти</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>Received, not yet acknowledged</source>
        <translation>Получено, ещё не подтверждено</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Press Answer to take the dialog, then retry.</source>
        <translation>Нажмите «Ответить», чтобы взять диалог, затем повторите.</translation>
    </message>
    <message>
        <source>Not changed at the portal: {reason}</source>
        <translation>На портале не изменено: {reason}</translation>
    </message>
    <message>
        <source>Message deleted at {time}</source>
        <translation>Сообщение удалено в {time}</translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation>Скрыть текст</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Показать текст</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>hide old text</source>
        <translation>скрыть прежний текст</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>Until {time}: {text}</source>
        <translation>До {time}: {text}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Mark as delivered</source>
        <translation>Отметить доставленным</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>не загружено</translation>
    </message>
    <message>
        <source>{size} · not loaded</source>
        <translation>{size} · не загружено</translation>
    </message>
    <message>
        <source>Session {value} started</source>
        <translation>Сессия {value} открыта</translation>
    </message>
    <message>
        <source>Session {value} finished</source>
        <translation>Сессия {value} закрыта</translation>
    </message>
    <message>
        <source>The connector was switched off on this line</source>
        <translation>Коннектор отключён на этой линии</translation>
    </message>
    <message>
        <source>The open line was deleted</source>
        <translation>Открытая линия удалена</translation>
    </message>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>КБ</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>МБ</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>ГБ</translation>
    </message>
</context>
</TS>
