<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>ActErrors</name>
    <message>
        <source>The session is closed</source>
        <translation>Сессия закрыта</translation>
    </message>
    <message>
        <source>A message of the customer opens a new one.</source>
        <translation>Новую откроет сообщение клиента.</translation>
    </message>
    <message>
        <source>To speak first, start a session.</source>
        <translation>Чтобы заговорить первым, начните сессию.</translation>
    </message>
    <message>
        <source>A session is open</source>
        <translation>Сессия открыта</translation>
    </message>
    <message>
        <source>Starting another one would end it.</source>
        <translation>Новая сессия завершила бы её.</translation>
    </message>
    <message>
        <source>Answer it, or finish it first.</source>
        <translation>Ответьте в ней или сначала завершите её.</translation>
    </message>
    <message>
        <source>You have this dialog already</source>
        <translation>Этот диалог уже у вас</translation>
    </message>
    <message>
        <source>This is for dialogs of others.</source>
        <translation>Это действие для чужих диалогов.</translation>
    </message>
    <message>
        <source>Another operator has this dialog</source>
        <translation>Диалог у другого оператора</translation>
    </message>
    <message>
        <source>Answering is for dialogs that nobody has.</source>
        <translation>Ответить можно в диалоге, который никто не взял.</translation>
    </message>
    <message>
        <source>Intercept takes it over; Join lets you sit in.</source>
        <translation>«Перехватить» заберёт его, «Присоединиться» пустит вас в чат.</translation>
    </message>
    <message>
        <source>Only he can do this.</source>
        <translation>Это может сделать только он.</translation>
    </message>
    <message>
        <source>Intercept it first, or use the act for dialogs of others.</source>
        <translation>Сначала перехватите диалог или выберите действие для чужих диалогов.</translation>
    </message>
    <message>
        <source>Nobody has this dialog</source>
        <translation>Диалог никто не взял</translation>
    </message>
    <message>
        <source>There is nobody to take it from.</source>
        <translation>Забирать его не у кого.</translation>
    </message>
    <message>
        <source>Answer takes it.</source>
        <translation>Его возьмёт «Ответить».</translation>
    </message>
    <message>
        <source>Only its operator can finish it.</source>
        <translation>Завершить его может только его оператор.</translation>
    </message>
    <message>
        <source>Answer it first.</source>
        <translation>Сначала ответьте в нём.</translation>
    </message>
    <message>
        <source>Another operator was faster</source>
        <translation>Другой оператор успел раньше</translation>
    </message>
    <message>
        <source>The portal refused with an empty code. It says who has the dialog now.</source>
        <translation>Портал отказал с пустым кодом. Он сообщает, у кого диалог теперь.</translation>
    </message>
    <message>
        <source>Leave it to that colleague, or intercept it.</source>
        <translation>Оставьте диалог коллеге или перехватите его.</translation>
    </message>
    <message>
        <source>Done at the portal, but not written down</source>
        <translation>На портале сделано, но не записано</translation>
    </message>
    <message>
        <source>The journal on this computer does not know all that became of it.</source>
        <translation>Журнал на этом компьютере не знает всего, что из этого вышло.</translation>
    </message>
    <message>
        <source>Make room on the disk. Do not repeat the act before you have looked.</source>
        <translation>Освободите место на диске. Не повторяйте действие, пока не посмотрите, что с диалогом.</translation>
    </message>
    <message>
        <source>The dialog is pinned already</source>
        <translation>Диалог уже закреплён</translation>
    </message>
    <message>
        <source>The dialog is not pinned</source>
        <translation>Диалог не закреплён</translation>
    </message>
    <message>
        <source>Silent mode is on already</source>
        <translation>Скрытый режим уже включён</translation>
    </message>
    <message>
        <source>Silent mode is off</source>
        <translation>Скрытый режим выключен</translation>
    </message>
    <message>
        <source>You are in this chat</source>
        <translation>Вы уже в этом чате</translation>
    </message>
    <message>
        <source>No session of this dialog is known</source>
        <translation>Сессия этого диалога неизвестна</translation>
    </message>
    <message>
        <source>Only a session can be rated.</source>
        <translation>Оценить можно только сессию.</translation>
    </message>
    <message>
        <source>You may not rate this session</source>
        <translation>Вам нельзя оценивать эту сессию</translation>
    </message>
    <message>
        <source>The portal leaves that to the supervisors of the line.</source>
        <translation>Портал разрешает это только руководителям линии.</translation>
    </message>
    <message>
        <source>Ask an administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
    </message>
</context>
<context>
    <name>ActMenu</name>
    <message>
        <source>As {name}</source>
        <extracomment>Keys of the most frequent ones, told wherever they are offered.</extracomment>
        <translation>От имени: {name}</translation>
    </message>
</context>
<context>
    <name>ActTable</name>
    <message>
        <source>Log of acts</source>
        <extracomment>Shares of the room that the time leaves; what is left of it is for the way back.</extracomment>
        <translation>Журнал действий</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Присоединиться</translation>
    </message>
    <message>
        <source>Intercept…</source>
        <translation>Перехватить…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Передать…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Finish another&apos;s…</source>
        <translation>Завершить чужой…</translation>
    </message>
    <message>
        <source>Mark as spam…</source>
        <translation>Пометить как спам…</translation>
    </message>
    <message>
        <source>Start a session</source>
        <translation>Начать сессию</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Silent mode on (deprecated)</source>
        <translation>Включить скрытый режим (устарел)</translation>
    </message>
    <message>
        <source>Silent mode off (deprecated)</source>
        <translation>Выключить скрытый режим (устарел)</translation>
    </message>
    <message>
        <source>Rate and comment…</source>
        <translation>Оценить и прокомментировать…</translation>
    </message>
    <message>
        <source>Take this dialog</source>
        <translation>Взять этот диалог</translation>
    </message>
    <message>
        <source>Sit in this dialog beside its operator</source>
        <translation>Войти в диалог рядом с его оператором</translation>
    </message>
    <message>
        <source>Take this dialog from its operator</source>
        <translation>Забрать диалог у его оператора</translation>
    </message>
    <message>
        <source>Hand this dialog to a colleague or to a line</source>
        <translation>Передать диалог коллеге или на линию</translation>
    </message>
    <message>
        <source>Pass this dialog to the next in the queue</source>
        <translation>Отдать диалог следующему в очереди</translation>
    </message>
    <message>
        <source>Close this dialog</source>
        <translation>Закрыть этот диалог</translation>
    </message>
    <message>
        <source>Close a dialog that somebody else has</source>
        <translation>Закрыть диалог другого оператора</translation>
    </message>
    <message>
        <source>Mark this dialog as spam and close it</source>
        <translation>Пометить диалог как спам и закрыть его</translation>
    </message>
    <message>
        <source>Open a new session with you as its operator</source>
        <translation>Открыть новую сессию с вами в роли оператора</translation>
    </message>
    <message>
        <source>Keep this dialog open; the clock does not close it</source>
        <translation>Держать диалог открытым: по времени он не закроется</translation>
    </message>
    <message>
        <source>Let the clock close this dialog again</source>
        <translation>Снова разрешить закрытие диалога по времени</translation>
    </message>
    <message>
        <source>Operators&apos; messages stay hidden from the customer</source>
        <translation>Сообщения операторов скрыты от клиента</translation>
    </message>
    <message>
        <source>Operators&apos; messages go to the customer again</source>
        <translation>Сообщения операторов снова идут клиенту</translation>
    </message>
    <message>
        <source>Rate the operator&apos;s work from 1 to 5, with a comment</source>
        <translation>Оценить работу оператора от 1 до 5, с комментарием</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Присоединение</translation>
    </message>
    <message>
        <source>Interception</source>
        <translation>Перехват</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Skipping</source>
        <translation>Пропуск</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Завершение</translation>
    </message>
    <message>
        <source>Finishing another&apos;s</source>
        <translation>Завершение чужого</translation>
    </message>
    <message>
        <source>Mark of spam</source>
        <translation>Пометка «спам»</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Новая сессия</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Закрепление</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Открепление</translation>
    </message>
    <message>
        <source>Silent mode on</source>
        <translation>Скрытый режим включён</translation>
    </message>
    <message>
        <source>Silent mode off</source>
        <translation>Скрытый режим выключен</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Transfer it back to {name}</source>
        <translation>Передать обратно: {name}</translation>
    </message>
    <message>
        <source>Start a session, or wait for the customer&apos;s next message</source>
        <translation>Начать сессию или дождаться сообщения клиента</translation>
    </message>
    <message>
        <source>Skip passes it to the next in the queue</source>
        <translation>«Пропустить» отдаст следующему в очереди</translation>
    </message>
    <message>
        <source>Leave the chat in the portal</source>
        <translation>Выйти из чата на портале</translation>
    </message>
    <message>
        <source>Transfer it back</source>
        <translation>Передать обратно</translation>
    </message>
    <message>
        <source>Intercept takes it back</source>
        <translation>«Перехватить» вернёт его</translation>
    </message>
    <message>
        <source>Answer takes it back</source>
        <translation>«Ответить» вернёт его</translation>
    </message>
    <message>
        <source>The customer&apos;s next message opens a new session</source>
        <translation>Новую сессию откроет сообщение клиента</translation>
    </message>
    <message>
        <source>Finish closes it</source>
        <translation>«Завершить» закроет её</translation>
    </message>
    <message>
        <source>Switch silent mode off</source>
        <translation>Выключить скрытый режим</translation>
    </message>
    <message>
        <source>Switch silent mode on</source>
        <translation>Включить скрытый режим</translation>
    </message>
    <message>
        <source>Rate again: the newest rating counts</source>
        <translation>Оценить снова: действует последняя оценка</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Person, act, customer, code</source>
        <translation>Кто, действие, клиент, код</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Какие записи</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Acts on dialogs</source>
        <translation>С диалогами</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Не сделано</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Пока ничего не сделано</translation>
    </message>
    <message>
        <source>What is done at the portal from this window stands here: who, when, with which result. Entries are never changed.</source>
        <translation>Здесь записано, что сделано на портале из этого окна: кто, когда и с каким результатом. Записи не меняются.</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Подходящих записей нет</translation>
    </message>
    <message>
        <source>Entries are kept, only not shown by this search or filter.</source>
        <translation>Записи сохранены, но не подходят под поиск или фильтр.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Показать все записи</translation>
    </message>
    <message>
        <source>Log of acts</source>
        <translation>Журнал действий</translation>
    </message>
    <message>
        <source>Export the log of acts</source>
        <translation>Экспортировать журнал действий</translation>
    </message>
    <message>
        <source>nothing was done yet</source>
        <translation>пока ничего не сделано</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written to {path}</source>
        <translation>
            <numerusform>%n запись сохранена в {path}</numerusform>
            <numerusform>%n записи сохранены в {path}</numerusform>
            <numerusform>%n записей сохранено в {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to write</source>
        <translation>Записывать нечего</translation>
    </message>
    <message>
        <source>Every act is made as the signed-in user, also what the program does by itself. Entries cannot be changed or deleted.</source>
        <translation>Каждое действие выполняется от имени вошедшего пользователя, в том числе то, что программа делает сама. Записи нельзя изменить или удалить.</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Go to {name}</source>
        <translation>Перейти: {name}</translation>
    </message>
</context>
<context>
    <name>AdviceTab</name>
    <message>
        <source>Looked at are the saved settings and the connectors of this line.</source>
        <translation>Рассмотрены сохранённые настройки и коннекторы этой линии.</translation>
    </message>
    <message>
        <source>Nothing stands out: no settings that contradict each other.</source>
        <translation>Замечаний нет: настройки не противоречат друг другу.</translation>
    </message>
</context>
<context>
    <name>AdviceWords</name>
    <message>
        <source>Customers are lost</source>
        <translation>Теряются клиенты</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Помеха</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Полезно знать</translation>
    </message>
    <message>
        <source>The line is off, its channels are on</source>
        <translation>Линия выключена, её каналы включены</translation>
    </message>
    <message>
        <source>Customers of {connectors} write, and nobody gets it.</source>
        <translation>Клиенты пишут через {connectors}, и никто этого не получает.</translation>
    </message>
    <message>
        <source>Switch the line on, or the channels off.</source>
        <translation>Включите линию или отключите каналы.</translation>
    </message>
    <message>
        <source>The line is temporary</source>
        <translation>Линия временная</translation>
    </message>
    <message>
        <source>The portal removes it with its dialogs after some 8 hours.</source>
        <translation>Портал удалит её вместе с диалогами примерно через 8 часов.</translation>
    </message>
    <message>
        <source>Switch “Temporary line” off to keep it.</source>
        <translation>Выключите «Временная линия», чтобы сохранить её.</translation>
    </message>
    <message>
        <source>Group chats leave no trace in the CRM</source>
        <translation>Групповые чаты не оставляют следа в CRM</translation>
    </message>
    <message>
        <source>{connectors} is registered with CHAT_GROUP: the CRM tracker does not run for it, so no leads are made although the CRM is on.</source>
        <translation>{connectors} зарегистрирован с CHAT_GROUP: CRM-трекер для него не работает, поэтому лиды не создаются, хотя CRM включена.</translation>
    </message>
    <message>
        <source>Register the connector without CHAT_GROUP, or make the leads by a call.</source>
        <translation>Зарегистрируйте коннектор без CHAT_GROUP или создавайте лиды отдельным вызовом.</translation>
    </message>
    <message>
        <source>The signature of the connector does nothing</source>
        <translation>Подпись коннектора ничего не даёт</translation>
    </message>
    <message>
        <source>{connectors} asks for the operator&apos;s name before each text, but the line hides names.</source>
        <translation>{connectors} просит имя оператора перед каждым текстом, но линия скрывает имена.</translation>
    </message>
    <message>
        <source>Let customers see a name, or register the connector without signature.</source>
        <translation>Покажите клиентам имя или зарегистрируйте коннектор без подписи.</translation>
    </message>
    <message>
        <source>Nobody gets the dialogs</source>
        <translation>Диалоги никто не получает</translation>
    </message>
    <message>
        <source>The queue is empty: whatever customers write waits for ever.</source>
        <translation>Очередь пуста: всё, что пишут клиенты, ждёт вечно.</translation>
    </message>
    <message>
        <source>Add at least one operator.</source>
        <translation>Добавьте хотя бы одного оператора.</translation>
    </message>
    <message>
        <source>One operator alone</source>
        <translation>Единственный оператор</translation>
    </message>
    <message>
        <source>When he is away, busy or on a break, nobody answers.</source>
        <translation>Когда его нет, он занят или на перерыве, не отвечает никто.</translation>
    </message>
    <message>
        <source>Add a second operator.</source>
        <translation>Добавьте второго оператора.</translation>
    </message>
    <message>
        <source>A limit where everybody is asked</source>
        <translation>Ограничение там, где спрашивают всех</translation>
    </message>
    <message>
        <source>Dialogs go to all at once, but operators who have reached their limit are left out of it.</source>
        <translation>Диалоги идут всем сразу, но операторы, достигшие предела, их не получают.</translation>
    </message>
    <message>
        <source>Set the limit to 0, or give dialogs out in turn.</source>
        <translation>Поставьте предел 0 или раздавайте диалоги по очереди.</translation>
    </message>
    <message>
        <source>One dialog at a time</source>
        <translation>По одному диалогу</translation>
    </message>
    <message>
        <source>The only operator takes one dialog; every other customer waits.</source>
        <translation>Единственный оператор берёт один диалог, остальные клиенты ждут.</translation>
    </message>
    <message>
        <source>Raise the limit, or add operators.</source>
        <translation>Поднимите предел или добавьте операторов.</translation>
    </message>
    <message>
        <source>Always open, but only for operators who are there</source>
        <translation>Открыто всегда, но только для тех операторов, кто на месте</translation>
    </message>
    <message>
        <source>At night nobody is online, and customers are not told.</source>
        <translation>Ночью в сети никого нет, и клиентам об этом не говорят.</translation>
    </message>
    <message>
        <source>Set working hours with a text for when the line is closed.</source>
        <translation>Задайте часы работы и текст на нерабочее время.</translation>
    </message>
    <message>
        <source>Within the hours somebody has to be online</source>
        <translation>В рабочие часы кто-то должен быть в сети</translation>
    </message>
    <message>
        <source>With everybody away, dialogs wait although the line is open.</source>
        <translation>Если никого нет на месте, диалоги ждут, хотя линия открыта.</translation>
    </message>
    <message>
        <source>Switch “{field}” off if dialogs may be given to people who are away.</source>
        <translation>Выключите «{field}», если диалоги можно отдавать тем, кого нет на месте.</translation>
    </message>
    <message>
        <source>Nothing is said when the line is closed</source>
        <translation>В нерабочее время линия молчит</translation>
    </message>
    <message>
        <source>Customers who write outside the hours get no answer at all.</source>
        <translation>Клиенты, написавшие вне часов работы, не получают никакого ответа.</translation>
    </message>
    <message>
        <source>Choose “Send a text” and write one.</source>
        <translation>Выберите «Отправить текст» и напишите его.</translation>
    </message>
    <message>
        <source>Every day is a day off</source>
        <translation>Все дни выходные</translation>
    </message>
    <message>
        <source>The hours never begin.</source>
        <translation>Рабочее время не наступает никогда.</translation>
    </message>
    <message>
        <source>Take the working days out of the days off.</source>
        <translation>Уберите рабочие дни из выходных.</translation>
    </message>
    <message>
        <source>Nothing is said when nobody answers</source>
        <translation>Если никто не отвечает, линия молчит</translation>
    </message>
    <message>
        <source>Customers do not learn whether they were heard.</source>
        <translation>Клиенты не узнают, услышали ли их.</translation>
    </message>
    <message>
        <source>“Nobody answers” comes before the next turn</source>
        <translation>«Никто не ответил» приходит раньше следующей очереди</translation>
    </message>
    <message>
        <source>It is said after {patience} s; the first operator still has his {turn} s.</source>
        <translation>Это говорится через {patience} с, а у первого оператора ещё идут его {turn} с.</translation>
    </message>
    <message>
        <source>Let “{field}” be longer than the turn of an operator.</source>
        <translation>Пусть «{field}» будет больше времени оператора.</translation>
    </message>
    <message>
        <source>“{field}” is empty</source>
        <translation>Поле «{field}» пусто</translation>
    </message>
    <message>
        <source>The portal is to send a text, and there is none.</source>
        <translation>Портал должен отправить текст, а его нет.</translation>
    </message>
    <message>
        <source>Write the text, or choose to say nothing.</source>
        <translation>Напишите текст или выберите «Ничего не говорить».</translation>
    </message>
    <message>
        <source>Marks in “{field}”</source>
        <translation>Разметка в поле «{field}»</translation>
    </message>
    <message>
        <source>The channel gets {mark} as it stands. A messenger that knows no such marks shows them.</source>
        <translation>Канал получает {mark} как есть. Мессенджер, который такой разметки не знает, её покажет.</translation>
    </message>
    <message>
        <source>Use plain words, or let the connector translate the marks.</source>
        <translation>Пишите без разметки, или пусть её переводит коннектор.</translation>
    </message>
    <message>
        <source>A bot is to answer, but none is chosen</source>
        <translation>Должен отвечать бот, но он не выбран</translation>
    </message>
    <message>
        <source>The bot&apos;s id is 0, so customers go straight to the queue.</source>
        <translation>Идентификатор бота — 0, поэтому клиенты попадают прямо в очередь.</translation>
    </message>
    <message>
        <source>Give the id of a bot, or switch the bot off.</source>
        <translation>Укажите идентификатор бота или выключите бота.</translation>
    </message>
    <message>
        <source>The CRM hears nothing</source>
        <translation>CRM ничего не узнаёт</translation>
    </message>
    <message>
        <source>No leads, no deals, no history of this line&apos;s customers.</source>
        <translation>Ни лидов, ни сделок, ни истории клиентов этой линии.</translation>
    </message>
    <message>
        <source>Switch “{field}” on to keep track of customers.</source>
        <translation>Включите «{field}», чтобы вести клиентов.</translation>
    </message>
    <message>
        <source>Phones and mails are not collected</source>
        <translation>Телефоны и почта не собираются</translation>
    </message>
    <message>
        <source>The CRM cannot recognise a customer by what he writes: in another channel he becomes a second lead.</source>
        <translation>CRM не узнаёт клиента по тому, что он пишет: в другом канале он станет вторым лидом.</translation>
    </message>
    <message>
        <source>Switch “{field}” on.</source>
        <translation>Включите «{field}».</translation>
    </message>
    <message>
        <source>Unknown customers leave no record</source>
        <translation>Новые клиенты не попадают в CRM</translation>
    </message>
    <message>
        <source>The CRM is on, but it makes neither leads nor deals.</source>
        <translation>CRM включена, но не создаёт ни лидов, ни сделок.</translation>
    </message>
    <message>
        <source>Choose a lead or a deal if new customers are to be followed.</source>
        <translation>Выберите лид или сделку, если новых клиентов нужно вести.</translation>
    </message>
    <message>
        <source>Duplicate leads are likely</source>
        <translation>Вероятны дубли лидов</translation>
    </message>
    <message>
        <source>Dialogs are closed early, each later message begins a new session, and clients whose lead is closed get a new one each time.</source>
        <translation>Диалоги закрываются рано, каждое следующее сообщение начинает новую сессию, и клиент с закрытым лидом каждый раз получает новый.</translation>
    </message>
    <message>
        <source>Switch “{field}” off, or close dialogs later.</source>
        <translation>Выключите «{field}» или закрывайте диалоги позже.</translation>
    </message>
    <message>
        <source>A second record for one customer</source>
        <translation>Вторая запись для одного клиента</translation>
    </message>
    <message>
        <source>The line makes another record beside the first one.</source>
        <translation>Линия создаёт ещё одну запись рядом с первой.</translation>
    </message>
    <message>
        <source>Set “{field}” to N unless two are wanted.</source>
        <translation>Поставьте в «{field}» N, если две записи не нужны.</translation>
    </message>
    <message>
        <source>Old clients come back as new leads</source>
        <translation>Старые клиенты возвращаются новыми лидами</translation>
    </message>
    <message>
        <source>A client whose lead or deal is closed gets a new one when he writes.</source>
        <translation>Клиент с закрытым лидом или сделкой получает новые, когда пишет снова.</translation>
    </message>
    <message>
        <source>Switch “{field}” off if one client is to stay one record.</source>
        <translation>Выключите «{field}», если один клиент должен остаться одной записью.</translation>
    </message>
    <message>
        <source>Each channel makes its own source</source>
        <translation>У каждого канала свой источник</translation>
    </message>
    <message>
        <source>Leads of one line are spread over several sources in reports.</source>
        <translation>В отчётах лиды одной линии расходятся по разным источникам.</translation>
    </message>
    <message>
        <source>Give the code of one source of the CRM.</source>
        <translation>Укажите код одного источника CRM.</translation>
    </message>
    <message>
        <source>Dialogs are closed after {time} s</source>
        <translation>Диалоги закрываются через {time} с</translation>
    </message>
    <message>
        <source>A customer who thinks for a moment finds a new session and a new queue.</source>
        <translation>Клиент, который задумался, попадёт в новую сессию и новую очередь.</translation>
    </message>
    <message>
        <source>Give customers at least ten minutes; a day is usual.</source>
        <translation>Дайте клиентам хотя бы десять минут; обычно ставят сутки.</translation>
    </message>
    <message>
        <source>Dialogs hardly ever close by themselves</source>
        <translation>Диалоги почти никогда не закрываются сами</translation>
    </message>
    <message>
        <source>They stay with their operators and fill their limit.</source>
        <translation>Они остаются у операторов и занимают их предел.</translation>
    </message>
    <message>
        <source>Let “{field}” be a day or a few.</source>
        <translation>Поставьте в «{field}» сутки или несколько.</translation>
    </message>
    <message>
        <source>A closed dialog waits longer than an open one</source>
        <translation>Закрытый диалог ждёт дольше открытого</translation>
    </message>
    <message>
        <source>It waits {full} min for its end; in silence it would end after {auto} s.</source>
        <translation>До конца он ждёт {full} мин, а в тишине закончился бы через {auto} с.</translation>
    </message>
    <message>
        <source>Make “{field}” shorter.</source>
        <translation>Уменьшите «{field}».</translation>
    </message>
    <message>
        <source>Dialogs end before anybody says so</source>
        <translation>Диалоги кончаются без предупреждения</translation>
    </message>
    <message>
        <source>After {time} s a dialog ends without a word, also if nobody answered.</source>
        <translation>Через {time} с диалог молча завершается, даже если никто не ответил.</translation>
    </message>
    <message>
        <source>Let “{field}” be much longer.</source>
        <translation>Значительно увеличьте «{field}».</translation>
    </message>
    <message>
        <source>Customers are not told how to rate</source>
        <translation>Клиентам не сказано, как оценить</translation>
    </message>
    <message>
        <source>The answer has to be 1 or 0, and the question does not say so.</source>
        <translation>Ответить нужно 1 или 0, а вопрос об этом молчит.</translation>
    </message>
    <message>
        <source>Name both digits in the question.</source>
        <translation>Назовите в вопросе обе цифры.</translation>
    </message>
    <message>
        <source>1 and 0 are ratings now</source>
        <translation>1 и 0 теперь оценки</translation>
    </message>
    <message>
        <source>While a rating is waited for, a text that is 1 or 0, or begins with it and a blank, never reaches the operator as a message.</source>
        <translation>Пока ждут оценку, текст «1» или «0», или начинающийся с такой цифры и пробела, не доходит до оператора как сообщение.</translation>
    </message>
    <message>
        <source>Do not ask customers for numbers in the last words of a dialog.</source>
        <translation>Не спрашивайте у клиентов чисел в последних словах диалога.</translation>
    </message>
    <message>
        <source>The rating comes after the end</source>
        <translation>Оценка приходит после конца</translation>
    </message>
    <message>
        <source>Dialogs close at once: the event of the end comes before the customer rates.</source>
        <translation>Диалоги закрываются сразу: событие о конце приходит раньше оценки клиента.</translation>
    </message>
    <message>
        <source>Give “{field}” some minutes.</source>
        <translation>Поставьте в «{field}» несколько минут.</translation>
    </message>
</context>
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
    <name>AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Urgent</source>
        <translation>Срочно</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Прошло</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>с {time}</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} – {end}</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти снова</translation>
    </message>
    <message>
        <source>Open the Doctor</source>
        <translation>Открыть доктора</translation>
    </message>
    <message>
        <source>Open the connector</source>
        <translation>Открыть коннектор</translation>
    </message>
    <message>
        <source>Open the calls</source>
        <translation>Открыть вызовы</translation>
    </message>
    <message>
        <source>Show the dialogs</source>
        <translation>Показать диалоги</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have waited too long for the first answer</source>
        <translation>
            <numerusform>%n клиент слишком долго ждёт первого ответа</numerusform>
            <numerusform>%n клиента слишком долго ждут первого ответа</numerusform>
            <numerusform>%n клиентов слишком долго ждут первого ответа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have waited too long for an answer</source>
        <translation>
            <numerusform>%n клиент слишком долго ждёт ответа</numerusform>
            <numerusform>%n клиента слишком долго ждут ответа</numerusform>
            <numerusform>%n клиентов слишком долго ждут ответа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) are open for too long</source>
        <translation>
            <numerusform>%n диалог открыт слишком долго</numerusform>
            <numerusform>%n диалога открыты слишком долго</numerusform>
            <numerusform>%n диалогов открыты слишком долго</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) soon wait too long for the first answer</source>
        <translation>
            <numerusform>%n клиент скоро будет ждать первого ответа слишком долго</numerusform>
            <numerusform>%n клиента скоро будут ждать первого ответа слишком долго</numerusform>
            <numerusform>%n клиентов скоро будут ждать первого ответа слишком долго</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) soon wait too long for an answer</source>
        <translation>
            <numerusform>%n клиент скоро будет ждать ответа слишком долго</numerusform>
            <numerusform>%n клиента скоро будут ждать ответа слишком долго</numerusform>
            <numerusform>%n клиентов скоро будут ждать ответа слишком долго</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) will soon be open for too long</source>
        <translation>
            <numerusform>%n диалог скоро будет открыт слишком долго</numerusform>
            <numerusform>%n диалога скоро будут открыты слишком долго</numerusform>
            <numerusform>%n диалогов скоро будут открыты слишком долго</numerusform>
        </translation>
    </message>
    <message>
        <source>first answer is late</source>
        <translation>первый ответ опаздывает</translation>
    </message>
    <message>
        <source>answer is late</source>
        <translation>ответ опаздывает</translation>
    </message>
    <message>
        <source>open for too long</source>
        <translation>открыты слишком долго</translation>
    </message>
    <message>
        <source>first answer soon late</source>
        <translation>первый ответ скоро опоздает</translation>
    </message>
    <message>
        <source>answer soon late</source>
        <translation>ответ скоро опоздает</translation>
    </message>
    <message>
        <source>soon open for too long</source>
        <translation>скоро будут открыты слишком долго</translation>
    </message>
    <message>
        <source>Open the bot</source>
        <translation>Открыть бота</translation>
    </message>
    <message>
        <source>Open the dialog</source>
        <translation>Открыть диалог</translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s)</source>
        <translation>
            <numerusform>%n новое оповещение</numerusform>
            <numerusform>%n новых оповещения</numerusform>
            <numerusform>%n новых оповещений</numerusform>
        </translation>
    </message>
    <message>
        <source>Over: {title}</source>
        <translation>Прошло: {title}</translation>
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation>Вход больше не действует</translation>
    </message>
    <message>
        <source>Nothing is received or sent until you sign in again.</source>
        <translation>Ничего не принимается и не отправляется, пока вы не войдёте снова.</translation>
    </message>
    <message numerus="yes">
        <source>The sign-in dies in %n day(s) unless it is used</source>
        <translation>
            <numerusform>Через %n день вход перестанет действовать, если им не пользоваться</numerusform>
            <numerusform>Через %n дня вход перестанет действовать, если им не пользоваться</numerusform>
            <numerusform>Через %n дней вход перестанет действовать, если им не пользоваться</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this portal open once: any call renews the token for 180 days.</source>
        <translation>Откройте этот портал хотя бы раз: любой вызов продлевает токен на 180 дней.</translation>
    </message>
    <message>
        <source>The portal cannot be reached</source>
        <translation>Портал недоступен</translation>
    </message>
    <message>
        <source>Check the network. The console tries again by itself and loses nothing.</source>
        <translation>Проверьте сеть. Консоль пробует снова сама и ничего не теряет.</translation>
    </message>
    <message>
        <source>The portal refuses to give its events</source>
        <translation>Портал отказывается отдавать события</translation>
    </message>
    <message>
        <source>The Doctor says which right or which plan is missing.</source>
        <translation>Доктор скажет, какого права или какого тарифа не хватает.</translation>
    </message>
    <message>
        <source>{place} says nothing here: another console may answer for it</source>
        <translation>{place} здесь молчит: возможно, за него отвечает другая консоль</translation>
    </message>
    <message>
        <source>Customers may go unanswered. Decide on its page who answers.</source>
        <translation>Клиенты могут остаться без ответа. Решите на его странице, кто отвечает.</translation>
    </message>
    <message>
        <source>The portal has blocked this application because of overload</source>
        <translation>Портал заблокировал это приложение из-за перегрузки</translation>
    </message>
    <message>
        <source>Nothing is sent any more. Poll by hand when the vendor has lifted it.</source>
        <translation>Больше ничего не отправляется. Когда блокировку снимут, опросите портал вручную.</translation>
    </message>
    <message>
        <source>The portal blocks {place} for a while: its time is used up</source>
        <translation>Портал на время блокирует {place}: отведённое время исчерпано</translation>
    </message>
    <message>
        <source>Calls of this method wait. It works again within 10 minutes.</source>
        <translation>Вызовы этого метода ждут. Он заработает снова в течение 10 минут.</translation>
    </message>
    <message>
        <source>{place} has used {amount} of 480 seconds in 10 minutes</source>
        <translation>{place}: за 10 минут потрачено {amount} с из 480</translation>
    </message>
    <message>
        <source>At 480 the portal blocks it. Send less at once, or wait.</source>
        <translation>На 480 с портал его заблокирует. Отправляйте меньше за раз или подождите.</translation>
    </message>
    <message>
        <source>{amount} % of {place}&apos;s messages reached no customer in the last hour</source>
        <translation>За последний час {amount} % сообщений {place} не дошли до клиентов</translation>
    </message>
    <message>
        <source>The failed messages tell why. Check the connector with the Doctor.</source>
        <translation>Причина указана в недошедших сообщениях. Проверьте коннектор доктором.</translation>
    </message>
    <message numerus="yes">
        <source>Events come %n second(s) late</source>
        <translation>
            <numerusform>События приходят с опозданием на %n с</numerusform>
            <numerusform>События приходят с опозданием на %n с</numerusform>
            <numerusform>События приходят с опозданием на %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>The portal or the network is slow: what you see is older than it looks.</source>
        <translation>Портал или сеть работают медленно: то, что вы видите, старше, чем кажется.</translation>
    </message>
    <message numerus="yes">
        <source>No event for %n minute(s), although a line is open</source>
        <translation>
            <numerusform>Событий нет %n мин, хотя линия открыта</numerusform>
            <numerusform>Событий нет %n мин, хотя линия открыта</numerusform>
            <numerusform>Событий нет %n мин, хотя линия открыта</numerusform>
        </translation>
    </message>
    <message>
        <source>It may be quiet, or events may go elsewhere: the Doctor sends a probe.</source>
        <translation>Возможно, просто тихо, а возможно, события уходят не туда: доктор отправит пробное.</translation>
    </message>
    <message>
        <source>It can be mended on its page with one press.</source>
        <translation>Исправить можно на его странице одним нажатием.</translation>
    </message>
    <message>
        <source>{place} was switched off</source>
        <translation>Коннектор {place} отключён</translation>
    </message>
    <message>
        <source>{place} is not registered any more</source>
        <translation>Коннектор {place} больше не зарегистрирован</translation>
    </message>
    <message>
        <source>{place} has its error flag set</source>
        <translation>У коннектора {place} стоит признак ошибки</translation>
    </message>
    <message>
        <source>{place} lost its channel data</source>
        <translation>Коннектор {place} потерял данные канала</translation>
    </message>
    <message>
        <source>The line of {place} was deleted</source>
        <translation>Линия коннектора {place} удалена</translation>
    </message>
    <message>
        <source>Its dialogs are closed. Connect it to another line.</source>
        <translation>Её диалоги закрыты. Подключите коннектор к другой линии.</translation>
    </message>
    <message>
        <source>Another program registered {place}</source>
        <translation>Другая программа зарегистрировала {place}</translation>
    </message>
    <message>
        <source>Its messages go there now. Take it back on its page.</source>
        <translation>Его сообщения теперь уходят туда. Верните его на его странице.</translation>
    </message>
    <message>
        <source>Answer, or hand the dialog to somebody who can.</source>
        <translation>Ответьте или передайте диалог тому, кто сможет.</translation>
    </message>
    <message>
        <source>Finish the dialog, or find out what it waits for.</source>
        <translation>Завершите диалог или выясните, чего он ждёт.</translation>
    </message>
    <message>
        <source>{place} has waited longer than {target} for the first answer</source>
        <translation>{place} ждёт первого ответа дольше {target}</translation>
    </message>
    <message>
        <source>{place} has waited longer than {target} for an answer</source>
        <translation>{place} ждёт ответа дольше {target}</translation>
    </message>
    <message>
        <source>The dialog of {place} is open for longer than {target}</source>
        <translation>Диалог открыт дольше {target}: {place}</translation>
    </message>
    <message>
        <source>{place} soon waits longer than {target} for the first answer</source>
        <translation>{place} скоро будет ждать первого ответа дольше {target}</translation>
    </message>
    <message>
        <source>{place} soon waits longer than {target} for an answer</source>
        <translation>{place} скоро будет ждать ответа дольше {target}</translation>
    </message>
    <message>
        <source>The dialog of {place} will soon be open for longer than {target}</source>
        <translation>Диалог скоро будет открыт дольше {target}: {place}</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Ранее</translation>
    </message>
    <message>
        <source>Targets and notifications</source>
        <translation>Сроки и уведомления</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
    <message>
        <source>Show earlier alerts</source>
        <translation>Показать прошлые оповещения</translation>
    </message>
    <message>
        <source>No alerts now</source>
        <translation>Сейчас предупреждений нет</translation>
    </message>
    <message>
        <source>Here you are told when a customer waits too long, a connector falls silent, the sign-in ends or messages do not arrive.</source>
        <translation>Здесь вы узнаете, если клиент ждёт слишком долго, коннектор замолчал, вход завершился или сообщения не доходят.</translation>
    </message>
    <message>
        <source>Nothing has been over yet</source>
        <translation>Пока ничего не прошло</translation>
    </message>
    <message>
        <source>What was wrong and is well again stands here with its times.</source>
        <translation>Здесь появится то, что было не в порядке и наладилось, со временем начала и конца.</translation>
    </message>
</context>
<context>
    <name>AlertsPresenter</name>
    <message>
        <source>A customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>messages that did not arrive</source>
        <translation>сообщения, которые не дошли</translation>
    </message>
</context>
<context>
    <name>AnswerLines</name>
    <message>
        <source>First answer</source>
        <translation>Первый ответ</translation>
    </message>
</context>
<context>
    <name>AnswersTab</name>
    <message>
        <source>By what</source>
        <translation>По чему</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>Какое время</translation>
    </message>
    <message>
        <source>Open hours only</source>
        <translation>Только рабочие часы</translation>
    </message>
    <message>
        <source>Times count only while the line is open</source>
        <translation>Время идёт, только пока линия работает</translation>
    </message>
    <message>
        <source>The hours of these lines are not known, their whole day counts: {lines}</source>
        <translation>Часы работы этих линий неизвестны, для них считаются целые сутки: {lines}</translation>
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
        <source>Paste what you have</source>
        <translation>Вставить, что у вас есть</translation>
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
    <name>AttachDialog</name>
    <message>
        <source>Attach a file</source>
        <translation>Прикрепить файл</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Публичный адрес</translation>
    </message>
    <message>
        <source>The portal keeps the last 50 characters</source>
        <translation>Портал хранит последние 50 символов</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Attach this address</source>
        <translation>Прикрепить этот адрес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>Адрес не указан.</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбор файла</translation>
    </message>
    <message>
        <source>This portal is a sandbox: it takes a file of up to 10 MB and serves it on this machine only. A real portal takes none: it downloads from a public address.</source>
        <translation>Этот портал — песочница: она берёт файл до 10 МБ и отдаёт его только на этом компьютере. Настоящий портал файлов не берёт: он скачивает их с публичного адреса.</translation>
    </message>
    <message>
        <source>Bitrix24 downloads files itself, without signing in, from an address that everybody can open. This program uploads nothing anywhere: put the file where it is public, and give its address here. A file that cannot be fetched is dropped without a word.</source>
        <translation>Битрикс24 скачивает файлы сам, без входа, с адреса, открытого для всех. Эта программа никуда ничего не загружает: положите файл в открытый доступ и укажите его адрес здесь. Файл, который не удалось скачать, пропадает молча.</translation>
    </message>
</context>
<context>
    <name>AttachmentsBar</name>
    <message>
        <source>Attached files</source>
        <translation>Прикреплённые файлы</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать {name}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Needs attention</source>
        <extracomment>So many have room; of the others their number is told.</extracomment>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Ничего не просрочено.</translation>
    </message>
    <message>
        <source>Nothing is late among the dialogs that are known here.</source>
        <translation>Среди известных здесь диалогов ничего не просрочено.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Показать ещё %n</numerusform>
            <numerusform>Показать ещё %n</numerusform>
            <numerusform>Показать ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorBar</name>
    <message>
        <source>Other writer</source>
        <translation>Другой автор</translation>
    </message>
    <message>
        <source>Let another customer write in this chat</source>
        <translation>Писать в этот чат от имени другого клиента</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n оповещение</numerusform>
            <numerusform>%n оповещения</numerusform>
            <numerusform>%n оповещений</numerusform>
        </translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Оповещений нет</translation>
    </message>
    <message>
        <source>{text} (Ctrl+Shift+B)</source>
        <translation>{text} (Ctrl+Shift+B)</translation>
    </message>
</context>
<context>
    <name>BindingForm</name>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Offline queue</source>
        <translation>Офлайн-очередь</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Обработчик</translation>
    </message>
    <message>
        <source>The portal posts each event here as a form. It must be on the internet.</source>
        <translation>Портал отправляет сюда каждое событие в виде формы. Адрес должен быть доступен из интернета.</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Подписаться</translation>
    </message>
    <message>
        <source>Subscribe to one event</source>
        <translation>Подписаться на одно событие</translation>
    </message>
    <message>
        <source>{other} is subscribed to it too and leads to the same place.</source>
        <translation>На это событие подписан и {other}, он ведёт в то же место.</translation>
    </message>
</context>
<context>
    <name>BindingPlan</name>
    <message>
        <source>Subscribe to the recommended set…</source>
        <translation>Подписаться на рекомендуемый набор…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Subscribe to %n event(s)</source>
        <translation>
            <numerusform>Подписаться на %n событие</numerusform>
            <numerusform>Подписаться на %n события</numerusform>
            <numerusform>Подписаться на %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Offline subscriptions cannot be seen</source>
        <translation>Офлайн-подписки не видны</translation>
    </message>
    <message>
        <source>The portal shows them to administrators only, and only an administrator can make them. So nothing here is called missing: it is not known.</source>
        <translation>Портал показывает их только администраторам, и только администратор может их создать. Поэтому здесь ничего не названо отсутствующим: это неизвестно.</translation>
    </message>
    <message>
        <source>Everything that connectors need is subscribed</source>
        <translation>Подписано всё, что нужно коннекторам</translation>
    </message>
    <message numerus="yes">
        <source>%n more recommended event(s) can be: of every line and channel, for statistics.</source>
        <translation>
            <numerusform>Можно подписать ещё %n рекомендуемое событие: всех линий и каналов, для статистики.</numerusform>
            <numerusform>Можно подписать ещё %n рекомендуемых события: всех линий и каналов, для статистики.</numerusform>
            <numerusform>Можно подписать ещё %n рекомендуемых событий: всех линий и каналов, для статистики.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommended event(s) missing</source>
        <translation>
            <numerusform>Не хватает %n рекомендуемого события</numerusform>
            <numerusform>Не хватает %n рекомендуемых событий</numerusform>
            <numerusform>Не хватает %n рекомендуемых событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Where they go: the offline queue, which this console reads.</source>
        <translation>Куда: в офлайн-очередь, которую читает эта консоль.</translation>
    </message>
    <message>
        <source>The recommended set is complete</source>
        <translation>Рекомендуемый набор полон</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in the offline queue.</source>
        <translation>
            <numerusform>%n событие в офлайн-очереди.</numerusform>
            <numerusform>%n события в офлайн-очереди.</numerusform>
            <numerusform>%n событий в офлайн-очереди.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are not offered to this application.</source>
        <translation>
            <numerusform>%n событие этому приложению недоступно.</numerusform>
            <numerusform>%n события этому приложению недоступны.</numerusform>
            <numerusform>%n событий этому приложению недоступны.</numerusform>
        </translation>
    </message>
    <message>
        <source>subscribed</source>
        <translation>подписано</translation>
    </message>
    <message>
        <source>was subscribed before</source>
        <translation>уже было подписано</translation>
    </message>
</context>
<context>
    <name>BindingWords</name>
    <message>
        <source>This console does nothing with it.</source>
        <extracomment>How the vendor&apos;s pages spell what the portal answers in upper case.</extracomment>
        <translation>Эта консоль его не использует.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Queue {name}</source>
        <translation>Очередь {name}</translation>
    </message>
    <message>
        <source>Offline queue</source>
        <translation>Офлайн-очередь</translation>
    </message>
    <message>
        <source>a slash at the end</source>
        <translation>косая черта в конце</translation>
    </message>
    <message>
        <source>upper and lower case</source>
        <translation>прописные и строчные буквы</translation>
    </message>
    <message>
        <source>the usual port, written or not</source>
        <translation>обычный порт, указан или нет</translation>
    </message>
    <message>
        <source>http and https</source>
        <translation>http и https</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Part of the recommended set; this console reads this queue.</source>
        <translation>Входит в рекомендуемый набор; эту очередь читает эта консоль.</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Своя</translation>
    </message>
    <message>
        <source>Subscribed by this console, or on the host of its settings pages.</source>
        <translation>Подписано отсюда или ведёт на узел страниц настроек, заданных отсюда.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>The same subscription stands twice: the event arrives twice.</source>
        <translation>Одна и та же подписка есть дважды: событие приходит дважды.</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Недостижим</translation>
    </message>
    <message>
        <source>No portal can call this address: it lies inside a home or an office, or is no web address.</source>
        <translation>Ни один портал не сможет обратиться по этому адресу: он внутри дома или офиса либо это не веб-адрес.</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>Недоступно</translation>
    </message>
    <message>
        <source>The portal does not offer this event to the application any more: the permission is gone. It will not be sent.</source>
        <translation>Портал больше не даёт приложению это событие: права нет. Оно не будет отправлено.</translation>
    </message>
    <message>
        <source>Unknown handler</source>
        <translation>Неизвестный адрес</translation>
    </message>
    <message>
        <source>This console never subscribed this address: another program with the same application did, or an earlier installation.</source>
        <translation>Эта консоль никогда не подписывала этот адрес: это сделала другая программа с тем же приложением или прежняя установка.</translation>
    </message>
    <message>
        <source>Leads to the same place as {other}; they differ only in: {what}.</source>
        <translation>Ведёт туда же, куда {other}; отличаются только: {what}.</translation>
    </message>
    <message>
        <source>An older address of this console. {other} was subscribed later.</source>
        <translation>Прежний адрес этой консоли. {other} подписан позже.</translation>
    </message>
    <message>
        <source>Fills the queue {name} (auth_connector), which this console never reads.</source>
        <translation>Наполняет очередь {name} (auth_connector), которую эта консоль не читает.</translation>
    </message>
    <message>
        <source>The event carries the token of user {id}, not of whoever caused it.</source>
        <translation>С событием идёт токен пользователя {id}, а не того, кто его вызвал.</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>Двойник</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Старый адрес</translation>
    </message>
    <message>
        <source>Another queue</source>
        <translation>Другая очередь</translation>
    </message>
    <message>
        <source>Another user</source>
        <translation>Другой сотрудник</translation>
    </message>
    <message>
        <source>An operator wrote</source>
        <translation>Оператор написал</translation>
    </message>
    <message>
        <source>Answers to customers. Without it no answer reaches anybody.</source>
        <translation>Ответы клиентам. Без него ни один ответ ни до кого не дойдёт.</translation>
    </message>
    <message>
        <source>An operator changed a message</source>
        <translation>Оператор изменил сообщение</translation>
    </message>
    <message>
        <source>Edits of answers that were acknowledged as delivered.</source>
        <translation>Правки ответов, доставка которых подтверждена.</translation>
    </message>
    <message>
        <source>An operator deleted a message</source>
        <translation>Оператор удалил сообщение</translation>
    </message>
    <message>
        <source>Deletions of answers that were acknowledged as delivered.</source>
        <translation>Удаления ответов, доставка которых подтверждена.</translation>
    </message>
    <message>
        <source>A dialog began</source>
        <translation>Диалог начался</translation>
    </message>
    <message>
        <source>Tells which session a conversation belongs to.</source>
        <translation>Говорит, к какой сессии относится разговор.</translation>
    </message>
    <message>
        <source>A dialog ended</source>
        <translation>Диалог завершён</translation>
    </message>
    <message>
        <source>Closes the dialog here as well.</source>
        <translation>Закрывает диалог и здесь.</translation>
    </message>
    <message>
        <source>A connector was switched off on a line</source>
        <translation>Коннектор отключён от линии</translation>
    </message>
    <message>
        <source>Without it a disconnected channel is noticed late.</source>
        <translation>Без него отключённый канал замечают поздно.</translation>
    </message>
    <message>
        <source>A line was deleted</source>
        <translation>Линия удалена</translation>
    </message>
    <message>
        <source>Comes for every line of the portal, also for those never used.</source>
        <translation>Приходит для каждой линии портала, и для тех, что не использовались.</translation>
    </message>
    <message>
        <source>Whatever the channel. Kept in the journal for statistics.</source>
        <translation>Для любого канала. Хранится в журнале для статистики.</translation>
    </message>
    <message>
        <source>A message in any line</source>
        <translation>Сообщение в любой линии</translation>
    </message>
    <message>
        <source>A message changed in any line</source>
        <translation>Сообщение изменено в любой линии</translation>
    </message>
    <message>
        <source>A message deleted in any line</source>
        <translation>Сообщение удалено в любой линии</translation>
    </message>
    <message>
        <source>A session began in any line</source>
        <translation>Сессия началась в любой линии</translation>
    </message>
    <message>
        <source>A session ended in any line</source>
        <translation>Сессия завершена в любой линии</translation>
    </message>
    <message>
        <source>Something new is in the queue</source>
        <translation>В очереди есть новое</translation>
    </message>
    <message>
        <source>Only to an address; this console asks by itself.</source>
        <translation>Только на адрес; эта консоль спрашивает сама.</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Sent by event.test.</source>
        <translation>Отправляется методом event.test.</translation>
    </message>
</context>
<context>
    <name>BindingsTab</name>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Event subscriptions</source>
        <translation>Подписки на события</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Обработчик</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>No subscription is shown by the portal.</source>
        <translation>Портал не показывает ни одной подписки.</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>Отписаться…</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>Подписки</translation>
    </message>
    <message>
        <source>They belong to the application, not to one connector. Whether an address answers is not tried: this console talks to the portal alone.</source>
        <translation>Они принадлежат приложению, а не одному коннектору. Отвечает ли адрес, не проверяется: эта консоль обращается только к порталу.</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>чтение…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) read</source>
        <translation>
            <numerusform>прочитана %n подписка</numerusform>
            <numerusform>прочитаны %n подписки</numerusform>
            <numerusform>прочитано %n подписок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardFigures</name>
    <message>
        <source>Waiting now</source>
        <extracomment>Of fewer answers a 95th percentile says no more than the slowest of them.</extracomment>
        <translation>Ждут сейчас</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Дольше всех ждёт</translation>
    </message>
    <message>
        <source>Open dialogs</source>
        <translation>Открытые диалоги</translation>
    </message>
    <message>
        <source>First answer, median</source>
        <translation>Первый ответ, медиана</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s), {period}</source>
        <translation>
            <numerusform>%n ответ, {period}</numerusform>
            <numerusform>%n ответа, {period}</numerusform>
            <numerusform>%n ответов, {period}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p95 {time} of %n answer(s), {period}</source>
        <translation>
            <numerusform>p95 {time} из %n ответа, {period}</numerusform>
            <numerusform>p95 {time} из %n ответов, {period}</numerusform>
            <numerusform>p95 {time} из %n ответов, {period}</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing through this application&apos;s connectors</source>
        <translation>через коннекторы этого приложения — ничего</translation>
    </message>
    <message>
        <source>{waiting} not confirmed, {lost} not delivered of {sent}</source>
        <translation>{waiting} не подтверждено, {lost} не доставлено из {sent}</translation>
    </message>
    <message>
        <source>is being counted</source>
        <translation>считается</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не посчитано</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>никто не ждёт</translation>
    </message>
    <message>
        <source>all within the target</source>
        <translation>все в пределах цели</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>nobody known here</source>
        <translation>из известных здесь никто</translation>
    </message>
    <message>
        <source>no answer, {period}</source>
        <translation>ответов нет, {period}</translation>
    </message>
    <message>
        <source>over the target · {rest}</source>
        <translation>дольше цели · {rest}</translation>
    </message>
</context>
<context>
    <name>BoardItems</name>
    <message>
        <source>Open</source>
        <extracomment>Leads to dialogs that have to be looked up first. Alerts by their urgency, and what they were sorted for.</extracomment>
        <translation>Открыть</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) with unknown outcome</source>
        <translation>
            <numerusform>%n доставка с неизвестным исходом</numerusform>
            <numerusform>%n доставки с неизвестным исходом</numerusform>
            <numerusform>%n доставок с неизвестным исходом</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>rated {stars}</source>
        <translation>с оценкой {stars}</translation>
    </message>
    <message>
        <source>unknown outcome</source>
        <translation>неизвестный исход</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Line {id}</source>
        <extracomment>The colour of a state; the words of `standing` always stand beside it.</extracomment>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>Кто-то без имени</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>almost late</source>
        <translation>скоро срок</translation>
    </message>
    <message>
        <source>late</source>
        <translation>просрочено</translation>
    </message>
    <message numerus="yes">
        <source>%n over the target</source>
        <translation>
            <numerusform>%n дольше цели</numerusform>
            <numerusform>%n дольше цели</numerusform>
            <numerusform>%n дольше цели</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the {target} target</source>
        <translation>
            <numerusform>%n дольше цели {target}</numerusform>
            <numerusform>%n дольше цели {target}</numerusform>
            <numerusform>%n дольше цели {target}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without any answer</source>
        <translation>
            <numerusform>%n совсем без ответа</numerusform>
            <numerusform>%n совсем без ответа</numerusform>
            <numerusform>%n совсем без ответа</numerusform>
        </translation>
    </message>
    <message>
        <source>{answering} answering, {waiting} waiting</source>
        <translation>отвечают: {answering}, ждут: {waiting}</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>на перерыве</translation>
    </message>
    <message>
        <source>presence not known</source>
        <translation>присутствие неизвестно</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>не в сети</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>не работает здесь</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
            <numerusform>%n в сети</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on a break</source>
        <translation>
            <numerusform>%n на перерыве</numerusform>
            <numerusform>%n на перерыве</numerusform>
            <numerusform>%n на перерыве</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offline</source>
        <translation>
            <numerusform>%n не в сети</numerusform>
            <numerusform>%n не в сети</numerusform>
            <numerusform>%n не в сети</numerusform>
        </translation>
    </message>
    <message>
        <source>in no queue</source>
        <translation>ни в одной очереди</translation>
    </message>
    <message numerus="yes">
        <source>place {n} in %n queue(s)</source>
        <translation>
            <numerusform>место {n} в %n очереди</numerusform>
            <numerusform>место {n} в %n очередях</numerusform>
            <numerusform>место {n} в %n очередях</numerusform>
        </translation>
    </message>
    <message>
        <source>place {n}, {line}</source>
        <translation>место {n}, {line}</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n открытый</numerusform>
            <numerusform>%n открытых</numerusform>
            <numerusform>%n открытых</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} из {most}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} мин назад</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} ч назад</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>last answer: {when}</source>
        <translation>последний ответ: {when}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>предел</translation>
    </message>
    <message>
        <source>waiting: {count}</source>
        <translation>ждут: {count}</translation>
    </message>
    <message>
        <source>answering: {count}</source>
        <translation>отвечают: {count}</translation>
    </message>
    <message>
        <source>longest wait: {time}</source>
        <translation>дольше всех ждут: {time}</translation>
    </message>
    <message>
        <source>{name} waits {time} on {line}</source>
        <translation>{name} ждёт {time}, линия {line}</translation>
    </message>
    <message>
        <source>{stars}: {count}</source>
        <translation>{stars}: {count}</translation>
    </message>
    <message>
        <source>{last} and {first}: {count}</source>
        <translation>{last} и {first}: {count}</translation>
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
    <name>BotErrors</name>
    <message>
        <source>The application may not have chatbots</source>
        <translation>Приложению нельзя заводить чат-ботов</translation>
    </message>
    <message>
        <source>The permission “imbot” is not ticked in the application&apos;s card.</source>
        <translation>В карточке приложения не отмечено право «imbot».</translation>
    </message>
    <message>
        <source>Tick it there, then sign in again.</source>
        <translation>Отметьте его там и войдите снова.</translation>
    </message>
    <message>
        <source>This portal has no bots that fetch what they hear</source>
        <translation>На этом портале нет ботов, которые сами забирают события</translation>
    </message>
    <message>
        <source>It lacks imbot.v2: bots need an address on the internet there.</source>
        <translation>Здесь нет imbot.v2: ботам нужен адрес в интернете.</translation>
    </message>
    <message>
        <source>Give the address of a handler.</source>
        <translation>Укажите адрес обработчика.</translation>
    </message>
    <message>
        <source>Another console may answer for this bot</source>
        <translation>За этого бота, возможно, отвечает другая консоль</translation>
    </message>
    <message>
        <source>The portal had it before it was registered here, or it said what this console did not say. Two would say everything twice, so it is silent here.</source>
        <translation>Он был на портале до регистрации здесь или сказал то, чего эта консоль не говорила. Вдвоём консоли говорили бы всё дважды, поэтому здесь он молчит.</translation>
    </message>
    <message>
        <source>Let it answer from here where no other console does.</source>
        <translation>Включите его здесь, если больше никакая консоль за него не отвечает.</translation>
    </message>
    <message>
        <source>The line did not take the bot</source>
        <translation>Линия не приняла бота</translation>
    </message>
    <message>
        <source>The portal said yes and kept its settings.</source>
        <translation>Портал ответил согласием, но настройки не изменил.</translation>
    </message>
    <message>
        <source>Look at the line&apos;s settings, or ask an administrator.</source>
        <translation>Проверьте настройки линии или обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Choose another code.</source>
        <translation>Выберите другой код.</translation>
    </message>
    <message>
        <source>Another application has a bot of this code</source>
        <translation>Бот с таким кодом есть у другого приложения</translation>
    </message>
    <message>
        <source>Nothing was registered.</source>
        <translation>Ничего не зарегистрировано.</translation>
    </message>
    <message>
        <source>There is no room for one more bot</source>
        <translation>Ещё одного бота добавить нельзя</translation>
    </message>
    <message>
        <source>The portal allows only so many bots for one application.</source>
        <translation>Портал ограничивает число ботов одного приложения.</translation>
    </message>
    <message>
        <source>Unregister one that is not needed.</source>
        <translation>Удалите ненужного бота.</translation>
    </message>
    <message>
        <source>The portal could not register the bot</source>
        <translation>Портал не смог зарегистрировать бота</translation>
    </message>
    <message>
        <source>It gives no reason; it may have too many of them.</source>
        <translation>Причина не указана; возможно, ботов уже слишком много.</translation>
    </message>
    <message>
        <source>Try again later, or ask an administrator.</source>
        <translation>Попробуйте позже или обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The portal does not know this bot any more</source>
        <translation>Портал больше не знает этого бота</translation>
    </message>
    <message>
        <source>It was taken away there, or the application was installed anew.</source>
        <translation>Его удалили на портале, или приложение установили заново.</translation>
    </message>
    <message>
        <source>Unregister it here, or register one of the same code.</source>
        <translation>Удалите его здесь или зарегистрируйте бота с тем же кодом.</translation>
    </message>
    <message>
        <source>This bot belongs to another application</source>
        <translation>Этот бот принадлежит другому приложению</translation>
    </message>
    <message>
        <source>Only the one that registered it may act for it.</source>
        <translation>Действовать за него может только то приложение, которое его зарегистрировало.</translation>
    </message>
    <message>
        <source>Sign in with that application, or register another bot.</source>
        <translation>Войдите через то приложение или зарегистрируйте другого бота.</translation>
    </message>
</context>
<context>
    <name>BotHead</name>
    <message>
        <source>Answers customers</source>
        <translation>Отвечает клиентам</translation>
    </message>
    <message>
        <source>Unregister…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Welcomes in</source>
        <translation>Встречает в</translation>
    </message>
    <message>
        <source>code {code}, user {user}</source>
        <translation>код {code}, пользователь {user}</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Профиль только для чтения.</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Ни в одной линии</translation>
    </message>
</context>
<context>
    <name>BotList</name>
    <message>
        <source>Chatbots</source>
        <translation>Чат-боты</translation>
    </message>
</context>
<context>
    <name>BotListModel</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <extracomment>Colours of the dot by the tone of a standing; the words beside it say the same.</extracomment>
        <translation>
            <numerusform>%n диалог</numerusform>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotQuestions</name>
    <message>
        <source>The bot {other} greets there now and stops doing so.</source>
        <translation>Сейчас там здоровается бот {other}; он перестанет это делать.</translation>
    </message>
    <message>
        <source>This is a portal with real customers: from now on the bot greets everybody who writes there.</source>
        <translation>На этом портале настоящие клиенты: с этой минуты бот здоровается со всеми, кто туда пишет.</translation>
    </message>
    <message>
        <source>Let “{bot}” greet in “{line}”?</source>
        <translation>Пусть «{bot}» здоровается в «{line}»?</translation>
    </message>
    <message>
        <source>Let it greet</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>It leaves the portal and its line; dialogs that it has go to the queue. Its rules and the record of its dialogs are deleted here.</source>
        <translation>Бот уйдёт с портала и из линии, его диалоги вернутся в очередь. Его правила и записи о диалогах здесь удалятся.</translation>
    </message>
    <message>
        <source>Unregister “{bot}”?</source>
        <translation>Удалить бота «{bot}»?</translation>
    </message>
    <message>
        <source>Unregister</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>BotView</name>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>What to see of the bot</source>
        <translation>Что показать о боте</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>A handler on the internet answers for this bot; these rules are not used.</source>
        <translation>За этого бота отвечает обработчик в интернете; эти правила не действуют.</translation>
    </message>
    <message>
        <source>Not saved yet: the bot keeps to the old rules.</source>
        <translation>Ещё не сохранено: бот действует по прежним правилам.</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
</context>
<context>
    <name>BotWords</name>
    <message>
        <source>answered elsewhere</source>
        <translation>отвечает обработчик</translation>
    </message>
    <message>
        <source>silent here</source>
        <translation>здесь молчит</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>cannot be heard</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>отдыхает</translation>
    </message>
    <message>
        <source>welcomes nobody</source>
        <translation>никого не встречает</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>отвечает</translation>
    </message>
    <message>
        <source>with the bot</source>
        <translation>у бота</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>передан людям</translation>
    </message>
    <message>
        <source>taken by an operator</source>
        <translation>у оператора</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершён</translation>
    </message>
    <message numerus="yes">
        <source>It has %n dialog(s) now.</source>
        <translation>
            <numerusform>Сейчас у него %n диалог.</numerusform>
            <numerusform>Сейчас у него %n диалога.</numerusform>
            <numerusform>Сейчас у него %n диалогов.</numerusform>
        </translation>
    </message>
    <message>
        <source>then wait for more</source>
        <translation>затем ждать</translation>
    </message>
    <message>
        <source>then hand over</source>
        <translation>затем передать людям</translation>
    </message>
    <message>
        <source>then finish</source>
        <translation>затем завершить</translation>
    </message>
    <message>
        <source>Whoever is free in the line</source>
        <translation>Свободному оператору линии</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Сотруднику</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>В другую линию</translation>
    </message>
    <message>
        <source>This bot would say nothing: write a greeting or an answer.</source>
        <translation>Такой бот ничего не скажет: напишите приветствие или ответ.</translation>
    </message>
    <message>
        <source>This is longer than the portal takes.</source>
        <translation>Это длиннее, чем принимает портал.</translation>
    </message>
    <message>
        <source>Choose who gets the dialogs.</source>
        <translation>Выберите, кому передавать диалоги.</translation>
    </message>
    <message>
        <source>Write the words that bring this answer.</source>
        <translation>Напишите слова, на которые даётся этот ответ.</translation>
    </message>
    <message>
        <source>Another answer has one of these words; the first one wins.</source>
        <translation>Одно из этих слов есть в другом ответе; сработает первый.</translation>
    </message>
    <message>
        <source>Write the answer, or choose what follows.</source>
        <translation>Напишите ответ или выберите, что делать дальше.</translation>
    </message>
    <message>
        <source>A bot needs a name: customers see it.</source>
        <translation>Боту нужно имя: его видят клиенты.</translation>
    </message>
    <message>
        <source>A bot needs a code: the portal knows it by that.</source>
        <translation>Боту нужен код: по нему его знает портал.</translation>
    </message>
    <message>
        <source>Latin letters, digits, dot, dash and underscore only.</source>
        <translation>Только латинские буквы, цифры, точка, дефис и подчёркивание.</translation>
    </message>
    <message>
        <source>An https address that the portal can reach.</source>
        <translation>Нужен адрес https, доступный порталу.</translation>
    </message>
    <message>
        <source>the greeting</source>
        <translation>приветствие</translation>
    </message>
    <message>
        <source>the keyword “{word}”</source>
        <translation>ключевое слово «{word}»</translation>
    </message>
    <message>
        <source>asked for a person: “{word}”</source>
        <translation>просьба позвать человека: «{word}»</translation>
    </message>
    <message>
        <source>not understood too often</source>
        <translation>слишком много непонятых сообщений</translation>
    </message>
    <message>
        <source>a word that ends it: “{word}”</source>
        <translation>слово, которое завершает диалог: «{word}»</translation>
    </message>
    <message>
        <source>no rule fits</source>
        <translation>ни одно правило не подходит</translation>
    </message>
    <message>
        <source>no rule fits: the greeting answers the first words</source>
        <translation>нет подходящего правила: на первые слова отвечает приветствие</translation>
    </message>
    <message>
        <source>no rule fits, and nothing is said</source>
        <translation>ни одно правило не подходит, бот молчит</translation>
    </message>
    <message>
        <source>The bot closes the dialog.</source>
        <translation>Бот завершает диалог.</translation>
    </message>
    <message>
        <source>The dialog goes to whoever is free in the line.</source>
        <translation>Диалог получит свободный оператор линии.</translation>
    </message>
    <message>
        <source>The dialog goes to {name}.</source>
        <translation>Диалог получит {name}.</translation>
    </message>
</context>
<context>
    <name>BotsPage</name>
    <message>
        <source>New bot</source>
        <translation>Новый бот</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>Bots that answer for you</source>
        <translation>Боты, которые отвечают за вас</translation>
    </message>
    <message>
        <source>Register a chatbot: it greets the customers of an open line, answers by keywords, keeps to the working hours and hands over to people. No public address is needed.</source>
        <translation>Зарегистрируйте чат-бота: он здоровается с клиентами открытой линии, отвечает по ключевым словам, учитывает рабочее время и передаёт диалог людям. Публичный адрес не нужен.</translation>
    </message>
    <message>
        <source>Register a bot</source>
        <translation>Зарегистрировать бота</translation>
    </message>
    <message>
        <source>Chatbots</source>
        <translation>Чат-боты</translation>
    </message>
    <message>
        <source>the profile is read-only</source>
        <translation>профиль только для чтения</translation>
    </message>
    <message>
        <source>Answer from here</source>
        <translation>Отвечать отсюда</translation>
    </message>
    <message>
        <source>The profile is read-only: bots are silent until it is unlocked.</source>
        <translation>Профиль только для чтения: боты молчат, пока его не откроют.</translation>
    </message>
    <message>
        <source>This window only looks on: bots answer from the one that works.</source>
        <translation>Это окно только наблюдает: боты отвечают из того, которое работает.</translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>Reading the connectors…</source>
        <translation>Чтение коннекторов…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти снова</translation>
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
        <source>Connect a channel</source>
        <translation>Подключить канал</translation>
    </message>
    <message>
        <source>Only register</source>
        <translation>Только зарегистрировать</translation>
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
        <source>Not sent: the portal is read-only here</source>
        <translation>Не отправлено: портал здесь только для чтения</translation>
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
        <source>Search</source>
        <translation>Поиск</translation>
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
        <source>Without polls</source>
        <translation>Без опросов</translation>
    </message>
    <message>
        <source>Leave out what the program asks again and again by itself, such as event.offline.get; what failed is shown all the same.</source>
        <translation>Не показывать то, что программа сама спрашивает снова и снова, например event.offline.get; неудачи видны всё равно.</translation>
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
    <name>CanaryBox</name>
    <message>
        <source>On request</source>
        <translation>По запросу</translation>
    </message>
    <message>
        <source>Reading the set-up cannot prove that messages pass. A message of a made-up customer can.</source>
        <translation>Чтение настроек не докажет, что сообщения проходят. Сообщение вымышленного клиента докажет.</translation>
    </message>
    <message>
        <source>Send a test message…</source>
        <translation>Отправить пробное сообщение…</translation>
    </message>
    <message>
        <source>This profile is read-only: no write leaves this program.</source>
        <translation>Этот профиль только для чтения: программа ничего не записывает.</translation>
    </message>
</context>
<context>
    <name>CapabilityCard</name>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Скопировать текстом</translation>
    </message>
    <message>
        <source>What works here</source>
        <translation>Что здесь работает</translation>
    </message>
    <message>
        <source>The portal was not asked yet.</source>
        <translation>Портал ещё не опрошен.</translation>
    </message>
    <message>
        <source>As the portal answered at {time}.</source>
        <translation>По ответу портала в {time}.</translation>
    </message>
    <message>
        <source>Missing permission {scope}: {rows}</source>
        <translation>Нет разрешения {scope}: {rows}</translation>
    </message>
</context>
<context>
    <name>CapabilityList</name>
    <message>
        <source>What works</source>
        <translation>Что работает</translation>
    </message>
</context>
<context>
    <name>CapabilityWords</name>
    <message>
        <source>Sign-in and application</source>
        <translation>Вход и приложение</translation>
    </message>
    <message>
        <source>Connectors and lines</source>
        <translation>Коннекторы и линии</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Around it</source>
        <translation>Остальное</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>works in part</source>
        <translation>работает частично</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n работает</numerusform>
            <numerusform>%n работают</numerusform>
            <numerusform>%n работают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n частично</numerusform>
            <numerusform>%n частично</numerusform>
            <numerusform>%n частично</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n не работает</numerusform>
            <numerusform>%n не работают</numerusform>
            <numerusform>%n не работают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n неизвестно</numerusform>
            <numerusform>%n неизвестно</numerusform>
            <numerusform>%n неизвестно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left.</source>
        <translation>
            <numerusform>Остался %n день.</numerusform>
            <numerusform>Осталось %n дня.</numerusform>
            <numerusform>Осталось %n дней.</numerusform>
        </translation>
    </message>
    <message>
        <source>The portal did not answer {method}: {code}.</source>
        <translation>Портал не ответил на {method}: {code}.</translation>
    </message>
    <message>
        <source>Open Channels</source>
        <translation>Открытые линии</translation>
    </message>
    <message>
        <source>External messengers</source>
        <translation>Внешние мессенджеры</translation>
    </message>
    <message>
        <source>Chat and notifications</source>
        <translation>Чат и уведомления</translation>
    </message>
    <message>
        <source>Chat bots</source>
        <translation>Чат-боты</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Application embedding</source>
        <translation>Встраивание приложений</translation>
    </message>
    <message>
        <source>Contact Center</source>
        <translation>Контакт-центр</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Not known until calls work again.</source>
        <translation>Неизвестно, пока вызовы не заработают.</translation>
    </message>
    <message>
        <source>The portal was not asked yet.</source>
        <translation>Портал ещё не опрошен.</translation>
    </message>
    <message>
        <source>a local application</source>
        <translation>локальное приложение</translation>
    </message>
    <message>
        <source>a free application</source>
        <translation>бесплатное приложение</translation>
    </message>
    <message>
        <source>a demo</source>
        <translation>демонстрация</translation>
    </message>
    <message>
        <source>a trial</source>
        <translation>пробный период</translation>
    </message>
    <message>
        <source>a paid application</source>
        <translation>платное приложение</translation>
    </message>
    <message>
        <source>Plan {licence}, {status}.</source>
        <translation>Тариф {licence}, {status}.</translation>
    </message>
    <message>
        <source>Sign-in and calls</source>
        <translation>Вход и вызовы</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Установка</translation>
    </message>
    <message>
        <source>Role of the signed-in user</source>
        <translation>Роль вошедшего пользователя</translation>
    </message>
    <message>
        <source>Plan and payment</source>
        <translation>Тариф и оплата</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>The customer&apos;s own server</source>
        <translation>Собственный сервер клиента</translation>
    </message>
    <message>
        <source>See the portal&apos;s connectors</source>
        <translation>Видеть коннекторы портала</translation>
    </message>
    <message>
        <source>Register connectors</source>
        <translation>Регистрировать коннекторы</translation>
    </message>
    <message>
        <source>Switch a connector off on a line</source>
        <translation>Отключать коннектор на линии</translation>
    </message>
    <message>
        <source>Set the error flag of a line</source>
        <translation>Ставить признак ошибки на линии</translation>
    </message>
    <message>
        <source>Read and change open lines</source>
        <translation>Читать и менять открытые линии</translation>
    </message>
    <message>
        <source>Receive events live</source>
        <translation>Получать события сразу</translation>
    </message>
    <message>
        <source>A queue for each program</source>
        <translation>Своя очередь у каждой программы</translation>
    </message>
    <message>
        <source>Write as the customer</source>
        <translation>Писать от клиента</translation>
    </message>
    <message>
        <source>Answer as the operator</source>
        <translation>Отвечать как оператор</translation>
    </message>
    <message>
        <source>Open a dialog from the portal&apos;s side</source>
        <translation>Открывать диалог со стороны портала</translation>
    </message>
    <message>
        <source>Send files as the operator</source>
        <translation>Отправлять файлы как оператор</translation>
    </message>
    <message>
        <source>Delivery marks</source>
        <translation>Отметки о доставке</translation>
    </message>
    <message>
        <source>Reading marks</source>
        <translation>Отметки о прочтении</translation>
    </message>
    <message>
        <source>See people of the portal</source>
        <translation>Видеть людей портала</translation>
    </message>
    <message>
        <source>CRM links</source>
        <translation>Связи с CRM</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Боты</translation>
    </message>
    <message>
        <source>Tile in the Contact Center</source>
        <translation>Плитка в контакт-центре</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>The portal did not answer {method}.</source>
        <translation>Портал не ответил на {method}.</translation>
    </message>
    <message>
        <source>Signed in as {user}.</source>
        <translation>Выполнен вход: {user}.</translation>
    </message>
    <message>
        <source>The installation is finished.</source>
        <translation>Установка завершена.</translation>
    </message>
    <message>
        <source>The installation was never finished: the portal accepts subscriptions and widgets, but sends and queues nothing.</source>
        <translation>Установка не завершена: портал принимает подписки и виджеты, но ничего не присылает и не ставит в очередь.</translation>
    </message>
    <message>
        <source>{user} is an administrator of the portal.</source>
        <translation>{user}: администратор портала.</translation>
    </message>
    <message>
        <source>The portal allows this to administrators only.</source>
        <translation>Портал разрешает это только администраторам.</translation>
    </message>
    <message>
        <source>Plan {licence}: the application is not paid.</source>
        <translation>Тариф {licence}: приложение не оплачено.</translation>
    </message>
    <message>
        <source>The portal&apos;s clock differs by {seconds} s.</source>
        <translation>Часы портала расходятся на {seconds} с.</translation>
    </message>
    <message>
        <source>The portal&apos;s clock is {seconds} s ahead of this computer&apos;s: times of messages and ages are wrong.</source>
        <translation>Часы портала спешат на {seconds} с по сравнению с этим компьютером: время сообщений и возраст неверны.</translation>
    </message>
    <message>
        <source>The portal&apos;s clock is {seconds} s behind this computer&apos;s: times of messages and ages are wrong.</source>
        <translation>Часы портала отстают на {seconds} с от этого компьютера: время сообщений и возраст неверны.</translation>
    </message>
    <message>
        <source>It sets its own limits on requests, its methods may be older, and it has to reach the vendor&apos;s authorisation server itself.</source>
        <translation>Он сам задаёт пределы запросов, его методы могут быть старше, и он должен сам достигать сервера авторизации.</translation>
    </message>
    <message>
        <source>Missing permission: {scopes}.</source>
        <translation>Нет разрешения: {scopes}.</translation>
    </message>
    <message>
        <source>Works here without {scopes}; other portals ask for it.</source>
        <translation>Здесь работает и без {scopes}; другие порталы его требуют.</translation>
    </message>
    <message>
        <source>This portal does not know {method}.</source>
        <translation>Этот портал не знает метода {method}.</translation>
    </message>
    <message>
        <source>This portal has no imconnector.deactivate; imconnector.activate does it.</source>
        <translation>На этом портале нет imconnector.deactivate; это делает imconnector.activate.</translation>
    </message>
    <message>
        <source>Needs the right to change connectors in Open Channels; the portal does not tell who has it.</source>
        <translation>Нужно право изменять коннекторы в открытых линиях; у кого оно есть, портал не сообщает.</translation>
    </message>
    <message>
        <source>With confirmation: an event leaves the portal&apos;s queue only after it was saved here. None is lost.</source>
        <translation>С подтверждением: событие покидает очередь портала только после сохранения здесь. Ни одно не теряется.</translation>
    </message>
    <message>
        <source>Without confirmation: the queue is read and saved, then exactly these events are removed. None is lost, but nothing keeps a second program from reading them too.</source>
        <translation>Без подтверждения: очередь читается и сохраняется, затем удаляются именно эти события. Ни одно не теряется, но ничто не мешает второй программе прочитать их тоже.</translation>
    </message>
    <message>
        <source>Without the queue: of chats you belong to the portal keeps events for 24 hours; other known chats are looked at now and then. Changes and deletions there may be missed.</source>
        <translation>Без очереди: из чатов, где вы участник, портал хранит события 24 часа; другие известные чаты время от времени перечитываются. Правки и удаления в них можно пропустить.</translation>
    </message>
    <message>
        <source>Programs of one application can have queues of their own.</source>
        <translation>У программ одного приложения могут быть свои очереди.</translation>
    </message>
    <message>
        <source>One queue for the whole application: who reads first takes the events from others.</source>
        <translation>Одна очередь на всё приложение: кто прочёл первым, забирает события у других.</translation>
    </message>
    <message>
        <source>Only in dialogs of lines in whose queue you are.</source>
        <translation>Только в диалогах линий, в очереди которых вы состоите.</translation>
    </message>
    <message>
        <source>{user} is no administrator: the queue and widgets are refused.</source>
        <translation>{user} — не администратор: портал не даёт доступа к очереди и виджетам.</translation>
    </message>
    <message>
        <source>The portal takes the call, but a delivery marks as read as well: a true reading mark cannot be promised.</source>
        <translation>Портал принимает вызов, но доставка тоже отмечает сообщение прочитанным: настоящую отметку о прочтении обещать нельзя.</translation>
    </message>
    <message>
        <source>By way of the portal&apos;s drive, as older portals want it.</source>
        <translation>Через диск портала, как принято на старых порталах.</translation>
    </message>
    <message>
        <source>Names only; e-mail and phone need the permission user.</source>
        <translation>Только имена; для почты и телефона нужно разрешение user.</translation>
    </message>
    <message>
        <source>Counted from events: complete only for times in which a program fetched them.</source>
        <translation>Считается по событиям: полна только за время, когда их забирала программа.</translation>
    </message>
    <message>
        <source>Counted from events, and none come.</source>
        <translation>Считается по событиям, а они не приходят.</translation>
    </message>
    <message>
        <source>Check again in a moment.</source>
        <translation>Проверьте снова чуть позже.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите заново.</translation>
    </message>
    <message>
        <source>Tick {scopes} in the application&apos;s card: in the portal, Developer resources, Other, Local application. Save, then check again; if nothing changes, sign in again.</source>
        <translation>Отметьте {scopes} в карточке приложения: на портале «Разработчикам», «Другое», «Локальное приложение». Сохраните и проверьте снова; если ничего не изменилось, войдите заново.</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the portal.</source>
        <translation>Войдите как администратор портала.</translation>
    </message>
    <message>
        <source>Tick “Script only (no user interface)” in the application&apos;s card, or open the application once in the portal as an administrator.</source>
        <translation>Отметьте «Использует только API» в карточке приложения или один раз откройте приложение на портале как администратор.</translation>
    </message>
    <message>
        <source>The REST API needs a commercial plan.</source>
        <translation>Для REST API нужен коммерческий тариф.</translation>
    </message>
    <message>
        <source>Renew the subscription in the portal.</source>
        <translation>Продлите подписку на портале.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, or tell who runs the portal.</source>
        <translation>Поставьте часы этого компьютера или сообщите тому, кто ведёт портал.</translation>
    </message>
    <message>
        <source>Update the portal, or install the module there.</source>
        <translation>Обновите портал или установите на нём модуль.</translation>
    </message>
    <message>
        <source>Let only one program read this application&apos;s events.</source>
        <translation>Пусть события этого приложения читает только одна программа.</translation>
    </message>
    <message>
        <source>Let an administrator add you to the queue of the line, or sign in as one.</source>
        <translation>Попросите администратора добавить вас в очередь линии или войдите как администратор.</translation>
    </message>
    <message>
        <source>Mend the events first.</source>
        <translation>Сначала наладьте события.</translation>
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
        <source>Write again</source>
        <translation>Записать снова</translation>
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
        <source>What the portal has is unknown: it cannot be read. Saving writes all four fields in one call.</source>
        <translation>Что хранит портал, неизвестно: прочитать это нельзя. При сохранении все четыре поля уйдут одним вызовом.</translation>
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
        <source>lost {time}</source>
        <translation>утрачено {time}</translation>
    </message>
    <message>
        <source>The portal dropped these data when the connector was deactivated.</source>
        <translation>Портал забыл эти данные, когда коннектор был деактивирован.</translation>
    </message>
    <message>
        <source>The portal dropped these data when it was switched off elsewhere.</source>
        <translation>Портал забыл эти данные, когда коннектор отключили в другом месте.</translation>
    </message>
    <message>
        <source>Write them again.</source>
        <translation>Запишите их снова.</translation>
    </message>
    <message>
        <source>Activate, then write again.</source>
        <translation>Активируйте, затем запишите снова.</translation>
    </message>
    <message>
        <source>Hide request</source>
        <translation>Скрыть запрос</translation>
    </message>
</context>
<context>
    <name>ChannelChoice</name>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Open line</source>
        <translation>Открытая линия</translation>
    </message>
</context>
<context>
    <name>ChatErrors</name>
    <message>
        <source>Something is missing in the call</source>
        <translation>В вызове чего-то не хватает</translation>
    </message>
    <message>
        <source>It does not say which dialog.</source>
        <translation>Не указано, о каком диалоге речь.</translation>
    </message>
    <message>
        <source>Look at the call and correct what it sends.</source>
        <translation>Посмотрите вызов и исправьте то, что он отправляет.</translation>
    </message>
    <message>
        <source>It does not say which one.</source>
        <translation>Не указано, о чём именно речь.</translation>
    </message>
    <message>
        <source>The title is empty.</source>
        <translation>Название пусто.</translation>
    </message>
    <message>
        <source>The portal does not know this colour</source>
        <translation>Портал не знает такого цвета</translation>
    </message>
    <message>
        <source>It takes the names of its own colours only.</source>
        <translation>Он принимает только названия своих цветов.</translation>
    </message>
    <message>
        <source>The picture was refused</source>
        <translation>Картинка отклонена</translation>
    </message>
    <message>
        <source>It is no picture, or it is too large.</source>
        <translation>Это не картинка, или она слишком велика.</translation>
    </message>
    <message>
        <source>Choose another picture.</source>
        <translation>Выберите другую картинку.</translation>
    </message>
    <message>
        <source>You may not add people to this chat</source>
        <translation>Вам нельзя добавлять людей в этот чат</translation>
    </message>
    <message>
        <source>Only its members, or only its owner, can do this.</source>
        <translation>Это могут только его участники или только владелец.</translation>
    </message>
    <message>
        <source>Ask the owner of the chat.</source>
        <translation>Обратитесь к владельцу чата.</translation>
    </message>
    <message>
        <source>The portal does not know this user</source>
        <translation>Портал не знает такого пользователя</translation>
    </message>
    <message>
        <source>The number is wrong, or the user is no member of the chat.</source>
        <translation>Номер неверен, или пользователь не состоит в чате.</translation>
    </message>
    <message>
        <source>The word to look for is too short</source>
        <translation>Слишком короткий запрос для поиска</translation>
    </message>
    <message>
        <source>The portal looks for three letters or more.</source>
        <translation>Портал ищет от трёх букв.</translation>
    </message>
    <message>
        <source>Type more.</source>
        <translation>Введите больше букв.</translation>
    </message>
    <message>
        <source>A field of the CRM got a value that it cannot hold</source>
        <translation>Поле CRM не принимает такое значение</translation>
    </message>
    <message>
        <source>The portal&apos;s words say which field.</source>
        <translation>Какое поле, сказано в ответе портала.</translation>
    </message>
    <message>
        <source>The portal refused the request</source>
        <translation>Портал отклонил запрос</translation>
    </message>
    <message>
        <source>It fits neither the chat nor the user as they are now.</source>
        <translation>Он не подходит к чату или пользователю в их нынешнем состоянии.</translation>
    </message>
    <message>
        <source>Look at the portal&apos;s words and at the call.</source>
        <translation>Посмотрите слова портала и сам вызов.</translation>
    </message>
    <message>
        <source>A number of a message cannot be read</source>
        <translation>Номер сообщения не читается</translation>
    </message>
    <message>
        <source>LAST_ID has to be a number.</source>
        <translation>LAST_ID должен быть числом.</translation>
    </message>
    <message>
        <source>FIRST_ID has to be a number.</source>
        <translation>FIRST_ID должен быть числом.</translation>
    </message>
    <message>
        <source>The portal did not find it</source>
        <translation>Портал этого не нашёл</translation>
    </message>
    <message>
        <source>It was deleted, or the number is wrong.</source>
        <translation>Возможно, это удалено или номер неверен.</translation>
    </message>
    <message>
        <source>Refresh the list and try again.</source>
        <translation>Обновите список и повторите.</translation>
    </message>
    <message>
        <source>The portal does not know this message</source>
        <translation>Портал не знает этого сообщения</translation>
    </message>
    <message>
        <source>Its number is empty, or it was deleted.</source>
        <translation>Его номер пуст, или оно удалено.</translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation>Сообщение пустое</translation>
    </message>
    <message>
        <source>It has neither text nor anything attached.</source>
        <translation>В нём нет ни текста, ни вложений.</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>Напишите что-нибудь.</translation>
    </message>
    <message>
        <source>This message cannot be changed any more</source>
        <translation>Это сообщение уже нельзя изменить</translation>
    </message>
    <message>
        <source>The portal allows changes for some days, and to the author only.</source>
        <translation>Портал разрешает изменения несколько дней и только автору.</translation>
    </message>
    <message>
        <source>Write a new message instead.</source>
        <translation>Напишите вместо этого новое сообщение.</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Ничего не изменилось</translation>
    </message>
    <message>
        <source>It was like this before.</source>
        <translation>Так было и раньше.</translation>
    </message>
    <message>
        <source>Nothing has to be done.</source>
        <translation>Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>The message has a part that the portal does not accept</source>
        <translation>В сообщении есть часть, которую портал не принимает</translation>
    </message>
    <message>
        <source>Its words say which one.</source>
        <translation>Что именно, сказано в ответе портала.</translation>
    </message>
    <message>
        <source>The quoted message cannot be answered</source>
        <translation>На процитированное сообщение нельзя ответить</translation>
    </message>
    <message>
        <source>You have no access to it.</source>
        <translation>У вас нет к нему доступа.</translation>
    </message>
    <message>
        <source>Answer without quoting.</source>
        <translation>Ответьте без цитаты.</translation>
    </message>
    <message>
        <source>It stands in another chat.</source>
        <translation>Оно находится в другом чате.</translation>
    </message>
    <message>
        <source>The attachment of the message was refused</source>
        <translation>Вложение сообщения отклонено</translation>
    </message>
    <message>
        <source>The portal does not understand how it is written.</source>
        <translation>Портал не понимает, как это записано.</translation>
    </message>
    <message>
        <source>The attachment of the message is too large</source>
        <translation>Вложение сообщения слишком велико</translation>
    </message>
    <message>
        <source>The portal takes 30 KB at most.</source>
        <translation>Портал принимает не больше 30 КБ.</translation>
    </message>
    <message>
        <source>Make it smaller and send again.</source>
        <translation>Уменьшите и отправьте снова.</translation>
    </message>
    <message>
        <source>The keyboard of the message was refused</source>
        <translation>Клавиатура сообщения отклонена</translation>
    </message>
    <message>
        <source>The keyboard of the message is too large</source>
        <translation>Клавиатура сообщения слишком велика</translation>
    </message>
    <message>
        <source>The menu of the message was refused</source>
        <translation>Меню сообщения отклонено</translation>
    </message>
    <message>
        <source>The menu of the message is too large</source>
        <translation>Меню сообщения слишком велико</translation>
    </message>
    <message>
        <source>The files were refused</source>
        <translation>Файлы отклонены</translation>
    </message>
    <message>
        <source>None of them was uploaded before, or they belong to another chat.</source>
        <translation>Они не были загружены заранее или относятся к другому чату.</translation>
    </message>
    <message>
        <source>Upload them again.</source>
        <translation>Загрузите их снова.</translation>
    </message>
    <message>
        <source>The file could not be saved</source>
        <translation>Файл не удалось сохранить</translation>
    </message>
    <message>
        <source>The drive of the portal is full, or may not be written to.</source>
        <translation>Диск портала заполнен или закрыт для записи.</translation>
    </message>
    <message>
        <source>Ask an administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
    </message>
    <message>
        <source>The portal does not know this bot</source>
        <translation>Портал не знает этого бота</translation>
    </message>
    <message>
        <source>Its number is wrong, or it was unregistered.</source>
        <translation>Номер неверен, или регистрация отменена.</translation>
    </message>
    <message>
        <source>Register the bot again.</source>
        <translation>Зарегистрируйте бота заново.</translation>
    </message>
    <message>
        <source>The bot belongs to another application</source>
        <translation>Бот принадлежит другому приложению</translation>
    </message>
    <message>
        <source>Only the application that registered it can use it.</source>
        <translation>Им может пользоваться только то приложение, которое его зарегистрировало.</translation>
    </message>
    <message>
        <source>Sign in with that application.</source>
        <translation>Войдите от имени того приложения.</translation>
    </message>
    <message>
        <source>The bot&apos;s code is missing</source>
        <translation>Не указан код бота</translation>
    </message>
    <message>
        <source>Every bot needs a code of its own.</source>
        <translation>У каждого бота должен быть свой код.</translation>
    </message>
    <message>
        <source>The bot&apos;s name is missing</source>
        <translation>Не указано имя бота</translation>
    </message>
    <message>
        <source>A first or a last name is needed.</source>
        <translation>Нужно имя или фамилия.</translation>
    </message>
    <message>
        <source>The application can have no more bots</source>
        <translation>Приложение не может завести ещё одного бота</translation>
    </message>
    <message>
        <source>The portal allows only so many for each application.</source>
        <translation>Портал ограничивает их число для каждого приложения.</translation>
    </message>
    <message>
        <source>Unregister one of them first.</source>
        <translation>Сначала отмените регистрацию одного из них.</translation>
    </message>
    <message>
        <source>The bot has no good address for an event</source>
        <translation>У бота нет пригодного адреса для события</translation>
    </message>
    <message>
        <source>The handler&apos;s address is missing or cannot be opened.</source>
        <translation>Адрес обработчика не указан или не открывается.</translation>
    </message>
    <message>
        <source>Correct the address of the handler and try again.</source>
        <translation>Исправьте адрес обработчика и повторите.</translation>
    </message>
    <message>
        <source>The command&apos;s name is missing</source>
        <translation>Не указано имя команды</translation>
    </message>
    <message>
        <source>Every command of a bot needs one.</source>
        <translation>Оно нужно каждой команде бота.</translation>
    </message>
    <message>
        <source>The portal does not know this command</source>
        <translation>Портал не знает такой команды</translation>
    </message>
    <message>
        <source>Register the command again.</source>
        <translation>Зарегистрируйте команду заново.</translation>
    </message>
    <message>
        <source>The command has no title</source>
        <translation>У команды нет названия</translation>
    </message>
    <message>
        <source>A title in at least one language is needed.</source>
        <translation>Нужно название хотя бы на одном языке.</translation>
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
    <name>CheckItem</name>
    <message>
        <source>being looked at</source>
        <extracomment>Border and ground of the heading for a verdict.</extracomment>
        <translation>проверяется</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Portal answers</source>
        <translation>Портал отвечает</translation>
    </message>
    <message>
        <source>Address is unchanged</source>
        <translation>Адрес не менялся</translation>
    </message>
    <message>
        <source>Access token is valid</source>
        <translation>Токен доступа действует</translation>
    </message>
    <message>
        <source>Refresh token is young enough</source>
        <translation>Токен обновления свежий</translation>
    </message>
    <message numerus="yes">
        <source>Refresh token is %n days old of {of}</source>
        <translation>
            <numerusform>Токену обновления %n день из {of}</numerusform>
            <numerusform>Токену обновления %n дня из {of}</numerusform>
            <numerusform>Токену обновления %n дней из {of}</numerusform>
        </translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>Часы совпадают</translation>
    </message>
    <message>
        <source>Server clock differs by {seconds} s</source>
        <translation>Разница с часами сервера: {seconds} с</translation>
    </message>
    <message>
        <source>Plan allows applications</source>
        <translation>Тариф допускает приложения</translation>
    </message>
    <message>
        <source>Installation is finished</source>
        <translation>Установка завершена</translation>
    </message>
    <message>
        <source>Permissions are complete</source>
        <translation>Все права есть</translation>
    </message>
    <message>
        <source>Connector events are offered</source>
        <translation>События коннектора доступны</translation>
    </message>
    <message>
        <source>Signed-in user is an administrator</source>
        <translation>Вошедший — администратор</translation>
    </message>
    <message>
        <source>{user} is an administrator</source>
        <translation>{user} — администратор</translation>
    </message>
    <message>
        <source>Offline events with confirm</source>
        <translation>Офлайн-события с подтверждением</translation>
    </message>
    <message>
        <source>Connector filter of events</source>
        <translation>Фильтр событий по коннектору</translation>
    </message>
    <message>
        <source>No method has used up its time</source>
        <translation>Ни один метод не исчерпал время</translation>
    </message>
    <message>
        <source>Registered under this id</source>
        <translation>Зарегистрирован под этим ID</translation>
    </message>
    <message>
        <source>No sign of another owner</source>
        <translation>Нет признаков другого владельца</translation>
    </message>
    <message>
        <source>Address of the settings page is sound</source>
        <translation>Адрес страницы настроек верен</translation>
    </message>
    <message>
        <source>Icon and flags are sound</source>
        <translation>Значок и флаги в порядке</translation>
    </message>
    <message>
        <source>Line exists</source>
        <translation>Линия существует</translation>
    </message>
    <message>
        <source>Line {name} exists</source>
        <translation>Линия {name} существует</translation>
    </message>
    <message>
        <source>Line is switched on</source>
        <translation>Линия включена</translation>
    </message>
    <message>
        <source>Queue has operators</source>
        <translation>В очереди есть операторы</translation>
    </message>
    <message numerus="yes">
        <source>Queue has %n operators</source>
        <translation>
            <numerusform>В очереди %n оператор</numerusform>
            <numerusform>В очереди %n оператора</numerusform>
            <numerusform>В очереди %n операторов</numerusform>
        </translation>
    </message>
    <message>
        <source>Within working hours</source>
        <translation>Сейчас рабочие часы линии</translation>
    </message>
    <message>
        <source>Customers reach the CRM</source>
        <translation>Клиенты попадают в CRM</translation>
    </message>
    <message>
        <source>Connector is switched on for the line</source>
        <translation>Коннектор включён на линии</translation>
    </message>
    <message>
        <source>No error flag on the line</source>
        <translation>Признака ошибки на линии нет</translation>
    </message>
    <message>
        <source>Connector works on line {name}</source>
        <translation>Коннектор работает на линии {name}</translation>
    </message>
    <message>
        <source>Channel data was written</source>
        <translation>Данные канала записаны</translation>
    </message>
    <message>
        <source>Settings page is bound once</source>
        <translation>Страница настроек привязана один раз</translation>
    </message>
    <message>
        <source>Seven events are bound</source>
        <translation>Семь событий привязаны</translation>
    </message>
    <message>
        <source>No stale or twin handlers</source>
        <translation>Нет старых и двойных обработчиков</translation>
    </message>
    <message>
        <source>Offline queue answers</source>
        <translation>Офлайн-очередь отвечает</translation>
    </message>
    <message>
        <source>No events are held back</source>
        <translation>Удержанных событий нет</translation>
    </message>
    <message>
        <source>No events are put aside</source>
        <translation>Отложенных событий нет</translation>
    </message>
    <message>
        <source>Events are fetched in time</source>
        <translation>События забирают вовремя</translation>
    </message>
    <message>
        <source>One receiver for the queue</source>
        <translation>У очереди один получатель</translation>
    </message>
    <message>
        <source>Live canary: a test event arrives</source>
        <translation>Живая проверка: пробное событие приходит</translation>
    </message>
    <message>
        <source>A message goes round</source>
        <translation>Сообщение проходит весь путь</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Remove the filter “{part}”</source>
        <extracomment>What the keyboard leaves before it comes to the chips, where somebody tells it.</extracomment>
        <translation>Убрать фильтр «{part}»</translation>
    </message>
</context>
<context>
    <name>ChoiceWords</name>
    <message>
        <source>In turn</source>
        <translation>По очереди</translation>
    </message>
    <message>
        <source>From the top of the queue</source>
        <translation>С начала очереди</translation>
    </message>
    <message>
        <source>To everybody at once</source>
        <translation>Всем сразу</translation>
    </message>
    <message>
        <source>Say nothing</source>
        <translation>Ничего не говорить</translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation>Отправить текст</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>A lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>A contact with a deal</source>
        <translation>Контакт со сделкой</translation>
    </message>
    <message>
        <source>The operator&apos;s own name</source>
        <translation>Имя оператора</translation>
    </message>
    <message>
        <source>The name in the queue</source>
        <translation>Имя, заданное в очереди</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>Until the last message is answered</source>
        <translation>Пока нет ответа на последнее сообщение</translation>
    </message>
    <message>
        <source>Until they are answered</source>
        <translation>Пока на них не ответили</translation>
    </message>
    <message>
        <source>Until they are closed</source>
        <translation>Пока не закрыты</translation>
    </message>
    <message>
        <source>To the first dialog only</source>
        <translation>Только в первый диалог</translation>
    </message>
    <message>
        <source>To every dialog</source>
        <translation>В каждый диалог</translation>
    </message>
    <message>
        <source>The queue takes over</source>
        <translation>Диалог идёт в очередь</translation>
    </message>
    <message>
        <source>The dialog is closed</source>
        <translation>Диалог закрывается</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>The portal&apos;s clock is {time} ahead of this computer&apos;s. All times here are counted by this computer&apos;s clock.</source>
        <translation>Часы портала спешат на {time} по сравнению с часами этого компьютера. Всё время здесь считается по часам этого компьютера.</translation>
    </message>
    <message>
        <source>The portal&apos;s clock is {time} behind this computer&apos;s. All times here are counted by this computer&apos;s clock.</source>
        <translation>Часы портала отстают на {time} от часов этого компьютера. Всё время здесь считается по часам этого компьютера.</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>Open this portal</source>
        <translation>Открыть этот портал</translation>
    </message>
    <message>
        <source>This portal is not open</source>
        <translation>Этот портал не открыт</translation>
    </message>
    <message>
        <source>What is kept of it on this computer can be changed here. What works on it, its tokens and the contacted hosts are seen once it is open.</source>
        <translation>Здесь можно изменить то, что хранится о нём на этом компьютере. Что на нём работает, его токены и адреса, к которым были обращения, видны после открытия.</translation>
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
        <source>Attach a file (Ctrl+O)</source>
        <translation>Прикрепить файл (Ctrl+O)</translation>
    </message>
    <message>
        <source>Show request (Ctrl+Shift+R)</source>
        <translation>Показать запрос (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>Quick answers (Ctrl+/)</source>
        <translation>Быстрые ответы (Ctrl+/)</translation>
    </message>
    <message>
        <source>When operators&apos; messages are marked as delivered at the portal</source>
        <translation>Когда сообщения операторов отмечаются на портале как доставленные</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter new line</source>
        <translation>Enter — отправить, Shift+Enter — новая строка</translation>
    </message>
    <message>
        <source>Deliveries: {words}</source>
        <translation>Доставка: {words}</translation>
    </message>
    <message>
        <source>Switch to customer · draft</source>
        <translation>К клиенту · черновик</translation>
    </message>
    <message>
        <source>Switch to operator · draft</source>
        <translation>К оператору · черновик</translation>
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
        <source>An operator&apos;s message is no connector&apos;s</source>
        <translation>Сообщение оператора идёт не через коннектор</translation>
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
    <message>
        <source>Still to be filled in: {names}</source>
        <translation>Осталось заполнить: {names}</translation>
    </message>
</context>
<context>
    <name>ComposerFlow</name>
    <message>
        <source>Somebody else joins the group…</source>
        <translation>В группу входит кто-то ещё…</translation>
    </message>
    <message>
        <source>Somebody else writes in a chat with the same id…</source>
        <translation>В чат с тем же ID пишет кто-то ещё…</translation>
    </message>
    <message>
        <source>Delivered after {seconds} s</source>
        <translation>Доставка через {seconds} с</translation>
    </message>
    <message>
        <source>Automatic delivery</source>
        <translation>Доставка сразу</translation>
    </message>
    <message>
        <source>Delivery by hand</source>
        <translation>Доставка вручную</translation>
    </message>
    <message>
        <source>Never delivered</source>
        <translation>Без доставки</translation>
    </message>
    <message>
        <source>Delivery fails</source>
        <translation>Сбой доставки</translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation>Удалить сообщение</translation>
    </message>
    <message>
        <source>Who writes in the chat {chat}?</source>
        <translation>Кто пишет в чат {chat}?</translation>
    </message>
</context>
<context>
    <name>ComposerWords</name>
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
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>This dialog began at the portal: nobody has said who the customer is.</source>
        <translation>Диалог начался на портале: никто не указал, кто клиент.</translation>
    </message>
    <message>
        <source>The portal has no chat yet: no message of the customer has arrived.</source>
        <translation>На портале ещё нет чата: ни одно сообщение клиента не дошло.</translation>
    </message>
    <message>
        <source>The portal changes only the text of a message, not its files.</source>
        <translation>Портал меняет только текст сообщения, но не файлы.</translation>
    </message>
    <message>
        <source>Only customers&apos; files go through a connector.</source>
        <translation>Через коннектор идут только файлы клиентов.</translation>
    </message>
</context>
<context>
    <name>ConfigurationDialog</name>
    <message>
        <source>Configuration as a file</source>
        <translation>Конфигурация в файле</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Compare with a file…</source>
        <translation>Сравнить с файлом…</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Сравнить снова</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Применить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>Сохранение конфигурации</translation>
    </message>
    <message>
        <source>Choose a configuration</source>
        <translation>Выбор конфигурации</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml)</source>
        <translation>Конфигурации (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>The portal as a file</source>
        <translation>Портал в одном файле</translation>
    </message>
    <message>
        <source>Connectors with their lines and channel data, settings of open lines and event subscriptions, as one YAML file to keep, to compare with and to apply to another portal. It holds no secrets.</source>
        <translation>Коннекторы с линиями и данными каналов, настройки открытых линий и подписки на события в одном файле YAML: хранить, сравнивать, применять к другому порталу. Секретов в нём нет.</translation>
    </message>
    <message>
        <source>Change {portal}?</source>
        <translation>Изменить {portal}?</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) change the portal, one after the other.</source>
        <translation>
            <numerusform>%n шаг изменит портал.</numerusform>
            <numerusform>%n шага изменят портал один за другим.</numerusform>
            <numerusform>%n шагов изменят портал один за другим.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>{id} is left out: its address holds a secret.</source>
        <translation>{id} не записан: в адресе есть секрет.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also remove what the file does not name (%n)</source>
        <translation>
            <numerusform>Убрать и то, чего нет в файле (%n)</numerusform>
            <numerusform>Убрать и то, чего нет в файле (%n)</numerusform>
            <numerusform>Убрать и то, чего нет в файле (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Профиль только для чтения</translation>
    </message>
    <message>
        <source>The file cannot be used; nothing was changed.</source>
        <translation>Файл не подходит; ничего не изменено.</translation>
    </message>
    <message>
        <source>Changing the portal: {done} of {steps}</source>
        <translation>Портал меняется: {done} из {steps}</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done</source>
        <translation>
            <numerusform>%n шаг сделан</numerusform>
            <numerusform>%n шага сделано</numerusform>
            <numerusform>%n шагов сделано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n отказ</numerusform>
            <numerusform>%n отказа</numerusform>
            <numerusform>%n отказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare again to see what is left.</source>
        <translation>Сравните ещё раз, чтобы увидеть, что осталось.</translation>
    </message>
    <message>
        <source>Reading the portal…</source>
        <translation>Читаю портал…</translation>
    </message>
    <message>
        <source>The portal is as the file says.</source>
        <translation>На портале всё как в файле.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) would make the portal as the file says:</source>
        <translation>
            <numerusform>%n шаг, и на портале будет как в файле:</numerusform>
            <numerusform>%n шага, и на портале будет как в файле:</numerusform>
            <numerusform>%n шагов, и на портале будет как в файле:</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Записано в {path}.</translation>
    </message>
    <message>
        <source>{id} is left out: it was not registered from here.</source>
        <translation>{id} пропущен: он зарегистрирован не отсюда.</translation>
    </message>
</context>
<context>
    <name>ConfigurationWords</name>
    <message>
        <source>add the line {line}</source>
        <translation>добавить линию {line}</translation>
    </message>
    <message>
        <source>change the line {line}</source>
        <translation>изменить линию {line}</translation>
    </message>
    <message>
        <source>register the connector {target}</source>
        <translation>зарегистрировать коннектор {target}</translation>
    </message>
    <message>
        <source>register the connector {target} again</source>
        <translation>зарегистрировать коннектор {target} заново</translation>
    </message>
    <message>
        <source>activate {target} on the line {line}</source>
        <translation>активировать {target} на линии {line}</translation>
    </message>
    <message>
        <source>write the channel data of {target} on the line {line}</source>
        <translation>записать данные канала {target} на линии {line}</translation>
    </message>
    <message>
        <source>subscribe to {target}, {where}</source>
        <translation>подписаться на {target}, {where}</translation>
    </message>
    <message>
        <source>unsubscribe from {target}, {where}</source>
        <translation>отписаться от {target}, {where}</translation>
    </message>
    <message>
        <source>deactivate {target} on the line {line}: its data are lost</source>
        <translation>отключить {target} на линии {line}: данные канала пропадут</translation>
    </message>
    <message>
        <source>unregister the connector {target} from every line</source>
        <translation>снять коннектор {target} с регистрации на всех линиях</translation>
    </message>
    <message>
        <source>The queue of the line {target} is left out: the file comes from another portal, where people have other numbers.</source>
        <translation>Очередь линии {target} пропущена: файл с другого портала, там у людей другие номера.</translation>
    </message>
    <message>
        <source>Nobody will be in the queue of the new line {target}: no operator gets its dialogs until you put somebody in.</source>
        <translation>В очереди новой линии {target} никого не будет: пока вы никого не поставите, её диалоги никто не получит.</translation>
    </message>
    <message>
        <source>{target} is left out: the portal does not offer this event to the application.</source>
        <translation>{target} пропущено: портал не предлагает это событие приложению.</translation>
    </message>
    <message>
        <source>Subscriptions are left out: only an administrator sees and changes them.</source>
        <translation>Подписки пропущены: их видит и меняет только администратор.</translation>
    </message>
    <message>
        <source>{target} stays as it is: its address holds a secret, so no file names it.</source>
        <translation>{target} остаётся как есть: в адресе есть секрет, поэтому в файле его нет.</translation>
    </message>
    <message>
        <source>{target} is in the portal but was not registered from here. Registering it again takes it over: its events then come to this application only.</source>
        <translation>{target} есть на портале, но зарегистрирован не отсюда. Повторная регистрация заберёт его: события пойдут только в это приложение.</translation>
    </message>
    <message>
        <source>offline queue</source>
        <translation>офлайн-очередь</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) as in the file</source>
        <translation>
            <numerusform>%n поле, как в файле</numerusform>
            <numerusform>%n поля, как в файле</numerusform>
            <numerusform>%n полей, как в файле</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
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
        <source>Doctor</source>
        <translation>Доктор</translation>
    </message>
    <message>
        <source>Why does it not work? (Ctrl+D)</source>
        <translation>Почему не работает? (Ctrl+D)</translation>
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
        <source>Bindings</source>
        <translation>Подписки</translation>
    </message>
    <message>
        <source>Widget</source>
        <translation>Виджет</translation>
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
    <name>ConnectorErrors</name>
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
        <source>Every connector needs one; it cannot be changed later.</source>
        <translation>Он нужен каждому коннектору, и позже его не изменить.</translation>
    </message>
    <message>
        <source>The connector&apos;s name is missing</source>
        <translation>Не указано название коннектора</translation>
    </message>
    <message>
        <source>Operators see it beside every dialog.</source>
        <translation>Операторы видят его у каждого диалога.</translation>
    </message>
    <message>
        <source>The connector&apos;s icon is missing</source>
        <translation>Не указана иконка коннектора</translation>
    </message>
    <message>
        <source>The contact center shows it on the connector&apos;s tile.</source>
        <translation>Контакт-центр показывает его на плитке коннектора.</translation>
    </message>
    <message>
        <source>The handler page is missing</source>
        <translation>Не указана страница обработчика</translation>
    </message>
    <message>
        <source>The portal opens it when somebody sets the connector up.</source>
        <translation>Портал открывает её, когда коннектор настраивают.</translation>
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
        <source>The mistake is on the portal&apos;s side.</source>
        <translation>Ошибка на стороне портала.</translation>
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
        <source>Ask an administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
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
        <source>Correct the address of the handler and try again.</source>
        <translation>Исправьте адрес обработчика и повторите.</translation>
    </message>
    <message>
        <source>The portal does not accept the handler&apos;s address</source>
        <translation>Портал не принимает адрес обработчика</translation>
    </message>
    <message>
        <source>It is no address that the portal could open.</source>
        <translation>Это не адрес, который портал мог бы открыть.</translation>
    </message>
    <message>
        <source>It begins with something other than https:// or http://.</source>
        <translation>Он начинается не с https:// и не с http://.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Он пуст.</translation>
    </message>
    <message>
        <source>The portal does not know this placement</source>
        <translation>Портал не знает такого места встройки</translation>
    </message>
    <message>
        <source>Or the application lacks the permission for it.</source>
        <translation>Или у приложения нет прав на него.</translation>
    </message>
    <message>
        <source>Tick contact_center and placement in the application&apos;s card.</source>
        <translation>Отметьте contact_center и placement в карточке приложения.</translation>
    </message>
    <message>
        <source>This placement takes no more handlers</source>
        <translation>Это место встройки больше не принимает обработчиков</translation>
    </message>
    <message>
        <source>The application has as many here as the portal allows.</source>
        <translation>У приложения их здесь столько, сколько допускает портал.</translation>
    </message>
    <message>
        <source>Take one of them away, then bind again.</source>
        <translation>Уберите один из них и привяжите снова.</translation>
    </message>
    <message>
        <source>This placement cannot be bound for one user</source>
        <translation>Это место встройки нельзя привязать для одного пользователя</translation>
    </message>
    <message>
        <source>It is the same for everybody in the portal.</source>
        <translation>Оно общее для всех на портале.</translation>
    </message>
    <message>
        <source>Bind it without a user.</source>
        <translation>Привяжите его без пользователя.</translation>
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
    <name>ConnectorReasons</name>
    <message>
        <source>The installation is not finished</source>
        <translation>Установка не завершена</translation>
    </message>
    <message>
        <source>The portal keeps the application as not installed. It then sends **no events**, and placements and connectors are not shown.</source>
        <translation>Для портала приложение не установлено. Поэтому он **не шлёт событий** и не показывает встройки и коннекторы.</translation>
    </message>
    <message>
        <source>its installer page never called `BX24.installFinish`.</source>
        <translation>страница установки не вызвала `BX24.installFinish`.</translation>
    </message>
    <message>
        <source>Open the application once in the portal and let it finish. A local application without an installer page needs the setting “Script only”.</source>
        <translation>Откройте приложение один раз на портале и дайте ему закончить установку. Локальному приложению без страницы установки нужна настройка «Использует только API».</translation>
    </message>
    <message>
        <source>The plan does not allow applications</source>
        <translation>Тариф не допускает приложений</translation>
    </message>
    <message>
        <source>The portal answers `{code}`: REST is not part of its plan.</source>
        <translation>Портал отвечает `{code}`: REST не входит в его тариф.</translation>
    </message>
    <message>
        <source>the trial has ended, or the plan was changed.</source>
        <translation>закончился пробный период или сменился тариф.</translation>
    </message>
    <message>
        <source>Only the portal&apos;s owner can change the plan.</source>
        <translation>Сменить тариф может только владелец портала.</translation>
    </message>
    <message>
        <source>The application is no longer paid for</source>
        <translation>Приложение больше не оплачено</translation>
    </message>
    <message>
        <source>The portal answers `{code}` to every call.</source>
        <translation>На каждый вызов портал отвечает `{code}`.</translation>
    </message>
    <message>
        <source>Renew the application in the portal&apos;s market.</source>
        <translation>Продлите приложение в маркете портала.</translation>
    </message>
    <message>
        <source>A method has used up its time</source>
        <translation>Метод исчерпал своё время</translation>
    </message>
    <message>
        <source>`{method}` worked longer than the 480 s that the portal allows in ten minutes. It is blocked until {until}.</source>
        <translation>`{method}` работал дольше 480 с, которые портал даёт на десять минут. Он закрыт до {until}.</translation>
    </message>
    <message>
        <source>a program of this application calls it in a loop.</source>
        <translation>какая-то программа этого приложения вызывает его в цикле.</translation>
    </message>
    <message>
        <source>Find that program, wait until then, run again.</source>
        <translation>Найдите эту программу, подождите и проверьте снова.</translation>
    </message>
    <message>
        <source>Permissions are missing</source>
        <translation>Не хватает прав</translation>
    </message>
    <message>
        <source>The application lacks `{missing}`.</source>
        <translation>Приложению не хватает `{missing}`.</translation>
    </message>
    <message>
        <source>they were left out when the application was created.</source>
        <translation>их не указали при создании приложения.</translation>
    </message>
    <message>
        <source>Add them in the application&apos;s settings, then sign in again.</source>
        <translation>Добавьте их в настройках приложения и войдите заново.</translation>
    </message>
    <message>
        <source>The portal does not offer the events</source>
        <translation>Портал не предлагает этих событий</translation>
    </message>
    <message>
        <source>`{missing}` cannot be bound here.</source>
        <translation>`{missing}` здесь нельзя привязать.</translation>
    </message>
    <message>
        <source>the permission `imopenlines` is missing, or the module is too old.</source>
        <translation>нет права `imopenlines` или модуль слишком старый.</translation>
    </message>
    <message>
        <source>Check the permissions first, then the version of the portal.</source>
        <translation>Сначала проверьте права, затем версию портала.</translation>
    </message>
    <message>
        <source>The signed-in user is no administrator</source>
        <translation>Вошедший — не администратор</translation>
    </message>
    <message>
        <source>{user} may not bind events or manage connectors. Calls fail with `ACCESS_DENIED`.</source>
        <translation>{user} не может привязывать события и управлять коннекторами. Вызовы кончаются ошибкой `ACCESS_DENIED`.</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the portal.</source>
        <translation>Войдите как администратор портала.</translation>
    </message>
    <message>
        <source>The queue can only be read by emptying it</source>
        <translation>Очередь можно прочитать, только опустошив её</translation>
    </message>
    <message>
        <source>The portal does not hold events until they are confirmed. What is read while the program stops **is lost**.</source>
        <translation>Портал не держит события до подтверждения. Прочитанное в миг остановки программы **теряется**.</translation>
    </message>
    <message>
        <source>the plan lacks offline events with confirmation.</source>
        <translation>в тарифе нет офлайн-событий с подтверждением.</translation>
    </message>
    <message>
        <source>Let only one program read the queue.</source>
        <translation>Пусть очередь читает только одна программа.</translation>
    </message>
    <message>
        <source>The connector is not registered</source>
        <translation>Коннектор не зарегистрирован</translation>
    </message>
    <message>
        <source>The portal&apos;s list does not have `{connector}`.</source>
        <translation>В списке портала нет `{connector}`.</translation>
    </message>
    <message>
        <source>it was taken out, or never registered. The list can be an hour old.</source>
        <translation>его сняли или не регистрировали. Список может отставать на час.</translation>
    </message>
    <message>
        <source>Register it again; chats and lines stay.</source>
        <translation>Зарегистрируйте его снова: чаты и линии останутся.</translation>
    </message>
    <message>
        <source>This is a channel of the portal itself</source>
        <translation>Это канал самого портала</translation>
    </message>
    <message>
        <source>`{connector}` belongs to the portal: no application can serve it.</source>
        <translation>`{connector}` принадлежит порталу: приложение не может его обслуживать.</translation>
    </message>
    <message>
        <source>Examine a connector that you registered.</source>
        <translation>Проверьте коннектор, который зарегистрировали вы.</translation>
    </message>
    <message>
        <source>Another application owns the connector</source>
        <translation>Коннектор принадлежит другому приложению</translation>
    </message>
    <message>
        <source>`{connector}` is registered, but not by this application.</source>
        <translation>`{connector}` зарегистрирован, но не этим приложением.</translation>
    </message>
    <message>
        <source>two applications use the same id; the last one to register has it.</source>
        <translation>два приложения взяли один ID; он у того, кто зарегистрировал последним.</translation>
    </message>
    <message>
        <source>Take it over by registering it from here, or use an id of your own.</source>
        <translation>Заберите его, зарегистрировав отсюда, или возьмите свой id.</translation>
    </message>
    <message>
        <source>The portal shows `{connector}` as “{listed}”, but this console registered it as “{ours}”.</source>
        <translation>Портал показывает `{connector}` как «{listed}», а эта консоль зарегистрировала его как «{ours}».</translation>
    </message>
    <message>
        <source>another application has registered the same id since.</source>
        <translation>с тех пор этот ID зарегистрировало другое приложение.</translation>
    </message>
    <message>
        <source>`{connector}` is in the portal&apos;s list, but this application has no settings page there.</source>
        <translation>`{connector}` есть в списке портала, но страницы настроек от этого приложения там нет.</translation>
    </message>
    <message>
        <source>another application has registered this id.</source>
        <translation>этот ID зарегистрировало другое приложение.</translation>
    </message>
    <message>
        <source>The address of the settings page is wrong</source>
        <translation>Адрес страницы настроек неверен</translation>
    </message>
    <message>
        <source>`{handler}` cannot be opened by the portal (`{code}`).</source>
        <translation>Портал не сможет открыть `{handler}` (`{code}`).</translation>
    </message>
    <message>
        <source>Register again with an address that begins with https.</source>
        <translation>Зарегистрируйте снова с адресом, который начинается с https.</translation>
    </message>
    <message>
        <source>Icon or name are not sound</source>
        <translation>Значок или имя не в порядке</translation>
    </message>
    <message>
        <source>`{fields}` would not be shown as meant (`{code}`).</source>
        <translation>`{fields}` будет показано не так, как задумано (`{code}`).</translation>
    </message>
    <message>
        <source>Mend it on the Registration tab.</source>
        <translation>Исправьте на вкладке «Регистрация».</translation>
    </message>
</context>
<context>
    <name>ConnectorsPage</name>
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
        <source>Open lines</source>
        <translation>Открытые линии</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Доктор</translation>
    </message>
    <message>
        <source>Configuration as a file</source>
        <translation>Конфигурация в файле</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Starting the sandbox portal</source>
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
        <source>{name} was not opened.</source>
        <translation>Портал «{name}» не открыт.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>Show its network settings</source>
        <translation>Показать настройки сети</translation>
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
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызовы</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Chatbots</source>
        <translation>Чат-боты</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <comment>in the rail</comment>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>Log of acts</source>
        <translation>Журнал действий</translation>
    </message>
    <message>
        <source>Allow changes to {name}?</source>
        <translation>Разрешить изменения в {name}?</translation>
    </message>
    <message>
        <source>This is a production portal with real customers. From then on messages are sent and settings are changed there.</source>
        <translation>Это боевой портал с настоящими клиентами. С этого момента туда уходят сообщения и там меняются настройки.</translation>
    </message>
    <message>
        <source>Allow changes</source>
        <translation>Разрешить изменения</translation>
    </message>
    <message>
        <source>Saving what can be read of {name}</source>
        <extracomment>The folder, in that of the portal, of a journal that is only looked at.</extracomment>
        <translation>Сохраняется то, что читается: {name}</translation>
    </message>
    <message>
        <source>Looking what can be read of {name}</source>
        <translation>Ищем, что читается: {name}</translation>
    </message>
    <message>
        <source>You see what can be read of a damaged journal</source>
        <translation>Вы видите то, что читается в повреждённом журнале</translation>
    </message>
    <message>
        <source>Nothing is received, sent or kept until it is saved.</source>
        <translation>Ничего не принимается, не отправляется и не хранится, пока это не сохранено.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Сохранить, что читается</translation>
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
    <name>CoverageBar</name>
    <message>
        <source>What is missing?</source>
        <extracomment>Below it the first sentence has a line of its own.</extracomment>
        <translation>Чего не хватает?</translation>
    </message>
</context>
<context>
    <name>CoverageWords</name>
    <message>
        <source>Nothing of this time was observed.</source>
        <extracomment>Its two ends are the same time of day.</extracomment>
        <translation>За это время ничего не наблюдалось.</translation>
    </message>
    <message>
        <source>What is counted came from the history of the chats, if anything did.</source>
        <translation>Посчитано только то, что нашлось в истории чатов.</translation>
    </message>
    <message>
        <source>Covers less than a minute.</source>
        <translation>Охвачено меньше минуты.</translation>
    </message>
    <message>
        <source>Covers {span} without gaps.</source>
        <translation>Охвачено {span} без пропусков.</translation>
    </message>
    <message>
        <source>Covers {span} only.</source>
        <translation>Охвачено только {span}.</translation>
    </message>
    <message numerus="yes">
        <source>Covers {span} with %n gap(s).</source>
        <translation>
            <numerusform>Охвачено {span}, %n пропуск.</numerusform>
            <numerusform>Охвачено {span}, %n пропуска.</numerusform>
            <numerusform>Охвачено {span}, %n пропусков.</numerusform>
        </translation>
    </message>
    <message>
        <source>In all gaps: {fate}</source>
        <translation>Во всех пропусках: {fate}</translation>
    </message>
    <message>
        <source>{span}: {why}</source>
        <translation>{span}: {why}</translation>
    </message>
    <message>
        <source>Events of this time may be missing for good.</source>
        <translation>События этого времени могли пропасть насовсем.</translation>
    </message>
    <message>
        <source>no connection to the portal</source>
        <translation>не было связи с порталом</translation>
    </message>
    <message>
        <source>reading was paused</source>
        <translation>чтение стояло на паузе</translation>
    </message>
    <message>
        <source>the console was closed</source>
        <translation>консоль была закрыта</translation>
    </message>
    <message>
        <source>the computer slept</source>
        <translation>компьютер спал</translation>
    </message>
    <message>
        <source>nobody was signed in</source>
        <translation>никто не вошёл</translation>
    </message>
    <message>
        <source>the portal did not let events be read</source>
        <translation>портал не давал читать события</translation>
    </message>
    <message>
        <source>more messages than the portal gives back</source>
        <translation>сообщений больше, чем портал отдаёт</translation>
    </message>
    <message>
        <source>before events were first read here</source>
        <translation>до первого чтения событий здесь</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Nothing was read from {span} ({why}).</source>
        <translation>Не читалось {span} ({why}).</translation>
    </message>
    <message>
        <source>The longest: {span} ({why}).</source>
        <translation>Самый длинный: {span} ({why}).</translation>
    </message>
    <message>
        <source>What the portal told up to now is not read yet.</source>
        <translation>То, что портал сообщил за последнее время, ещё не прочитано.</translation>
    </message>
    <message>
        <source>Events of the other times may be missing.</source>
        <translation>Событий остального времени может не хватать.</translation>
    </message>
    <message>
        <source>Nothing came in afterwards.</source>
        <translation>Потом за это время ничего не пришло.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were recovered afterwards</source>
        <translation>
            <numerusform>Потом восстановлено %n событие</numerusform>
            <numerusform>Потом восстановлено %n события</numerusform>
            <numerusform>Потом восстановлено %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>{recovered}, others may be missing.</source>
        <translation>{recovered}, других может не хватать.</translation>
    </message>
    <message>
        <source>{recovered}, none is known to be missing.</source>
        <translation>{recovered}, о потерях ничего не известно.</translation>
    </message>
</context>
<context>
    <name>CredentialErrors</name>
    <message>
        <source>Paste the portal&apos;s request to your installer, an event with its auth block, the JSON with the tokens, or the keys from the application&apos;s card.</source>
        <translation>Вставьте запрос портала к вашему установщику, событие с блоком auth, JSON с токенами или ключи из карточки приложения.</translation>
    </message>
    <message>
        <source>The webhook is a secret: it was not kept.</source>
        <translation>Вебхук — секрет: он не сохранён.</translation>
    </message>
    <message>
        <source>There is no text to paste</source>
        <translation>Вставлять нечего</translation>
    </message>
    <message>
        <source>This text is too long to hold only keys</source>
        <translation>Текст слишком длинный для одних только ключей</translation>
    </message>
    <message>
        <source>No keys or tokens were found in this text</source>
        <translation>В этом тексте нет ни ключей, ни токенов</translation>
    </message>
    <message>
        <source>This is an inbound webhook: it cannot sign in an application</source>
        <translation>Это входящий вебхук: приложение с ним не войдёт</translation>
    </message>
    <message>
        <source>Connector methods refuse webhooks with WRONG_AUTH_TYPE.</source>
        <translation>Методы коннекторов отвечают вебхукам WRONG_AUTH_TYPE.</translation>
    </message>
    <message>
        <source>This is the address that a browser ended on</source>
        <translation>Это адрес, на котором остановился браузер</translation>
    </message>
    <message>
        <source>Its code lives 30 seconds and belongs to the sign-in that asked for it.</source>
        <translation>Код в нём живёт 30 секунд и относится к тому входу, который его запросил.</translation>
    </message>
    <message>
        <source>Open the browser from here and paste the address in the next step.</source>
        <translation>Откройте браузер отсюда и вставьте адрес на следующем шаге.</translation>
    </message>
    <message>
        <source>These are for another portal than the one you named</source>
        <translation>Это от другого портала, не от названного вами</translation>
    </message>
    <message>
        <source>They were not used.</source>
        <translation>Они не использованы.</translation>
    </message>
    <message>
        <source>Go back and enter the address of the portal that they name.</source>
        <translation>Вернитесь и введите адрес того портала, который они называют.</translation>
    </message>
    <message>
        <source>This event says that the application was removed</source>
        <translation>Это событие говорит, что приложение удалено</translation>
    </message>
    <message>
        <source>It brings no tokens: those of before are no longer good.</source>
        <translation>Токенов в нём нет, а прежние больше не действуют.</translation>
    </message>
    <message>
        <source>Install the application again, then sign in.</source>
        <translation>Установите приложение снова, затем войдите.</translation>
    </message>
    <message>
        <source>An application token is no access token</source>
        <translation>Токен приложения — не токен доступа</translation>
    </message>
    <message>
        <source>It only proves that a request came from the portal. It was not kept.</source>
        <translation>Он лишь подтверждает, что запрос пришёл от портала. Он не сохранён.</translation>
    </message>
    <message>
        <source>APP_SID names a page that was opened; it is no token</source>
        <translation>APP_SID обозначает открытую страницу, это не токен</translation>
    </message>
    <message>
        <source>The tokens of such a page come in the request&apos;s body, as AUTH_ID.</source>
        <translation>Токены такой страницы приходят в теле запроса, как AUTH_ID.</translation>
    </message>
    <message>
        <source>These tokens do not say which portal they are for</source>
        <translation>По этим токенам не видно, для какого они портала</translation>
    </message>
    <message>
        <source>Without client secret and refresh token nobody can prove it.</source>
        <translation>Без ключа приложения и токена обновления это не проверить.</translation>
    </message>
    <message>
        <source>Add the client secret, or paste the whole text with its member_id.</source>
        <translation>Добавьте ключ приложения или вставьте весь текст вместе с member_id.</translation>
    </message>
    <message>
        <source>The access token has run out and cannot be renewed</source>
        <translation>Срок токена доступа истёк, обновить его нечем</translation>
    </message>
    <message>
        <source>It was brought along without a refresh token or a client secret.</source>
        <translation>Его принесли без токена обновления или без ключа приложения.</translation>
    </message>
    <message>
        <source>Sign in through the browser.</source>
        <translation>Войдите через браузер.</translation>
    </message>
    <message>
        <source>Several portals fit this name</source>
        <translation>Под это имя подходит несколько порталов</translation>
    </message>
    <message>
        <source>Name one of them by its member id and client id, joined by a dot.</source>
        <translation>Назовите нужный по member id и коду приложения через точку.</translation>
    </message>
    <message>
        <source>the request of an installation</source>
        <translation>запрос установки</translation>
    </message>
    <message>
        <source>the request that opens an application&apos;s page</source>
        <translation>запрос, открывающий страницу приложения</translation>
    </message>
    <message>
        <source>an event with its auth block</source>
        <translation>событие с блоком auth</translation>
    </message>
    <message>
        <source>a pair of tokens</source>
        <translation>пара токенов</translation>
    </message>
    <message>
        <source>the keys of an application</source>
        <translation>ключи приложения</translation>
    </message>
    <message>
        <source>The access token has run out: only renewing it helps.</source>
        <translation>Срок токена доступа истёк: поможет только обновление.</translation>
    </message>
    <message>
        <source>There is no refresh token: the sign-in lasts an hour.</source>
        <translation>Токена обновления нет: вход продержится час.</translation>
    </message>
    <message>
        <source>Without the client secret the pair cannot be renewed.</source>
        <translation>Без ключа приложения эту пару не обновить.</translation>
    </message>
    <message>
        <source>Renewing takes the pair away from the program that used it before.</source>
        <translation>После обновления программа, у которой эта пара была, ею пользоваться не сможет.</translation>
    </message>
    <message>
        <source>application_token is no access token: it is left out.</source>
        <translation>application_token — не токен доступа: он отброшен.</translation>
    </message>
    <message>
        <source>APP_SID is no token: it is left out.</source>
        <translation>APP_SID — не токен: он отброшен.</translation>
    </message>
    <message>
        <source>domain names the authorisation server here, not the portal.</source>
        <translation>domain здесь — сервер авторизации, а не портал.</translation>
    </message>
    <message>
        <source>A webhook stood beside: it is left out and not kept.</source>
        <translation>Рядом стоял вебхук: он отброшен и не сохранён.</translation>
    </message>
    <message>
        <source>It does not say which portal it is for.</source>
        <translation>Не сказано, для какого это портала.</translation>
    </message>
    <message>
        <source>It does not name the portal&apos;s member_id.</source>
        <translation>Не указан member_id портала.</translation>
    </message>
</context>
<context>
    <name>CrmSection</name>
    <message>
        <source>Ask the portal for the CRM&apos;s records</source>
        <translation>Спросить портал о записях CRM</translation>
    </message>
    <message>
        <source>Responsible: {name}</source>
        <translation>Ответственный: {name}</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>The portal has no chat for this dialog yet.</source>
        <translation>У портала ещё нет чата для этого диалога.</translation>
    </message>
    <message>
        <source>Stage: {name}</source>
        <translation>Стадия: {name}</translation>
    </message>
    <message>
        <source>Asking the portal …</source>
        <translation>Спрашиваем портал …</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Ещё не спрашивали.</translation>
    </message>
    <message>
        <source>As the portal said on {time}.</source>
        <translation>По словам портала на {time}.</translation>
    </message>
    <message>
        <source>Not linked to any record. As the portal said on {time}.</source>
        <translation>Не связан ни с одной записью. По словам портала на {time}.</translation>
    </message>
    <message>
        <source>Open {record} at the portal</source>
        <translation>Открыть на портале: {record}</translation>
    </message>
</context>
<context>
    <name>CrowdPanel</name>
    <message>
        <source>{name}, {last_name}, {id} and {number} are filled in for each</source>
        <extracomment>More messages in one call are not documented to work.</extracomment>
        <translation>{name}, {last_name}, {id} и {number} подставляются для каждого</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>One each</source>
        <translation>По одному</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>Один на всех</translation>
    </message>
    <message>
        <source>Chats in the outer channel</source>
        <translation>Чаты во внешнем канале</translation>
    </message>
    <message>
        <source>Chat id</source>
        <translation>ID чата</translation>
    </message>
    <message>
        <source>As few as possible</source>
        <translation>Как можно меньше</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Вызовы</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Показать запрос</translation>
    </message>
    <message numerus="yes">
        <source>Write as %n person(s)</source>
        <translation>
            <numerusform>Написать от имени %n человека</numerusform>
            <numerusform>Написать от имени %n человек</numerusform>
            <numerusform>Написать от имени %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) written to: they stand on the page Dialogs.</source>
        <translation>
            <numerusform>Написано в %n диалог: он на странице «Диалоги».</numerusform>
            <numerusform>Написано в %n диалога: они на странице «Диалоги».</numerusform>
            <numerusform>Написано в %n диалогов: они на странице «Диалоги».</numerusform>
        </translation>
    </message>
    <message>
        <source>Write what they say first.</source>
        <translation>Сначала напишите, что они говорят.</translation>
    </message>
    <message>
        <source>The id of the chat is missing.</source>
        <translation>ID чата не указан.</translation>
    </message>
    <message>
        <source>The id must not hold a vertical bar.</source>
        <translation>В ID не должно быть вертикальной черты.</translation>
    </message>
    <message>
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>Choose people in the list first.</source>
        <translation>Сначала выберите людей в списке.</translation>
    </message>
    <message>
        <source>Connect a connector to a line first.</source>
        <translation>Сначала подключите коннектор к линии.</translation>
    </message>
    <message>
        <source>A request is shown for at most 50 people</source>
        <translation>Запрос показывается не больше чем для 50 человек</translation>
    </message>
    <message>
        <source>Everybody writes in a chat of his own, whose id is his own.</source>
        <translation>Каждый пишет в свой чат, ID которого совпадает с его собственным.</translation>
    </message>
    <message>
        <source>All write in one chat of the outer channel. With CHAT_GROUP the portal makes one chat of it, without it one for each person.</source>
        <translation>Все пишут в один чат внешнего канала. С CHAT_GROUP портал делает из него один чат, без него — по чату на человека.</translation>
    </message>
    <message>
        <source>Write as many</source>
        <translation>Написать от имени нескольких</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
</context>
<context>
    <name>CustomerErrors</name>
    <message>
        <source>The library of people cannot be read</source>
        <translation>Библиотеку людей не удаётся прочитать</translation>
    </message>
    <message>
        <source>Its file personas.json is damaged; it was left as it is.</source>
        <translation>Её файл personas.json повреждён; он оставлен как есть.</translation>
    </message>
    <message>
        <source>Put a good copy in its place, or move it away to begin a new one.</source>
        <translation>Положите на его место исправную копию или уберите его, чтобы начать новую библиотеку.</translation>
    </message>
    <message>
        <source>The library of people was written by a newer version</source>
        <translation>Библиотека людей записана более новой версией</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Она оставлена как есть.</translation>
    </message>
    <message>
        <source>Use the newer version of this program.</source>
        <translation>Возьмите более новую версию программы.</translation>
    </message>
    <message>
        <source>The library of people cannot be written</source>
        <translation>Библиотеку людей не удаётся записать</translation>
    </message>
    <message>
        <source>Nothing was changed in it.</source>
        <translation>В ней ничего не изменено.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the data folder, then try again.</source>
        <translation>Проверьте диск и права на папку данных, затем повторите.</translation>
    </message>
    <message>
        <source>These are too many people</source>
        <translation>Людей слишком много</translation>
    </message>
    <message>
        <source>The library holds up to 10,000.</source>
        <translation>Библиотека вмещает до 10 000.</translation>
    </message>
    <message>
        <source>Delete those that are not needed, or take over a smaller file.</source>
        <translation>Удалите ненужных или возьмите файл поменьше.</translation>
    </message>
    <message>
        <source>This person cannot be kept</source>
        <translation>Этого человека нельзя сохранить</translation>
    </message>
    <message>
        <source>Something about it is wrong, or somebody else has its id.</source>
        <translation>Что-то указано неверно, или такой ID есть у другого.</translation>
    </message>
    <message>
        <source>Correct the fields that are marked.</source>
        <translation>Исправьте отмеченные поля.</translation>
    </message>
    <message>
        <source>A table needs these columns: {columns}.</source>
        <translation>В таблице нужны столбцы: {columns}.</translation>
    </message>
    <message>
        <source>This file holds no people</source>
        <translation>В этом файле нет людей</translation>
    </message>
    <message>
        <source>The table has no column id</source>
        <translation>В таблице нет столбца id</translation>
    </message>
    <message>
        <source>A real portal takes no files from a connector</source>
        <translation>Настоящий портал не берёт файлы у коннектора</translation>
    </message>
    <message>
        <source>It downloads them from a public address.</source>
        <translation>Он скачивает их с публичного адреса.</translation>
    </message>
    <message>
        <source>Put the file where everybody can open it, and attach that address.</source>
        <translation>Положите файл в открытый доступ и прикрепите его адрес.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Файл не удаётся прочитать</translation>
    </message>
    <message>
        <source>It was moved, or it is not yours to read.</source>
        <translation>Его переместили, или у вас нет права его читать.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Выберите другой файл.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Файл пуст</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Файл слишком велик</translation>
    </message>
    <message>
        <source>The sandbox takes files of up to 10 MB.</source>
        <translation>Песочница берёт файлы до 10 МБ.</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>Выберите файл поменьше.</translation>
    </message>
    <message>
        <source>The sandbox did not take the file</source>
        <translation>Песочница не взяла файл</translation>
    </message>
    <message>
        <source>It keeps up to 64 MB of files in memory.</source>
        <translation>Она держит в памяти до 64 МБ файлов.</translation>
    </message>
    <message>
        <source>Choose a smaller file, or start the sandbox again.</source>
        <translation>Выберите файл поменьше или запустите песочницу заново.</translation>
    </message>
    <message>
        <source>Nobody else can write in this chat</source>
        <translation>В этот чат не может писать никто другой</translation>
    </message>
    <message>
        <source>Its connector was not registered with CHAT_GROUP.</source>
        <translation>Его коннектор зарегистрирован без CHAT_GROUP.</translation>
    </message>
    <message>
        <source>Write in a chat with the same id: the portal opens one more.</source>
        <translation>Напишите в чат с тем же ID: портал откроет ещё один.</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Никто не выбран</translation>
    </message>
    <message>
        <source>Choose people in the list.</source>
        <translation>Выберите людей в списке.</translation>
    </message>
    <message>
        <source>One person is no group</source>
        <translation>Один человек — не группа</translation>
    </message>
    <message>
        <source>Choose at least two people in the list.</source>
        <translation>Выберите в списке хотя бы двух человек.</translation>
    </message>
    <message>
        <source>Nobody knows here how this connector is registered</source>
        <translation>Здесь неизвестно, как зарегистрирован этот коннектор</translation>
    </message>
    <message>
        <source>The portal does not tell; only this program remembers its own.</source>
        <translation>Портал этого не говорит; программа помнит только свои.</translation>
    </message>
    <message>
        <source>Register the connector here, then try again.</source>
        <translation>Зарегистрируйте коннектор здесь, затем повторите.</translation>
    </message>
</context>
<context>
    <name>CustomerFlow</name>
    <message>
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>As whom do you write?</source>
        <translation>От чьего имени вы пишете?</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Send as customer</source>
        <translation>Отправить как клиент</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Показать запрос</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Somebody from the library…</source>
        <translation>Кто-то из библиотеки…</translation>
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
        <source>Fewer fields</source>
        <translation>Меньше полей</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Больше полей</translation>
    </message>
    <message>
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
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
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>Много сразу</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>People to play</source>
        <translation>Вымышленные клиенты</translation>
    </message>
    <message>
        <source>A library of invented customers, the same for all portals. Write as one of them, as many at once, or as a group.</source>
        <translation>Библиотека вымышленных клиентов, общая для всех порталов. Пишите от имени одного, многих сразу или группы.</translation>
    </message>
    <message>
        <source>Invent 10 people</source>
        <translation>Придумать 10 человек</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Новый человек</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Импорт людей</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Экспорт людей</translation>
    </message>
    <message>
        <source>Anna</source>
        <translation>Анна</translation>
    </message>
</context>
<context>
    <name>DamagedPanel</name>
    <message>
        <source>The journal of {name} is damaged</source>
        <translation>Журнал портала {name} повреждён</translation>
    </message>
    <message>
        <source>Parts of the file with everything that was received cannot be read. It was left as it is. What is still in the portal&apos;s queue is not touched.</source>
        <translation>Часть файла со всем, что было получено, не читается. Файл оставлен как есть. То, что ещё стоит в очереди портала, не тронуто.</translation>
    </message>
    <message>
        <source>Saving makes a new journal of what can be read and goes on with it; the damaged file is kept under another name. Looking shows what can be read: nothing is received, sent or changed meanwhile, neither here nor at the portal.</source>
        <translation>При сохранении из того, что читается, создаётся новый журнал, и работа продолжается с ним; повреждённый файл остаётся под другим именем. При просмотре видно, что читается: в это время ничего не принимается, не отправляется и не меняется — ни здесь, ни на портале.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Сохранить, что читается</translation>
    </message>
    <message>
        <source>Only look at it</source>
        <translation>Только посмотреть</translation>
    </message>
</context>
<context>
    <name>DangerTab</name>
    <message>
        <source>Unregister…</source>
        <translation>Снять с регистрации…</translation>
    </message>
    <message>
        <source>Save the configuration first…</source>
        <translation>Сначала сохранить конфигурацию…</translation>
    </message>
    <message>
        <source>imconnector.unregister takes it off every line and out of the contact center. Chats and messages stay in the portal. The channel data are lost, and so is what this console remembers of them.</source>
        <translation>imconnector.unregister убирает его со всех линий и из контакт-центра. Чаты и сообщения остаются на портале. Данные канала теряются, как и то, что помнит о них эта консоль.</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Опасное</translation>
    </message>
    <message>
        <source>Unregister {id}</source>
        <translation>Снять {id} с регистрации</translation>
    </message>
    <message>
        <source>Its settings page: not known, the portal did not tell.</source>
        <translation>Страница настроек: неизвестно, портал не сообщил.</translation>
    </message>
    <message>
        <source>Its settings page goes: {page}</source>
        <translation>Страница настроек исчезнет: {page}</translation>
    </message>
    <message>
        <source>Its settings page stays: other connectors use it.</source>
        <translation>Страница настроек останется: её используют другие коннекторы.</translation>
    </message>
    <message>
        <source>Event subscriptions stay, for {names}.</source>
        <translation>Подписки на события останутся: они нужны для {names}.</translation>
    </message>
    <message numerus="yes">
        <source>It is the last connector registered here: %n subscription(s) to connector events stay and bring nothing any more.</source>
        <translation>
            <numerusform>Это последний коннектор, зарегистрированный здесь: %n подписка на события коннектора останется и больше ничего не принесёт.</numerusform>
            <numerusform>Это последний коннектор, зарегистрированный здесь: %n подписки на события коннектора останутся и больше ничего не принесут.</numerusform>
            <numerusform>Это последний коннектор, зарегистрированный здесь: %n подписок на события коннектора останутся и больше ничего не принесут.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>Other days</source>
        <translation>Другие дни</translation>
    </message>
    <message>
        <source>For example 2026-07-14, or 14.7.</source>
        <translation>Например, 2026-07-14 или 14.7.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Показать эти дни</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>Это не дата.</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>Этот день ещё не наступил</translation>
    </message>
</context>
<context>
    <name>DeliveryTab</name>
    <message>
        <source>Not delivered</source>
        <extracomment>From this share on it is more than a few.</extracomment>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Не подтверждено</translation>
    </message>
    <message>
        <source>Calls made again</source>
        <translation>Повторные вызовы</translation>
    </message>
    <message>
        <source>Told twice</source>
        <translation>Сообщено дважды</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
    <message>
        <source>is being counted</source>
        <translation>считается</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не посчитано</translation>
    </message>
    <message>
        <source>{lost} of {sent} to customers, {refused} of {written} from them</source>
        <translation>{lost} из {sent} клиентам, {refused} из {written} от них</translation>
    </message>
    <message>
        <source>of {sent} messages to customers</source>
        <translation>из {sent} сообщений клиентам</translation>
    </message>
    <message>
        <source>for the same message</source>
        <translation>для того же сообщения</translation>
    </message>
    <message>
        <source>rows that told nothing new</source>
        <translation>строк без нового</translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>Operator to customer</source>
        <translation>От оператора к клиенту</translation>
    </message>
    <message>
        <source>Customer to session</source>
        <translation>От клиента в сессию</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>Share lost</source>
        <translation>Доля потерь</translation>
    </message>
    <message>
        <source>To customer, p95</source>
        <translation>До клиента, p95</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Написано</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>To session, p95</source>
        <translation>До сессии, p95</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>Дважды</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>No record of the CRM is known here.</source>
        <translation>Запись в CRM неизвестна.</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Данные</translation>
    </message>
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
        <source>Also write</source>
        <translation>Ещё пишут</translation>
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
        <source>Came by line</source>
        <translation>Пришёл по линии</translation>
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
        <source>What the portal sent, and what was sent to it, for the chosen message.</source>
        <translation>Что прислал портал и что было ему отправлено для выбранного сообщения.</translation>
    </message>
    <message>
        <source>Payloads… (F8)</source>
        <translation>Исходные данные… (F8)</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>DialogChoice</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogListView</name>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
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
    <name>DoctorHead</name>
    <message>
        <source>Back to the connector (Esc)</source>
        <translation>Назад к коннектору (Esc)</translation>
    </message>
    <message>
        <source>Line to examine</source>
        <translation>Какую линию проверять</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Скопировать отчёт</translation>
    </message>
    <message>
        <source>Run the rest anyway</source>
        <translation>Проверить и остальное</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Doctor: {connector} on {line}</source>
        <translation>Доктор: {connector} на линии {line}</translation>
    </message>
    <message>
        <source>Doctor: {connector}</source>
        <translation>Доктор: {connector}</translation>
    </message>
    <message>
        <source>Doctor: {connector} on line {line}</source>
        <translation>Доктор: {connector} на линии {line}</translation>
    </message>
</context>
<context>
    <name>DoctorQuestions</name>
    <message>
        <source>Operators of {line} see a dialog of a customer called Connector Doctor for a moment: it is opened, answered in your name and closed. One closed dialog stays, the same each time; the CRM hears nothing of it. Statistics count it.</source>
        <translation>Операторы линии {line} на миг увидят диалог клиента по имени Connector Doctor: он откроется, получит ответ от вашего имени и закроется. Останется один закрытый диалог, каждый раз тот же; CRM о нём не узнает. Статистика его учтёт.</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>Send a test message?</source>
        <translation>Отправить пробное сообщение?</translation>
    </message>
    <message>
        <source>Take the connector over?</source>
        <translation>Забрать коннектор?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Забрать</translation>
    </message>
    <message>
        <source>“{connector}” then belongs to this application. The other application gets no more of its events, and its settings page is no longer opened.</source>
        <translation>«{connector}» будет принадлежать этому приложению. Другое приложение больше не получит его событий, а его страница настроек не откроется.</translation>
    </message>
    <message>
        <source>Unbind handlers of other programs?</source>
        <translation>Отвязать обработчики других программ?</translation>
    </message>
    <message>
        <source>Unbind them</source>
        <translation>Отвязать</translation>
    </message>
    <message>
        <source>{handlers} get no more events. If one of them is your own server, customers&apos; messages stop there.</source>
        <translation>{handlers} больше не получат событий. Если это ваш собственный сервер, сообщения клиентов там остановятся.</translation>
    </message>
</context>
<context>
    <name>DoctorView</name>
    <message>
        <source>Run again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>No line to examine yet</source>
        <translation>Проверять пока нечего</translation>
    </message>
    <message>
        <source>The doctor follows a message through a line. Connect the connector to one first.</source>
        <translation>Доктор идёт за сообщением через линию. Сначала подключите коннектор к линии.</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Выбрать линию</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>{summary} · stopped</source>
        <translation>{summary} · остановлено</translation>
    </message>
    <message>
        <source>{summary} · {time}</source>
        <translation>{summary} · {time}</translation>
    </message>
</context>
<context>
    <name>DoctorWords</name>
    <message>
        <source>Not looked at yet: something before it has to be mended first.</source>
        <extracomment>The fact that a sentence counts with, the first one that is there.</extracomment>
        <translation>Ещё не проверено: сначала надо исправить то, что раньше.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>не определено</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>ещё не проверено</translation>
    </message>
    <message numerus="yes">
        <source>%n checks in message order</source>
        <translation>
            <numerusform>%n проверка по пути сообщения</numerusform>
            <numerusform>%n проверки по пути сообщения</numerusform>
            <numerusform>%n проверок по пути сообщения</numerusform>
        </translation>
    </message>
    <message>
        <source>Proof: {call}</source>
        <translation>Доказательство: {call}</translation>
    </message>
    <message>
        <source>check {place} of {total}</source>
        <translation>проверка {place} из {total}</translation>
    </message>
    <message>
        <source>The message stood in chat {chat}; session {session} is closed again.</source>
        <translation>Сообщение было в чате {chat}; сессия {session} снова закрыта.</translation>
    </message>
    <message>
        <source>An answer came back through the queue.</source>
        <translation>Ответ вернулся через очередь.</translation>
    </message>
    <message>
        <source>The way back was not tried: it needs the connector filter of events.</source>
        <translation>Обратный путь не проверялся: для него нужен фильтр событий по коннектору.</translation>
    </message>
    <message>
        <source>The portal shows it under the name that was registered from here. It tells nobody whose a connector is: only a message that goes round can prove it.</source>
        <translation>Портал показывает его под именем, которое зарегистрировано отсюда. Чей коннектор, он не говорит: доказать это может только сообщение, прошедшее по кругу.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message>
        <source>All is well. The portal&apos;s answer proves it.</source>
        <translation>Всё в порядке. Это доказывает ответ портала.</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n пройдена</numerusform>
            <numerusform>%n пройдены</numerusform>
            <numerusform>%n пройдено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>%n не определена</numerusform>
            <numerusform>%n не определены</numerusform>
            <numerusform>%n не определено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for it</source>
        <translation>
            <numerusform>%n ждёт исправления</numerusform>
            <numerusform>%n ждут исправления</numerusform>
            <numerusform>%n ждут исправления</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run yet</source>
        <translation>
            <numerusform>%n ещё не проверена</numerusform>
            <numerusform>%n ещё не проверены</numerusform>
            <numerusform>%n ещё не проверено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadErrors</name>
    <message>
        <source>The file has no address that can be loaded</source>
        <translation>У файла нет адреса, с которого можно загрузить</translation>
    </message>
    <message>
        <source>Only addresses with http and https are loaded.</source>
        <translation>Загружаются только адреса с http и https.</translation>
    </message>
    <message>
        <source>The server sends elsewhere</source>
        <translation>Сервер отсылает в другое место</translation>
    </message>
    <message>
        <source>It leads into this machine, its network, or round and round.</source>
        <translation>Адрес ведёт на этот компьютер, в его сеть или по кругу.</translation>
    </message>
    <message>
        <source>Open the address in the browser if you trust who sent it.</source>
        <translation>Откройте адрес в браузере, если доверяете отправителю.</translation>
    </message>
    <message>
        <source>The server does not give the file</source>
        <translation>Сервер не отдаёт файл</translation>
    </message>
    <message>
        <source>It may have been deleted, or its link has expired.</source>
        <translation>Возможно, файл удалён или срок ссылки истёк.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Попросите прислать файл ещё раз.</translation>
    </message>
    <message>
        <source>The file is larger than 50 MB</source>
        <translation>Файл больше 50 МБ</translation>
    </message>
    <message>
        <source>Files of this size are not loaded here.</source>
        <translation>Файлы такого размера здесь не загружаются.</translation>
    </message>
    <message>
        <source>Open the address in the browser.</source>
        <translation>Откройте адрес в браузере.</translation>
    </message>
    <message>
        <source>The server packs the file on its way</source>
        <translation>Сервер сжимает файл по пути</translation>
    </message>
    <message>
        <source>What is small when packed can be huge unpacked, so it is not loaded.</source>
        <translation>Сжатое мало, распакованное может быть огромным, поэтому файл не загружен.</translation>
    </message>
    <message>
        <source>The file did not come whole</source>
        <translation>Файл пришёл не целиком</translation>
    </message>
    <message>
        <source>The server ended early, or said another size.</source>
        <translation>Сервер прервался раньше или назвал другой размер.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The file took too long</source>
        <translation>Файл загружался слишком долго</translation>
    </message>
    <message>
        <source>It was given up after five minutes.</source>
        <translation>Через пять минут загрузка прекращена.</translation>
    </message>
    <message>
        <source>The file is not here any more</source>
        <translation>Файла здесь больше нет</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <translation>Загрузите его снова.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Файл не удаётся записать</translation>
    </message>
    <message>
        <source>The disk is full, or the folder may not be written to.</source>
        <translation>Диск полон или в эту папку нельзя писать.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>DriftBanner</name>
    <message>
        <source>Mend all</source>
        <translation>Исправить всё</translation>
    </message>
    <message>
        <source>What happened elsewhere</source>
        <translation>Что произошло в другом месте</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) need a look</source>
        <translation>
            <numerusform>%n канал требует внимания</numerusform>
            <numerusform>%n канала требуют внимания</numerusform>
            <numerusform>%n каналов требуют внимания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Показать меньше</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>Seen {time}.</source>
        <translation>Замечено {time}.</translation>
    </message>
</context>
<context>
    <name>DriftWords</name>
    <message>
        <source>{connector} was switched off on {line}.</source>
        <translation>{connector} отключён от «{line}».</translation>
    </message>
    <message>
        <source>{line} does not know {connector} any more: it was unregistered, or the application&apos;s installation is not finished.</source>
        <translation>«{line}» больше не знает {connector}: его сняли с регистрации, или установка приложения не завершена.</translation>
    </message>
    <message>
        <source>{connector} has its error flag set on {line}.</source>
        <translation>У {connector} на «{line}» стоит признак ошибки.</translation>
    </message>
    <message>
        <source>{connector} lost its channel data on {line}.</source>
        <translation>{connector} потерял данные канала на «{line}».</translation>
    </message>
    <message>
        <source>{line}, which {connector} was on, was deleted.</source>
        <translation>{connector} был подключён к «{line}», но этой линии больше нет.</translation>
    </message>
    <message>
        <source>Another program registered {connector} under the name {name}.</source>
        <translation>Другая программа зарегистрировала {connector} под именем {name}.</translation>
    </message>
    <message>
        <source>Customer messages are refused there.</source>
        <translation>Сообщения клиентов там отклоняются.</translation>
    </message>
    <message>
        <source>It was switched off and on again elsewhere. Widgets and links show no channel.</source>
        <translation>Его отключили и снова включили в другом месте. Виджеты и ссылки не показывают канал.</translation>
    </message>
    <message>
        <source>Or you may not see the line any more. Nothing can be mended from here.</source>
        <translation>Либо вам больше не видна эта линия. Исправить это отсюда нельзя.</translation>
    </message>
    <message>
        <source>If it uses another application, that one gets the events now.</source>
        <translation>Если у неё другое приложение, события теперь получает оно.</translation>
    </message>
    <message>
        <source>Activate again</source>
        <translation>Активировать снова</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>Зарегистрировать снова</translation>
    </message>
    <message>
        <source>Write the data again</source>
        <translation>Записать данные снова</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>Вернуть себе…</translation>
    </message>
</context>
<context>
    <name>EarlierBar</name>
    <message>
        <source>Read them</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Read earlier messages from the portal</source>
        <translation>Прочитать более ранние сообщения на портале</translation>
    </message>
    <message>
        <source>Earlier sessions are told by the portal only to members of the chat.</source>
        <translation>О прежних сессиях портал рассказывает только участникам чата.</translation>
    </message>
    <message>
        <source>Earlier sessions: only for members of the chat.</source>
        <translation>Прежние сессии: только для участников чата.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>What was said before is not here; the portal may have it.</source>
        <translation>Сказанного раньше здесь нет; на портале оно может быть.</translation>
    </message>
    <message>
        <source>Earlier messages are not here.</source>
        <translation>Более ранних сообщений здесь нет.</translation>
    </message>
    <message>
        <source>Read earlier messages</source>
        <translation>Прочитать более ранние</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) read.</source>
        <translation>
            <numerusform>Прочитано %n более раннее сообщение.</numerusform>
            <numerusform>Прочитано %n более ранних сообщения.</numerusform>
            <numerusform>Прочитано %n более ранних сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} There may be more.</source>
        <translation>{count} Возможно, есть ещё.</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Прочитать ещё</translation>
    </message>
</context>
<context>
    <name>EarlierGuest</name>
    <message>
        <source>Read earlier messages from the portal</source>
        <translation>Прочитать более ранние сообщения на портале</translation>
    </message>
    <message>
        <source>nothing older</source>
        <translation>ничего более раннего нет</translation>
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
        <source>Tick {scope} in the application&apos;s card, then sign in again.</source>
        <translation>Отметьте {scope} в карточке приложения и войдите снова.</translation>
    </message>
    <message>
        <source>Doctor names the missing one. Tick it there, then sign in again.</source>
        <translation>Какого разрешения не хватает, скажет Доктор. Отметьте его там и войдите снова.</translation>
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
        <source>The vendor has set this block. Repeating makes it worse: nothing is called by itself any more.</source>
        <translation>Блокировку установил вендор. Повторы её усугубляют: сама программа больше ничего не вызывает.</translation>
    </message>
    <message>
        <source>Wait, then press Poll now. If it stays, ask the vendor&apos;s support.</source>
        <translation>Подождите, затем нажмите «Опросить сейчас». Если не поможет, обратитесь в поддержку вендора.</translation>
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
        <source>It may have been done: look before you repeat it.</source>
        <translation>Возможно, это выполнено: проверьте, прежде чем повторять.</translation>
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
        <source>The portal reads nothing else.</source>
        <translation>Ничего другого портал не читает.</translation>
    </message>
    <message>
        <source>This method may not stand in a batch</source>
        <translation>Этот метод нельзя вызывать в пакете</translation>
    </message>
    <message>
        <source>Batches and file transfers do not run inside a batch.</source>
        <translation>Пакеты и передача файлов внутри пакета не выполняются.</translation>
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
        <source>The portal has refused those beyond.</source>
        <translation>Лишние команды портал отклонил.</translation>
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
        <source>It does not tell what it consists of.</source>
        <translation>Он не сообщает, из чего состоит.</translation>
    </message>
    <message>
        <source>Nothing has to be done: everything else goes on.</source>
        <translation>Делать ничего не нужно: всё остальное работает.</translation>
    </message>
    <message>
        <source>The call does not name the feature.</source>
        <translation>В вызове не названа функция.</translation>
    </message>
</context>
<context>
    <name>EventReasons</name>
    <message numerus="yes">
        <source>%n events are not bound</source>
        <translation>
            <numerusform>Не привязано %n событие</numerusform>
            <numerusform>Не привязаны %n события</numerusform>
            <numerusform>Не привязано %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>The portal keeps nothing for `{missing}`: what happens is never told.</source>
        <translation>Для `{missing}` портал ничего не хранит: о происходящем никто не узнает.</translation>
    </message>
    <message>
        <source>they were never bound, or the application was installed again.</source>
        <translation>их не привязывали или приложение установили заново.</translation>
    </message>
    <message>
        <source>Events go to a queue that nobody reads here</source>
        <translation>События идут в очередь, которую здесь никто не читает</translation>
    </message>
    <message>
        <source>`{events}` are bound with the filter `{filter}`.</source>
        <translation>`{events}` привязаны с фильтром `{filter}`.</translation>
    </message>
    <message>
        <source>another installation bound them for its own queue.</source>
        <translation>другая установка привязала их для своей очереди.</translation>
    </message>
    <message>
        <source>One handler is bound twice</source>
        <translation>Один обработчик привязан дважды</translation>
    </message>
    <message>
        <source>Every event is sent twice, to two spellings of one address: {handlers}.</source>
        <translation>Каждое событие уходит дважды, на два написания одного адреса: {handlers}.</translation>
    </message>
    <message>
        <source>it was bound again with another spelling.</source>
        <translation>его привязали ещё раз в другом написании.</translation>
    </message>
    <message>
        <source>Other programs listen as well</source>
        <translation>Слушают и другие программы</translation>
    </message>
    <message>
        <source>`{events}` are sent to others, too: {handlers}.</source>
        <translation>`{events}` отправляются и другим: {handlers}.</translation>
    </message>
    <message>
        <source>your own server is one of them.</source>
        <translation>одна из них — ваш собственный сервер.</translation>
    </message>
    <message>
        <source>Nothing to do, if you know them. Each answers for itself.</source>
        <translation>Если они вам знакомы, делать ничего не нужно. Каждая отвечает за себя.</translation>
    </message>
    <message numerus="yes">
        <source>%n events are held back</source>
        <translation>
            <numerusform>Удержано %n событие</numerusform>
            <numerusform>Удержаны %n события</numerusform>
            <numerusform>Удержано %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody fetched them, the oldest at {oldest}, and never confirmed. They come to nobody until they are released.</source>
        <translation>Кто-то забрал их, самое старое в {oldest}, и не подтвердил. Пока их не отпустят, они не придут никому.</translation>
    </message>
    <message>
        <source>a program stopped in the middle of its work.</source>
        <translation>программа остановилась посреди работы.</translation>
    </message>
    <message numerus="yes">
        <source>%n events are put aside as faulty</source>
        <translation>
            <numerusform>Отложено как ошибочное: %n событие</numerusform>
            <numerusform>Отложены как ошибочные: %n события</numerusform>
            <numerusform>Отложено как ошибочные: %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>A program reported them as errors, the oldest at {oldest}.</source>
        <translation>Программа отметила их ошибкой, самое старое в {oldest}.</translation>
    </message>
    <message>
        <source>it could not read them.</source>
        <translation>она не смогла их прочитать.</translation>
    </message>
    <message numerus="yes">
        <source>%n events wait in the queue</source>
        <translation>
            <numerusform>В очереди ждёт %n событие</numerusform>
            <numerusform>В очереди ждут %n события</numerusform>
            <numerusform>В очереди ждут %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest has waited since {oldest}, for {minutes} min.</source>
        <translation>Самое старое ждёт с {oldest}, уже {minutes} мин.</translation>
    </message>
    <message>
        <source>nobody has read the queue for a while.</source>
        <translation>очередь давно никто не читал.</translation>
    </message>
    <message>
        <source>The console fetches them as soon as its feed runs.</source>
        <translation>Консоль заберёт их, как только заработает лента событий.</translation>
    </message>
    <message>
        <source>another program reads the queue.</source>
        <translation>очередь читает другая программа.</translation>
    </message>
    <message>
        <source>Somebody else empties the queue</source>
        <translation>Очередь опустошает кто-то другой</translation>
    </message>
    <message>
        <source>Stop the other program, or give one of them a queue of its own.</source>
        <translation>Остановите другую программу или дайте одной из них свою очередь.</translation>
    </message>
    <message>
        <source>Events are missing that the portal had.</source>
        <translation>Пропали события, которые были у портала.</translation>
    </message>
    <message>
        <source>The test event was put into the queue, and somebody else took it.</source>
        <translation>Пробное событие попало в очередь, и его забрал кто-то другой.</translation>
    </message>
    <message>
        <source>Events disappear from the queue although this console took none.</source>
        <translation>События исчезают из очереди, хотя консоль их не забирала.</translation>
    </message>
    <message>
        <source>The test event did not arrive</source>
        <translation>Пробное событие не пришло</translation>
    </message>
    <message>
        <source>`event.test` was accepted, but nothing was in the queue after {seconds} s.</source>
        <translation>`event.test` принят, но за {seconds} с в очереди ничего не появилось.</translation>
    </message>
    <message>
        <source>the portal is slow to deliver, or another program took it.</source>
        <translation>портал доставляет медленно или событие забрала другая программа.</translation>
    </message>
    <message>
        <source>Run again. If it is lost again, look for another receiver.</source>
        <translation>Проверьте снова. Если опять пропадёт, ищите другого получателя.</translation>
    </message>
    <message>
        <source>The portal refused the test message</source>
        <translation>Портал не принял пробное сообщение</translation>
    </message>
    <message>
        <source>`imconnector.send.messages` was refused with `{code}`.</source>
        <translation>На `imconnector.send.messages` получен отказ `{code}`.</translation>
    </message>
    <message>
        <source>Run the examination: it names the cause.</source>
        <translation>Запустите проверку: она назовёт причину.</translation>
    </message>
    <message>
        <source>The test message was lost on its way</source>
        <translation>Пробное сообщение потерялось в пути</translation>
    </message>
    <message>
        <source>The portal took it (chat {chat}), but the way back did not work.</source>
        <translation>Портал принял его (чат {chat}), но обратный путь не сработал.</translation>
    </message>
    <message>
        <source>The test message is not in the portal&apos;s chat</source>
        <translation>Пробного сообщения нет в чате портала</translation>
    </message>
    <message>
        <source>The portal took it, but it does not stand in chat {chat}.</source>
        <translation>Портал принял его, но в чате {chat} его нет.</translation>
    </message>
    <message>
        <source>Look into the chat in the portal.</source>
        <translation>Посмотрите чат на портале.</translation>
    </message>
    <message>
        <source>The answer did not come back</source>
        <translation>Ответ не вернулся</translation>
    </message>
    <message>
        <source>The message stands in chat {chat}, but the answer came to no queue.</source>
        <translation>Сообщение есть в чате {chat}, но ответ не попал в очередь.</translation>
    </message>
    <message>
        <source>the event `OnImConnectorMessageAdd` is not bound, or a call failed.</source>
        <translation>событие `OnImConnectorMessageAdd` не привязано, или вызов не удался.</translation>
    </message>
    <message>
        <source>The answer went to somebody else</source>
        <translation>Ответ ушёл кому-то другому</translation>
    </message>
    <message>
        <source>The message stands in chat {chat}, and its answer is in no queue of this application, although the event is bound.</source>
        <translation>Сообщение стоит в чате {chat}, но его ответа нет ни в одной очереди этого приложения, хотя событие привязано.</translation>
    </message>
    <message>
        <source>another application has registered `{connector}` since, or takes rows out of the queue. The portal tells nobody whose a connector is.</source>
        <translation>`{connector}` с тех пор зарегистрировало другое приложение, или кто-то забирает строки из очереди. Портал никому не говорит, чей коннектор.</translation>
    </message>
    <message>
        <source>Take it over by registering it from here, or use an id of your own.</source>
        <translation>Заберите его, зарегистрировав отсюда, или возьмите свой id.</translation>
    </message>
    <message>
        <source>The message went round, but its dialog is still open</source>
        <translation>Сообщение прошло, но диалог остался открытым</translation>
    </message>
    <message>
        <source>Session {session} in chat {chat} could not be closed (`{code}`).</source>
        <translation>Сессию {session} в чате {chat} не удалось закрыть (`{code}`).</translation>
    </message>
    <message>
        <source>Close it in the portal, so that it counts for nobody.</source>
        <translation>Закройте её на портале, чтобы она никому не засчиталась.</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Rows and calls in order</source>
        <translation>Строки и вызовы по порядку</translation>
    </message>
    <message>
        <source>{call}, failed</source>
        <translation>{call}, с ошибкой</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export transcripts</source>
        <extracomment>Which dialogs.</extracomment>
        <translation>Экспорт переписки</translation>
    </message>
    <message>
        <source>Which dialogs</source>
        <translation>Какие диалоги</translation>
    </message>
    <message>
        <source>Dialogs to export</source>
        <translation>Диалоги для экспорта</translation>
    </message>
    <message>
        <source>All in the list ({count})</source>
        <translation>Все в списке ({count})</translation>
    </message>
    <message>
        <source>Several…</source>
        <translation>Несколько…</translation>
    </message>
    <message>
        <source>The open dialog</source>
        <translation>Открытый диалог</translation>
    </message>
    <message>
        <source>No dialog is chosen</source>
        <translation>Не выбран ни один диалог</translation>
    </message>
    <message>
        <source>Take out of names, texts and files</source>
        <translation>Убрать из имён, текстов и файлов</translation>
    </message>
    <message>
        <source>Rules find them, not understanding: read the file before you give it away.</source>
        <translation>Их находят правила, а не понимание: прочтите файл, прежде чем отдавать его.</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Часовой пояс</translation>
    </message>
</context>
<context>
    <name>ExportFrame</name>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>For a ticket or a wiki. Nothing that was written is markup.</source>
        <translation>Для заявки или вики. Ничто из написанного не становится разметкой.</translation>
    </message>
    <message>
        <source>To read in a browser: one file, no script, nothing is loaded.</source>
        <translation>Для чтения в браузере: один файл, без скриптов, ничего не загружается.</translation>
    </message>
    <message>
        <source>For programs: everything, with edits, deletions and deliveries.</source>
        <translation>Для программ: всё, с правками, удалениями и доставкой.</translation>
    </message>
    <message>
        <source>For spreadsheets. An apostrophe stands before what could be a formula.</source>
        <translation>Для таблиц. Перед тем, что могло бы стать формулой, стоит апостроф.</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>Адреса почты</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Имена</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>{done} of {all} messages</source>
        <translation>{done} из {all} сообщений</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
    <message>
        <source>{messages} of {dialogs} written to {path}.</source>
        <translation>{messages} из {dialogs} записано в {path}.</translation>
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
        <source>This portal is read-only here, too: nothing can be sent.</source>
        <translation>Кроме того, портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>What was read before stays on the screen; nothing of yours is lost.</source>
        <translation>Прочитанное раньше остаётся на экране; ничего вашего не потеряно.</translation>
    </message>
    <message>
        <source>Something may be missing</source>
        <translation>Что-то могло быть пропущено</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Понятно</translation>
    </message>
    <message>
        <source>next try in {wait}</source>
        <translation>повтор через {wait}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>на {time}</translation>
    </message>
</context>
<context>
    <name>FieldProblems</name>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>This portal does not tell this setting in a form known here.</source>
        <translation>Этот портал не сообщает эту настройку в известном здесь виде.</translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>Изменено, не сохранено</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, изменено</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Line is on</source>
        <translation>Линия включена</translation>
    </message>
    <message>
        <source>A line that is off takes no dialogs.</source>
        <translation>Выключенная линия не принимает диалоги.</translation>
    </message>
    <message>
        <source>Customers see</source>
        <translation>Клиенты видят</translation>
    </message>
    <message>
        <source>Decides about the name before the texts that a connector gets.</source>
        <translation>От этого зависит имя перед текстами, которые получает коннектор.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Two letters, as in en or ru.</source>
        <translation>Две буквы, например en или ru.</translation>
    </message>
    <message>
        <source>Show that a customer types</source>
        <translation>Показывать, что клиент пишет</translation>
    </message>
    <message>
        <source>Ask before closing a dialog</source>
        <translation>Спрашивать перед закрытием</translation>
    </message>
    <message>
        <source>Temporary line</source>
        <translation>Временная линия</translation>
    </message>
    <message>
        <source>The portal removes it after some 8 hours.</source>
        <translation>Портал удалит её примерно через 8 часов.</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Распределение</translation>
    </message>
    <message>
        <source>Turn of an operator, s</source>
        <translation>Время оператора, с</translation>
    </message>
    <message>
        <source>Then the dialog goes to the next one.</source>
        <translation>Затем диалог идёт следующему.</translation>
    </message>
    <message>
        <source>Only to operators who are there</source>
        <translation>Только тем, кто на месте</translation>
    </message>
    <message>
        <source>With nobody online a dialog waits.</source>
        <translation>Если в сети никого, диалог ждёт.</translation>
    </message>
    <message>
        <source>Dialogs for one operator</source>
        <translation>Диалогов на оператора</translation>
    </message>
    <message>
        <source>At the same time; 0 is without limit.</source>
        <translation>Одновременно; 0 — без предела.</translation>
    </message>
    <message>
        <source>Dialogs count</source>
        <translation>Диалоги считаются</translation>
    </message>
    <message>
        <source>Notify of an empty queue</source>
        <translation>Уведомлять о пустой очереди</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Часы работы</translation>
    </message>
    <message>
        <source>Off means always open.</source>
        <translation>Выключено — открыто всегда.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>As in Europe/Riga.</source>
        <translation>Например, Europe/Riga.</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Выходные</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Праздники</translation>
    </message>
    <message>
        <source>Day and month, as in 01.01, 25.12.</source>
        <translation>День и месяц, например 01.01, 25.12.</translation>
    </message>
    <message>
        <source>When closed</source>
        <translation>В нерабочее время</translation>
    </message>
    <message>
        <source>Text when closed</source>
        <translation>Текст в нерабочее время</translation>
    </message>
    <message>
        <source>Greet customers</source>
        <translation>Приветствовать клиентов</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Приветствие</translation>
    </message>
    <message>
        <source>[br] begins a new line.</source>
        <translation>[br] начинает новую строку.</translation>
    </message>
    <message>
        <source>Greet in every session</source>
        <translation>Приветствовать каждый раз</translation>
    </message>
    <message>
        <source>Off: only in the first one of a chat.</source>
        <translation>Выключено — только в первой сессии чата.</translation>
    </message>
    <message>
        <source>No answer after, s</source>
        <translation>Нет ответа через, с</translation>
    </message>
    <message>
        <source>When nobody answers</source>
        <translation>Если никто не ответил</translation>
    </message>
    <message>
        <source>Text without answer</source>
        <translation>Текст без ответа</translation>
    </message>
    <message>
        <source>A bot answers first</source>
        <translation>Сначала отвечает бот</translation>
    </message>
    <message>
        <source>Bot, id</source>
        <translation>Бот, идентификатор</translation>
    </message>
    <message>
        <source>The bot comes</source>
        <translation>Бот приходит</translation>
    </message>
    <message>
        <source>Operators join after, s</source>
        <translation>Операторы входят через, с</translation>
    </message>
    <message>
        <source>0: the bot stays alone until it hands over.</source>
        <translation>0 — бот один, пока сам не передаст диалог.</translation>
    </message>
    <message>
        <source>When the bot leaves</source>
        <translation>Когда бот уходит</translation>
    </message>
    <message>
        <source>Write into the CRM</source>
        <translation>Записывать в CRM</translation>
    </message>
    <message>
        <source>Never for group chats.</source>
        <translation>Никогда для групповых чатов.</translation>
    </message>
    <message>
        <source>Unknown customers become</source>
        <translation>Новый клиент — это</translation>
    </message>
    <message>
        <source>Details of new records</source>
        <translation>Подробности новых записей</translation>
    </message>
    <message>
        <source>New records for known clients</source>
        <translation>Новые записи для известных клиентов</translation>
    </message>
    <message>
        <source>Collect phone numbers and e-mails</source>
        <translation>Собирать телефоны и адреса почты</translation>
    </message>
    <message>
        <source>As the portal has it: a pipeline of deals, or Y and N.</source>
        <translation>Как на портале: воронка сделок либо Y и N.</translation>
    </message>
    <message>
        <source>A client without an open lead or deal gets a new one.</source>
        <translation>Клиент без открытого лида или сделки получает новые.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>A code of the CRM&apos;s sources; create makes one for each channel.</source>
        <translation>Код источника CRM; create создаёт свой для каждого канала.</translation>
    </message>
    <message>
        <source>From what customers write.</source>
        <translation>Из того, что пишут клиенты.</translation>
    </message>
    <message>
        <source>To the responsible one first</source>
        <translation>Сначала ответственному</translation>
    </message>
    <message>
        <source>Known customers go to their employee.</source>
        <translation>Известные клиенты попадают к своему сотруднику.</translation>
    </message>
    <message>
        <source>Transfers change it</source>
        <translation>Передача меняет его</translation>
    </message>
    <message>
        <source>Whoever takes a dialog becomes responsible in the CRM.</source>
        <translation>Кто принял диалог, тот и ответственный в CRM.</translation>
    </message>
    <message>
        <source>When an operator closes</source>
        <translation>Когда оператор закрывает</translation>
    </message>
    <message>
        <source>Last words</source>
        <translation>Последние слова</translation>
    </message>
    <message>
        <source>Closed for good after, min</source>
        <translation>Закрыт совсем через, мин</translation>
    </message>
    <message>
        <source>Until then the customer can go on or rate.</source>
        <translation>До тех пор клиент может продолжить или поставить оценку.</translation>
    </message>
    <message>
        <source>Close in silence after, s</source>
        <translation>Закрыть в тишине через, с</translation>
    </message>
    <message>
        <source>When the customer does not answer; 0 is never.</source>
        <translation>Если клиент не отвечает; 0 — никогда.</translation>
    </message>
    <message>
        <source>When closed by itself</source>
        <translation>Если закрыт сам</translation>
    </message>
    <message>
        <source>Text then</source>
        <translation>Текст при этом</translation>
    </message>
    <message>
        <source>Forget after, s</source>
        <translation>Забыть через, с</translation>
    </message>
    <message>
        <source>Ends any dialog in which nothing happens, without a word; 0 is never.</source>
        <translation>Молча завершает диалог, в котором ничего не происходит; 0 — никогда.</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>Просить оценку</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Thanks for a good one</source>
        <translation>Спасибо за хорошую</translation>
    </message>
    <message>
        <source>After a bad one</source>
        <translation>После плохой</translation>
    </message>
    <message>
        <source>Rating possible for, s</source>
        <translation>Оценить можно в течение, с</translation>
    </message>
    <message>
        <source>0 is the portal&apos;s own limit.</source>
        <translation>0 — предел портала.</translation>
    </message>
    <message>
        <source>Ask before the end</source>
        <translation>Спрашивать до конца</translation>
    </message>
    <message>
        <source>Close after the rating</source>
        <translation>Закрывать после оценки</translation>
    </message>
    <message>
        <source>The portal would not take this value.</source>
        <translation>Такое значение портал не примет.</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Мужской</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Женский</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Не указан</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Имя не указано.</translation>
    </message>
    <message>
        <source>The portal takes only letters, blanks, hyphens and apostrophes here.</source>
        <translation>Здесь портал берёт только буквы, пробелы, дефисы и апострофы.</translation>
    </message>
    <message>
        <source>The portal takes at most 25 characters here.</source>
        <translation>Здесь портал берёт не больше 25 символов.</translation>
    </message>
    <message>
        <source>The id is missing: it tells the customers of a channel apart.</source>
        <translation>ID не указан: по нему различают клиентов канала.</translation>
    </message>
    <message>
        <source>Somebody else in the library has this id.</source>
        <translation>Такой ID уже есть в библиотеке у другого.</translation>
    </message>
    <message>
        <source>The id of the chat is missing.</source>
        <translation>ID чата не указан.</translation>
    </message>
    <message>
        <source>An id must not hold a vertical bar: it parts the dialog&apos;s key.</source>
        <translation>В ID не должно быть вертикальной черты: она делит ключ диалога.</translation>
    </message>
    <message>
        <source>This is no phone number: digits, with + before them, are one.</source>
        <translation>Это не телефон: нужны цифры, перед ними +.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Это не адрес электронной почты.</translation>
    </message>
    <message>
        <source>The portal knows male and female.</source>
        <translation>Портал знает male и female.</translation>
    </message>
    <message>
        <source>The portal opens only addresses with http or https.</source>
        <translation>Портал открывает только адреса с http или https.</translation>
    </message>
    <message>
        <source>This address holds a secret, and would be seen by others.</source>
        <translation>В адресе есть секрет, и его увидят другие.</translation>
    </message>
    <message>
        <source>This is no number of a portal&apos;s user.</source>
        <translation>Это не номер пользователя портала.</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>{from} to {to}</source>
        <translation>{from}–{to}</translation>
    </message>
    <message>
        <source>Without a connector</source>
        <translation>Без коннектора</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Без ответа</translation>
    </message>
    <message>
        <source>Operator {id}</source>
        <translation>Оператор {id}</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>День недели</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
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
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Первый ответ</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Следующий ответ</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>минуты</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>часы</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дни</translation>
    </message>
    <message>
        <source>{measure}, {unit}</source>
        <translation>{measure}, {unit}</translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n диалог</numerusform>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} с</translation>
    </message>
    <message>
        <source>{min} min {s} s</source>
        <translation>{min} мин {s} с</translation>
    </message>
    <message>
        <source>{min} min</source>
        <translation>{min} мин</translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation>{h} ч {min} мин</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} д {h} ч</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>nothing to measure</source>
        <translation>измерять нечего</translation>
    </message>
    <message>
        <source>median {median}, p95 {p95}, of {count}</source>
        <translation>медиана {median}, p95 {p95}, всего {count}</translation>
    </message>
    <message>
        <source>p95 {p95}, p90 {p90}, mean {mean}, of {count} closed</source>
        <translation>p95 {p95}, p90 {p90}, среднее {mean}, закрыто {count}</translation>
    </message>
    <message>
        <source>p95 {p95}, p90 {p90}, mean {mean}, of {count} answers</source>
        <translation>p95 {p95}, p90 {p90}, среднее {mean}, ответов {count}</translation>
    </message>
    <message>
        <source>{share} of this time was observed</source>
        <translation>Наблюдалось {share} этого времени</translation>
    </message>
    <message>
        <source>target {time}</source>
        <translation>цель {time}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
    <message>
        <source>p95, dashed</source>
        <translation>p95, пунктир</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Наблюдалось</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Save a file that can run?</source>
        <extracomment>What can be done with a file, as actions name it.</extracomment>
        <translation>Сохранить файл, который может выполняться?</translation>
    </message>
    <message>
        <source>{name} is a program, or can hold one. Whoever opens it runs it. Save it only if you know who sent it and why.</source>
        <translation>{name} — программа или может её содержать. Кто откроет файл, тот её запустит. Сохраняйте, только если знаете, кто и зачем его прислал.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
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
    <message>
        <source>Browse…</source>
        <extracomment>Their usual advice names the page that this form may stand on.</extracomment>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Обзор: {name}</translation>
    </message>
    <message>
        <source>Choose a file with certificates</source>
        <translation>Выберите файл с сертификатами</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Сертификаты (*.pem *.crt *.cer *.der)</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>The file cannot be read: {hint}</source>
        <translation>Файл не читается: {hint}</translation>
    </message>
    <message>
        <source>The file is not a text in UTF-8</source>
        <translation>Файл не является текстом в UTF-8</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Файл слишком большой</translation>
    </message>
    <message>
        <source>This is not YAML: {hint}</source>
        <translation>Это не YAML: {hint}</translation>
    </message>
    <message>
        <source>The file is empty, or not a list of names and values</source>
        <translation>Файл пуст или не состоит из имён и значений</translation>
    </message>
    <message>
        <source>The file has too many entries</source>
        <translation>В файле слишком много записей</translation>
    </message>
    <message>
        <source>This is nested too deeply</source>
        <translation>Слишком глубокая вложенность</translation>
    </message>
    <message>
        <source>Aliases (*name) are not used here</source>
        <translation>Ссылки (*имя) здесь не используются</translation>
    </message>
    <message>
        <source>An escape names no character</source>
        <translation>Экранированный код не обозначает символа</translation>
    </message>
    <message>
        <source>A text holds half a character (a lone surrogate)</source>
        <translation>В тексте половина символа (одиночный суррогат)</translation>
    </message>
    <message>
        <source>Version {field} is not known to this program; it reads version {hint}</source>
        <translation>Версия {field} этой программе неизвестна; она читает версию {hint}</translation>
    </message>
    <message>
        <source>Something else is wanted here: {hint}</source>
        <translation>Здесь нужно другое: {hint}</translation>
    </message>
    <message>
        <source>“{field}” stands here twice</source>
        <translation>«{field}» стоит здесь дважды</translation>
    </message>
    <message>
        <source>“{field}” is missing</source>
        <translation>Нет «{field}»</translation>
    </message>
    <message>
        <source>“{field}” is not known here</source>
        <translation>«{field}» здесь не предусмотрено</translation>
    </message>
    <message>
        <source>“{field}” is not a setting that this program changes</source>
        <translation>«{field}» не относится к настройкам, которые меняет эта программа</translation>
    </message>
    <message>
        <source>{field} is true or false</source>
        <translation>{field}: true или false</translation>
    </message>
    <message>
        <source>{field} is one of {hint}</source>
        <translation>{field}: одно из {hint}</translation>
    </message>
    <message>
        <source>{field} is a list of {hint}</source>
        <translation>{field}: список из {hint}</translation>
    </message>
    <message>
        <source>{field} is a text, or a list of days as 25.12</source>
        <translation>{field}: текст или список дней вида 25.12</translation>
    </message>
    <message>
        <source>“{field}”: an entry of a queue is “user 7” or “department 3”</source>
        <translation>«{field}»: запись очереди имеет вид «user 7» или «department 3»</translation>
    </message>
    <message>
        <source>“{field}” is none of the seven switches</source>
        <translation>«{field}» не входит в семь переключателей</translation>
    </message>
    <message>
        <source>Line {field} is not among the lines of this file</source>
        <translation>Линии {field} нет среди линий этого файла</translation>
    </message>
    <message>
        <source>“{field}”: an event is one word, as in the portal</source>
        <translation>«{field}»: событие пишется одним словом, как на портале</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Не загружен</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>не загружен</translation>
    </message>
    <message>
        <source>has no address that can be loaded</source>
        <translation>нет адреса, с которого можно загрузить</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>пока {size}</translation>
    </message>
    <message>
        <source>{size} of {whole}</source>
        <translation>{size} из {whole}</translation>
    </message>
    <message>
        <source>{size} · loaded</source>
        <translation>{size} · загружен</translation>
    </message>
    <message>
        <source>{size}, was said to be {told} · loaded</source>
        <translation>{size}, а обещали {told} · загружен</translation>
    </message>
    <message>
        <source>is no picture inside</source>
        <translation>внутри не картинка</translation>
    </message>
    <message>
        <source>has too many pixels to be shown</source>
        <translation>слишком много точек, чтобы показать</translation>
    </message>
    <message>
        <source>the picture cannot be read</source>
        <translation>картинка не читается</translation>
    </message>
    <message>
        <source>a program that looks like a document</source>
        <translation>программа под видом документа</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>программа</translation>
    </message>
    <message>
        <source>hidden characters in its name</source>
        <translation>скрытые знаки в имени</translation>
    </message>
    <message>
        <source>its name holds a folder</source>
        <translation>в имени указана папка</translation>
    </message>
    <message>
        <source>its ending does not fit its kind</source>
        <translation>расширение не подходит к виду файла</translation>
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
<context>
    <name>FilterPanel</name>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Коннектор</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любое</translation>
    </message>
    <message>
        <source>With new messages only</source>
        <translation>Только с новыми сообщениями</translation>
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
        <source>over … minutes</source>
        <translation>от … минут</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Filters and views</source>
        <translation>Фильтры и виды</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Ждут {count}</translation>
    </message>
    <message>
        <source>Mine {count}</source>
        <translation>Мои {count}</translation>
    </message>
    <message>
        <source>Closed {count}</source>
        <translation>Закрытые {count}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрытые</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Связан</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Не связан</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Ещё не спрашивали</translation>
    </message>
    <message numerus="yes">
        <source>over %n min</source>
        <translation>
            <numerusform>от %n минуты</numerusform>
            <numerusform>от %n минут</numerusform>
            <numerusform>от %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>With new messages</source>
        <translation>С новыми сообщениями</translation>
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
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>without it there is still none</source>
        <translation>без этого тоже ни одного</translation>
    </message>
    <message numerus="yes">
        <source>without it: %n dialog(s)</source>
        <translation>
            <numerusform>без этого: %n диалог</numerusform>
            <numerusform>без этого: %n диалога</numerusform>
            <numerusform>без этого: %n диалогов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n диалог</numerusform>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Search in this dialog</source>
        <extracomment>What the keyboard reaches, in the order of the eye.</extracomment>
        <translation>Поиск в этом диалоге</translation>
    </message>
    <message>
        <source>Older match (F3)</source>
        <translation>Совпадение раньше (F3)</translation>
    </message>
    <message>
        <source>Newer match (Shift+F3)</source>
        <translation>Совпадение позже (Shift+F3)</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} из {count}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>no dialog is open</source>
        <translation>диалог не открыт</translation>
    </message>
    <message>
        <source>Search in this dialog</source>
        <translation>Искать в этом диалоге</translation>
    </message>
    <message>
        <source>Go to the older match</source>
        <translation>К совпадению раньше</translation>
    </message>
    <message>
        <source>Go to the newer match</source>
        <translation>К совпадению позже</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Перейти ко времени</translation>
    </message>
    <message>
        <source>Search in all messages</source>
        <translation>Искать во всех сообщениях</translation>
    </message>
    <message>
        <source>This is no time. Type for example 14:30, 12.07 14:30 or yesterday.</source>
        <translation>Это не время. Введите, например, 14:30, 12.07 14:30 или вчера.</translation>
    </message>
    <message>
        <source>This dialog has no messages.</source>
        <translation>В этом диалоге нет сообщений.</translation>
    </message>
</context>
<context>
    <name>FindingBody</name>
    <message>
        <source>See the call</source>
        <translation>Показать вызов</translation>
    </message>
    <message>
        <source>Most likely:</source>
        <translation>Скорее всего:</translation>
    </message>
    <message>
        <source>The portal says: {text}</source>
        <translation>Портал сообщает: {text}</translation>
    </message>
    <message>
        <source>This profile is read-only: no write leaves this program.</source>
        <translation>Этот профиль только для чтения: программа ничего не записывает.</translation>
    </message>
    <message>
        <source>Wait until the examination has ended.</source>
        <translation>Подождите, пока закончится проверка.</translation>
    </message>
    <message>
        <source>{done}. Before: {before}, “{title}”. Now: {after}.</source>
        <translation>{done}. Было: {before}, «{title}». Стало: {after}.</translation>
    </message>
    <message>
        <source>Before: {call}</source>
        <translation>Было: {call}</translation>
    </message>
    <message>
        <source>Now: {call}</source>
        <translation>Стало: {call}</translation>
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
        <source>Operators may delete what a customer wrote, in the portal&apos;s chat.</source>
        <translation>Операторы могут удалять написанное клиентом в чате портала.</translation>
    </message>
    <message>
        <source>Each edit then comes as OnImConnectorMessageUpdate, if it was acknowledged.</source>
        <translation>Тогда каждая правка приходит как OnImConnectorMessageUpdate, если доставка подтверждена.</translation>
    </message>
    <message>
        <source>Each deletion then comes as OnImConnectorMessageDelete, if it was acknowledged.</source>
        <translation>Тогда каждое удаление приходит как OnImConnectorMessageDelete, если доставка подтверждена.</translation>
    </message>
    <message>
        <source>The channel can be chosen for mailings from the CRM.</source>
        <translation>Канал можно выбрать для рассылок из CRM.</translation>
    </message>
    <message>
        <source>Greeting, automatic answers and requests to rate are sent to the customer too.</source>
        <translation>Приветствие, автоответы и просьбы оценить тоже уходят клиенту.</translation>
    </message>
    <message>
        <source>Texts arrive with [b]Name:[/b] in front; this console takes it off again.</source>
        <translation>Тексты приходят с [b]Имя:[/b] в начале; эта консоль его убирает.</translation>
    </message>
    <message>
        <source>All who write in one chat share a dialog, and it belongs to no single customer.</source>
        <translation>У всех, кто пишет в одном чате, общий диалог, и он не принадлежит одному клиенту.</translation>
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
    <name>Foot</name>
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
        <source>Sign in with these</source>
        <translation>Войти с этим</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Открыть браузер</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Начать работу</translation>
    </message>
</context>
<context>
    <name>ForecastWords</name>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Goes into the open session of chat {chat}.</source>
        <translation>Попадёт в открытую сессию чата {chat}.</translation>
    </message>
    <message>
        <source>Goes into chat {chat} and probably begins a new session.</source>
        <translation>Попадёт в чат {chat} и, скорее всего, начнёт новую сессию.</translation>
    </message>
    <message>
        <source>Begins one more chat of a customer whom the portal knows.</source>
        <translation>Начнёт ещё один чат клиента, которого портал знает.</translation>
    </message>
    <message>
        <source>A new customer and a new chat; with the CRM tracker on, probably a new record.</source>
        <translation>Новый клиент и новый чат; с CRM-трекером, скорее всего, появится новая запись.</translation>
    </message>
    <message>
        <source>Somebody else writes under this phone or e-mail: the CRM may take both for one.</source>
        <translation>С этим телефоном или почтой пишет кто-то ещё: CRM может принять двоих за одного.</translation>
    </message>
    <message>
        <source>A known id differs only in capital letters: the portal makes two customers of it.</source>
        <translation>Известный ID отличается только заглавными буквами: портал сделает из этого двух клиентов.</translation>
    </message>
</context>
<context>
    <name>ForgetCard</name>
    <message>
        <source>Forget this portal…</source>
        <translation>Забыть этот портал…</translation>
    </message>
    <message>
        <source>Forget this portal</source>
        <translation>Забыть этот портал</translation>
    </message>
    <message>
        <source>Removes the keys, the journal with the customers&apos; messages, drafts, previews, and the lines of the log that name this portal. Then everything that is left on this computer is searched for its names. Nothing changes in the portal.</source>
        <translation>Удаляет ключи, журнал с сообщениями клиентов, черновики, предпросмотры и строки лога, где назван этот портал. Затем всё оставшееся на этом компьютере проверяется на его имена. На портале ничего не меняется.</translation>
    </message>
    <message>
        <source>This sandbox ends with the program, and nothing of it is kept.</source>
        <translation>Эта песочница закончится вместе с программой, и от неё ничего не останется.</translation>
    </message>
</context>
<context>
    <name>ForgottenNote</name>
    <message>
        <source>{name} is forgotten. Removed: {things}.</source>
        <translation>{name}: забыт. Удалено: {things}.</translation>
    </message>
    <message>
        <source>nothing was there</source>
        <translation>ничего не было</translation>
    </message>
    <message>
        <source>Its names were still found in: {files}.</source>
        <translation>Его имена ещё найдены в: {files}.</translation>
    </message>
    <message>
        <source>Everything that is left was searched for its names: none found.</source>
        <translation>Всё оставшееся проверено на его имена: ничего не найдено.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>секрет приложения</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>журнал</translation>
    </message>
    <message>
        <source>drafts and previews</source>
        <translation>черновики и предпросмотры</translation>
    </message>
    <message>
        <source>lines of the log</source>
        <translation>строки лога</translation>
    </message>
    <message>
        <source>entry in the list of portals</source>
        <translation>запись в списке порталов</translation>
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
        <source>No portal can call this address: it lies inside a home or an office.</source>
        <translation>Ни один портал не сможет обратиться по этому адресу: он внутри дома или офиса.</translation>
    </message>
    <message>
        <source>This is subscribed already.</source>
        <translation>Такая подписка уже есть.</translation>
    </message>
    <message>
        <source>The contact center has a tile for this page already.</source>
        <translation>В контакт-центре уже есть плитка для этой страницы.</translation>
    </message>
    <message>
        <source>This event is told to addresses only.</source>
        <translation>Об этом событии сообщают только на адрес.</translation>
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
    <name>ForwardDetail</name>
    <message>
        <source>Resend</source>
        <translation>Отправить ещё раз</translation>
    </message>
    <message>
        <source>Post this event once more, now (Ctrl+Enter)</source>
        <translation>Отправить это событие ещё раз, сейчас (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>as of the last try, without tokens</source>
        <translation>как при последней попытке, без токенов</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>its beginning</source>
        <translation>его начало</translation>
    </message>
    <message>
        <source>Form or answer</source>
        <translation>Форма или ответ</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>ответа пока нет</translation>
    </message>
</context>
<context>
    <name>ForwardHead</name>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Forward events</source>
        <translation>Пересылать события</translation>
    </message>
    <message>
        <source>Address of your handler</source>
        <translation>Адрес вашего обработчика</translation>
    </message>
    <message>
        <source>Post again until the answer is 200 to 299</source>
        <translation>Повторять, пока ответ не будет от 200 до 299</translation>
    </message>
    <message>
        <source>The portal posts an event once, whatever is answered.</source>
        <translation>Портал отправляет событие один раз, что бы ни ответили.</translation>
    </message>
    <message>
        <source>Send a live access token along</source>
        <translation>Передавать действующий токен доступа</translation>
    </message>
    <message>
        <source>Without it, a placeholder stands in its place.</source>
        <translation>Без этого на его месте стоит заглушка.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Next try in {time}.</source>
        <translation>Следующая попытка через {time}.</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Пересылка событий</translation>
    </message>
</context>
<context>
    <name>ForwardModel</name>
    <message>
        <source>Time</source>
        <extracomment>More are not kept here; the journal has them all. Columns of numbers.</extracomment>
        <translation>Время</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
</context>
<context>
    <name>ForwardPage</name>
    <message>
        <source>Events for your handler</source>
        <translation>События для вашего обработчика</translation>
    </message>
    <message>
        <source>It is on: the next event is posted to {target} and stands here then.</source>
        <translation>Пересылка включена: следующее событие уйдёт на {target} и появится здесь.</translation>
    </message>
    <message>
        <source>Give the address of your handler on this machine and switch it on: every event is posted there as the portal would, one by one. While it is down, events wait.</source>
        <translation>Укажите адрес обработчика на этом компьютере и включите пересылку: каждое событие отправляется туда так же, как это сделал бы портал, по одному. Пока обработчик не работает, события ждут.</translation>
    </message>
    <message>
        <source>Give an address</source>
        <translation>Указать адрес</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Пересылка событий</translation>
    </message>
    <message>
        <source>it is off</source>
        <translation>она выключена</translation>
    </message>
    <message>
        <source>no event is chosen</source>
        <translation>событие не выбрано</translation>
    </message>
    <message>
        <source>Go on forwarding</source>
        <translation>Продолжить пересылку</translation>
    </message>
    <message>
        <source>Pause forwarding</source>
        <translation>Приостановить пересылку</translation>
    </message>
    <message>
        <source>Post to the handler what the journal holds</source>
        <translation>Отправить обработчику всё, что есть в журнале</translation>
    </message>
    <message>
        <source>Forward events to a handler</source>
        <translation>Пересылать события обработчику</translation>
    </message>
    <message>
        <source>Resend the event</source>
        <translation>Отправить событие ещё раз</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Событий пока нет</translation>
    </message>
    <message>
        <source>{target} gets your access token with every event and can do at the portal all that you and the application may, for an hour at a time.</source>
        <translation>{target} получит с каждым событием ваш токен доступа и сможет делать на портале всё, что можно вам и приложению, каждый раз в течение часа.</translation>
    </message>
    <message>
        <source>Send a live access token along?</source>
        <translation>Передавать действующий токен доступа?</translation>
    </message>
    <message>
        <source>Send it along</source>
        <translation>Передавать</translation>
    </message>
    <message>
        <source>Every event that the journal holds and that {target} never got is posted, the oldest first. The handler may act on what is long past.</source>
        <translation>Будет отправлено каждое событие журнала, которого {target} ещё не получал, начиная с самого старого. Обработчик может отреагировать на то, что давно прошло.</translation>
    </message>
    <message>
        <source>Post old events too?</source>
        <translation>Отправить и старые события?</translation>
    </message>
    <message>
        <source>Post them</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>ForwardTable</name>
    <message>
        <source>Forwarded events</source>
        <translation>Пересланные события</translation>
    </message>
</context>
<context>
    <name>ForwardWords</name>
    <message>
        <source>Give the address of your handler.</source>
        <extracomment>Codes of a handler that is not there or does not say what it should.</extracomment>
        <translation>Укажите адрес обработчика.</translation>
    </message>
    <message>
        <source>This is no address. It looks like http://localhost:8000/handler.</source>
        <translation>Это не адрес. Он выглядит так: http://localhost:8000/handler.</translation>
    </message>
    <message>
        <source>Only http and https addresses can be called.</source>
        <translation>Вызвать можно только адрес http или https.</translation>
    </message>
    <message>
        <source>Take name and password out of the address; put what the handler checks behind a ?.</source>
        <translation>Уберите из адреса имя и пароль; то, что проверяет обработчик, укажите после знака ?.</translation>
    </message>
    <message>
        <source>{host} is not this machine. Events hold what customers wrote, so they are posted to localhost, 127.0.0.1 or [::1]; the command listen has --allow-host.</source>
        <translation>{host} — не этот компьютер. В событиях есть то, что писали клиенты, поэтому они отправляются только на localhost, 127.0.0.1 или [::1]; у команды listen есть --allow-host.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключена</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>waiting for the handler</source>
        <translation>ждёт обработчика</translation>
    </message>
    <message>
        <source>on</source>
        <translation>включена</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Forwarding paused</source>
        <translation>Пересылка на паузе</translation>
    </message>
    <message>
        <source>Handler does not take events</source>
        <translation>Обработчик не принимает события</translation>
    </message>
    <message>
        <source>{state}, {count} wait</source>
        <translation>{state}, ждут: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) wait and none is lost.</source>
        <translation>
            <numerusform>%n событие ждёт, ничего не потеряно.</numerusform>
            <numerusform>%n события ждут, ничего не потеряно.</numerusform>
            <numerusform>%n событий ждут, ничего не потеряно.</numerusform>
        </translation>
    </message>
    <message>
        <source>The handler answers {status}.</source>
        <translation>Обработчик отвечает {status}.</translation>
    </message>
    <message>
        <source>The connection to the handler cannot be secured.</source>
        <translation>Не удаётся установить защищённое соединение с обработчиком.</translation>
    </message>
    <message>
        <source>Another process forwards to this address already.</source>
        <translation>На этот адрес уже пересылает другой процесс.</translation>
    </message>
    <message>
        <source>Nobody answers at the handler&apos;s address ({why}).</source>
        <translation>По адресу обработчика никто не отвечает ({why}).</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>там ничего не запущено</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>слишком долго</translation>
    </message>
    <message>
        <source>it hung up</source>
        <translation>соединение прервано</translation>
    </message>
    <message>
        <source>the name is unknown</source>
        <translation>имя не найдено</translation>
    </message>
    <message>
        <source>its certificate</source>
        <translation>из-за сертификата</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>нет соединения</translation>
    </message>
    <message>
        <source>left out: the portal posts nothing for it</source>
        <translation>пропущено: портал такое не отправляет</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>{status}, tried again</source>
        <translation>{status}, будет повторено</translation>
    </message>
    <message>
        <source>no answer: {why}</source>
        <translation>нет ответа: {why}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sent, no answer yet</source>
        <translation>отправлено, ответа ещё нет</translation>
    </message>
    <message>
        <source>waits: {why}</source>
        <translation>ждёт: {why}</translation>
    </message>
</context>
<context>
    <name>GapsDialog</name>
    <message>
        <source>What is missing</source>
        <translation>Чего не хватает</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{percent} % of this time was observed.</source>
        <translation>Наблюдалось {percent} % этого времени.</translation>
    </message>
    <message>
        <source>What the portal told while nobody read is counted as soon as it comes in. What came and went without a trace is not in any figure.</source>
        <translation>То, что портал сообщил, пока никто не читал, считается, как только придёт. Что прошло без следа, не входит ни в одну цифру.</translation>
    </message>
</context>
<context>
    <name>GraphCard</name>
    <message>
        <source>Open dialog</source>
        <translation>Открыть диалог</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>Открыть сообщение</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>linked to nothing</source>
        <translation>ни с чем не связан</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>здесь не известно</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>This chat is not in the journal of this console.</source>
        <translation>Этого чата нет в журнале этой консоли.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>нет открытой</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>Open {name} at the portal</source>
        <translation>Открыть на портале: {name}</translation>
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
    <name>GroupPanel</name>
    <message>
        <source>Hello, this is {name}</source>
        <translation>Здравствуйте, это {name}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Register the twin connector</source>
        <translation>Зарегистрировать коннектор-двойник</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Ask for the CRM records</source>
        <translation>Узнать записи CRM</translation>
    </message>
    <message>
        <source>Choose at least two people in the list.</source>
        <translation>Выберите в списке хотя бы двух человек.</translation>
    </message>
    <message>
        <source>First register the twin: a second connector, the same but for CHAT_GROUP, so that what the setting changes can be seen side by side.</source>
        <translation>Сначала зарегистрируйте двойник: второй коннектор, который отличается только CHAT_GROUP. Тогда разницу видно рядом.</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n чат</numerusform>
            <numerusform>%n чата</numerusform>
            <numerusform>%n чатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n сессия</numerusform>
            <numerusform>%n сессии</numerusform>
            <numerusform>%n сессий</numerusform>
        </translation>
    </message>
    <message>
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>Connect a connector to a line first.</source>
        <translation>Сначала подключите коннектор к линии.</translation>
    </message>
    <message>
        <source>Everybody writes once through {one} and once through {other}, always in the same new chat id.</source>
        <translation>Каждый пишет один раз через {one} и один раз через {other}, всегда с одним и тем же новым ID чата.</translation>
    </message>
    <message>
        <source>Without CHAT_GROUP</source>
        <translation>Без CHAT_GROUP</translation>
    </message>
    <message>
        <source>With CHAT_GROUP</source>
        <translation>С CHAT_GROUP</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>A group, and what becomes of it</source>
        <translation>Группа и что из неё выходит</translation>
    </message>
    <message>
        <source>Write what they say first.</source>
        <translation>Сначала напишите, что они говорят.</translation>
    </message>
</context>
<context>
    <name>HalfNotice</name>
    <message>
        <source>The customer&apos;s own messages come from another program and are not told to this console.</source>
        <translation>Сообщения клиента отправляет другая программа, и этой консоли о них не сообщается.</translation>
    </message>
    <message>
        <source>The customer&apos;s messages are not told to this console.</source>
        <translation>О сообщениях клиента этой консоли не сообщается.</translation>
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
        <source>Portal and application…</source>
        <translation>Портал и приложение…</translation>
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
    <message numerus="yes">
        <source>%n more portal(s)…</source>
        <translation>
            <numerusform>Ещё %n портал…</numerusform>
            <numerusform>Ещё %n портала…</numerusform>
            <numerusform>Ещё %n порталов…</numerusform>
        </translation>
    </message>
    <message>
        <source>production</source>
        <translation>боевой</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>только чтение</translation>
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
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Search in this dialog</source>
        <translation>Найти в этом диалоге</translation>
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
    <message numerus="yes">
        <source>{name} and %n other(s)</source>
        <translation>
            <numerusform>{name} и ещё %n человек</numerusform>
            <numerusform>{name} и ещё %n человека</numerusform>
            <numerusform>{name} и ещё %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>as {name}</source>
        <translation>от имени: {name}</translation>
    </message>
    <message>
        <source>Read earlier messages</source>
        <translation>Прочитать более ранние сообщения</translation>
    </message>
    <message>
        <source>Rename the chat…</source>
        <translation>Переименовать чат…</translation>
    </message>
    <message>
        <source>Export the transcript…</source>
        <translation>Экспортировать переписку…</translation>
    </message>
    <message>
        <source>Log of acts</source>
        <translation>Журнал действий</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>HealthBlock</name>
    <message>
        <source>Empty: never</source>
        <translation>Пусто: никогда</translation>
    </message>
    <message>
        <source>No event for</source>
        <translation>Нет событий</translation>
    </message>
    <message>
        <source>Events later than</source>
        <translation>События позже чем на</translation>
    </message>
    <message>
        <source>Not delivered, %</source>
        <translation>Не доставлено, %</translation>
    </message>
    <message>
        <source>Keep these thresholds</source>
        <translation>Сохранить пороги</translation>
    </message>
    <message>
        <source>Show notifications of {name}</source>
        <translation>Показывать уведомления: {name}</translation>
    </message>
    <message>
        <source>A time such as 30 min, at most 7 days</source>
        <translation>Время, например 30 мин, не больше 7 дней</translation>
    </message>
    <message>
        <source>A time such as 60 s, at most 24 h</source>
        <translation>Время, например 60 с, не больше 24 ч</translation>
    </message>
    <message>
        <source>A whole number up to 100</source>
        <translation>Целое число до 100</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>HostModel</name>
    <message>
        <source>Host</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросов</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последний</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>вызовы</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файлы</translation>
    </message>
    <message>
        <source>test of the connection</source>
        <translation>проверка связи</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>прокси</translation>
    </message>
    <message>
        <source>other</source>
        <translation>прочее</translation>
    </message>
</context>
<context>
    <name>HostsCard</name>
    <message>
        <source>Hosts contacted in this run</source>
        <translation>Узлы, с которыми была связь в этом запуске</translation>
    </message>
    <message>
        <source>Hosts contacted</source>
        <translation>С кем была связь</translation>
    </message>
    <message>
        <source>Every request of this run went to one of these. Nothing is reported to anybody else.</source>
        <translation>Все запросы этого запуска ушли на эти узлы. Больше никому ничего не сообщается.</translation>
    </message>
    <message>
        <source>Nothing was asked of anybody yet.</source>
        <translation>Запросов ещё не было.</translation>
    </message>
</context>
<context>
    <name>HourBars</name>
    <message>
        <source>New dialogs by hour</source>
        <translation>Новые диалоги по часам</translation>
    </message>
    <message>
        <source>New dialogs by weekday</source>
        <translation>Новые диалоги по дням недели</translation>
    </message>
    <message>
        <source>New dialogs by day</source>
        <translation>Новые диалоги по дням</translation>
    </message>
    <message>
        <source>New dialogs by line</source>
        <translation>Новые диалоги по линиям</translation>
    </message>
    <message>
        <source>New dialogs by connector</source>
        <translation>Новые диалоги по коннекторам</translation>
    </message>
    <message>
        <source>New dialogs by operator</source>
        <translation>Новые диалоги по операторам</translation>
    </message>
</context>
<context>
    <name>IconReport</name>
    <message>
        <source>An SVG picture inside a data URI</source>
        <translation>Картинка SVG внутри data URI</translation>
    </message>
    <message>
        <source>Small enough: {value} KB</source>
        <translation>Размер подходит: {value} КБ</translation>
    </message>
    <message>
        <source>No script, link or animation</source>
        <translation>Нет скриптов, ссылок и анимации</translation>
    </message>
    <message>
        <source>Nothing is loaded from elsewhere</source>
        <translation>Ничего не загружается извне</translation>
    </message>
    <message>
        <source>Colour: {value}</source>
        <translation>Цвет: {value}</translation>
    </message>
    <message>
        <source>Size: {value}</source>
        <translation>Масштаб: {value}</translation>
    </message>
    <message>
        <source>Position: {value}</source>
        <translation>Положение: {value}</translation>
    </message>
    <message>
        <source>Not an SVG picture inside a data URI: it is not drawn</source>
        <translation>Не картинка SVG внутри data URI: не рисуется</translation>
    </message>
    <message>
        <source>Too large: {value} KB</source>
        <translation>Слишком велика: {value} КБ</translation>
    </message>
    <message>
        <source>A script, link or animation: it is not drawn</source>
        <translation>Есть скрипт, ссылка или анимация: не рисуется</translation>
    </message>
    <message>
        <source>Loads something from elsewhere: it is not drawn</source>
        <translation>Загружает что-то извне: не рисуется</translation>
    </message>
    <message>
        <source>No colour: {value}</source>
        <translation>Это не цвет: {value}</translation>
    </message>
    <message>
        <source>No size in percent: {value}</source>
        <translation>Это не масштаб в процентах: {value}</translation>
    </message>
    <message>
        <source>Unknown position: {value}</source>
        <translation>Неизвестное положение: {value}</translation>
    </message>
    <message>
        <source>Not checked: {what}</source>
        <translation>Не проверено: {what}</translation>
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
    <name>JournalBlock</name>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Keep messages and raw events</source>
        <translation>Хранить сообщения и исходные события</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>What is older is deleted on this machine, never at the portal. What was not sent yet, or not passed on, stays.</source>
        <translation>Всё, что старше, удаляется на этом компьютере, но не на портале. Ещё не отправленное и не переданное дальше остаётся.</translation>
    </message>
</context>
<context>
    <name>JournalErrors</name>
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
        <source>Its file is locked, or may not be read.</source>
        <translation>Его файл занят или недоступен для чтения.</translation>
    </message>
    <message>
        <source>Close other copies of this program and check the rights of the folder.</source>
        <translation>Закройте другие копии программы и проверьте права на папку.</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Журнал повреждён</translation>
    </message>
    <message>
        <source>Parts of its file cannot be read. It is left as it is.</source>
        <translation>Часть файла не читается. Файл оставлен как есть.</translation>
    </message>
    <message>
        <source>Look at what can still be read, or save it into a new journal.</source>
        <translation>Посмотрите, что ещё читается, или сохраните это в новый журнал.</translation>
    </message>
    <message>
        <source>The journal could not be brought to this version</source>
        <translation>Журнал не удалось перевести на эту версию</translation>
    </message>
    <message>
        <source>It is as it was before, and a copy of it lies beside it.</source>
        <translation>Он остался прежним, рядом лежит его копия.</translation>
    </message>
    <message>
        <source>Use the version before, and report this with the log.</source>
        <translation>Используйте прежнюю версию программы и сообщите об этом, приложив лог.</translation>
    </message>
    <message>
        <source>Another window or command works on this portal</source>
        <translation>С этим порталом работает другое окно или команда</translation>
    </message>
    <message>
        <source>Two of them would take events from each other, so this one stays away.</source>
        <translation>Вдвоём они отбирали бы события друг у друга, поэтому эта копия не вмешивается.</translation>
    </message>
    <message>
        <source>Close the other one, then try again.</source>
        <translation>Закройте другую копию и попробуйте снова.</translation>
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
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Shortened: this is not the whole text.</source>
        <translation>Сокращено: это не весь текст.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Where the keys are</source>
        <translation>Где ключи</translation>
    </message>
    <message>
        <source>In the keychain of this system.</source>
        <translation>В хранилище паролей этой системы.</translation>
    </message>
    <message>
        <source>In a file of this program, sealed with your passphrase.</source>
        <translation>В файле этой программы, запечатанном вашей парольной фразой.</translation>
    </message>
    <message>
        <source>In memory only: they are gone when you quit.</source>
        <translation>Только в памяти: при выходе они исчезнут.</translation>
    </message>
    <message>
        <source>Nowhere yet: choose a place in the settings.</source>
        <translation>Пока нигде: выберите место в настройках.</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>Unlock your keys</source>
        <translation>Откройте ваши ключи</translation>
    </message>
    <message>
        <source>Where are your keys to be kept?</source>
        <translation>Где хранить ваши ключи?</translation>
    </message>
    <message>
        <source>The keys are the client secret and the tokens of your sign-in: whoever has them can write in your portal.</source>
        <translation>Ключи — это client_secret и токены вашего входа: у кого они есть, тот может писать в вашем портале.</translation>
    </message>
</context>
<context>
    <name>KeywordCard</name>
    <message>
        <source>price*, how much</source>
        <translation>цен*, сколько стоит</translation>
    </message>
    <message>
        <source>What follows the answer</source>
        <translation>Что после ответа</translation>
    </message>
    <message>
        <source>Remove this answer</source>
        <translation>Убрать этот ответ</translation>
    </message>
    <message>
        <source>Words, with commas between</source>
        <translation>Слова через запятую</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>KeywordRows</name>
    <message>
        <source>Add an answer</source>
        <translation>Добавить ответ</translation>
    </message>
</context>
<context>
    <name>KnownBar</name>
    <message>
        <source>The portal has not been heard since {moment}: the board is as it was then.</source>
        <translation>Портал не на связи с {moment}: табло показывает то, что было тогда.</translation>
    </message>
    <message>
        <source>Nothing is known yet: events were not read so far.</source>
        <translation>Пока ничего не известно: события ещё не читались.</translation>
    </message>
    <message>
        <source>Known here: dialogs in which somebody spoke since {since}, and those of your own list at the portal ({listed}). The portal lists other operators&apos; dialogs to nobody.</source>
        <translation>Здесь известны диалоги, в которых писали после {since}, и диалоги из вашего списка на портале ({listed}). Диалоги других операторов портал никому не перечисляет.</translation>
    </message>
    <message>
        <source>Known here: dialogs in which somebody spoke since {since}.</source>
        <translation>Здесь известны диалоги, в которых писали после {since}.</translation>
    </message>
    <message>
        <source>Your list at the portal was not read yet.</source>
        <translation>Ваш список на портале ещё не прочитан.</translation>
    </message>
    <message>
        <source>Your list at the portal could not be read: {why}.</source>
        <translation>Ваш список на портале прочитать не удалось: {why}.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>The shapes of a legend. More would not be read. Shape, number of the series, name.</extracomment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelErrors</name>
    <message>
        <source>These targets were not kept</source>
        <translation>Эти сроки не сохранены</translation>
    </message>
    <message>
        <source>A time is longer than 30 days, or the share is not between 1 and 100 %.</source>
        <translation>Время больше 30 дней, или доля не от 1 до 100 %.</translation>
    </message>
    <message>
        <source>Correct the figures, then keep them again.</source>
        <translation>Исправьте числа и сохраните снова.</translation>
    </message>
    <message>
        <source>These thresholds were not kept</source>
        <translation>Эти пороги не сохранены</translation>
    </message>
    <message>
        <source>A time or a share is larger than it may be.</source>
        <translation>Время или доля больше допустимого.</translation>
    </message>
</context>
<context>
    <name>LevelsBlock</name>
    <message>
        <source>Targets of</source>
        <translation>Сроки для</translation>
    </message>
    <message>
        <source>This line has targets of its own</source>
        <translation>У этой линии свои сроки</translation>
    </message>
    <message>
        <source>Show notifications of this line</source>
        <translation>Показывать уведомления этой линии</translation>
    </message>
    <message>
        <source>Count only the working hours of the line</source>
        <translation>Считать только рабочее время линии</translation>
    </message>
    <message>
        <source>For example 2 min or 90 s; empty for no target</source>
        <translation>Например 2 мин или 90 с; пусто — без срока</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Первый ответ за</translation>
    </message>
    <message>
        <source>Next answer within</source>
        <translation>Следующий ответ за</translation>
    </message>
    <message>
        <source>Dialog finished within</source>
        <translation>Диалог завершён за</translation>
    </message>
    <message>
        <source>Warn when so much has passed, %</source>
        <translation>Предупредить, когда прошло, %</translation>
    </message>
    <message>
        <source>Keep these targets</source>
        <translation>Сохранить сроки</translation>
    </message>
    <message>
        <source>All lines without targets of their own</source>
        <translation>Все линии без своих сроков</translation>
    </message>
    <message>
        <source>A time such as 2 min, 90 s or 24 h, at most 30 days</source>
        <translation>Время, например 2 мин, 90 с или 24 ч, не больше 30 дней</translation>
    </message>
    <message>
        <source>A whole number from 1 to 100</source>
        <translation>Целое число от 1 до 100</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>Import people</source>
        <extracomment>Rows of a file that are named when they were left out.</extracomment>
        <translation>Импорт людей</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Экспорт людей</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n person(s) from the library?</source>
        <translation>
            <numerusform>Удалить %n человека из библиотеки?</numerusform>
            <numerusform>Удалить %n человек из библиотеки?</numerusform>
            <numerusform>Удалить %n человек из библиотеки?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their dialogs stay, here and at the portal.</source>
        <translation>Диалоги останутся — здесь и на портале.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файлы JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) taken over.</source>
        <translation>
            <numerusform>Взят %n человек.</numerusform>
            <numerusform>Взято %n человека.</numerusform>
            <numerusform>Взято %n человек.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out:</source>
        <translation>
            <numerusform>Пропущена %n строка:</numerusform>
            <numerusform>Пропущено %n строки:</numerusform>
            <numerusform>Пропущено %n строк:</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {number}: {why}</source>
        <translation>Строка {number}: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) written to {path}</source>
        <translation>
            <numerusform>%n человек записан в {path}</numerusform>
            <numerusform>%n человека записаны в {path}</numerusform>
            <numerusform>%n человек записаны в {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Search people</source>
        <extracomment>How many people are invented at once.</extracomment>
        <translation>Поиск людей</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Duplicate those chosen</source>
        <translation>Создать копии выбранных</translation>
    </message>
    <message>
        <source>Delete those chosen (Del)</source>
        <translation>Удалить выбранных (Del)</translation>
    </message>
    <message>
        <source>Invent, import, export</source>
        <translation>Придумать, импорт, экспорт</translation>
    </message>
    <message>
        <source>Invent 10 people, English</source>
        <translation>Придумать 10 человек, по-английски</translation>
    </message>
    <message>
        <source>Invent 10 people, Russian</source>
        <translation>Придумать 10 человек, по-русски</translation>
    </message>
    <message>
        <source>Import CSV or JSON…</source>
        <translation>Импорт CSV или JSON…</translation>
    </message>
    <message>
        <source>Export CSV or JSON…</source>
        <translation>Экспорт CSV или JSON…</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) chosen</source>
        <translation>
            <numerusform>Выбран %n человек</numerusform>
            <numerusform>Выбрано %n человека</numerusform>
            <numerusform>Выбрано %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Никто не выбран</translation>
    </message>
</context>
<context>
    <name>LineDetail</name>
    <message>
        <source>Open in Bitrix24</source>
        <translation>Открыть в Битрикс24</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Удалить линию</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Advice · {count}</source>
        <translation>Советы · {count}</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Советы</translation>
    </message>
    <message>
        <source>This portal is set to read-only here.</source>
        <translation>Этот портал открыт здесь только для чтения.</translation>
    </message>
    <message>
        <source>Settings of the line</source>
        <translation>Настройки линии</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочее</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>изменено %n поле</numerusform>
            <numerusform>изменены %n поля</numerusform>
            <numerusform>изменено %n полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be mended</source>
        <translation>
            <numerusform>исправить %n</numerusform>
            <numerusform>исправить %n</numerusform>
            <numerusform>исправить %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose first: take theirs, or keep mine.</source>
        <translation>Сначала выберите: взять с портала или оставить своё.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>LineErrors</name>
    <message>
        <source>Something is missing in the call</source>
        <translation>В вызове чего-то не хватает</translation>
    </message>
    <message>
        <source>It does not say which line.</source>
        <translation>Не указано, о какой линии речь.</translation>
    </message>
    <message>
        <source>Look at the call and correct what it sends.</source>
        <translation>Посмотрите вызов и исправьте то, что он отправляет.</translation>
    </message>
    <message>
        <source>You may not change open lines</source>
        <translation>Вам нельзя изменять открытые линии</translation>
    </message>
    <message>
        <source>The portal leaves that to administrators. What you typed is still here.</source>
        <translation>Портал оставляет это администраторам. Введённое сохранено здесь.</translation>
    </message>
    <message>
        <source>Ask an administrator for the right, or let him change the line.</source>
        <translation>Попросите у администратора это право или пусть он изменит линию.</translation>
    </message>
    <message>
        <source>The portal does not understand the request</source>
        <translation>Портал не понимает запрос</translation>
    </message>
    <message>
        <source>A filter, an order or a field has a wrong form; its words say which.</source>
        <translation>Фильтр, сортировка или поле записаны неверно; что именно, сказано в ответе.</translation>
    </message>
    <message>
        <source>The portal has no messenger</source>
        <translation>На портале нет мессенджера</translation>
    </message>
    <message>
        <source>Its module is not installed, so there are no dialogs.</source>
        <translation>Модуль не установлен, поэтому диалогов нет.</translation>
    </message>
    <message>
        <source>Ask an administrator of the portal.</source>
        <translation>Обратитесь к администратору портала.</translation>
    </message>
    <message>
        <source>The portal has no CRM</source>
        <translation>На портале нет CRM</translation>
    </message>
    <message>
        <source>Its module is not installed, so there are no leads and deals.</source>
        <translation>Модуль не установлен, поэтому нет лидов и сделок.</translation>
    </message>
    <message>
        <source>The portal cannot use bots</source>
        <translation>Портал не может использовать ботов</translation>
    </message>
    <message>
        <source>Its module for bots is not installed, or the bot could not be added.</source>
        <translation>Модуль ботов не установлен, или бота не удалось добавить.</translation>
    </message>
    <message>
        <source>The portal does not know this chat</source>
        <translation>Портал не знает этого чата</translation>
    </message>
    <message>
        <source>Its number is empty, or no such chat exists.</source>
        <translation>Его номер пуст, или такого чата нет.</translation>
    </message>
    <message>
        <source>Refresh the list and try again.</source>
        <translation>Обновите список и повторите.</translation>
    </message>
    <message>
        <source>It does not say which chat.</source>
        <translation>Не указано, о каком чате речь.</translation>
    </message>
    <message>
        <source>This is not a chat of an open line</source>
        <translation>Это не чат открытой линии</translation>
    </message>
    <message>
        <source>Only a dialog with a customer can be treated like this.</source>
        <translation>Так можно только с диалогом клиента.</translation>
    </message>
    <message>
        <source>Choose a dialog of an open line.</source>
        <translation>Выберите диалог открытой линии.</translation>
    </message>
    <message>
        <source>Or the bot is not its operator.</source>
        <translation>Или бот не является его оператором.</translation>
    </message>
    <message>
        <source>You have no access to this dialog</source>
        <translation>У вас нет доступа к этому диалогу</translation>
    </message>
    <message>
        <source>It does not exist, or another operator has it.</source>
        <translation>Он не существует, или его ведёт другой оператор.</translation>
    </message>
    <message>
        <source>Take the dialog over, or ask an administrator of the portal.</source>
        <translation>Перехватите диалог или обратитесь к администратору портала.</translation>
    </message>
    <message>
        <source>It does not say which session.</source>
        <translation>Не указано, о какой сессии речь.</translation>
    </message>
    <message>
        <source>It needs the number of a session or of a chat.</source>
        <translation>Нужен номер сессии или чата.</translation>
    </message>
    <message>
        <source>The portal does not know this session</source>
        <translation>Портал не знает такой сессии</translation>
    </message>
    <message>
        <source>Its number is wrong, or it was deleted with its line.</source>
        <translation>Номер неверен, или она удалена вместе с линией.</translation>
    </message>
    <message>
        <source>The dialog has no session</source>
        <translation>У диалога нет сессии</translation>
    </message>
    <message>
        <source>It was closed, or has never begun.</source>
        <translation>Она закрыта или ещё не начиналась.</translation>
    </message>
    <message>
        <source>Write a message first, then try again.</source>
        <translation>Сначала напишите сообщение, затем повторите.</translation>
    </message>
    <message>
        <source>It does not say which message.</source>
        <translation>Не указано, о каком сообщении речь.</translation>
    </message>
    <message>
        <source>It does not say which CRM form.</source>
        <translation>Не указано, о какой CRM-форме речь.</translation>
    </message>
    <message>
        <source>It has neither a rating nor a comment.</source>
        <translation>Нет ни оценки, ни комментария.</translation>
    </message>
    <message>
        <source>Only the operator who answers it can do this.</source>
        <translation>Это может только оператор, который отвечает.</translation>
    </message>
    <message>
        <source>The portal does not know who is calling</source>
        <translation>Портал не знает, кто обращается</translation>
    </message>
    <message>
        <source>The sign-in belongs to no user of the portal.</source>
        <translation>Вход не принадлежит ни одному пользователю портала.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите снова.</translation>
    </message>
    <message>
        <source>It does not say which user.</source>
        <translation>Не указано, о каком пользователе речь.</translation>
    </message>
    <message>
        <source>It does not say which operator.</source>
        <translation>Не указано, о каком операторе речь.</translation>
    </message>
    <message>
        <source>It does not say which line the dialog goes to.</source>
        <translation>Не указано, на какую линию передаётся диалог.</translation>
    </message>
    <message>
        <source>It does not say who gets the dialog.</source>
        <translation>Не указано, кому передаётся диалог.</translation>
    </message>
    <message>
        <source>You may not remove people from this chat</source>
        <translation>Вам нельзя удалять людей из этого чата</translation>
    </message>
    <message>
        <source>Ask the owner of the chat.</source>
        <translation>Обратитесь к владельцу чата.</translation>
    </message>
    <message>
        <source>It does not say from which day on.</source>
        <translation>Не указано, с какого дня.</translation>
    </message>
    <message>
        <source>You are not the operator of this dialog</source>
        <translation>Вы не оператор этого диалога</translation>
    </message>
    <message>
        <source>Answer or intercept it first.</source>
        <translation>Сначала ответьте в нём или перехватите его.</translation>
    </message>
    <message>
        <source>The dialog cannot go to this operator or line</source>
        <translation>Этот оператор или линия не могут получить диалог</translation>
    </message>
    <message>
        <source>He was dismissed, is a bot or has it already, the line is gone or off, or the dialog was closed meanwhile.</source>
        <translation>Он уволен, это бот или диалог уже у него; линии больше нет или она выключена; либо диалог тем временем закрыт.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look who has the dialog, then choose another.</source>
        <translation>Ничего не изменилось. Посмотрите, у кого диалог, и выберите другого.</translation>
    </message>
    <message>
        <source>You may not pass this dialog on</source>
        <translation>Вам нельзя отдать этот диалог</translation>
    </message>
    <message>
        <source>Another operator has it, it is closed, or you may not remove people.</source>
        <translation>Он у другого оператора, закрыт, или вам нельзя удалять участников.</translation>
    </message>
    <message>
        <source>Look who has the dialog. Intercept takes it over.</source>
        <translation>Посмотрите, у кого диалог. «Перехватить» заберёт его.</translation>
    </message>
    <message>
        <source>A date cannot be read</source>
        <translation>Дата не читается</translation>
    </message>
    <message>
        <source>The first day has a wrong form.</source>
        <translation>Первый день записан неверно.</translation>
    </message>
    <message>
        <source>Write it like 2026-01-31.</source>
        <translation>Запишите её так: 2026-01-31.</translation>
    </message>
    <message>
        <source>The last day has a wrong form.</source>
        <translation>Последний день записан неверно.</translation>
    </message>
    <message>
        <source>The portal finds nothing in the CRM</source>
        <translation>Портал ничего не находит в CRM</translation>
    </message>
    <message>
        <source>The lead, deal, contact or company is not named, or does not exist.</source>
        <translation>Лид, сделка, контакт или компания не указаны или не существуют.</translation>
    </message>
    <message>
        <source>Look in the CRM, then correct the call.</source>
        <translation>Посмотрите в CRM, затем исправьте вызов.</translation>
    </message>
    <message>
        <source>This chat is not linked to the CRM</source>
        <translation>Этот чат не связан с CRM</translation>
    </message>
    <message>
        <source>No lead, deal, contact or company knows of it.</source>
        <translation>С ним не связаны ни лид, ни сделка, ни контакт, ни компания.</translation>
    </message>
    <message>
        <source>Choose another chat, or save the customer in the CRM first.</source>
        <translation>Выберите другой чат или сначала сохраните клиента в CRM.</translation>
    </message>
    <message>
        <source>This user cannot be added to the chat</source>
        <translation>Этого пользователя нельзя добавить в чат</translation>
    </message>
    <message>
        <source>The user was dismissed or has never signed in.</source>
        <translation>Пользователь уволен или ни разу не входил.</translation>
    </message>
    <message>
        <source>Choose another user.</source>
        <translation>Выберите другого пользователя.</translation>
    </message>
    <message>
        <source>Only who manages the chat can do this.</source>
        <translation>Это может только тот, кто управляет чатом.</translation>
    </message>
    <message>
        <source>The portal has cancelled the message</source>
        <translation>Портал отменил сообщение</translation>
    </message>
    <message>
        <source>A rule or another application in the portal has stopped it.</source>
        <translation>Его остановило правило или другое приложение портала.</translation>
    </message>
    <message>
        <source>The portal did not take the message</source>
        <translation>Портал не принял сообщение</translation>
    </message>
    <message>
        <source>The author is probably no member of the chat.</source>
        <translation>Вероятно, автор не состоит в чате.</translation>
    </message>
    <message>
        <source>Add the author to the chat, then send again.</source>
        <translation>Добавьте автора в чат и отправьте снова.</translation>
    </message>
    <message>
        <source>The quick answer could not be saved</source>
        <translation>Быстрый ответ не удалось сохранить</translation>
    </message>
    <message>
        <source>The line has no list for them, or it may not be written to.</source>
        <translation>У линии нет списка для них, или в него нельзя писать.</translation>
    </message>
    <message>
        <source>The code of the open line is empty or too short.</source>
        <translation>Код открытой линии пуст или слишком короток.</translation>
    </message>
    <message>
        <source>The open line is switched off</source>
        <translation>Открытая линия выключена</translation>
    </message>
    <message>
        <source>Its owner does not take messages through the network at the moment.</source>
        <translation>Её владелец сейчас не принимает сообщения через сеть.</translation>
    </message>
    <message>
        <source>Ask the owner of the line.</source>
        <translation>Обратитесь к владельцу линии.</translation>
    </message>
    <message>
        <source>This user gets no more messages for now</source>
        <translation>Этому пользователю пока нельзя писать</translation>
    </message>
    <message>
        <source>The network allows one message a week to each user.</source>
        <translation>Сеть допускает одно сообщение в неделю каждому пользователю.</translation>
    </message>
    <message>
        <source>Write again in a week.</source>
        <translation>Напишите снова через неделю.</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Open lines</source>
        <translation>Открытые линии</translation>
    </message>
</context>
<context>
    <name>LineListModel</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineQuestions</name>
    <message>
        <source>Delete the line {name}?</source>
        <translation>Удалить линию {name}?</translation>
    </message>
    <message>
        <source>Delete line</source>
        <translation>Удалить линию</translation>
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
        <source>{dialogs} known here are closed.</source>
        <translation>Будет закрыто из известных здесь: {dialogs}.</translation>
    </message>
    <message>
        <source>No open dialogs are known here.</source>
        <translation>Открытых диалогов в ней консоль не знает.</translation>
    </message>
    <message>
        <source>No connectors are on it.</source>
        <translation>Коннекторов на ней нет.</translation>
    </message>
    <message>
        <source>Which connectors are on it was not read.</source>
        <translation>Какие на ней коннекторы, не прочитано.</translation>
    </message>
    <message>
        <source>These connectors lose the line: {names}.</source>
        <translation>Эти коннекторы потеряют линию: {names}.</translation>
    </message>
    <message>
        <source>The portal has no way back.</source>
        <translation>Вернуть линию портал не сможет.</translation>
    </message>
    <message>
        <source>The portal named an address that is none: {url}</source>
        <translation>Портал назвал то, что не является адресом: {url}</translation>
    </message>
    <message>
        <source>This page cannot be opened</source>
        <translation>Эту страницу открыть нельзя</translation>
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
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>LineReasons</name>
    <message>
        <source>The line does not exist</source>
        <translation>Линии не существует</translation>
    </message>
    <message>
        <source>The portal has no open line with the id `{line}`.</source>
        <translation>На портале нет открытой линии с ID `{line}`.</translation>
    </message>
    <message>
        <source>somebody deleted it.</source>
        <translation>её кто-то удалил.</translation>
    </message>
    <message>
        <source>Connect the connector to another line: {others}.</source>
        <translation>Подключите коннектор к другой линии: {others}.</translation>
    </message>
    <message>
        <source>Connect the connector to another line.</source>
        <translation>Подключите коннектор к другой линии.</translation>
    </message>
    <message>
        <source>Line {name} is switched off</source>
        <translation>Линия {name} выключена</translation>
    </message>
    <message>
        <source>Customers can write, but **no operator sees it**: the line is off.</source>
        <translation>Клиенты могут писать, но **ни один оператор этого не видит**: линия выключена.</translation>
    </message>
    <message>
        <source>somebody switched it off in the contact centre.</source>
        <translation>её выключили в контакт-центре.</translation>
    </message>
    <message>
        <source>Customers may not reach the CRM</source>
        <translation>Клиенты могут не попасть в CRM</translation>
    </message>
    <message>
        <source>These settings keep the tracker from working: `{settings}`.</source>
        <translation>Трекеру мешают эти настройки: `{settings}`.</translation>
    </message>
    <message>
        <source>Change them in the line&apos;s settings, if leads are wanted.</source>
        <translation>Если лиды нужны, измените их в настройках линии.</translation>
    </message>
    <message>
        <source>Nobody is in the queue of {name}</source>
        <translation>В очереди линии {name} никого нет</translation>
    </message>
    <message>
        <source>Messages arrive, but **no operator gets them**.</source>
        <translation>Сообщения приходят, но **их не получает ни один оператор**.</translation>
    </message>
    <message>
        <source>the line was made by a program and its queue was never filled.</source>
        <translation>линию создала программа, а очередь не заполнили.</translation>
    </message>
    <message>
        <source>Put operators into the queue, or yourself to begin with.</source>
        <translation>Добавьте в очередь операторов, для начала — себя.</translation>
    </message>
    <message>
        <source>All operators of {name} are dismissed</source>
        <translation>Все операторы линии {name} уволены</translation>
    </message>
    <message>
        <source>Only people who left the company are in the queue: {operators}.</source>
        <translation>В очереди только те, кто ушёл из компании: {operators}.</translation>
    </message>
    <message>
        <source>Put people into the queue who still work there.</source>
        <translation>Добавьте в очередь тех, кто ещё работает.</translation>
    </message>
    <message>
        <source>Some operators of {name} are dismissed</source>
        <translation>Часть операторов линии {name} уволена</translation>
    </message>
    <message>
        <source>Messages can be given to people who left: {operators}.</source>
        <translation>Сообщения могут достаться тем, кто ушёл: {operators}.</translation>
    </message>
    <message>
        <source>Take them out of the queue.</source>
        <translation>Уберите их из очереди.</translation>
    </message>
    <message>
        <source>Working hours: closed now</source>
        <translation>Рабочее время: сейчас закрыто</translation>
    </message>
    <message>
        <source>{name} works {hours} ({zone}). Now messages get the line&apos;s automatic answer and wait for an operator.</source>
        <translation>Линия {name} работает {hours} ({zone}). Сейчас на сообщения отвечает автоответ линии, и они ждут оператора.</translation>
    </message>
    <message>
        <source>Nothing is broken. Change the hours for a test.</source>
        <translation>Ничего не сломано. Для пробы измените часы работы.</translation>
    </message>
    <message>
        <source>{name} works {hours} ({zone}). Now messages wait for an operator, and the customer hears nothing.</source>
        <translation>{name} работает {hours} ({zone}). Сейчас сообщения ждут оператора, а клиент ничего не получает в ответ.</translation>
    </message>
    <message numerus="yes">
        <source>Working hours: closes in %n min</source>
        <translation>
            <numerusform>Рабочее время: закроется через %n мин</numerusform>
            <numerusform>Рабочее время: закроется через %n мин</numerusform>
            <numerusform>Рабочее время: закроется через %n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>After that customers of {name} wait until it opens.</source>
        <translation>После этого клиенты линии {name} ждут её открытия.</translation>
    </message>
    <message>
        <source>The connector is configured on this line, but its **error flag is set**. Until it is cleared, customer messages are refused with `NOT_ACTIVE_LINE` and operators see a broken channel.</source>
        <translation>Коннектор настроен на этой линии, но **стоит признак ошибки**. Пока его не снимут, сообщения клиентов отклоняются с `NOT_ACTIVE_LINE`, а операторы видят неисправный канал.</translation>
    </message>
    <message>
        <source>Error flag is set on line {name}</source>
        <translation>На линии {name} стоит признак ошибки</translation>
    </message>
    <message>
        <source>The connector is not switched on for {name}</source>
        <translation>Коннектор не включён на линии {name}</translation>
    </message>
    <message>
        <source>`{connector}` is registered, but not active on line `{line}`. Customer messages are refused with `NOT_ACTIVE_LINE`.</source>
        <translation>`{connector}` зарегистрирован, но не активен на линии `{line}`. Сообщения клиентов отклоняются с `NOT_ACTIVE_LINE`.</translation>
    </message>
    <message>
        <source>somebody pressed Disconnect in the contact centre, or it was never on.</source>
        <translation>кто-то нажал «Отключить» в контакт-центре или его не включали.</translation>
    </message>
    <message>
        <source>this console called `imconnector.set.error` at {at}.</source>
        <translation>эта консоль вызвала `imconnector.set.error` в {at}.</translation>
    </message>
    <message>
        <source>a program of this application called `imconnector.set.error`.</source>
        <translation>программа этого приложения вызвала `imconnector.set.error`.</translation>
    </message>
    <message>
        <source>Channel data was never written from here</source>
        <translation>Отсюда данные канала не записывали</translation>
    </message>
    <message>
        <source>This console has not described `{connector}` on line `{line}`, and the portal cannot be asked. Without a description the contact centre shows an empty channel.</source>
        <translation>Эта консоль не описывала `{connector}` на линии `{line}`, а портал спросить нельзя. Без описания контакт-центр показывает пустой канал.</translation>
    </message>
    <message>
        <source>the set-up stopped before `imconnector.connector.data.set`.</source>
        <translation>настройка остановилась до `imconnector.connector.data.set`.</translation>
    </message>
    <message>
        <source>Describe the channel on the connector&apos;s Lines tab.</source>
        <translation>Опишите канал на вкладке «Линии» коннектора.</translation>
    </message>
    <message>
        <source>Channel data went when the connector was disconnected</source>
        <translation>Данные канала пропали при отключении коннектора</translation>
    </message>
    <message>
        <source>It was written for line `{line}` at {at}; at {lost_at} `{connector}` was disconnected there, and the portal drops it then.</source>
        <translation>Их записали для линии `{line}` {at}; {lost_at} `{connector}` отключили от неё, а портал при этом их удаляет.</translation>
    </message>
    <message>
        <source>it was connected again in the portal, or by another program.</source>
        <translation>его снова подключили на портале или другой программой.</translation>
    </message>
    <message>
        <source>The settings page is not bound</source>
        <translation>Страница настроек не привязана</translation>
    </message>
    <message>
        <source>The portal has no `SETTING_CONNECTOR` page for `{handler}`.</source>
        <translation>На портале нет страницы `SETTING_CONNECTOR` для `{handler}`.</translation>
    </message>
    <message>
        <source>it was unbound, or the connector was registered elsewhere.</source>
        <translation>её отвязали или коннектор зарегистрировали в другом месте.</translation>
    </message>
    <message>
        <source>Register again: that binds the page.</source>
        <translation>Зарегистрируйте снова: страница привяжется.</translation>
    </message>
    <message>
        <source>Settings pages of earlier addresses are left</source>
        <translation>Остались страницы настроек прежних адресов</translation>
    </message>
    <message>
        <source>The portal can open an old one of these: {handlers}.</source>
        <translation>Портал может открыть одну из старых: {handlers}.</translation>
    </message>
    <message>
        <source>the connector was registered again with another address.</source>
        <translation>коннектор зарегистрировали снова с другим адресом.</translation>
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
    <name>LineTabs</name>
    <message>
        <source>General</source>
        <translation>Общее</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Закрытие</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>On</source>
        <translation>Включена</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключена</translation>
    </message>
    <message numerus="yes">
        <source>%n operator(s)</source>
        <translation>
            <numerusform>%n оператор</numerusform>
            <numerusform>%n оператора</numerusform>
            <numerusform>%n операторов</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody in the queue</source>
        <translation>в очереди никого</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>по очереди</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>с начала очереди</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>всем сразу</translation>
    </message>
    <message>
        <source>no connectors</source>
        <translation>нет коннекторов</translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>%n коннектор</numerusform>
            <numerusform>%n коннектора</numerusform>
            <numerusform>%n коннекторов</numerusform>
        </translation>
    </message>
    <message>
        <source>no CRM</source>
        <translation>без CRM</translation>
    </message>
    <message>
        <source>CRM: leads</source>
        <translation>CRM: лиды</translation>
    </message>
    <message>
        <source>CRM: deals</source>
        <translation>CRM: сделки</translation>
    </message>
    <message>
        <source>CRM: no records</source>
        <translation>CRM: без записей</translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>The hours cannot be told: the time zone is not known here.</source>
        <translation>Часы назвать нельзя: этот часовой пояс здесь не известен.</translation>
    </message>
    <message>
        <source>Always open</source>
        <translation>Открыто всегда</translation>
    </message>
    <message>
        <source>Closed, and it never opens</source>
        <translation>Закрыто и не откроется</translation>
    </message>
    <message>
        <source>Open until {moment}</source>
        <translation>Открыто до {moment}</translation>
    </message>
    <message>
        <source>Closed until {moment}</source>
        <translation>Закрыто до {moment}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} д</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>{minutes} min {rest} s</source>
        <translation>{minutes} мин {rest} с</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
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
    <name>LinesModel</name>
    <message>
        <source>Line</source>
        <extracomment>The token of a cell&apos;s colour.</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Дольше всех</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Отвечают</translation>
    </message>
</context>
<context>
    <name>LinesNow</name>
    <message>
        <source>Lines now</source>
        <translation>Линии сейчас</translation>
    </message>
    <message>
        <source>No open line is known yet.</source>
        <translation>Пока не известна ни одна открытая линия.</translation>
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
    <name>LinesView</name>
    <message>
        <source>No open line to be seen</source>
        <translation>Открытых линий не видно</translation>
    </message>
    <message>
        <source>An open line gives the dialogs of its channels to operators. The portal has none, or none that you may see.</source>
        <translation>Открытая линия раздаёт диалоги своих каналов операторам. На портале линий нет, или вам они не видны.</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая линия</translation>
    </message>
    <message>
        <source>Reading the lines…</source>
        <translation>Чтение линий…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open lines</source>
        <translation>Открытые линии</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>New open line</source>
        <translation>Новая открытая линия</translation>
    </message>
    <message>
        <source>Save the line</source>
        <translation>Сохранить линию</translation>
    </message>
    <message>
        <source>Read all lines again</source>
        <translation>Прочитать все линии заново</translation>
    </message>
    <message>
        <source>Search lines</source>
        <translation>Искать линии</translation>
    </message>
    <message>
        <source>Open the line in Bitrix24</source>
        <translation>Открыть линию в Битрикс24</translation>
    </message>
    <message>
        <source>The line {name} was deleted in the portal.</source>
        <translation>Линию {name} удалили на портале.</translation>
    </message>
    <message>
        <source>This portal is set to read-only here.</source>
        <translation>Этот портал открыт здесь только для чтения.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти снова</translation>
    </message>
    <message>
        <source>What is shown is as of {time}.</source>
        <translation>Показано состояние на {time}.</translation>
    </message>
</context>
<context>
    <name>LinkOpener</name>
    <message>
        <source>Only addresses with http and https are opened, and this is none: {address}</source>
        <translation>Открываются только адреса с http и https, а это не такой: {address}</translation>
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
        <translation>Имя выглядит как {name}; буквы других алфавитов могут обмануть.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Write an e-mail?</source>
        <translation>Написать письмо?</translation>
    </message>
    <message>
        <source>Call this number?</source>
        <translation>Позвонить по этому номеру?</translation>
    </message>
    <message>
        <source>Your system opens its own program with {address}.</source>
        <translation>Система откроет свою программу для {address}.</translation>
    </message>
</context>
<context>
    <name>LinkedErrors</name>
    <message>
        <source>Open the dialog&apos;s CRM card at the portal before you make another one.</source>
        <translation>Откройте карточку CRM этого диалога на портале, прежде чем создавать ещё одну запись.</translation>
    </message>
    <message>
        <source>The portal agreed, but the dialog has no lead</source>
        <translation>Портал согласился, но лида у диалога нет</translation>
    </message>
    <message>
        <source>The chat was read again and names none: the line may keep no CRM.</source>
        <translation>Чат прочитан ещё раз и лида не называет: возможно, линия не ведёт CRM.</translation>
    </message>
    <message>
        <source>Look at the line&apos;s CRM settings, or make a lead with “New lead…”.</source>
        <translation>Посмотрите настройки CRM линии или создайте лид кнопкой «Новый лид…».</translation>
    </message>
    <message>
        <source>The portal made no lead and gave no reason</source>
        <translation>Портал не создал лид и не сказал почему</translation>
    </message>
    <message>
        <source>It answered no without a code.</source>
        <translation>Он ответил отказом без кода.</translation>
    </message>
    <message>
        <source>The record was made, but it cannot be read again</source>
        <translation>Запись создана, но прочитать её не удалось</translation>
    </message>
    <message>
        <source>It may be hidden from you, or the portal did not answer.</source>
        <translation>Возможно, она скрыта от вас или портал не ответил.</translation>
    </message>
    <message>
        <source>The title is missing</source>
        <translation>Нет названия</translation>
    </message>
    <message>
        <source>Type one; nothing was sent.</source>
        <translation>Введите его; ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>LinkedWords</name>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Не связан</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Связан</translation>
    </message>
    <message>
        <source>Link is broken</source>
        <translation>Связь порвана</translation>
    </message>
    <message>
        <source>Several candidates</source>
        <translation>Несколько кандидатов</translation>
    </message>
    <message>
        <source>One candidate</source>
        <translation>Один кандидат</translation>
    </message>
    <message>
        <source>The chat still names records that cannot be read. Below stand records with the same key, phone or e-mail, if there are any.</source>
        <translation>Чат всё ещё называет записи, которые нельзя прочитать. Ниже стоят записи с тем же ключом, телефоном или адресом, если такие есть.</translation>
    </message>
    <message>
        <source>The chat names no record, and several carry the dialog&apos;s key or the customer&apos;s phone or e-mail. Look at them before you make another one.</source>
        <translation>Чат не называет ни одной записи, а ключ диалога, телефон или адрес клиента есть у нескольких. Посмотрите их, прежде чем создавать ещё одну.</translation>
    </message>
    <message>
        <source>The chat names no record, but this one carries the dialog&apos;s key or the customer&apos;s phone or e-mail.</source>
        <translation>Чат не называет ни одной записи, но у этой есть ключ диалога, телефон или адрес клиента.</translation>
    </message>
    <message>
        <source>{record} was deleted.</source>
        <translation>{record}: запись удалена.</translation>
    </message>
    <message>
        <source>{record} is hidden from you.</source>
        <translation>{record}: запись скрыта от вас.</translation>
    </message>
    <message>
        <source>{record} was made, and the chat names it: checked.</source>
        <translation>{record}: запись создана, и чат её называет: проверено.</translation>
    </message>
    <message>
        <source>{record} was made and carries the dialog&apos;s key: checked. The chat itself names another record or none; a new session looks for the key.</source>
        <translation>{record}: запись создана и несёт ключ диалога: проверено. Сам чат называет другую запись или никакой; новая сессия ищет по ключу.</translation>
    </message>
    <message>
        <source>{record} was made for the dialog&apos;s contact: checked. The chat itself does not name it.</source>
        <translation>{record}: запись создана для контакта диалога: проверено. Сам чат её не называет.</translation>
    </message>
    <message>
        <source>{record} was made, but nothing ties it to this dialog: the chat does not name it, and deals carry no key of dialogs. Bind it in the portal&apos;s CRM.</source>
        <translation>{record}: запись создана, но с этим диалогом её ничего не связывает: чат её не называет, а сделки не несут ключа диалога. Свяжите её в CRM портала.</translation>
    </message>
    <message>
        <source>The dialog had {record} already: the portal made no second one.</source>
        <translation>У диалога уже есть {record}: второй записи портал не создал.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>уволен</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>не в сети</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search dialogs</source>
        <translation>Найти диалог</translation>
    </message>
    <message>
        <source>Search in messages too</source>
        <translation>Искать и в сообщениях</translation>
    </message>
    <message>
        <source>New customer (Ctrl+N)</source>
        <translation>Новый клиент (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filters, order and views</source>
        <translation>Фильтры, порядок и виды</translation>
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
    <message>
        <source>This profile is read-only: no write leaves this program.</source>
        <translation>Этот профиль только для чтения: программа ничего не записывает.</translation>
    </message>
    <message>
        <source>Search lines</source>
        <translation>Искать линии</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая линия</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Customer {id}</source>
        <extracomment>How a dialog stands to the answer that its customer waits for. What is typed and not sent, where somebody tells it. By the targets of each line, where somebody tells them.</extracomment>
        <translation>Клиент {id}</translation>
    </message>
    <message>
        <source>Line {id}</source>
        <translation>Линия {id}</translation>
    </message>
    <message>
        <source>{line} (from {came})</source>
        <translation>{line} (из {came})</translation>
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
        <source>2 drafts, the operator&apos;s: {text}</source>
        <translation>2 черновика; у оператора: {text}</translation>
    </message>
    <message>
        <source>2 drafts, the customer&apos;s: {text}</source>
        <translation>2 черновика; у клиента: {text}</translation>
    </message>
    <message>
        <source>Operator&apos;s draft: {text}</source>
        <translation>Черновик оператора: {text}</translation>
    </message>
    <message>
        <source>Customer&apos;s draft: {text}</source>
        <translation>Черновик клиента: {text}</translation>
    </message>
    <message>
        <source>With a bot</source>
        <translation>У бота</translation>
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
    <message>
        <source>The first answer was due {at}</source>
        <translation>Срок первого ответа прошёл в {at}</translation>
    </message>
    <message>
        <source>The answer was due {at}</source>
        <translation>Срок ответа прошёл в {at}</translation>
    </message>
    <message>
        <source>The first answer is due {at}</source>
        <translation>Срок первого ответа: {at}</translation>
    </message>
    <message>
        <source>The answer is due {at}</source>
        <translation>Срок ответа: {at}</translation>
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
    <name>LogModel</name>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>не начато</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>given up before the portal was asked</source>
        <translation>отменено до обращения к порталу</translation>
    </message>
    <message>
        <source>not known: it may have been done</source>
        <translation>неизвестно: могло выполниться</translation>
    </message>
    <message>
        <source>refused: {code}</source>
        <translation>отказ: {code}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Диалог</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>To undo it</source>
        <translation>Как отменить</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>Event subscribed</source>
        <translation>Подписка на событие</translation>
    </message>
    <message>
        <source>Event unsubscribed</source>
        <translation>Отписка от события</translation>
    </message>
    <message>
        <source>Placement added</source>
        <translation>Место встраивания добавлено</translation>
    </message>
    <message>
        <source>Placement removed</source>
        <translation>Место встраивания убрано</translation>
    </message>
    <message>
        <source>Connector registered</source>
        <translation>Коннектор зарегистрирован</translation>
    </message>
    <message>
        <source>Connector unregistered</source>
        <translation>Регистрация коннектора снята</translation>
    </message>
    <message>
        <source>Connector switched on or off</source>
        <translation>Коннектор включён или выключен</translation>
    </message>
    <message>
        <source>Connector&apos;s data set</source>
        <translation>Данные коннектора заданы</translation>
    </message>
    <message>
        <source>Connector&apos;s fault told</source>
        <translation>О сбое коннектора сообщено</translation>
    </message>
    <message>
        <source>Chat renamed</source>
        <translation>Чат переименован</translation>
    </message>
    <message>
        <source>Line added</source>
        <translation>Линия добавлена</translation>
    </message>
    <message>
        <source>Line changed</source>
        <translation>Линия изменена</translation>
    </message>
    <message>
        <source>Line deleted</source>
        <translation>Линия удалена</translation>
    </message>
    <message>
        <source>Chatbot registered</source>
        <translation>Чат-бот зарегистрирован</translation>
    </message>
    <message>
        <source>Chatbot changed</source>
        <translation>Чат-бот изменён</translation>
    </message>
    <message>
        <source>Chatbot unregistered</source>
        <translation>Регистрация чат-бота снята</translation>
    </message>
    <message>
        <source>Lead made of the dialog</source>
        <translation>Лид создан из диалога</translation>
    </message>
    <message>
        <source>Lead added</source>
        <translation>Лид добавлен</translation>
    </message>
    <message>
        <source>Deal added</source>
        <translation>Сделка добавлена</translation>
    </message>
    <message>
        <source>All own dialogs pinned</source>
        <translation>Все свои диалоги закреплены</translation>
    </message>
    <message>
        <source>All own dialogs unpinned</source>
        <translation>Все свои диалоги откреплены</translation>
    </message>
    <message>
        <source>Person added to the chat</source>
        <translation>Человек добавлен в чат</translation>
    </message>
    <message>
        <source>Person removed from the chat</source>
        <translation>Человек удалён из чата</translation>
    </message>
    <message>
        <source>Message changed</source>
        <translation>Сообщение изменено</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Отметка «Нравится»</translation>
    </message>
    <message>
        <source>Quick answer saved</source>
        <translation>Быстрый ответ сохранён</translation>
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
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Браузер</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
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
    <name>Members</name>
    <message>
        <source>Ask the portal for the people</source>
        <extracomment>People that get a row; the others are counted.</extracomment>
        <translation>Спросить у портала, кто в чате</translation>
    </message>
    <message>
        <source>Open the chat at the portal</source>
        <translation>Открыть чат на портале</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>The portal is locked: nothing is changed there.</source>
        <translation>Портал заперт: на нём ничего не меняется.</translation>
    </message>
    <message>
        <source>The portal has no chat for this dialog yet.</source>
        <translation>На портале ещё нет чата этого диалога.</translation>
    </message>
    <message>
        <source>Asking the portal …</source>
        <translation>Спрашиваем портал…</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Ещё не спрашивали.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Open {name} at the portal</source>
        <translation>Открыть на портале: {name}</translation>
    </message>
    <message>
        <source>Remove {name} from the chat…</source>
        <translation>Убрать из чата: {name}…</translation>
    </message>
    <message>
        <source>In the chat</source>
        <translation>В чате</translation>
    </message>
</context>
<context>
    <name>MembersGuest</name>
    <message>
        <source>Add to the chat</source>
        <translation>Добавить в чат</translation>
    </message>
    <message>
        <source>Remove {name} from the chat?</source>
        <translation>Убрать из чата: {name}?</translation>
    </message>
    <message>
        <source>The chat leaves that person&apos;s list. The dialog and its messages stay.</source>
        <translation>Чат исчезнет из списка этого человека. Диалог и сообщения останутся.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
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
        <source>No answer came. It is looked for in the portal&apos;s chat first; if it did arrive and cannot be found there, it will be there twice.</source>
        <translation>Ответа не было. Сначала сообщение ищется в чате портала; если оно дошло, но там не найдётся, оно окажется там дважды.</translation>
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
        <source>Raw payloads…</source>
        <translation>Исходные данные…</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитировать</translation>
    </message>
    <message>
        <source>Show the whole message…</source>
        <translation>Показать сообщение целиком…</translation>
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
        <source>Take back</source>
        <translation>Отменить</translation>
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
        <source>Show the request to delete…</source>
        <translation>Показать запрос на удаление…</translation>
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
        <source>Show text round trip…</source>
        <translation>Показать путь текста…</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Details of the message…</source>
        <translation>Подробности сообщения…</translation>
    </message>
    <message>
        <source>Change my message…</source>
        <translation>Изменить моё сообщение…</translation>
    </message>
    <message>
        <source>Delete my message…</source>
        <translation>Удалить моё сообщение…</translation>
    </message>
    <message>
        <source>Like: only colleagues see it</source>
        <translation>Нравится (видят только коллеги)</translation>
    </message>
    <message>
        <source>Take my like back</source>
        <translation>Снять мою отметку «Нравится»</translation>
    </message>
    <message>
        <source>Start a session from here</source>
        <translation>Начать сессию с этого сообщения</translation>
    </message>
    <message>
        <source>Keep as a quick answer…</source>
        <translation>Сохранить как быстрый ответ…</translation>
    </message>
    <message>
        <source>Save as a quick answer at the portal</source>
        <translation>Сохранить как быстрый ответ на портале</translation>
    </message>
    <message>
        <source>{act}: {name}</source>
        <translation>{act}: {name}</translation>
    </message>
    <message>
        <source>Open in the browser…: {name}</source>
        <translation>Открыть в браузере…: {name}</translation>
    </message>
    <message>
        <source>Write to {address}…</source>
        <translation>Написать {address}…</translation>
    </message>
    <message>
        <source>Call {address}…</source>
        <translation>Позвонить {address}…</translation>
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
        <source>When a customer writes through one of your connectors, the dialog appears here. You can be that customer. Dialogs that are open already appear at once if they are in your list at the portal, and those of other operators when somebody writes in them.</source>
        <translation>Когда клиент напишет через один из ваших коннекторов, диалог появится здесь. Этим клиентом можете быть и вы. Уже открытые диалоги появятся сразу, если они есть в вашем списке на портале, а диалоги других операторов — когда в них кто-нибудь напишет.</translation>
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
    <message>
        <source>This portal is read-only here: nothing can be sent.</source>
        <translation>Этот портал здесь только для чтения: отправить ничего нельзя.</translation>
    </message>
</context>
<context>
    <name>MomentBar</name>
    <message>
        <source>A time or a day: 14:30, 12.07 14:30, 2026-07-12, yesterday, 2 hours ago</source>
        <translation>Время или день: 14:30, 12.07 14:30, 2026-07-12, вчера, 2 часа назад</translation>
    </message>
    <message>
        <source>14:30, 12.07, yesterday</source>
        <translation>14:30, 12.07, вчера</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>Keep the phone unchecked (skip_phone_validate)</source>
        <translation>Не проверять телефон (skip_phone_validate)</translation>
    </message>
    <message>
        <source>The name may break the vendor&apos;s rule of 25 letters</source>
        <translation>Имя может нарушать правило 25 букв</translation>
    </message>
    <message>
        <source>Keep the CRM tracker out (disable_crm)</source>
        <translation>Без CRM-трекера (disable_crm)</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>The portal fetches it from there, without signing in</source>
        <translation>Портал скачивает её оттуда без входа</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>The CRM finds people by it</source>
        <translation>По нему CRM находит людей</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Picture&apos;s address</source>
        <translation>Адрес картинки</translation>
    </message>
    <message>
        <source>Profile&apos;s address</source>
        <translation>Адрес профиля</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Shown where there is no name</source>
        <translation>Видно там, где нет имени</translation>
    </message>
    <message>
        <source>Portal&apos;s user</source>
        <translation>Пользователь портала</translation>
    </message>
    <message>
        <source>The message is his, written outside; 0 is a text of the system</source>
        <translation>Сообщение от его имени, написанное снаружи; 0 — текст системы</translation>
    </message>
    <message>
        <source>Name of the chat</source>
        <translation>Имя чата</translation>
    </message>
    <message>
        <source>Chat&apos;s address</source>
        <translation>Адрес чата</translation>
    </message>
    <message>
        <source>Shown as the original post</source>
        <translation>Видно как исходная запись</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>The chat</source>
        <translation>Чат</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Save and open anew</source>
        <translation>Сохранить и открыть заново</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отменить изменения</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Holds for every request of this portal: calls, sign-in, renewal of tokens, files. Certificates are always checked.</source>
        <translation>Действует для всех запросов этого портала: вызовы, вход, обновление токенов, файлы. Сертификаты проверяются всегда.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n certificate(s):</source>
        <translation>
            <numerusform>В файле %n сертификат:</numerusform>
            <numerusform>В файле %n сертификата:</numerusform>
            <numerusform>В файле %n сертификатов:</numerusform>
        </translation>
    </message>
    <message>
        <source>{subject}, good until {day}</source>
        <translation>{subject}, действует до {day}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>certificates</comment>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkErrors</name>
    <message>
        <source>Correct it on the Portal page under Network, then test the connection.</source>
        <translation>Исправьте это на странице «Портал» в разделе «Сеть» и проверьте соединение.</translation>
    </message>
    <message>
        <source>This portal is read-only here</source>
        <translation>Этот портал здесь только для чтения</translation>
    </message>
    <message>
        <source>Nothing was sent: this call could change something in the portal.</source>
        <translation>Ничего не отправлено: этот вызов мог бы что-то изменить на портале.</translation>
    </message>
    <message>
        <source>Switch read-only off on the Portal page if you mean it.</source>
        <translation>Если это нужно, выключите «Только чтение» на странице «Портал».</translation>
    </message>
    <message>
        <source>The portal tells this application nothing yet</source>
        <translation>Портал пока ничего не сообщает этому приложению</translation>
    </message>
    <message>
        <source>No event is subscribed to, and a read-only portal is only watched.</source>
        <translation>Подписок на события нет, а портал «только для чтения» лишь просматривается.</translation>
    </message>
    <message>
        <source>Switch read-only off once: the events are then subscribed to.</source>
        <translation>Выключите «Только чтение» один раз: тогда подписки на события появятся.</translation>
    </message>
    <message>
        <source>The file of certificate authorities is not there</source>
        <translation>Файла центров сертификации нет на месте</translation>
    </message>
    <message>
        <source>Without it the portal&apos;s certificate cannot be checked.</source>
        <translation>Без него сертификат портала не проверить.</translation>
    </message>
    <message>
        <source>The file of certificate authorities cannot be used</source>
        <translation>Файл центров сертификации не годится</translation>
    </message>
    <message>
        <source>It holds no certificate, or may not be read.</source>
        <translation>В нём нет сертификата, или его нельзя прочитать.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address cannot be used</source>
        <translation>Адрес прокси не годится</translation>
    </message>
    <message>
        <source>It should look like http://proxy.example:3128, with http or https.</source>
        <translation>Он должен выглядеть как http://proxy.example:3128, с http или https.</translation>
    </message>
    <message>
        <source>A password may not stand in the proxy&apos;s address</source>
        <translation>В адресе прокси не может быть пароля</translation>
    </message>
    <message>
        <source>Portals are kept in a plain file, and secrets never go there.</source>
        <translation>Порталы хранятся в открытом файле, и секреты туда никогда не попадают.</translation>
    </message>
    <message>
        <source>Leave the field empty and set HTTPS_PROXY for this program instead.</source>
        <translation>Оставьте поле пустым и задайте для этой программы HTTPS_PROXY.</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>Certificate authorities</source>
        <translation>Удостоверяющие центры</translation>
    </message>
    <message>
        <source>A PEM file, for a portal with a certificate of your own. The system&apos;s authorities stay trusted.</source>
        <translation>Файл PEM для портала с собственным сертификатом. Системным центрам сертификации консоль доверяет по-прежнему.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Empty means the system&apos;s. This machine itself is never reached through one.</source>
        <translation>Пусто — системный. К самой этой машине через прокси не ходят никогда.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>Correct it above, then test the connection.</source>
        <translation>Исправьте это выше и проверьте соединение.</translation>
    </message>
    <message>
        <source>A portal answered after {time} ms.</source>
        <translation>Портал ответил через {time} мс.</translation>
    </message>
    <message>
        <source>Its certificate was issued by {issuer} and is good until {date}.</source>
        <translation>Его сертификат выдал {issuer}, он действует до {date}.</translation>
    </message>
    <message>
        <source>It vouches for itself: name its file above.</source>
        <translation>Он подписан сам собой: укажите его файл выше.</translation>
    </message>
    <message>
        <source>It has run out.</source>
        <translation>Его срок истёк.</translation>
    </message>
    <message>
        <source>It is not valid yet: check this clock.</source>
        <translation>Он ещё не действует: проверьте часы этой машины.</translation>
    </message>
    <message>
        <source>It is for another name than this address.</source>
        <translation>Он выдан на другое имя, не на этот адрес.</translation>
    </message>
    <message>
        <source>This machine does not know who issued it: name the authority&apos;s file above.</source>
        <translation>Эта машина не знает, кто его выдал: укажите выше файл удостоверяющего центра.</translation>
    </message>
    <message>
        <source>It is not believed.</source>
        <translation>Ему нет доверия.</translation>
    </message>
    <message>
        <source>The certificate {subject}, issued by {issuer}, good until {date}.</source>
        <translation>Сертификат {subject}, выдан {issuer}, действует до {date}.</translation>
    </message>
</context>
<context>
    <name>NewBot</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Customers see it</source>
        <translation>Его видят клиенты</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>The portal knows the bot by it; the same code takes up the same bot</source>
        <translation>По нему портал знает бота; тот же код вернёт того же бота</translation>
    </message>
    <message>
        <source>Open line</source>
        <translation>Открытая линия</translation>
    </message>
    <message>
        <source>The bot greets every new customer of this line</source>
        <translation>Бот здоровается с каждым новым клиентом этой линии</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Обработчик</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Зарегистрировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>It begins with a few rules that can be changed at once.</source>
        <translation>У него сразу будет несколько правил, их можно изменить.</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Помощник</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>Пока ни в одной</translation>
    </message>
    <message>
        <source>Hello! I am a bot. Ask me something, or write “operator”.</source>
        <translation>Здравствуйте. Я бот. Спросите меня о чём-нибудь или напишите «оператор».</translation>
    </message>
    <message>
        <source>I did not understand that. Try other words, or write “operator”.</source>
        <translation>Я не понял. Напишите другими словами или «оператор».</translation>
    </message>
    <message>
        <source>operator*, human, person</source>
        <translation>оператор*, человек*, сотрудник*</translation>
    </message>
    <message>
        <source>One moment, I am calling a colleague.</source>
        <translation>Минуту, зову коллегу.</translation>
    </message>
    <message>
        <source>We are closed now; people answer as soon as we open.</source>
        <translation>Сейчас мы не работаем; вам ответят, как только мы откроемся.</translation>
    </message>
    <message>
        <source>This portal has no imbot.v2, so a bot cannot fetch what it hears: the portal posts it to an address on the internet. The bot is registered for your handler there; the rules of this page do not answer for it.</source>
        <translation>На этом портале нет imbot.v2, поэтому бот не может сам забирать события: портал отправляет их на адрес в интернете. Бот регистрируется для вашего обработчика там; правила этой страницы за него не отвечают.</translation>
    </message>
    <message>
        <source>New bot</source>
        <translation>Новый бот</translation>
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
    <name>NewLine</name>
    <message>
        <source>New line</source>
        <translation>Новая линия</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Поддержка</translation>
    </message>
    <message>
        <source>As the portal does</source>
        <translation>Как на портале</translation>
    </message>
    <message>
        <source>Put me into its queue</source>
        <translation>Добавить меня в очередь</translation>
    </message>
    <message>
        <source>Create line</source>
        <translation>Создать линию</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Dialogs in turn, a lead for every new customer, phones and mails collected, no second lead for known clients, closed after a day of silence.</source>
        <translation>Диалоги по очереди, лид для каждого нового клиента, телефоны и почта собираются, второго лида для известных нет, закрытие через сутки тишины.</translation>
    </message>
    <message>
        <source>Dialogs in turn, customers recognised by the CRM but no leads made, closed after a day of silence.</source>
        <translation>Диалоги по очереди, CRM узнаёт клиентов, но лидов не создаёт, закрытие через сутки тишины.</translation>
    </message>
    <message>
        <source>Only the name and the queue are sent.</source>
        <translation>Отправляются только название и очередь.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>At least %n characters. A few words are easier to keep in mind.</source>
        <translation>
            <numerusform>Не короче %n знака. Несколько слов запомнить легче.</numerusform>
            <numerusform>Не короче %n знаков. Несколько слов запомнить легче.</numerusform>
            <numerusform>Не короче %n знаков. Несколько слов запомнить легче.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Она же ещё раз</translation>
    </message>
    <message>
        <source>Enter a passphrase</source>
        <translation>Введите парольную фразу</translation>
    </message>
    <message>
        <source>This is too short</source>
        <translation>Слишком короткая</translation>
    </message>
    <message>
        <source>The same few characters again and again are guessed at once</source>
        <translation>Несколько одинаковых знаков подряд угадывают сразу</translation>
    </message>
    <message>
        <source>These two are not the same</source>
        <translation>Эти две не совпадают</translation>
    </message>
    <message>
        <source>Weak: too short or too simple</source>
        <translation>Слабая: слишком короткая или простая</translation>
    </message>
    <message>
        <source>Fair: longer is better</source>
        <translation>Приемлемая: длиннее — лучше</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Надёжная</translation>
    </message>
</context>
<context>
    <name>NewRecord</name>
    <message>
        <source>Create lead lets the portal make one by the line&apos;s own rules. The other two make a record with what you type. Each is read again afterwards.</source>
        <translation>«Создать лид» поручает это порталу по правилам линии. Две другие кнопки создают запись из того, что вы введёте. Каждая запись затем читается ещё раз.</translation>
    </message>
    <message>
        <source>Create lead</source>
        <translation>Создать лид</translation>
    </message>
    <message>
        <source>New lead…</source>
        <translation>Новый лид…</translation>
    </message>
    <message>
        <source>New deal…</source>
        <translation>Новая сделка…</translation>
    </message>
    <message>
        <source>Open the record at the portal</source>
        <translation>Открыть запись на портале</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Новая запись</translation>
    </message>
</context>
<context>
    <name>NothingPasses</name>
    <message>
        <source>No dialog passes the filter</source>
        <translation>Ни один диалог не проходит фильтр</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Сбросить все фильтры</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove the filter “{part}”</source>
        <translation>Убрать фильтр «{part}»</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Show</source>
        <extracomment>Rows at first, and the height of all of them before they are scrolled.</extracomment>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять с портала</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить своё</translation>
    </message>
    <message>
        <source>This portal is set to read-only here: everything can be read, nothing saved.</source>
        <translation>Этот портал открыт здесь только для чтения: видно всё, сохранить нельзя ничего.</translation>
    </message>
    <message>
        <source>The portal said yes, but has other values now: {fields}. Yours are still typed here.</source>
        <translation>Портал согласился, но значения у него другие: {fields}. Ваши остались в полях.</translation>
    </message>
    <message>
        <source>Somebody changed the line in the portal meanwhile: {fields}.</source>
        <translation>Тем временем линию изменили на портале: {fields}.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
</context>
<context>
    <name>NoticesBlock</name>
    <message>
        <source>Show alerts on the desktop</source>
        <translation>Показывать оповещения на рабочем столе</translation>
    </message>
    <message>
        <source>Show new messages on the desktop</source>
        <translation>Показывать новые сообщения на рабочем столе</translation>
    </message>
    <message>
        <source>Hide names and words there</source>
        <translation>Скрывать там имена и слова</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>For alerts</source>
        <translation>Для оповещений</translation>
    </message>
    <message>
        <source>For alerts and messages</source>
        <translation>Для оповещений и сообщений</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>Show one now</source>
        <translation>Показать пример</translation>
    </message>
    <message>
        <source>This desktop shows no notifications of programs. The bell, the list of alerts and the window&apos;s mark in the task bar tell you instead.</source>
        <translation>Этот рабочий стол не показывает уведомления программ. Вместо них — колокольчик, список оповещений и пометка окна на панели задач.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Тихо с</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Тихо до</translation>
    </message>
    <message>
        <source>from</source>
        <translation>с</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Open Line Console</source>
        <translation>Open Line Console</translation>
    </message>
    <message>
        <source>Notifications look like this.</source>
        <translation>Так выглядят уведомления.</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Клиент</translation>
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
        <source>Last from {name}: {text}</source>
        <translation>Последнее от {name}: {text}</translation>
    </message>
</context>
<context>
    <name>OperatorsNow</name>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>Nobody stands in a queue or has a dialog.</source>
        <translation>Никого нет в очередях, и ни у кого нет диалогов.</translation>
    </message>
</context>
<context>
    <name>OperatorsTab</name>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>First, median</source>
        <translation>Первый, медиана</translation>
    </message>
    <message>
        <source>First, p95</source>
        <translation>Первый, p95</translation>
    </message>
    <message>
        <source>Next, median</source>
        <translation>Следующий, медиана</translation>
    </message>
    <message>
        <source>Next, p95</source>
        <translation>Следующий, p95</translation>
    </message>
    <message>
        <source>Resolution, median</source>
        <translation>Решение, медиана</translation>
    </message>
</context>
<context>
    <name>OtherTab</name>
    <message>
        <source>These fields are shown as the portal sent them and stay as they are when you save. Access rights, quick answers, the content of forms and the site&apos;s widget are no settings that a call could change: change them in Bitrix24.</source>
        <translation>Эти поля показаны так, как их прислал портал, и при сохранении не меняются. Права доступа, быстрые ответы, содержание форм и виджет сайта вызовом не изменить: меняйте их в Битрикс24.</translation>
    </message>
    <message>
        <source>Open in Bitrix24</source>
        <translation>Открыть в Битрикс24</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Прочие поля</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Как прислано</translation>
    </message>
</context>
<context>
    <name>OutboxErrors</name>
    <message>
        <source>The portal&apos;s chat cannot be found, so nobody knows whether it arrived</source>
        <translation>Чат портала не найден, поэтому неизвестно, дошло ли сообщение</translation>
    </message>
    <message>
        <source>No answer ever told the chat&apos;s number, and its key leads nowhere.</source>
        <translation>Ни один ответ не назвал номер чата, а по ключу он не находится.</translation>
    </message>
    <message>
        <source>Look in the portal, then confirm that it arrived or send it again.</source>
        <translation>Посмотрите на портале, затем подтвердите получение или отправьте ещё раз.</translation>
    </message>
    <message>
        <source>The portal&apos;s chat cannot be read, so nobody knows whether it arrived</source>
        <translation>Чат портала нельзя прочитать, поэтому неизвестно, дошло ли сообщение</translation>
    </message>
    <message>
        <source>Most likely the signed-in user does not belong to this chat.</source>
        <translation>Скорее всего, вошедший сотрудник не состоит в этом чате.</translation>
    </message>
    <message>
        <source>Look in the portal, or take the dialog and press Check.</source>
        <translation>Посмотрите на портале или возьмите диалог и нажмите «Проверить».</translation>
    </message>
    <message>
        <source>The portal&apos;s chat could not be read far enough back</source>
        <translation>Чат портала не удалось прочитать достаточно далеко назад</translation>
    </message>
    <message>
        <source>Too much was written since, or another session began.</source>
        <translation>С тех пор написано слишком много, или началась другая сессия.</translation>
    </message>
    <message>
        <source>The portal&apos;s chat does not tell whether it arrived</source>
        <translation>По чату портала нельзя понять, дошло ли сообщение</translation>
    </message>
    <message>
        <source>Something that nobody here knows was written there at that time.</source>
        <translation>В это время там написали что-то, чего здесь никто не знает.</translation>
    </message>
    <message>
        <source>The call may still be under way at the portal</source>
        <translation>Вызов, возможно, ещё выполняется на портале</translation>
    </message>
    <message>
        <source>No answer came, and the portal&apos;s chat does not hold the message yet.</source>
        <translation>Ответа не было, и сообщения пока нет в чате портала.</translation>
    </message>
    <message>
        <source>Wait: it is looked for, and sent again only when it can no longer come.</source>
        <translation>Подождите: сообщение ищут и отправят снова, только когда оно уже не может прийти само.</translation>
    </message>
    <message>
        <source>It was sent several times and never arrived</source>
        <translation>Отправлено несколько раз и ни разу не дошло</translation>
    </message>
    <message>
        <source>No call was answered, and the portal&apos;s chat does not hold it.</source>
        <translation>Ни один вызов не получил ответа, и в чате портала сообщения нет.</translation>
    </message>
    <message>
        <source>See whether the portal is well, then retry.</source>
        <translation>Проверьте, в порядке ли портал, и повторите.</translation>
    </message>
    <message>
        <source>Waits until it is known whether an earlier message arrived</source>
        <translation>Ждёт, пока не выяснится, дошло ли более раннее сообщение</translation>
    </message>
    <message>
        <source>The messages of a dialog keep their order.</source>
        <translation>Сообщения диалога сохраняют порядок.</translation>
    </message>
    <message>
        <source>Check, confirm or discard the message above that got no answer.</source>
        <translation>Проверьте, подтвердите или отмените сообщение выше, на которое не пришёл ответ.</translation>
    </message>
    <message>
        <source>The reply has left already: it cannot be taken back any more</source>
        <translation>Ответ уже ушёл: отозвать его больше нельзя</translation>
    </message>
    <message>
        <source>Where the portal allows it, change or delete your message there.</source>
        <translation>Если портал это разрешает, измените или удалите своё сообщение там.</translation>
    </message>
    <message>
        <source>The edited request cannot be sent</source>
        <translation>Изменённый запрос нельзя отправить</translation>
    </message>
    <message>
        <source>It is no JSON, or nested too deeply. Nothing was sent.</source>
        <translation>Это не JSON, или вложенность слишком велика. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Discard it and write it again.</source>
        <translation>Отмените его и напишите заново.</translation>
    </message>
    <message>
        <source>The program made a mistake over this call</source>
        <translation>Программа ошиблась на этом вызове</translation>
    </message>
    <message>
        <source>Other messages are not held up by it.</source>
        <translation>Остальные сообщения он не задерживает.</translation>
    </message>
    <message>
        <source>Look in the portal whether it was done, then retry or discard it.</source>
        <translation>Посмотрите на портале, выполнен ли он, затем повторите или отмените.</translation>
    </message>
    <message>
        <source>Said not to have been delivered</source>
        <translation>Указано как недоставленное</translation>
    </message>
    <message>
        <source>Deliveries are set to fail here, and the operator was told.</source>
        <translation>Здесь включены отказы в доставке; оператору об этом сообщено.</translation>
    </message>
    <message>
        <source>Retry tells the portal that it was delivered after all.</source>
        <translation>«Повторить» сообщит порталу, что сообщение всё-таки доставлено.</translation>
    </message>
    <message>
        <source>One call takes up to 50 messages</source>
        <translation>В одном вызове помещается не больше 50 сообщений</translation>
    </message>
    <message>
        <source>Send them in several calls.</source>
        <translation>Отправьте их несколькими вызовами.</translation>
    </message>
    <message>
        <source>One call goes to one connector and one line</source>
        <translation>Один вызов — это один коннектор и одна линия</translation>
    </message>
    <message>
        <source>Choose customers of the same line.</source>
        <translation>Выберите клиентов одной линии.</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>no chat yet</source>
        <translation>чата ещё нет</translation>
    </message>
    <message>
        <source>chat {number}</source>
        <translation>чат {number}</translation>
    </message>
    <message>
        <source>no session yet</source>
        <translation>сессии ещё нет</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыта</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыта</translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation>сессия {number}</translation>
    </message>
    <message>
        <source>nobody has answered</source>
        <translation>никто не ответил</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>ещё не узнали</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>лид</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>сделка</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>контакт</translation>
    </message>
    <message>
        <source>company</source>
        <translation>компания</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>OwnErrors</name>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
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
        <source>The sign-in is as good as before; nothing was sent or lost.</source>
        <translation>Вход остаётся в силе; ничего не отправлено и не потеряно.</translation>
    </message>
    <message>
        <source>There is no keychain on this machine</source>
        <translation>На этом компьютере нет хранилища паролей</translation>
    </message>
    <message>
        <source>No service keeps passwords here, or only one that writes them plainly.</source>
        <translation>Здесь нет службы, которая хранит пароли, или она записывает их открытым текстом.</translation>
    </message>
    <message>
        <source>Choose a file with a passphrase, or keep the keys until you quit.</source>
        <translation>Выберите файл с парольной фразой или храните ключи до выхода из программы.</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Хранилище паролей заблокировано</translation>
    </message>
    <message>
        <source>Unlock the keychain of this machine, then try again.</source>
        <translation>Разблокируйте хранилище паролей этого компьютера и повторите попытку.</translation>
    </message>
    <message>
        <source>The keychain waits for you</source>
        <translation>Хранилище паролей ждёт вас</translation>
    </message>
    <message>
        <source>Somewhere on the screen a window asks for the keychain&apos;s password.</source>
        <translation>Где-то на экране открыто окно, которое запрашивает пароль хранилища.</translation>
    </message>
    <message>
        <source>Answer it, then try again.</source>
        <translation>Ответьте на запрос и повторите попытку.</translation>
    </message>
    <message>
        <source>The keychain does not answer</source>
        <translation>Хранилище паролей не отвечает</translation>
    </message>
    <message>
        <source>Wait a little and try again, or choose another place for the keys.</source>
        <translation>Подождите немного и повторите попытку или выберите другое место для ключей.</translation>
    </message>
    <message>
        <source>The keychain refused</source>
        <translation>Хранилище паролей отказало</translation>
    </message>
    <message>
        <source>Look into the keychain, or choose another place for the keys.</source>
        <translation>Проверьте хранилище паролей или выберите другое место для ключей.</translation>
    </message>
    <message>
        <source>Another window renews the sign-in and does not finish</source>
        <translation>Другое окно обновляет вход и не завершает</translation>
    </message>
    <message>
        <source>Two copies of this program use this portal; only one may renew.</source>
        <translation>С этим порталом работают две копии программы; обновлять вход может только одна.</translation>
    </message>
    <message>
        <source>Wait a little. If it stays, close the other window.</source>
        <translation>Подождите немного. Если не пройдёт, закройте другое окно.</translation>
    </message>
    <message>
        <source>Another window has signed out</source>
        <translation>Выход выполнен в другом окне</translation>
    </message>
    <message>
        <source>The keys of this portal were taken out of where they are kept.</source>
        <translation>Ключи этого портала удалены из места, где они хранились.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите снова.</translation>
    </message>
    <message>
        <source>This is not the passphrase</source>
        <translation>Это не та парольная фраза</translation>
    </message>
    <message>
        <source>The file with the keys is in order, but does not open with it.</source>
        <translation>Файл с ключами в порядке, но этой фразой он не открывается.</translation>
    </message>
    <message>
        <source>Check the keyboard&apos;s language and Caps Lock, then type it again.</source>
        <translation>Проверьте раскладку клавиатуры и Caps Lock и введите фразу ещё раз.</translation>
    </message>
    <message>
        <source>The passphrase is empty</source>
        <translation>Парольная фраза пуста</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Введите её.</translation>
    </message>
    <message>
        <source>It opens with its passphrase only.</source>
        <translation>Он открывается только парольной фразой.</translation>
    </message>
    <message>
        <source>The passphrase was changed in another window</source>
        <translation>Парольная фраза изменена в другом окне</translation>
    </message>
    <message>
        <source>This one knows only the old passphrase; nothing was lost.</source>
        <translation>Это окно знает только старую фразу; ничего не потеряно.</translation>
    </message>
    <message>
        <source>Open the file with the new passphrase.</source>
        <translation>Откройте файл новой парольной фразой.</translation>
    </message>
    <message>
        <source>The file with the keys is closed</source>
        <translation>Файл с ключами закрыт</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Введите парольную фразу.</translation>
    </message>
    <message>
        <source>The file with the keys is not there</source>
        <translation>Файла с ключами нет</translation>
    </message>
    <message>
        <source>It was moved or deleted.</source>
        <translation>Он перемещён или удалён.</translation>
    </message>
    <message>
        <source>Put it back, or choose again where the keys are kept and sign in.</source>
        <translation>Верните его на место или заново выберите, где хранить ключи, и войдите.</translation>
    </message>
    <message>
        <source>There is a file with keys already</source>
        <translation>Файл с ключами уже есть</translation>
    </message>
    <message>
        <source>Open it with its passphrase, or give up what it holds.</source>
        <translation>Откройте его парольной фразой или откажитесь от его содержимого.</translation>
    </message>
    <message>
        <source>The file with the keys is damaged</source>
        <translation>Файл с ключами повреждён</translation>
    </message>
    <message>
        <source>Something has changed it; no key was read from it.</source>
        <translation>Он был изменён извне; ни один ключ из него не прочитан.</translation>
    </message>
    <message>
        <source>Put a good copy in its place, or begin a new file and sign in again.</source>
        <translation>Замените его исправной копией или создайте новый файл и войдите снова.</translation>
    </message>
    <message>
        <source>The file with the keys was written by a newer version</source>
        <translation>Файл с ключами записан более новой версией программы</translation>
    </message>
    <message>
        <source>Another program holds the file with the keys</source>
        <translation>Файл с ключами занят другой программой</translation>
    </message>
    <message>
        <source>Nothing was changed in it.</source>
        <translation>В нём ничего не изменено.</translation>
    </message>
    <message>
        <source>Close other copies of this program, then try again.</source>
        <translation>Закройте другие копии программы и повторите попытку.</translation>
    </message>
    <message>
        <source>The file with the keys cannot be read or written</source>
        <translation>Файл с ключами не удаётся прочитать или записать</translation>
    </message>
    <message>
        <source>The system does not allow it, or the disk is full.</source>
        <translation>Система не разрешает это, или на диске нет места.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder, then try again.</source>
        <translation>Проверьте диск и права на папку и повторите попытку.</translation>
    </message>
    <message>
        <source>A copy of the keys is left where they were</source>
        <translation>Копия ключей осталась на прежнем месте</translation>
    </message>
    <message>
        <source>They have moved and are used from the new place; the old one stays full.</source>
        <translation>Ключи перенесены и берутся с нового места; прежнее не удалось очистить.</translation>
    </message>
    <message>
        <source>Remove “openline-console” from the keychain, or delete secrets.sealed.</source>
        <translation>Удалите запись «openline-console» из системного хранилища ключей или файл secrets.sealed.</translation>
    </message>
    <message>
        <source>Nobody has chosen where keys are kept</source>
        <translation>Не выбрано, где хранить ключи</translation>
    </message>
    <message>
        <source>There is no keychain that works, and nothing is kept without asking.</source>
        <translation>Работающего хранилища паролей нет, а без спроса ничего не сохраняется.</translation>
    </message>
    <message>
        <source>The portal did not make the line</source>
        <translation>Портал не создал линию</translation>
    </message>
    <message>
        <source>It answers only “no”: the plan allows no more open lines, or you may not add any.</source>
        <translation>Он отвечает только «нет»: тариф не позволяет больше линий, или вам нельзя их добавлять.</translation>
    </message>
    <message>
        <source>Delete a line that is not needed, or ask an administrator.</source>
        <translation>Удалите ненужную линию или обратитесь к администратору.</translation>
    </message>
    <message>
        <source>This open line is no longer there</source>
        <translation>Этой открытой линии больше нет</translation>
    </message>
    <message>
        <source>It was deleted in the portal.</source>
        <translation>Её удалили на портале.</translation>
    </message>
    <message>
        <source>The line was made, but you may not see it</source>
        <translation>Линия создана, но вам она не видна</translation>
    </message>
    <message>
        <source>The portal shows you only lines in whose queue you stand.</source>
        <translation>Портал показывает вам только линии, в очереди которых вы стоите.</translation>
    </message>
    <message>
        <source>Ask an administrator to add you.</source>
        <translation>Попросите администратора добавить вас.</translation>
    </message>
    <message>
        <source>No call of this program can mend that</source>
        <translation>Ни один вызов программы этого не исправит</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>This program does not know what the channel should be called</source>
        <translation>Программа не знает, как должен называться канал</translation>
    </message>
    <message>
        <source>It never wrote channel data of this connector, and cannot read it.</source>
        <translation>Она никогда не записывала данные канала этого коннектора, а прочитать их нельзя.</translation>
    </message>
    <message>
        <source>Write it on the connector&apos;s Lines tab.</source>
        <translation>Запишите их на вкладке «Линии» коннектора.</translation>
    </message>
    <message>
        <source>This program does not know how the connector was registered</source>
        <translation>Программа не знает, как был зарегистрирован коннектор</translation>
    </message>
    <message>
        <source>It was registered elsewhere, and the portal does not tell how.</source>
        <translation>Его зарегистрировали в другом месте, а портал не сообщает, как именно.</translation>
    </message>
    <message>
        <source>Register it on the connector&apos;s Registration tab.</source>
        <translation>Зарегистрируйте его на вкладке «Регистрация» коннектора.</translation>
    </message>
    <message>
        <source>The portal does not tell who stands in the queue</source>
        <translation>Портал не сообщает, кто стоит в очереди</translation>
    </message>
    <message>
        <source>The queue can only be written as a whole, so others could fall out of it.</source>
        <translation>Очередь записывается только целиком, и кто-нибудь мог бы из неё выпасть.</translation>
    </message>
    <message>
        <source>Add yourself to the line&apos;s queue in the portal.</source>
        <translation>Добавьте себя в очередь линии на портале.</translation>
    </message>
    <message>
        <source>The portal did not change the line</source>
        <translation>Портал не изменил линию</translation>
    </message>
    <message>
        <source>It answers only “no”.</source>
        <translation>Он отвечает только «нет».</translation>
    </message>
    <message>
        <source>Ask an administrator, or change it in the portal.</source>
        <translation>Обратитесь к администратору или измените её на портале.</translation>
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
        <source>The file or its folder does not exist</source>
        <translation>Файла или его папки не существует</translation>
    </message>
    <message>
        <source>It was moved or deleted, or its name is misspelt.</source>
        <translation>Его переместили или удалили, либо в имени опечатка.</translation>
    </message>
    <message>
        <source>Choose another place, then try again.</source>
        <translation>Выберите другое место и повторите.</translation>
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
        <source>The portal has a new address</source>
        <translation>У портала новый адрес</translation>
    </message>
    <message>
        <source>The authorisation server vouches that it is the same portal. Everything goes on there, and what was received before stays with it.</source>
        <translation>Сервер авторизации подтвердил, что это тот же портал. Работа продолжается там, а полученное раньше остаётся с ним.</translation>
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
    <name>OwnForm</name>
    <message>
        <source>Change the message</source>
        <translation>Изменить сообщение</translation>
    </message>
    <message>
        <source>The customer sees the new text where the channel can change messages.</source>
        <translation>Клиент увидит новый текст, если канал умеет менять сообщения.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The message is empty. To delete it, choose Delete.</source>
        <translation>Сообщение пустое. Чтобы удалить его, выберите «Удалить».</translation>
    </message>
</context>
<context>
    <name>OwnGuest</name>
    <message>
        <source>Delete your message?</source>
        <translation>Удалить ваше сообщение?</translation>
    </message>
    <message>
        <source>It is deleted at the portal, and for the customer where the channel can delete. Its text stays in the journal here.</source>
        <translation>Оно удаляется на портале, а у клиента — если канал умеет удалять. Его текст остаётся здесь в журнале.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
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
        <source>Attach a file</source>
        <translation>Прикрепить файл</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Показать запрос</translation>
    </message>
    <message>
        <source>Insert a quick answer</source>
        <translation>Вставить быстрый ответ</translation>
    </message>
    <message>
        <source>Manage quick answers</source>
        <translation>Настроить быстрые ответы</translation>
    </message>
    <message>
        <source>When messages are delivered</source>
        <translation>Когда сообщения доставляются</translation>
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
        <source>Rename the chat</source>
        <translation>Переименовать чат</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>Попробовать текст</translation>
    </message>
    <message>
        <source>there is no dialog yet</source>
        <translation>диалогов пока нет</translation>
    </message>
    <message>
        <source>Export transcripts</source>
        <translation>Экспортировать переписку</translation>
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
        <source>Unregister</source>
        <translation>Снять с регистрации</translation>
    </message>
    <message>
        <source>What waits in the queue stays there. New ones are no longer queued.</source>
        <translation>Что уже в очереди, останется в ней. Новые туда больше не попадут.</translation>
    </message>
    <message>
        <source>This event is no longer sent to {handler}.</source>
        <translation>Это событие больше не отправляется на {handler}.</translation>
    </message>
    <message>
        <source>Unsubscribe from {event}?</source>
        <translation>Отписаться от {event}?</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Отписаться</translation>
    </message>
    <message>
        <source>Remove this page from the portal?</source>
        <translation>Убрать эту страницу с портала?</translation>
    </message>
    <message>
        <source>{place}: {page}</source>
        <translation>{place}: {page}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take {id} back?</source>
        <translation>Вернуть себе {id}?</translation>
    </message>
    <message>
        <source>{name} has it now. Registering it again brings its events here; the other program gets none any more.</source>
        <translation>Сейчас он у «{name}». После новой регистрации его события пойдут сюда; другая программа больше их не получит.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Вернуть себе</translation>
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
    <name>PartsTree</name>
    <message>
        <source>As it is read</source>
        <translation>Как он разобран</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>There are more parts.</source>
        <translation>Частей больше.</translation>
    </message>
</context>
<context>
    <name>PasteBox</name>
    <message>
        <source>Paste what you have</source>
        <translation>Вставьте, что у вас есть</translation>
    </message>
    <message>
        <source>Press Ctrl+V here. What is pasted is sorted and never shown.</source>
        <translation>Нажмите здесь Ctrl+V. Вставленное разбирается и никогда не показывается.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>The request to your installer, an event with its auth block, JSON with tokens, a .env file, or the keys from the card. With tokens no browser is needed.</source>
        <translation>Запрос к вашему установщику, событие с блоком auth, JSON с токенами, файл .env или ключи из карточки. С токенами браузер не нужен.</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>токен доступа</translation>
    </message>
    <message>
        <source>refresh token</source>
        <translation>токен обновления</translation>
    </message>
    <message>
        <source>client id</source>
        <translation>код приложения</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>ключ приложения</translation>
    </message>
    <message>
        <source>portal {host}</source>
        <translation>портал {host}</translation>
    </message>
    <message>
        <source>Recognised: {form}. Found: {parts}.</source>
        <translation>Распознано: {form}. Найдено: {parts}.</translation>
    </message>
    <message>
        <source>Paste something else</source>
        <translation>Вставить другое</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Name, position or department</source>
        <translation>Имя, должность или отдел</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Asking the portal …</source>
        <translation>Спрашиваем портал…</translation>
    </message>
    <message>
        <source>No employee has these words.</source>
        <translation>С такими словами сотрудников нет.</translation>
    </message>
    <message>
        <source>{shown} of {total}; the others come as you scroll.</source>
        <translation>{shown} из {total}; остальные появятся при прокрутке.</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>in the chat already</source>
        <translation>уже в чате</translation>
    </message>
</context>
<context>
    <name>PersonDelegate</name>
    <message>
        <source>in the chat already</source>
        <translation>уже в чате</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>не в сети</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Dialogs on this portal</source>
        <translation>Диалоги на этом портале</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>None yet: nobody has written as this person here.</source>
        <translation>Пока нет: от имени этого человека здесь не писали.</translation>
    </message>
</context>
<context>
    <name>PersonaForm</name>
    <message>
        <source>The name may break the vendor&apos;s rule of 25 letters</source>
        <translation>Имя может нарушать правило 25 букв</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Write as this person</source>
        <translation>Написать от его имени</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Новый человек</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>{problem} The check can be switched off below.</source>
        <translation>{problem} Проверку можно отключить ниже.</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
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
        <source>Tells the customers of a channel apart; stays the same for ever</source>
        <translation>Различает клиентов канала; не меняется никогда</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Picture&apos;s address</source>
        <translation>Адрес картинки</translation>
    </message>
    <message>
        <source>The portal fetches it from there, without signing in</source>
        <translation>Портал скачивает её оттуда без входа</translation>
    </message>
    <message>
        <source>Profile&apos;s address</source>
        <translation>Адрес профиля</translation>
    </message>
</context>
<context>
    <name>PersonaList</name>
    <message>
        <source>People to play</source>
        <translation>Вымышленные клиенты</translation>
    </message>
</context>
<context>
    <name>PersonaModel</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n диалог</numerusform>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Search people</source>
        <translation>Поиск людей</translation>
    </message>
    <message>
        <source>The library is empty: make people on the page Customers.</source>
        <translation>Библиотека пуста: заведите людей на странице «Клиенты».</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Шаги плана</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>refused: {why}</source>
        <translation>отказано: {why}</translation>
    </message>
</context>
<context>
    <name>PlotArea</name>
    <message>
        <source>Arrow keys walk over the figures, Enter opens dialogs, T shows a table</source>
        <translation>Стрелки ведут по значениям, Enter открывает диалоги, T показывает таблицу</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>Show as a table (T)</source>
        <translation>Показать таблицей (T)</translation>
    </message>
    <message>
        <source>Show as a plot (T)</source>
        <translation>Показать графиком (T)</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>За это время ничего нет</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Чтение журнала…</translation>
    </message>
    <message>
        <source>polling gap</source>
        <translation>перерыв в опросе</translation>
    </message>
</context>
<context>
    <name>PortalAsking</name>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
</context>
<context>
    <name>PortalBlock</name>
    <message>
        <source>Targets of answers</source>
        <translation>Сроки ответов</translation>
    </message>
    <message>
        <source>How soon customers are answered. Lists, the board and alerts go by it; the times are reckoned here, so no plan of the portal is needed.</source>
        <translation>Как скоро отвечают клиентам. По этим срокам работают списки, табло и оповещения; время считается здесь, поэтому тариф портала не важен.</translation>
    </message>
    <message>
        <source>Health alerts</source>
        <translation>Оповещения о состоянии</translation>
    </message>
    <message>
        <source>The sign-in, connectors, limits and an unreachable portal are always told. For the rest you say from when on.</source>
        <translation>О входе, коннекторах, лимитах и недоступном портале сообщается всегда. Для остального вы выбираете пороги.</translation>
    </message>
</context>
<context>
    <name>PortalBoard</name>
    <message>
        <source>No portal is open</source>
        <translation>Портал не открыт</translation>
    </message>
    <message>
        <source>Here stands what an application may do on a portal, and how it is kept safe. A click on a portal in the list shows its settings, a double click opens it.</source>
        <translation>Здесь видно, что приложению можно на портале и как оно защищено. Щелчок по порталу в списке показывает его настройки, двойной щелчок открывает его.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>The open portal</source>
        <translation>Открытый портал</translation>
    </message>
    <message>
        <source>A portal that is not open</source>
        <translation>Портал, который не открыт</translation>
    </message>
</context>
<context>
    <name>PortalChip</name>
    <message>
        <source>Read only: nothing that changes something is sent</source>
        <extracomment>Portals that the menu offers; the others stand on the portal&apos;s page.</extracomment>
        <translation>Только чтение: ничего изменяющего не отправляется</translation>
    </message>
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
    <message>
        <source>read only</source>
        <translation>только чтение</translation>
    </message>
</context>
<context>
    <name>PortalDelegate</name>
    <message>
        <source>SANDBOX</source>
        <translation>ПЕСОЧНИЦА</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>БОЕВОЙ</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>открыт</translation>
    </message>
</context>
<context>
    <name>PortalHead</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Portal&apos;s id</source>
        <translation>Код портала</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Вход выполнен</translation>
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
        <source>READ ONLY</source>
        <translation>ТОЛЬКО ЧТЕНИЕ</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>портал не открыт</translation>
    </message>
    <message>
        <source>{user}, administrator</source>
        <translation>{user}, администратор</translation>
    </message>
    <message>
        <source>{user}, employee</source>
        <translation>{user}, сотрудник</translation>
    </message>
</context>
<context>
    <name>PortalList</name>
    <message>
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
    <message>
        <source>Open this portal</source>
        <translation>Открыть этот портал</translation>
    </message>
    <message>
        <source>Forget this portal…</source>
        <translation>Забыть этот портал…</translation>
    </message>
</context>
<context>
    <name>PortalModel</name>
    <message>
        <source>sandbox</source>
        <translation>песочница</translation>
    </message>
    <message>
        <source>production</source>
        <translation>боевой</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>открыт</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>только чтение</translation>
    </message>
</context>
<context>
    <name>PortalPanel</name>
    <message>
        <source>Nobody has signed in to a portal from here yet.</source>
        <translation>Отсюда ещё не входили ни на один портал.</translation>
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
        <source>Portals</source>
        <translation>Порталы</translation>
    </message>
</context>
<context>
    <name>PortalQuestions</name>
    <message>
        <source>Refresh the tokens now?</source>
        <translation>Обновить токены сейчас?</translation>
    </message>
    <message>
        <source>Both tokens are replaced, and the old refresh token is dead at once: a program that holds a copy of it is signed out. Nothing needs this: tokens are renewed when the portal asks for it, and the vendor blocks applications that refresh by the clock.</source>
        <translation>Оба токена заменяются, и старый токен обновления сразу перестаёт действовать: программа с его копией потеряет вход. Это ни для чего не нужно: токены обновляются, когда этого требует портал, а приложения, которые обновляют их по часам, поставщик блокирует.</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Обновить сейчас</translation>
    </message>
    <message>
        <source>Unlock copying of the access token?</source>
        <translation>Разрешить копировать токен доступа?</translation>
    </message>
    <message>
        <source>For up to an hour, whoever has the token can do everything that you may do on this portal. Paste it only into programs that you trust. It is taken off the clipboard after 30 seconds, if it is still there.</source>
        <translation>Тот, у кого есть токен, может до часа делать на этом портале всё, что можно вам. Вставляйте его только в программы, которым доверяете. Через 30 секунд он уйдёт из буфера обмена, если ещё будет там.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>Забыть {name}?</translation>
    </message>
    <message>
        <source>The keys, the journal with the customers&apos; messages, drafts and previews leave this computer and cannot be brought back. To sign in again you need the client secret from the application&apos;s card. Nothing changes in the portal.</source>
        <translation>Ключи, журнал с сообщениями клиентов, черновики и предпросмотры будут удалены с этого компьютера без возврата. Чтобы войти снова, понадобится секрет из карточки приложения. На портале ничего не меняется.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
</context>
<context>
    <name>PortalReasons</name>
    <message>
        <source>Not judged</source>
        <extracomment>A reason, or a reason where one of its facts has a certain value.</extracomment>
        <translation>Не определено</translation>
    </message>
    <message>
        <source>What is wrong at “{cause}” decides this as well.</source>
        <translation>Это зависит от того, что не так в «{cause}».</translation>
    </message>
    <message>
        <source>Mend that first, then run again.</source>
        <translation>Сначала исправьте то, затем проверьте снова.</translation>
    </message>
    <message>
        <source>Not judged: the portal refused the question</source>
        <translation>Не определено: портал отказался отвечать</translation>
    </message>
    <message>
        <source>`{method}` was refused with `{code}`.</source>
        <translation>На `{method}` получен отказ `{code}`.</translation>
    </message>
    <message>
        <source>Not judged: no good answer</source>
        <translation>Не определено: нет пригодного ответа</translation>
    </message>
    <message>
        <source>`{method}` got no answer that can be read (`{code}`).</source>
        <translation>На `{method}` не пришло ответа, который можно прочитать (`{code}`).</translation>
    </message>
    <message>
        <source>Run again. If it stays so, look at the call.</source>
        <translation>Проверьте снова. Если не изменится, посмотрите вызов.</translation>
    </message>
    <message>
        <source>Not judged: this profile is read-only</source>
        <translation>Не определено: профиль только для чтения</translation>
    </message>
    <message>
        <source>This check has to write something, and no write leaves this profile.</source>
        <translation>Для этой проверки надо что-то записать, а профиль записывать не даёт.</translation>
    </message>
    <message>
        <source>Allow writing on the Portal page, then run again.</source>
        <translation>Разрешите запись на странице «Портал» и проверьте снова.</translation>
    </message>
    <message>
        <source>Not judged: the plan lacks a feature</source>
        <translation>Не определено: в тарифе нет возможности</translation>
    </message>
    <message>
        <source>The portal&apos;s plan does not have `{feature}`, which this check needs.</source>
        <translation>В тарифе портала нет `{feature}`, а без неё проверить нельзя.</translation>
    </message>
    <message>
        <source>Not judged: done elsewhere</source>
        <translation>Не определено: сделано в другом месте</translation>
    </message>
    <message>
        <source>`{connector}` was set up by another installation, and the portal cannot tell what that one wrote.</source>
        <translation>`{connector}` настроила другая установка, и портал не может сказать, что она записала.</translation>
    </message>
    <message>
        <source>Write it again from here, if you want to be sure.</source>
        <translation>Чтобы быть уверенными, запишите это отсюда заново.</translation>
    </message>
    <message>
        <source>The portal does not answer</source>
        <translation>Портал не отвечает</translation>
    </message>
    <message>
        <source>No answer came from `{host}` (`{code}`).</source>
        <translation>От `{host}` не пришло ответа (`{code}`).</translation>
    </message>
    <message>
        <source>the network is down, or the portal&apos;s address is wrong.</source>
        <translation>нет сети или адрес портала неверен.</translation>
    </message>
    <message>
        <source>Check the network, then run again.</source>
        <translation>Проверьте сеть и запустите снова.</translation>
    </message>
    <message>
        <source>The portal&apos;s certificate is not trusted</source>
        <translation>Сертификату портала нет доверия</translation>
    </message>
    <message>
        <source>The certificate of `{host}` comes from an authority that is not known.</source>
        <translation>Сертификат `{host}` выдан неизвестным центром.</translation>
    </message>
    <message>
        <source>the portal stands in a company network with an authority of its own.</source>
        <translation>портал стоит в сети компании со своим центром сертификации.</translation>
    </message>
    <message>
        <source>Name the file of that authority on the Portal page.</source>
        <translation>Укажите файл этого центра на странице «Портал».</translation>
    </message>
    <message>
        <source>The network settings of this profile are wrong</source>
        <translation>Сетевые настройки этого профиля неверны</translation>
    </message>
    <message>
        <source>Nothing can be sent with the settings of this profile.</source>
        <translation>С настройками этого профиля ничего нельзя отправить.</translation>
    </message>
    <message>
        <source>Mend them on the Portal page.</source>
        <translation>Исправьте их на странице «Портал».</translation>
    </message>
    <message>
        <source>The file of authorities is not there</source>
        <translation>Файла центров сертификации нет</translation>
    </message>
    <message>
        <source>This profile names a file of certificates that does not exist.</source>
        <translation>Профиль указывает на файл сертификатов, которого нет.</translation>
    </message>
    <message>
        <source>Choose the file again on the Portal page.</source>
        <translation>Выберите файл заново на странице «Портал».</translation>
    </message>
    <message>
        <source>The file of authorities cannot be read</source>
        <translation>Файл центров сертификации не читается</translation>
    </message>
    <message>
        <source>It holds no certificate in PEM form, or it may not be read.</source>
        <translation>В нём нет сертификата в виде PEM или его нельзя читать.</translation>
    </message>
    <message>
        <source>Choose another file on the Portal page.</source>
        <translation>Выберите другой файл на странице «Портал».</translation>
    </message>
    <message>
        <source>The proxy of this profile cannot be used</source>
        <translation>Прокси этого профиля не работает</translation>
    </message>
    <message>
        <source>Its address is not one of a proxy, or nobody answers there.</source>
        <translation>Это не адрес прокси, или там никто не отвечает.</translation>
    </message>
    <message>
        <source>Mend the address on the Portal page, or take it away.</source>
        <translation>Исправьте адрес на странице «Портал» или уберите его.</translation>
    </message>
    <message>
        <source>What answers is not a portal</source>
        <translation>Отвечает не портал</translation>
    </message>
    <message>
        <source>`{host}` answered with a page and not with REST (HTTP {status}).</source>
        <translation>`{host}` ответил страницей, а не REST (HTTP {status}).</translation>
    </message>
    <message>
        <source>a proxy or a sign-in page of the network stands in between.</source>
        <translation>между вами прокси или страница входа в сеть.</translation>
    </message>
    <message>
        <source>Open the address in a browser and see who answers.</source>
        <translation>Откройте адрес в браузере и посмотрите, кто отвечает.</translation>
    </message>
    <message>
        <source>The portal is broken at the moment</source>
        <translation>Портал сейчас неисправен</translation>
    </message>
    <message>
        <source>`{host}` answered HTTP {status} (`{code}`): a mistake of the server.</source>
        <translation>`{host}` ответил HTTP {status} (`{code}`): ошибка сервера.</translation>
    </message>
    <message>
        <source>the portal is being updated or repaired.</source>
        <translation>портал обновляют или чинят.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then run again.</source>
        <translation>Подождите несколько минут и проверьте снова.</translation>
    </message>
    <message>
        <source>The portal asks to slow down</source>
        <translation>Портал просит реже обращаться</translation>
    </message>
    <message>
        <source>It answers `{code}`: there are too many calls at once.</source>
        <translation>Он отвечает `{code}`: слишком много вызовов сразу.</translation>
    </message>
    <message>
        <source>another program calls the same portal without pause.</source>
        <translation>другая программа обращается к порталу без пауз.</translation>
    </message>
    <message>
        <source>Wait a minute, then run again.</source>
        <translation>Подождите минуту и проверьте снова.</translation>
    </message>
    <message>
        <source>The portal sends us to an unknown address</source>
        <translation>Портал отправляет на неизвестный адрес</translation>
    </message>
    <message>
        <source>`{old}` redirects to `{new}`, and nobody vouched that this is the same portal. **No token was sent there.**</source>
        <translation>`{old}` перенаправляет на `{new}`, и никто не подтвердил, что это тот же портал. **Токен туда не отправлялся.**</translation>
    </message>
    <message>
        <source>the portal was renamed, or somebody redirects it.</source>
        <translation>портал переименовали или кто-то его перенаправляет.</translation>
    </message>
    <message>
        <source>Sign in again: only the portal itself can prove its new address.</source>
        <translation>Войдите заново: новый адрес может подтвердить только сам портал.</translation>
    </message>
    <message>
        <source>The portal has a new address</source>
        <translation>У портала новый адрес</translation>
    </message>
    <message>
        <source>It was `{old}` and answers at `{new}` now. The console follows.</source>
        <translation>Был `{old}`, теперь отвечает `{new}`. Консоль перешла туда.</translation>
    </message>
    <message>
        <source>Change the address in your own programs, too.</source>
        <translation>Измените адрес и в своих программах.</translation>
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation>Вход больше не действует</translation>
    </message>
    <message>
        <source>The portal accepts neither the access token nor a new one (`{code}`).</source>
        <translation>Портал не принимает ни токен доступа, ни новый (`{code}`).</translation>
    </message>
    <message>
        <source>the application was removed or its access was taken back.</source>
        <translation>приложение удалили или отозвали его доступ.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Войдите заново.</translation>
    </message>
    <message>
        <source>The refresh token no longer works</source>
        <translation>Токен обновления больше не действует</translation>
    </message>
    <message>
        <source>The authorisation server refuses it with `{code}`.</source>
        <translation>Сервер авторизации отвечает на него `{code}`.</translation>
    </message>
    <message>
        <source>another program has used it, or it was not used for 180 days.</source>
        <translation>его использовала другая программа или прошло 180 дней.</translation>
    </message>
    <message numerus="yes">
        <source>Refresh token is %n days old of {of}</source>
        <translation>
            <numerusform>Токену обновления %n день из {of}</numerusform>
            <numerusform>Токену обновления %n дня из {of}</numerusform>
            <numerusform>Токену обновления %n дней из {of}</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends soon. Nothing is broken yet.</source>
        <translation>Скоро он кончится. Пока ничего не сломано.</translation>
    </message>
    <message>
        <source>Sign in once more before it ends.</source>
        <translation>Войдите ещё раз, пока он действует.</translation>
    </message>
    <message>
        <source>Clocks differ by {seconds} s</source>
        <translation>Часы расходятся на {seconds} с</translation>
    </message>
    <message>
        <source>Times of tokens and messages are wrong by as much.</source>
        <translation>На столько же неверно время токенов и сообщений.</translation>
    </message>
    <message>
        <source>Set the clock that is wrong, then run again.</source>
        <translation>Поправьте неверные часы и проверьте снова.</translation>
    </message>
    <message>
        <source>The clock of this computer is {seconds} s slow</source>
        <translation>Часы этого компьютера отстают на {seconds} с</translation>
    </message>
    <message>
        <source>Let this computer set its clock by itself, then run again.</source>
        <translation>Включите на компьютере автоматическое время и проверьте снова.</translation>
    </message>
    <message>
        <source>The portal&apos;s clock is {seconds} s slow</source>
        <translation>Часы портала отстают на {seconds} с</translation>
    </message>
    <message>
        <source>Its times are wrong, or this computer&apos;s clock is fast by as much.</source>
        <translation>Его время неверно, или часы этого компьютера спешат на столько же.</translation>
    </message>
    <message>
        <source>Compare both with a clock that you trust.</source>
        <translation>Сверьте и те и другие с часами, которым доверяете.</translation>
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
        <source>Network…</source>
        <translation>Сеть…</translation>
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
    <name>ProblemList</name>
    <message>
        <source>What is wrong in the file</source>
        <translation>Что не так в файле</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Строка {line}: {problem}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Type {word} to confirm.</source>
        <translation>Чтобы подтвердить, введите {word}.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
</context>
<context>
    <name>ProofPane</name>
    <message>
        <source>Which proof</source>
        <translation>Какое доказательство</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the proof</source>
        <translation>Скопировать доказательство</translation>
    </message>
    <message>
        <source>What the portal answered</source>
        <translation>Что ответил портал</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Ответа нет</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Посмотреть снова</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Какие строки</translation>
    </message>
    <message>
        <source>Offline queue</source>
        <translation>Очередь событий</translation>
    </message>
    <message>
        <source>Looking is event.offline.list alone: no row is taken out or reserved.</source>
        <translation>Просмотр — это только event.offline.list: строки не забираются и не занимаются.</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>away</source>
        <translation>нет на месте</translation>
    </message>
    <message>
        <source>Department {id}</source>
        <translation>Отдел {id}</translation>
    </message>
    <message>
        <source>all its employees</source>
        <translation>все его сотрудники</translation>
    </message>
    <message>
        <source>Employee {id}</source>
        <translation>Сотрудник {id}</translation>
    </message>
    <message>
        <source>has left the company</source>
        <translation>больше не работает</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Look again</source>
        <translation>Посмотреть снова</translation>
    </message>
    <message>
        <source>Offline queue</source>
        <translation>Очередь событий</translation>
    </message>
    <message>
        <source>Open the offline queue</source>
        <translation>Открыть очередь событий</translation>
    </message>
    <message>
        <source>Show the rows that were set aside</source>
        <translation>Показать отложенные строки</translation>
    </message>
    <message>
        <source>Show more ({shown} of {total})</source>
        <translation>Показать ещё ({shown} из {total})</translation>
    </message>
    <message>
        <source>The queue was not read yet</source>
        <translation>Очередь ещё не прочитана</translation>
    </message>
    <message>
        <source>Only administrators may look into the queue</source>
        <translation>В очередь могут смотреть только администраторы</translation>
    </message>
    <message>
        <source>The portal shows its queue to administrators only, and you look as {user}, who is none. Sign in as an administrator to see it. Rows that were set aside here can be seen by everybody.</source>
        <translation>Портал показывает очередь только администраторам, а вы вошли как {user}, и это не администратор. Чтобы увидеть её, войдите как администратор. Отложенные здесь строки видны всем.</translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message>
        <source>What is destroyed leaves the portal&apos;s queue and cannot be brought back.</source>
        <translation>Уничтоженное уходит из очереди портала, вернуть его нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not saved here: nobody will ever read it.</source>
        <translation>
            <numerusform>%n из них не сохранена здесь: её никто никогда не прочитает.</numerusform>
            <numerusform>%n из них не сохранены здесь: их никто никогда не прочитает.</numerusform>
            <numerusform>%n из них не сохранены здесь: их никто никогда не прочитает.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are saved here.</source>
        <translation>Все они сохранены здесь.</translation>
    </message>
    <message>
        <source>Rows that are not reserved are taken out with event.offline.get and clear=1. This is also its default: get without clear=0 destroys what it returns.</source>
        <translation>Незанятые строки забираются вызовом event.offline.get с clear=1. Это и его обычное поведение: get без clear=0 уничтожает то, что возвращает.</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n row(s) at the portal?</source>
        <translation>
            <numerusform>Уничтожить %n строку на портале?</numerusform>
            <numerusform>Уничтожить %n строки на портале?</numerusform>
            <numerusform>Уничтожить %n строк на портале?</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Уничтожить</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n row(s) as errors?</source>
        <translation>
            <numerusform>Отметить %n строку как ошибочную?</numerusform>
            <numerusform>Отметить %n строки как ошибочные?</numerusform>
            <numerusform>Отметить %n строк как ошибочные?</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers no longer get them: they are returned only to who asks for errors, and the same event coming again hides behind them. Free rows with the same content are deleted by the portal.</source>
        <translation>Читатели их больше не получат: они выдаются только тем, кто просит ошибочные, и такое же новое событие прячется за ними. Свободные строки с тем же содержимым портал удалит.</translation>
    </message>
    <message>
        <source>Mark as errors</source>
        <translation>Отметить как ошибочные</translation>
    </message>
    <message numerus="yes">
        <source>Read %n erroneous row(s) again?</source>
        <translation>
            <numerusform>Прочитать %n ошибочную строку снова?</numerusform>
            <numerusform>Прочитать %n ошибочные строки снова?</numerusform>
            <numerusform>Прочитать %n ошибочных строк снова?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are saved and applied here as if they had just come, then they leave the portal&apos;s queue. What cannot be understood is set aside here.</source>
        <translation>Они сохраняются и применяются здесь, как будто только что пришли, и уходят из очереди портала. Непонятное откладывается здесь.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
</context>
<context>
    <name>QueueTab</name>
    <message>
        <source>Add an employee: name or position</source>
        <translation>Добавить сотрудника: имя или должность</translation>
    </message>
    <message>
        <source>Operators: {count}</source>
        <translation>Операторы: {count}</translation>
    </message>
    <message>
        <source>Queue of operators</source>
        <translation>Очередь операторов</translation>
    </message>
    <message>
        <source>Employees found</source>
        <translation>Найденные сотрудники</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Nobody gets the dialogs of this line. Add an operator.</source>
        <translation>Диалоги этой линии никто не получает. Добавьте оператора.</translation>
    </message>
    <message>
        <source>This portal does not tell which departments stand in the queue. Saving a changed queue would replace them by the people of today.</source>
        <translation>Этот портал не сообщает, какие отделы стоят в очереди. При сохранении изменённой очереди их заменят нынешние сотрудники.</translation>
    </message>
    <message>
        <source>Nobody else was found.</source>
        <translation>Больше никого не нашлось.</translation>
    </message>
</context>
<context>
    <name>QueueTree</name>
    <message>
        <source>Rows of the queue</source>
        <translation>Строки очереди</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>Free</source>
        <extracomment>How the reader of rows begins what it says of an event that nobody knows.</extracomment>
        <translation>Свободные</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Занятые</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибочные</translation>
    </message>
    <message>
        <source>Set aside here</source>
        <translation>Отложены здесь</translation>
    </message>
    <message>
        <source>No row waits</source>
        <translation>Ни одна строка не ждёт</translation>
    </message>
    <message>
        <source>Whatever happened in the portal has been fetched already.</source>
        <translation>Всё, что произошло на портале, уже получено.</translation>
    </message>
    <message>
        <source>Nothing comes here as long as no event is subscribed to it.</source>
        <translation>Сюда ничего не приходит, пока на очередь не подписано ни одного события.</translation>
    </message>
    <message>
        <source>No row is reserved</source>
        <translation>Занятых строк нет</translation>
    </message>
    <message>
        <source>A program that reads rows and does not confirm them leaves them here; they never come back by themselves.</source>
        <translation>Здесь остаются строки, которые программа прочитала и не подтвердила; сами они не возвращаются.</translation>
    </message>
    <message>
        <source>No row is marked as an error</source>
        <translation>Ошибочных строк нет</translation>
    </message>
    <message>
        <source>Rows that a program put aside stay here until somebody asks for them.</source>
        <translation>Строки, отложенные программой, лежат здесь, пока их не запросят.</translation>
    </message>
    <message>
        <source>Nothing is set aside</source>
        <translation>Ничего не отложено</translation>
    </message>
    <message>
        <source>Rows that this console could not understand or apply are kept here with the reason, and can be tried again.</source>
        <translation>Строки, которые программа не смогла понять или применить, хранятся здесь с причиной; их можно попробовать снова.</translation>
    </message>
    <message>
        <source>Main queue</source>
        <translation>Основная очередь</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n event(s)</source>
        <translation>
            <numerusform>{name}, %n событие</numerusform>
            <numerusform>{name}, %n события</numerusform>
            <numerusform>{name}, %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>{queue}, read by this console</source>
        <translation>{queue}, читает эта консоль</translation>
    </message>
    <message>
        <source>No event is subscribed to go into this queue.</source>
        <translation>На эту очередь не подписано ни одно событие.</translation>
    </message>
    <message>
        <source>Subscribed to this queue: {events}</source>
        <translation>На эту очередь подписаны: {events}</translation>
    </message>
    <message>
        <source>as {user}, administrator</source>
        <translation>{user}, администратор</translation>
    </message>
    <message>
        <source>as {user}</source>
        <translation>{user}</translation>
    </message>
    <message>
        <source>{who}, looked at {time}</source>
        <translation>{who}, просмотрено в {time}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) reserved</source>
        <translation>
            <numerusform>занята %n строка</numerusform>
            <numerusform>заняты %n строки</numerusform>
            <numerusform>занято %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>сохранена здесь</translation>
    </message>
    <message>
        <source>not saved here</source>
        <translation>здесь не сохранена</translation>
    </message>
    <message>
        <source>{kept}; cannot be understood: {reason}</source>
        <translation>{kept}; непонятна: {reason}</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>at the portal {time}</source>
        <translation>на портале {time}</translation>
    </message>
    <message>
        <source>process {id}</source>
        <translation>процесс {id}</translation>
    </message>
    <message>
        <source>marked as an error</source>
        <translation>отмечена как ошибочная</translation>
    </message>
    <message>
        <source>read {time} · {reason}</source>
        <translation>прочитана {time} · {reason}</translation>
    </message>
    <message>
        <source>unknown event {name}</source>
        <translation>неизвестное событие {name}</translation>
    </message>
    <message>
        <source>the event has no name</source>
        <translation>у события нет имени</translation>
    </message>
    <message>
        <source>the event has no line</source>
        <translation>у события нет номера линии</translation>
    </message>
    <message>
        <source>the event has no message id</source>
        <translation>у события нет ID сообщения</translation>
    </message>
    <message>
        <source>the event has no portal chat</source>
        <translation>у события нет чата портала</translation>
    </message>
    <message>
        <source>the event has no session</source>
        <translation>у события нет сессии</translation>
    </message>
    <message>
        <source>the event names no connector</source>
        <translation>в событии не назван коннектор</translation>
    </message>
    <message>
        <source>the event names no chat</source>
        <translation>в событии не назван чат</translation>
    </message>
    <message>
        <source>the event names no open line</source>
        <translation>в событии не названа открытая линия</translation>
    </message>
    <message>
        <source>the message has no id</source>
        <translation>у сообщения нет ID</translation>
    </message>
    <message>
        <source>the portal sent no data with the event</source>
        <translation>портал не прислал данных события</translation>
    </message>
    <message>
        <source>the row is no JSON</source>
        <translation>строка — не JSON</translation>
    </message>
    <message>
        <source>the row is no object</source>
        <translation>строка — не объект</translation>
    </message>
    <message>
        <source>the row names no chat</source>
        <translation>в строке не назван чат</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were destroyed at the portal.</source>
        <translation>
            <numerusform>На портале уничтожена %n строка.</numerusform>
            <numerusform>На портале уничтожены %n строки.</numerusform>
            <numerusform>На портале уничтожено %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are marked as errors now.</source>
        <translation>
            <numerusform>Теперь отмечена как ошибочная %n строка.</numerusform>
            <numerusform>Теперь отмечены как ошибочные %n строки.</numerusform>
            <numerusform>Теперь отмечено как ошибочные %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erroneous row(s) were read and applied.</source>
        <translation>
            <numerusform>Прочитана и применена %n ошибочная строка.</numerusform>
            <numerusform>Прочитаны и применены %n ошибочные строки.</numerusform>
            <numerusform>Прочитано и применено %n ошибочных строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is understood better than before.</source>
        <translation>Понятнее не стало.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are understood now.</source>
        <translation>
            <numerusform>Теперь понята %n строка.</numerusform>
            <numerusform>Теперь поняты %n строки.</numerusform>
            <numerusform>Теперь понято %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickEditor</name>
    <message>
        <source>Quick answers</source>
        <translation>Быстрые ответы</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Delete the quick answer…</source>
        <translation>Удалить быстрый ответ…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>BBCode such as [b]bold[/b] is understood. Filled in when it is used: </source>
        <translation>Можно использовать BBCode, например [b]жирный[/b]. При вставке подставляются: </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>They are kept on this computer, for every portal. Those that the portal keeps stay there: it does not tell applications which they are.</source>
        <translation>Они хранятся на этом компьютере, для всех порталов. Те, что хранит портал, остаются на нём: приложениям он о них не сообщает.</translation>
    </message>
</context>
<context>
    <name>QuickErrors</name>
    <message>
        <source>The quick answers cannot be read</source>
        <translation>Быстрые ответы не читаются</translation>
    </message>
    <message>
        <source>Their file is damaged, or a newer program wrote it. It is left alone.</source>
        <translation>Их файл повреждён или записан более новой программой. Он оставлен как есть.</translation>
    </message>
    <message>
        <source>Repair quick_answers.json in the data folder, or move it away.</source>
        <translation>Исправьте quick_answers.json в папке данных или уберите его оттуда.</translation>
    </message>
    <message>
        <source>The quick answers could not be kept</source>
        <translation>Не удалось сохранить быстрые ответы</translation>
    </message>
    <message>
        <source>The disk is full, or the data folder may not be written to.</source>
        <translation>Диск заполнен, или в папку данных нельзя писать.</translation>
    </message>
    <message>
        <source>What you typed is still here: make room, then save again.</source>
        <translation>Введённое осталось здесь: освободите место и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>There are as many quick answers as there can be</source>
        <translation>Быстрых ответов уже столько, сколько может быть</translation>
    </message>
    <message>
        <source>Delete some that nobody uses.</source>
        <translation>Удалите те, которыми никто не пользуется.</translation>
    </message>
    <message>
        <source>The quick answer cannot be kept like this</source>
        <translation>Такой быстрый ответ сохранить нельзя</translation>
    </message>
    <message>
        <source>It needs a title and a text, and neither may be too long.</source>
        <translation>Нужны название и текст, и ни то ни другое не должно быть слишком длинным.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Исправьте отмеченное.</translation>
    </message>
</context>
<context>
    <name>QuickGuest</name>
    <message>
        <source>Delete the quick answer?</source>
        <translation>Удалить быстрый ответ?</translation>
    </message>
    <message>
        <source>“{title}” is gone for every portal.</source>
        <translation>«{title}» исчезнет для всех порталов.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Close without keeping what is typed?</source>
        <translation>Закрыть, не сохраняя набранное?</translation>
    </message>
    <message>
        <source>The title and the text are not among the quick answers yet.</source>
        <translation>Этого названия и текста ещё нет среди быстрых ответов.</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>It is a quick answer at the portal now</source>
        <translation>Теперь это быстрый ответ на портале</translation>
    </message>
    <message>
        <source>Operators find it in the portal&apos;s own chat window. The portal does not tell applications which quick answers it keeps, so it is not in the list here.</source>
        <translation>Операторы найдут его в окне чата самого портала. Портал не сообщает приложениям, какие быстрые ответы он хранит, поэтому здесь в списке его нет.</translation>
    </message>
    <message>
        <source>Keep it here too…</source>
        <translation>Сохранить и здесь…</translation>
    </message>
</context>
<context>
    <name>QuickList</name>
    <message>
        <source>Quick answers</source>
        <translation>Быстрые ответы</translation>
    </message>
</context>
<context>
    <name>QuickPopup</name>
    <message>
        <source>Quick answers</source>
        <extracomment>The keyboard comes back by itself.</extracomment>
        <translation>Быстрые ответы</translation>
    </message>
    <message>
        <source>Find a quick answer</source>
        <translation>Найти быстрый ответ</translation>
    </message>
    <message>
        <source>Enter inserts, Esc closes</source>
        <translation>Enter вставляет, Esc закрывает</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>Настроить…</translation>
    </message>
    <message>
        <source>No quick answer has these words</source>
        <translation>Ни в одном быстром ответе нет этих слов</translation>
    </message>
    <message>
        <source>There are no quick answers yet. Write the first one under Manage.</source>
        <translation>Быстрых ответов пока нет. Первый можно написать, нажав «Настроить…».</translation>
    </message>
</context>
<context>
    <name>QuickWords</name>
    <message>
        <source>Good morning</source>
        <translation>Доброе утро</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Добрый день</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Добрый вечер</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Здравствуйте</translation>
    </message>
    <message>
        <source>the customer&apos;s name</source>
        <translation>имя клиента</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>ваше имя</translation>
    </message>
    <message>
        <source>the open line</source>
        <translation>открытая линия</translation>
    </message>
    <message>
        <source>a greeting by the time of day</source>
        <translation>приветствие по времени суток</translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln sign(s) fit here.</source>
        <translation>
            <numerusform>Здесь помещается до %Ln знака.</numerusform>
            <numerusform>Здесь помещается до %Ln знаков.</numerusform>
            <numerusform>Здесь помещается до %Ln знаков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a title: it is found by it.</source>
        <translation>Дайте название: по нему ответ находят.</translation>
    </message>
    <message>
        <source>Write the text to be inserted.</source>
        <translation>Напишите текст, который будет вставлен.</translation>
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
    <name>Ratings</name>
    <message>
        <source>Supervisors&apos; ratings from here</source>
        <extracomment>Which ratings make a part, and the token of its colour.</extracomment>
        <translation>Оценки руководителей, данные здесь</translation>
    </message>
    <message>
        <source>No documented method of the portal tells how customers rated their dialogs.</source>
        <translation>Ни один описанный метод портала не сообщает, как клиенты оценили свои диалоги.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody rated one of %n closed dialog(s) from here.</source>
        <translation>
            <numerusform>Здесь не оценён %n закрытый диалог.</numerusform>
            <numerusform>Здесь не оценён ни один из %n закрытых диалогов.</numerusform>
            <numerusform>Здесь не оценён ни один из %n закрытых диалогов.</numerusform>
        </translation>
    </message>
    <message>
        <source>No dialog was closed in this time.</source>
        <translation>За это время не закрыт ни один диалог.</translation>
    </message>
    <message>
        <source>{rated} of {closed} closed dialogs</source>
        <translation>{rated} из {closed} закрытых диалогов</translation>
    </message>
</context>
<context>
    <name>RawDialog</name>
    <message>
        <source>Raw rows and calls</source>
        <translation>Исходные строки и вызовы</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>как пришло</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Скопировать как JSON</translation>
    </message>
    <message>
        <source>Open the call in Calls</source>
        <translation>Открыть в «Вызовах»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>It was made before the program was started: Calls has only later ones.</source>
        <translation>Вызов сделан до запуска программы: на странице «Вызовы» есть только более поздние.</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>at the portal {time}</source>
        <translation>на портале {time}</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>прочитано {time}</translation>
    </message>
    <message>
        <source>process {id}</source>
        <translation>процесс {id}</translation>
    </message>
    <message>
        <source>applied {time}</source>
        <translation>применено {time}</translation>
    </message>
    <message>
        <source>not understood: {reason}</source>
        <translation>не понято: {reason}</translation>
    </message>
    <message>
        <source>Long sides are kept in part: {request} of {all_request} characters of the request, {answer} of {all_answer} of the answer.</source>
        <translation>Длинное сохранено не целиком: {request} из {all_request} символов запроса, {answer} из {all_answer} символов ответа.</translation>
    </message>
    <message>
        <source>Nothing is kept of this message</source>
        <translation>Об этом сообщении ничего не сохранено</translation>
    </message>
    <message>
        <source>It was written by an older version of this program, or is a note of its own.</source>
        <translation>Его записала прежняя версия программы, или это её собственная заметка.</translation>
    </message>
</context>
<context>
    <name>ReadOnlyCard</name>
    <message>
        <source>Read only</source>
        <translation>Только чтение</translation>
    </message>
    <message>
        <source>Read-only lock</source>
        <translation>Замок «только чтение»</translation>
    </message>
    <message>
        <source>While it is on, this program refuses every call that changes something before it is sent: messages, settings, subscriptions, also calls by hand and inside a batch. Events are only looked at; they stay in the portal&apos;s queue.</source>
        <translation>Пока он включён, программа до отправки отклоняет любой вызов, который что-то меняет: сообщения, настройки, подписки, а также вызовы вручную и внутри пакета. События только просматриваются и остаются в очереди портала.</translation>
    </message>
</context>
<context>
    <name>ReadingErrors</name>
    <message>
        <source>Try again in a minute.</source>
        <translation>Повторите через минуту.</translation>
    </message>
    <message>
        <source>The mistake is on the portal&apos;s side.</source>
        <translation>Ошибка на стороне портала.</translation>
    </message>
    <message>
        <source>It cannot check sign-ins at the moment.</source>
        <translation>Сейчас он не может проверять входы.</translation>
    </message>
    <message>
        <source>Something other than the portal&apos;s data came back, for example a page.</source>
        <translation>Пришли не данные портала, а что-то другое, например страница.</translation>
    </message>
    <message>
        <source>Look at the call: a proxy or a maintenance page may stand between.</source>
        <translation>Посмотрите вызов: между программой и порталом может стоять прокси или страница обслуживания.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Ответ не пришёл вовремя.</translation>
    </message>
    <message>
        <source>The answer did not arrive whole.</source>
        <translation>Ответ пришёл не полностью.</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Deliveries</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Also tell that it was read</source>
        <translation>Сообщать и о прочтении</translation>
    </message>
    <message>
        <source>Where I write as the customer</source>
        <translation>Где я пишу за клиента</translation>
    </message>
    <message>
        <source>Only this dialog</source>
        <translation>Только этот диалог</translation>
    </message>
    <message>
        <source>Where it holds</source>
        <translation>Где это действует</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Automatic: delivered after some seconds</source>
        <translation>Автоматически: доставлено через несколько секунд</translation>
    </message>
    <message>
        <source>By hand: with “Mark as delivered” on the message</source>
        <translation>Вручную: «Отметить доставленным» под сообщением</translation>
    </message>
    <message>
        <source>Never: the operator sees that it was not delivered</source>
        <translation>Никогда: оператор видит, что не доставлено</translation>
    </message>
    <message>
        <source>Fail: the operator is told that it cannot be delivered</source>
        <translation>Сбой: оператору сообщают, что доставить нельзя</translation>
    </message>
    <message>
        <source>The portal shows a delivered message as read at once; telling that it was read changes nothing there. Until a message is delivered, its later edits and deletions are not told to the channel.</source>
        <translation>Портал сразу показывает доставленное сообщение как прочитанное; отметка о прочтении там ничего не меняет. Пока сообщение не доставлено, о его правках и удалении каналу не сообщают.</translation>
    </message>
    <message>
        <source>When operators&apos; messages are delivered</source>
        <translation>Когда сообщения операторов считаются доставленными</translation>
    </message>
    <message>
        <source>Delivered after, s</source>
        <translation>Доставлено через, с</translation>
    </message>
    <message>
        <source>Read after that, s</source>
        <translation>Прочитано ещё через, с</translation>
    </message>
    <message>
        <source>The operator is told</source>
        <translation>Оператору сообщают</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>New lead</source>
        <translation>Новый лид</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Новая сделка</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Не указан</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>Имя клиента</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Create the lead</source>
        <translation>Создать лид</translation>
    </message>
    <message>
        <source>Create the deal</source>
        <translation>Создать сделку</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Нет названия.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Это не адрес электронной почты.</translation>
    </message>
    <message>
        <source>The portal does not tell its sources: {why}</source>
        <translation>Портал не называет источники: {why}</translation>
    </message>
    <message>
        <source>The lead gets the dialog&apos;s key as a messenger: that is what ties it to the dialog. Afterwards the lead and the chat are read again.</source>
        <translation>Лид получает ключ диалога как мессенджер: это и связывает его с диалогом. Затем лид и чат читаются ещё раз.</translation>
    </message>
    <message>
        <source>A deal carries no messenger. It is made for the contact to whom the dialog is bound; without one nothing ties it to the dialog.</source>
        <translation>У сделки нет мессенджера. Она создаётся для контакта, с которым связан диалог; без него с диалогом её ничего не связывает.</translation>
    </message>
</context>
<context>
    <name>RecordGuest</name>
    <message>
        <source>The portal is locked: nothing is changed there.</source>
        <translation>Портал заперт: на нём ничего не меняется.</translation>
    </message>
    <message>
        <source>The portal has no chat for this dialog yet.</source>
        <translation>На портале ещё нет чата этого диалога.</translation>
    </message>
    <message>
        <source>The portal is working on it.</source>
        <translation>Портал работает над этим.</translation>
    </message>
    <message>
        <source>Create lead: no session is open.</source>
        <translation>Создать лид: нет открытой сессии.</translation>
    </message>
    <message>
        <source>Create lead: only the dialog&apos;s operator can, and that is {name}.</source>
        <translation>Создать лид может только оператор диалога, а это {name}.</translation>
    </message>
    <message>
        <source>Create lead: only the dialog&apos;s operator can. Answer it first.</source>
        <translation>Создать лид может только оператор диалога. Сначала ответьте на него.</translation>
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
    <name>Remedies</name>
    <message>
        <source>Fix: unbind them…</source>
        <translation>Исправить: отвязать их…</translation>
    </message>
    <message>
        <source>Asks first: those programs get no more events</source>
        <translation>Сначала спросит: те программы больше не получат событий</translation>
    </message>
    <message>
        <source>Other handlers unbound</source>
        <translation>Чужие обработчики отвязаны</translation>
    </message>
    <message>
        <source>Fix: take it over…</source>
        <translation>Исправить: забрать себе…</translation>
    </message>
    <message>
        <source>Asks first: the other application loses the connector</source>
        <translation>Сначала спросит: другое приложение лишится коннектора</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Коннектор забран</translation>
    </message>
    <message>
        <source>1 write, then a re-read</source>
        <translation>1 запись, затем чтение</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти заново</translation>
    </message>
    <message>
        <source>Opens the sign-in</source>
        <translation>Откроется вход</translation>
    </message>
    <message>
        <source>Signed in again</source>
        <translation>Вход выполнен</translation>
    </message>
    <message>
        <source>Fix: activate again</source>
        <translation>Исправить: активировать снова</translation>
    </message>
    <message>
        <source>Activated again</source>
        <translation>Активировано снова</translation>
    </message>
    <message>
        <source>Fix: write the channel data</source>
        <translation>Исправить: записать данные канала</translation>
    </message>
    <message>
        <source>Channel data written</source>
        <translation>Данные канала записаны</translation>
    </message>
    <message>
        <source>Fix: register again</source>
        <translation>Исправить: зарегистрировать снова</translation>
    </message>
    <message>
        <source>Registered again</source>
        <translation>Зарегистрировано снова</translation>
    </message>
    <message>
        <source>Fix: switch the line on</source>
        <translation>Исправить: включить линию</translation>
    </message>
    <message>
        <source>Line switched on</source>
        <translation>Линия включена</translation>
    </message>
    <message>
        <source>Fix: join the queue</source>
        <translation>Исправить: войти в очередь</translation>
    </message>
    <message>
        <source>1 write: you become an operator of this line; then a re-read</source>
        <translation>1 запись: вы станете оператором этой линии; затем чтение</translation>
    </message>
    <message>
        <source>You are in the queue now</source>
        <translation>Теперь вы в очереди</translation>
    </message>
    <message>
        <source>Fix: unbind the old pages</source>
        <translation>Исправить: отвязать старые страницы</translation>
    </message>
    <message>
        <source>1 write for each old page, then a re-read</source>
        <translation>По записи на каждую старую страницу, затем чтение</translation>
    </message>
    <message>
        <source>Old pages unbound</source>
        <translation>Старые страницы отвязаны</translation>
    </message>
    <message>
        <source>Fix: bind the missing events</source>
        <translation>Исправить: привязать недостающие события</translation>
    </message>
    <message>
        <source>1 write for each event, then a re-read</source>
        <translation>По записи на каждое событие, затем чтение</translation>
    </message>
    <message>
        <source>Missing events bound</source>
        <translation>Недостающие события привязаны</translation>
    </message>
    <message>
        <source>Fix: unbind the twin</source>
        <translation>Исправить: отвязать двойника</translation>
    </message>
    <message>
        <source>Twin unbound</source>
        <translation>Двойник отвязан</translation>
    </message>
    <message>
        <source>Fix: fetch the events</source>
        <translation>Исправить: забрать события</translation>
    </message>
    <message>
        <source>They go into the journal here, then out of the queue</source>
        <translation>Они попадут в журнал, затем уйдут из очереди</translation>
    </message>
    <message>
        <source>Events fetched</source>
        <translation>События забраны</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Mended here. Before: {title}</source>
        <translation>Исправлено здесь. Было: {title}</translation>
    </message>
    <message>
        <source>Most likely:</source>
        <translation>Скорее всего:</translation>
    </message>
    <message>
        <source>The portal says: {text}</source>
        <translation>Портал сообщает: {text}</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>How to show the request</source>
        <translation>Как показать запрос</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Copy the whole request</source>
        <translation>Копировать весь запрос</translation>
    </message>
    <message>
        <source>What is wrong with the request</source>
        <translation>Что не так с запросом</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The request has flaws: they are listed below it</source>
        <translation>В запросе есть ошибки: они перечислены под ним</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Что будет отправлено</translation>
    </message>
    <message>
        <source>It is sent exactly as it stands here. Ids are fixed, so that the message can be found again.</source>
        <translation>Отправится ровно то, что стоит здесь. ID не меняются, чтобы сообщение можно было найти.</translation>
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
    <name>RequestWords</name>
    <message>
        <source>Line {line}</source>
        <translation>Строка {line}</translation>
    </message>
    <message>
        <source>{problem} (can be sent)</source>
        <translation>{problem} (отправить можно)</translation>
    </message>
    <message>
        <source>this is no KEY[SUB]=value</source>
        <translation>это не вид KEY[SUB]=value</translation>
    </message>
    <message>
        <source>there are two values in one place</source>
        <translation>на одном месте два значения</translation>
    </message>
    <message>
        <source>this is too long</source>
        <translation>это слишком длинно</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>слишком глубокая вложенность</translation>
    </message>
    <message>
        <source>this is no JSON: a quote, a comma or a bracket is missing near here</source>
        <translation>это не JSON: рядом не хватает кавычки, запятой или скобки</translation>
    </message>
    <message>
        <source>this is required and missing</source>
        <translation>это обязательно и отсутствует</translation>
    </message>
    <message>
        <source>this is fixed here: it stays {value}</source>
        <translation>здесь это не меняется: остаётся {value}</translation>
    </message>
    <message>
        <source>the number of messages is fixed here: it stays {value}</source>
        <translation>число сообщений здесь не меняется: остаётся {value}</translation>
    </message>
    <message>
        <source>the portal does not know this field</source>
        <translation>портал не знает этого поля</translation>
    </message>
    <message>
        <source>the vendor does not document this field</source>
        <translation>это поле не описано разработчиком</translation>
    </message>
    <message>
        <source>a message needs a text or a file</source>
        <translation>сообщению нужен текст или файл</translation>
    </message>
    <message>
        <source>the portal cuts a text after {value} characters</source>
        <translation>портал обрезает текст после {value} символов</translation>
    </message>
    <message>
        <source>an object in braces is needed here</source>
        <translation>здесь нужен объект в фигурных скобках</translation>
    </message>
    <message>
        <source>a list in brackets is needed here</source>
        <translation>здесь нужен список в квадратных скобках</translation>
    </message>
    <message>
        <source>a text in quotes is needed here</source>
        <translation>здесь нужен текст в кавычках</translation>
    </message>
    <message>
        <source>a whole number is needed here</source>
        <translation>здесь нужно целое число</translation>
    </message>
    <message>
        <source>only the letter Y is taken here</source>
        <translation>здесь берётся только буква Y</translation>
    </message>
    <message>
        <source>the portal knows male and female</source>
        <translation>портал знает male и female</translation>
    </message>
    <message>
        <source>an address with http or https is needed here</source>
        <translation>здесь нужен адрес с http или https</translation>
    </message>
</context>
<context>
    <name>ResolverDialog</name>
    <message>
        <source>Find by any id</source>
        <translation>Найти по любому id</translation>
    </message>
    <message>
        <source>Paste an id, an address, a phone or an e-mail</source>
        <translation>Вставьте id, адрес, телефон или почту</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Asking the portal …</source>
        <translation>Спрашиваем портал…</translation>
    </message>
    <message>
        <source>This is what the journal knows; the portal was not heard.</source>
        <translation>Это знает журнал; портал не ответил.</translation>
    </message>
    <message>
        <source>The journal knows nothing of it; the portal was not heard.</source>
        <translation>В журнале об этом ничего нет; портал не ответил.</translation>
    </message>
    <message>
        <source>User code, chat2043, imol|…, session, lead or deal address, external id, e-mail, phone. The journal answers first, then the portal.</source>
        <translation>Код пользователя, chat2043, imol|…, сессия, адрес лида или сделки, внешний id, почта, телефон. Сначала отвечает журнал, затем портал.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
</context>
<context>
    <name>ResolverWords</name>
    <message>
        <source>User code {id}</source>
        <translation>Код пользователя {id}</translation>
    </message>
    <message>
        <source>Chat {id}</source>
        <translation>Чат {id}</translation>
    </message>
    <message>
        <source>Session {id}</source>
        <translation>Сессия {id}</translation>
    </message>
    <message>
        <source>Record {id}</source>
        <translation>Запись {id}</translation>
    </message>
    <message>
        <source>User {id}</source>
        <translation>Пользователь {id}</translation>
    </message>
    <message>
        <source>Message {id}</source>
        <translation>Сообщение {id}</translation>
    </message>
    <message>
        <source>E-mail {id}</source>
        <translation>Эл. почта {id}</translation>
    </message>
    <message>
        <source>Phone {id}</source>
        <translation>Телефон {id}</translation>
    </message>
    <message>
        <source>External id {id}</source>
        <translation>Внешний id {id}</translation>
    </message>
    <message>
        <source>Read as: {kinds}.</source>
        <translation>Понято как: {kinds}.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n dialogs and records; these are the first.</source>
        <translation>
            <numerusform>Больше чем %n диалог или запись; здесь первые.</numerusform>
            <numerusform>Больше чем %n диалога и записи; здесь первые.</numerusform>
            <numerusform>Больше чем %n диалогов и записей; здесь первые.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible answers: the id is not unambiguous.</source>
        <translation>
            <numerusform>%n возможный ответ: id неоднозначен.</numerusform>
            <numerusform>%n возможных ответа: id неоднозначен.</numerusform>
            <numerusform>%n возможных ответов: id неоднозначен.</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither the journal nor the portal knows it. The portal says the same of a chat that is not there and of one that you may not see.</source>
        <translation>Ни журнал, ни портал этого не знают. О чате, которого нет, и о чате, который вам не виден, портал говорит одно и то же.</translation>
    </message>
    <message>
        <source>The journal knows no customer, no chat and no message with this external id, and the portal cannot be asked for one: it needs the connector and the line, too.</source>
        <translation>Журнал не знает ни клиента, ни чата, ни сообщения с таким внешним идентификатором, а портал о нём не спросить: нужны ещё коннектор и линия.</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>Neither the journal nor the portal knows it.</source>
        <translation>Ни журнал, ни портал этого не знают.</translation>
    </message>
    <message>
        <source>user code</source>
        <translation>код пользователя</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>чат</translation>
    </message>
    <message>
        <source>session</source>
        <translation>сессия</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>эл. почта</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>external id</source>
        <translation>внешний id</translation>
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
        <source>Tick {scopes} in the application&apos;s card and sign in again.</source>
        <translation>Отметьте {scopes} в карточке приложения и войдите снова.</translation>
    </message>
</context>
<context>
    <name>RoundTripDialog</name>
    <message>
        <source>Text round trip</source>
        <translation>Путь текста</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>Попробовать текст</translation>
    </message>
    <message>
        <source>As the portal sends it</source>
        <translation>Как его шлёт портал</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation>Имя автора</translation>
    </message>
    <message>
        <source>for example Ann Lee</source>
        <translation>например, Анна Ли</translation>
    </message>
    <message>
        <source>As a messenger shows it</source>
        <translation>Как его покажет мессенджер</translation>
    </message>
    <message>
        <source>Copy what a messenger shows</source>
        <translation>Скопировать то, что покажет мессенджер</translation>
    </message>
    <message>
        <source>The portal&apos;s event is not in the journal: this is the text that the transcript has, without its signature.</source>
        <translation>События портала нет в журнале: это текст из переписки, без подписи.</translation>
    </message>
    <message>
        <source>Only the first 20,000 characters are read: a portal sends no more.</source>
        <translation>Разобраны только первые 20 000 знаков: больше портал не присылает.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more links</source>
        <translation>
            <numerusform>и ещё %n ссылка</numerusform>
            <numerusform>и ещё %n ссылки</numerusform>
            <numerusform>и ещё %n ссылок</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is read</source>
        <translation>Как он разобран</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>RoundTripWords</name>
    <message>
        <source>Signature of {name}: taken off.</source>
        <translation>Подпись «{name}»: снята.</translation>
    </message>
    <message>
        <source>“{name}:” looks like a signature, but is not the author&apos;s name: it stays.</source>
        <translation>«{name}:» похоже на подпись, но это не имя автора: остаётся в тексте.</translation>
    </message>
    <message>
        <source>“{name}:” looks like a signature. Name the author to have it taken off.</source>
        <translation>«{name}:» похоже на подпись. Назовите автора, чтобы её снять.</translation>
    </message>
    <message>
        <source>“{caption}” leads to {host}, which is another host</source>
        <translation>«{caption}» ведёт на {host}, а это другой узел</translation>
    </message>
    <message>
        <source>“{caption}” leads to {host}: letters of other alphabets</source>
        <translation>«{caption}» ведёт на {host}: в имени буквы других алфавитов</translation>
    </message>
    <message>
        <source>“{caption}” leads to {host}</source>
        <translation>«{caption}» ведёт на {host}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>Разрыв строки</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Smile image</source>
        <translation>Смайлик-картинка</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Упоминание</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>File of the drive</source>
        <translation>Файл с диска</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Quoted line</source>
        <translation>Строка цитаты</translation>
    </message>
    <message>
        <source>Edge of a quotation</source>
        <translation>Край цитаты</translation>
    </message>
    <message>
        <source>Kept as typed</source>
        <translation>Оставлено как есть</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Жирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Подчёркнутый</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Зачёркнутый</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Puts into the field</source>
        <translation>Вставляет в поле</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Отправляет</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
</context>
<context>
    <name>RowPane</name>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>как пришла</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Read the errors again…</source>
        <translation>Прочитать ошибочные снова…</translation>
    </message>
    <message>
        <source>Mark as errors…</source>
        <translation>Отметить как ошибочные…</translation>
    </message>
    <message>
        <source>Destroy these…</source>
        <translation>Уничтожить эти…</translation>
    </message>
    <message>
        <source>This portal is read-only here.</source>
        <translation>Этот портал здесь только для чтения.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>The name is missing.</source>
        <translation>Нет названия.</translation>
    </message>
    <message>
        <source>At most 255 characters.</source>
        <translation>Не больше 255 знаков.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Нужно целое число.</translation>
    </message>
    <message>
        <source>The portal cannot store so large a number.</source>
        <translation>Такое большое число портал не сохранит.</translation>
    </message>
    <message>
        <source>A time from 00:00 to 24:00 is needed, as in 09:30.</source>
        <translation>Нужно время от 00:00 до 24:00, например 09:30.</translation>
    </message>
    <message>
        <source>Days and months are needed, as in 01.01, 25.12.</source>
        <translation>Нужны дни и месяцы, например 01.01, 25.12.</translation>
    </message>
    <message>
        <source>No time zone has this name. Write it as in Europe/Riga.</source>
        <translation>Такого часового пояса нет. Пишите как Europe/Riga.</translation>
    </message>
    <message>
        <source>Only letters, digits and . : _ - are allowed here.</source>
        <translation>Здесь можно только буквы, цифры и . : _ -</translation>
    </message>
    <message>
        <source>At most 10 000 characters.</source>
        <translation>Не больше 10 000 знаков.</translation>
    </message>
    <message>
        <source>The text is missing: customers would get nothing.</source>
        <translation>Нет текста: клиенты ничего не получат.</translation>
    </message>
    <message>
        <source>The line would never be open: both times are the same.</source>
        <translation>Линия никогда не откроется: время одно и то же.</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Приветствие</translation>
    </message>
    <message>
        <source>Said when a dialog begins</source>
        <translation>В начале диалога</translation>
    </message>
    <message>
        <source>Out of working hours</source>
        <translation>В нерабочее время</translation>
    </message>
    <message>
        <source>Said after the greeting, and instead of the words before handing over</source>
        <translation>После приветствия и вместо слов перед передачей</translation>
    </message>
    <message>
        <source>When no word fits</source>
        <translation>Если ни одно слово не подошло</translation>
    </message>
    <message>
        <source>Hand over after so many messages without an answer</source>
        <translation>Передать людям после стольких сообщений без ответа</translation>
    </message>
    <message>
        <source>Words that ask for a person</source>
        <translation>Слова с просьбой позвать человека</translation>
    </message>
    <message>
        <source>With commas between; operat* stands for every word that begins so</source>
        <translation>Через запятую; операт* — любое слово с таким началом</translation>
    </message>
    <message>
        <source>Said before handing over</source>
        <translation>Перед передачей людям</translation>
    </message>
    <message>
        <source>Words that end the dialog</source>
        <translation>Слова, которые завершают диалог</translation>
    </message>
    <message>
        <source>Said before the end</source>
        <translation>Перед завершением</translation>
    </message>
    <message>
        <source>Answers to words</source>
        <translation>Ответы на слова</translation>
    </message>
    <message>
        <source>Handing over to people</source>
        <translation>Передача людям</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Завершение</translation>
    </message>
</context>
<context>
    <name>SalvageWords</name>
    <message>
        <source>Saved: {dialogs}, {messages}, {rows}.</source>
        <translation>Сохранено: {dialogs}, {messages}, {rows}.</translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n диалог</numerusform>
            <numerusform>%n диалога</numerusform>
            <numerusform>%n диалогов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raw event(s)</source>
        <translation>
            <numerusform>%n исходное событие</numerusform>
            <numerusform>%n исходных события</numerusform>
            <numerusform>%n исходных событий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n message(s) lost; a note marks each place.</source>
        <translation>
            <numerusform>Потеряно не менее %n сообщения; каждое место отмечено.</numerusform>
            <numerusform>Потеряно не менее %n сообщений; каждое место отмечено.</numerusform>
            <numerusform>Потеряно не менее %n сообщений; каждое место отмечено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n raw event(s) lost.</source>
        <translation>
            <numerusform>Потеряно не менее %n исходного события.</numerusform>
            <numerusform>Потеряно не менее %n исходных событий.</numerusform>
            <numerusform>Потеряно не менее %n исходных событий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) given up: the message of each is lost.</source>
        <translation>
            <numerusform>Отменён %n вызов: его сообщение потеряно.</numerusform>
            <numerusform>Отменены %n вызова: их сообщения потеряны.</numerusform>
            <numerusform>Отменены %n вызовов: их сообщения потеряны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) lost their name and line; their messages are shown by number.</source>
        <translation>
            <numerusform>%n диалог потерял имя и линию; его сообщения показаны под номером.</numerusform>
            <numerusform>%n диалога потеряли имена и линии; их сообщения показаны под номерами.</numerusform>
            <numerusform>%n диалогов потеряли имена и линии; их сообщения показаны под номерами.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only in part, or not at all: {parts}.</source>
        <translation>Прочитано лишь частично или не прочитано: {parts}.</translation>
    </message>
    <message>
        <source>Nothing is known to be lost.</source>
        <translation>О потерях ничего не известно.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it as {name}.</source>
        <translation>Повреждённый файл лежит рядом под именем {name}.</translation>
    </message>
    <message>
        <source>data of channels</source>
        <translation>данные каналов</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>черновики</translation>
    </message>
    <message>
        <source>deliveries to a local handler</source>
        <translation>передачи локальному обработчику</translation>
    </message>
    <message>
        <source>known gaps</source>
        <translation>известные пробелы</translation>
    </message>
    <message>
        <source>messages that were not sent yet</source>
        <translation>ещё не отправленные сообщения</translation>
    </message>
    <message>
        <source>traces of messages</source>
        <translation>пути сообщений</translation>
    </message>
    <message>
        <source>members of groups</source>
        <translation>участники групп</translation>
    </message>
    <message>
        <source>names of operators</source>
        <translation>имена операторов</translation>
    </message>
    <message>
        <source>registrations of connectors</source>
        <translation>регистрации коннекторов</translation>
    </message>
    <message>
        <source>settings of this portal</source>
        <translation>настройки этого портала</translation>
    </message>
</context>
<context>
    <name>SavedPanel</name>
    <message>
        <source>What could be read of {name} was saved</source>
        <translation>Всё, что читалось у портала {name}, сохранено</translation>
    </message>
    <message>
        <source>Open the portal</source>
        <translation>Открыть портал</translation>
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
    <name>SearchPanel</name>
    <message>
        <source>Search in all messages</source>
        <translation>Поиск во всех сообщениях</translation>
    </message>
    <message>
        <source>Back to the dialogs (Esc)</source>
        <translation>Назад к диалогам (Esc)</translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation>Поиск по всему</translation>
    </message>
    <message>
        <source>Words may be incomplete, “a phrase” in quotes stands as it is. Customers&apos; names, ids and names of files are found too.</source>
        <translation>Слова можно писать не до конца, «фраза» в кавычках ищется как есть. Находятся и имена клиентов, идентификаторы, имена файлов.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No message and no dialog has all of: {words}</source>
        <translation>Ни в одном сообщении или диалоге нет всего сразу: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n результат</numerusform>
            <numerusform>%n результата</numerusform>
            <numerusform>%n результатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s), more below</source>
        <translation>
            <numerusform>%n результат, ниже есть ещё</numerusform>
            <numerusform>%n результата, ниже есть ещё</numerusform>
            <numerusform>%n результатов, ниже есть ещё</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages are still being added to the search: {part} %</source>
        <translation>Старые сообщения ещё добавляются в поиск: {part} %</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
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
        <source>Acknowledge delivery automatically</source>
        <translation>Подтверждать доставку автоматически</translation>
    </message>
    <message>
        <source>Time to take a reply back</source>
        <translation>Время, чтобы отозвать ответ</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Нет</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
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
        <source>Own replies</source>
        <translation>Свои ответы</translation>
    </message>
    <message>
        <source>What you write as an operator waits so long before it leaves, and can be taken back until then. What you write as a customer leaves at once. Nothing leaves while the program is closed: at the next start it waits once more.</source>
        <translation>То, что вы пишете как оператор, столько ждёт перед отправкой, и до тех пор его можно отозвать. То, что вы пишете как клиент, уходит сразу. Пока программа закрыта, ничего не уходит: при следующем запуске ответ подождёт ещё раз.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>The bell and the list of alerts always tell. The desktop is told while this window is not in front.</source>
        <translation>Колокольчик и список оповещений сообщают всегда. Рабочий стол — пока это окно не впереди.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Где хранятся ключи</translation>
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
    <name>Several</name>
    <message>
        <source>Any</source>
        <translation>Любой</translation>
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
        <source>Check the clock of this machine and the address. An authority of your own is named in the settings of the network.</source>
        <translation>Проверьте часы этой машины и адрес. Собственный центр сертификации указывается в настройках сети.</translation>
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
        <source>The connection was cut before anything was answered</source>
        <translation>Соединение оборвалось до ответа</translation>
    </message>
    <message>
        <source>The server may speak https only, or something else than a portal.</source>
        <translation>Возможно, сервер принимает только https или это вовсе не портал.</translation>
    </message>
    <message>
        <source>Check the address and the port, or write https:// before the address.</source>
        <translation>Проверьте адрес и порт или допишите https:// перед адресом.</translation>
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
        <source>The portal is open elsewhere and was not forgotten</source>
        <translation>Портал открыт в другом месте, поэтому не забыт</translation>
    </message>
    <message>
        <source>A window or command on this machine still writes down what happens.</source>
        <translation>Окно или команда на этой машине ещё записывает, что там происходит.</translation>
    </message>
    <message>
        <source>Close it, then forget the portal. Nothing was removed.</source>
        <translation>Закройте его и забудьте портал после этого. Ничего не удалено.</translation>
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
    <name>SourceWords</name>
    <message>
        <source>Queue, confirmed</source>
        <translation>Очередь с подтверждением</translation>
    </message>
    <message>
        <source>Queue, read and removed</source>
        <translation>Очередь: чтение и удаление</translation>
    </message>
    <message>
        <source>Queue, watched</source>
        <translation>Очередь: только просмотр</translation>
    </message>
    <message>
        <source>Your own chats</source>
        <translation>Только ваши чаты</translation>
    </message>
    <message>
        <source>Known chats</source>
        <translation>Только известные чаты</translation>
    </message>
    <message>
        <source>Nothing can be lost: the portal keeps events for 30 days, until this console has them on its disk and confirms them.</source>
        <translation>Ничего не потеряется: портал хранит события 30 дней, пока консоль не запишет их на диск и не подтвердит.</translation>
    </message>
    <message>
        <source>Nothing can be lost: events are looked at, written to the disk, and only then is exactly what was read removed from the portal. Let no other program read this queue.</source>
        <translation>Ничего не потеряется: события просматриваются, записываются на диск, и только потом с портала удаляется ровно то, что прочитано. Не давайте другим программам читать эту очередь.</translation>
    </message>
    <message>
        <source>Events are only looked at. They stay in the portal for 30 days.</source>
        <translation>События только просматриваются. Они остаются на портале 30 дней.</translation>
    </message>
    <message>
        <source>Kept 24 h by the portal, and only of chats you belong to. Other known chats are looked at now and then; changes and deletions there may be missed. An administrator gets everything from the queue.</source>
        <translation>Портал хранит события 24 часа и только из чатов, где вы участник. Другие известные чаты время от времени перечитываются; правки и удаления в них можно пропустить. Администратор получает всё из очереди.</translation>
    </message>
    <message>
        <source>Only known chats are looked at, again and again: answers come late, and deletions may be missed. An administrator gets everything from the queue.</source>
        <translation>Перечитываются только известные чаты: ответы приходят с опозданием, а удаления можно пропустить. Администратор получает всё из очереди.</translation>
    </message>
    <message>
        <source>The queue is this console&apos;s own: what its calls cause is told, too.</source>
        <translation>Очередь принадлежит только этой консоли: видно и то, что вызвали её собственные запросы.</translation>
    </message>
    <message>
        <source>Gap of {span}</source>
        <translation>Пропуск: {span}</translation>
    </message>
    <message>
        <source>{first} to {last}: nobody listened for longer than the portal keeps events.</source>
        <translation>С {first} по {last}: никто не слушал дольше, чем портал хранит события.</translation>
    </message>
    <message>
        <source>{first} to {last}: a chat has more messages than its history gives back.</source>
        <translation>С {first} по {last}: в чате больше сообщений, чем отдаёт его история.</translation>
    </message>
    <message>
        <source>Messages were read back where possible; changes, deletions and new dialogs may be missing.</source>
        <translation>Сообщения перечитаны там, где это возможно; правки, удаления и новые диалоги могли потеряться.</translation>
    </message>
</context>
<context>
    <name>SpanWords</name>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
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
    <name>StatisticsExportDialog</name>
    <message>
        <source>Export statistics</source>
        <translation>Экспорт статистики</translation>
    </message>
    <message>
        <source>For example 2026-07-14, or 14.7.</source>
        <translation>Например, 2026-07-14 или 14.7.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Все линии</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>Это не дата.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation>Клиент {id}</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <translation>Заменить {name}?</translation>
    </message>
    <message>
        <source>What was observed would be written into this file, which is there already.</source>
        <translation>В этот файл будет записано, за какое время были наблюдения, но такой файл уже есть.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>For spreadsheets: a workbook in which no text is a formula.</source>
        <translation>Для таблиц: книга, в которой никакой текст не станет формулой.</translation>
    </message>
    <message>
        <source>A sheet of its own tells which times were observed.</source>
        <translation>На отдельном листе указано, за какое время были наблюдения.</translation>
    </message>
    <message>
        <source>For spreadsheets. An apostrophe stands before what could be a formula.</source>
        <translation>Для таблиц. Перед тем, что могло бы стать формулой, стоит апостроф.</translation>
    </message>
    <message>
        <source>A second file beside it, {name}, tells which times were observed.</source>
        <translation>Рядом появится второй файл, {name}: в нём указано, за какое время были наблюдения.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n сессия</numerusform>
            <numerusform>%n сессии</numerusform>
            <numerusform>%n сессий</numerusform>
        </translation>
    </message>
    <message>
        <source>{sessions} written to {path}.</source>
        <translation>В файл {path} записано: {sessions}.</translation>
    </message>
    <message>
        <source>One row for each session: ids, link, customer, operator, times, rating.</source>
        <translation>Строка на каждую сессию: номера, ссылка, клиент, оператор, время, оценка.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Count again</source>
        <translation>Посчитать снова</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Show the board</source>
        <translation>Показать табло</translation>
    </message>
    <message>
        <source>Show how fast answers are</source>
        <translation>Показать скорость ответов</translation>
    </message>
    <message>
        <source>Show the figures of the operators</source>
        <translation>Показать цифры операторов</translation>
    </message>
    <message>
        <source>Show the figures of delivery</source>
        <translation>Показать цифры доставки</translation>
    </message>
    <message>
        <source>Export statistics</source>
        <translation>Экспортировать статистику</translation>
    </message>
</context>
<context>
    <name>StatisticsPresenter</name>
    <message>
        <source>The figures were not counted. The log holds the details.</source>
        <extracomment>Milliseconds after which it is counted again although nothing happened: time was observed.</extracomment>
        <translation>Показатели не посчитаны. Подробности в журнале программы.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Not signed in</source>
        <extracomment>From the first to leave when there is no room; what is not named here never leaves. From the first to be cut when even that is not enough; then the widest one is, step by step, and the counts of the outbox last of all. What a part says first and then why: the reason is cut before what it is the reason of. Parts that lead to the page of the queue, and what that page is told.</extracomment>
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
        <source>No events. {reason}</source>
        <translation>Событий нет. {reason}</translation>
    </message>
    <message>
        <source>Of the dialogs that are known here: the board says which.</source>
        <translation>Речь об известных здесь диалогах: какие это, говорит табло.</translation>
    </message>
    <message>
        <source>Nobody known waits</source>
        <translation>Из известных никто не ждёт</translation>
    </message>
    <message>
        <source>Polling every {pause}</source>
        <translation>Опрос раз в {pause}</translation>
    </message>
    <message>
        <source>Polling is paused</source>
        <translation>Опрос приостановлен</translation>
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
        <source>The Connectors page says what happened and mends it.</source>
        <translation>На странице «Коннекторы» сказано, что случилось, и это можно исправить.</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) need a look</source>
        <translation>
            <numerusform>%n канал требует внимания</numerusform>
            <numerusform>%n канала требуют внимания</numerusform>
            <numerusform>%n каналов требуют внимания</numerusform>
        </translation>
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
    <message>
        <source>They are kept with the reason and can be tried again: press to see them.</source>
        <translation>Они сохранены с причиной, их можно попробовать снова: нажмите, чтобы увидеть.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) set aside</source>
        <translation>
            <numerusform>Отложена %n строка</numerusform>
            <numerusform>Отложены %n строки</numerusform>
            <numerusform>Отложено %n строк</numerusform>
        </translation>
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
        <source>Read and write</source>
        <translation>Чтение и запись</translation>
    </message>
    <message>
        <source>Calls that change something are refused here, before they are sent.</source>
        <translation>Вызовы, которые что-то меняют, отклоняются здесь, до отправки.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Только чтение</translation>
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
    <name>SuperviseFlow</name>
    <message>
        <source>Pin all my dialogs</source>
        <extracomment>Who does this means to speak as himself.</extracomment>
        <translation>Закрепить все мои диалоги</translation>
    </message>
    <message>
        <source>Unpin all my dialogs</source>
        <translation>Открепить все мои диалоги</translation>
    </message>
    <message>
        <source>As {name}</source>
        <translation>От имени: {name}</translation>
    </message>
    <message>
        <source>this profile is read-only</source>
        <translation>этот профиль только для чтения</translation>
    </message>
    <message>
        <source>Open the log of acts</source>
        <translation>Открыть журнал действий</translation>
    </message>
    <message>
        <source>Pin all dialogs of {name}?</source>
        <translation>Закрепить все диалоги ({name})?</translation>
    </message>
    <message>
        <source>Unpin all of {name}?</source>
        <translation>Открепить все диалоги ({name})?</translation>
    </message>
    <message>
        <source>The clock closes none of them as long as they are pinned.</source>
        <translation>Пока они закреплены, ни один не закроется по времени.</translation>
    </message>
    <message>
        <source>The clock closes them again as the line&apos;s settings say.</source>
        <translation>Они снова будут закрываться по времени, как задано в настройках линии.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>no dialog is open</source>
        <translation>диалог не открыт</translation>
    </message>
    <message>
        <source>no dialog is on the screen</source>
        <translation>на экране нет диалога</translation>
    </message>
    <message>
        <source>This dialog, as {name}</source>
        <translation>Этот диалог, от имени: {name}</translation>
    </message>
    <message>
        <source>another operator</source>
        <translation>другой оператор</translation>
    </message>
    <message>
        <source>You do this as {name}.</source>
        <translation>Вы делаете это от имени: {name}.</translation>
    </message>
    <message>
        <source>Take the dialog with {customer} from {operator}?</source>
        <translation>Забрать диалог с клиентом {customer} у оператора {operator}?</translation>
    </message>
    <message>
        <source>{operator} no longer gets its messages. The customer is told nothing.</source>
        <translation>{operator} больше не получит его сообщений. Клиенту ничего не сообщается.</translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation>Перехватить</translation>
    </message>
    <message>
        <source>Finish the dialog of {operator} with {customer}?</source>
        <translation>Завершить диалог оператора {operator} с клиентом {customer}?</translation>
    </message>
    <message>
        <source>The session ends, as if its operator had finished it.</source>
        <translation>Сессия завершится, как если бы её закрыл её оператор.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Mark the dialog with {customer} as spam?</source>
        <translation>Пометить диалог с клиентом {customer} как спам?</translation>
    </message>
    <message>
        <source>The session ends at once. Nothing takes the mark back.</source>
        <translation>Сессия завершится сразу. Снять пометку нельзя.</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Пометить как спам</translation>
    </message>
</context>
<context>
    <name>TalkModel</name>
    <message>
        <source>Heard</source>
        <translation>Слышал</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Last words</source>
        <translation>Последние слова</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>TalkTable</name>
    <message>
        <source>Dialogs of the bot</source>
        <translation>Диалоги бота</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>Take over</source>
        <translation>Взять себе</translation>
    </message>
    <message>
        <source>Open dialog</source>
        <translation>Открыть диалог</translation>
    </message>
    <message>
        <source>No dialog yet: the next customer of its line is greeted by the bot.</source>
        <translation>Диалогов пока нет: со следующим клиентом линии поздоровается бот.</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Профиль только для чтения.</translation>
    </message>
    <message>
        <source>The bot does not have this dialog any more.</source>
        <translation>Этот диалог уже не у бота.</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>Find a person by name, then Enter</source>
        <translation>Найдите сотрудника по имени, затем Enter</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Кому передать</translation>
    </message>
    <message>
        <source>Person or line</source>
        <translation>Сотрудник или линия</translation>
    </message>
    <message>
        <source>Nobody of that name is at work here.</source>
        <translation>Здесь нет работающего сотрудника с таким именем.</translation>
    </message>
</context>
<context>
    <name>TileForm</name>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Opens inside the portal when somebody presses the tile.</source>
        <translation>Открывается внутри портала, когда нажимают на плитку.</translation>
    </message>
    <message>
        <source>Code of a language</source>
        <translation>Код языка</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Добавить язык</translation>
    </message>
    <message>
        <source>Add the tile</source>
        <translation>Добавить плитку</translation>
    </message>
    <message>
        <source>Add a tile of the application</source>
        <translation>Добавить плитку приложения</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>Название ({language})</translation>
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
    <name>TokenCard</name>
    <message>
        <source>Access token</source>
        <extracomment>Age of a refresh token at which it is time to worry.</extracomment>
        <translation>Токен доступа</translation>
    </message>
    <message>
        <source>Last renewed</source>
        <translation>Обновлены</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Токен обновления</translation>
    </message>
    <message>
        <source>Age of the refresh token in days</source>
        <translation>Возраст токена обновления в днях</translation>
    </message>
    <message>
        <source>Refresh now…</source>
        <translation>Обновить сейчас…</translation>
    </message>
    <message>
        <source>Copy token…</source>
        <translation>Скопировать токен…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old of {whole}, good until {day}</source>
        <translation>
            <numerusform>%n день из {whole}, действует до {day}</numerusform>
            <numerusform>%n дня из {whole}, действует до {day}</numerusform>
            <numerusform>%n дней из {whole}, действует до {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Скопировать токен</translation>
    </message>
    <message>
        <source>good for {time}</source>
        <translation>действует ещё {time}</translation>
    </message>
    <message>
        <source>over; the next call renews it</source>
        <translation>истёк; следующий вызов его обновит</translation>
    </message>
    <message>
        <source>not since the start; received {time}</source>
        <translation>с запуска ещё нет; получены {time}</translation>
    </message>
    <message>
        <source>{time}, by another window or command of this program</source>
        <translation>{time}, другим окном или командой этой программы</translation>
    </message>
    <message>
        <source>{time}, by this window</source>
        <translation>{time}, этим окном</translation>
    </message>
    <message numerus="yes">
        <source>Copied. It is taken off the clipboard in %n second(s).</source>
        <translation>
            <numerusform>Скопировано. Уйдёт из буфера обмена через %n секунду.</numerusform>
            <numerusform>Скопировано. Уйдёт из буфера обмена через %n секунды.</numerusform>
            <numerusform>Скопировано. Уйдёт из буфера обмена через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>After 180 days without use the refresh token is dead, and somebody has to sign in again. Any call that needs a new access token renews both.</source>
        <translation>После 180 дней без использования токен обновления не действует, и нужно войти заново. Любой вызов, которому нужен новый токен доступа, обновляет оба.</translation>
    </message>
    <message>
        <source>Tokens are renewed when the portal asks for it, never by the clock: the vendor blocks applications that do that. They are never shown and never written to a log.</source>
        <translation>Токены обновляются, когда этого требует портал, и никогда по часам: такие приложения поставщик блокирует. Они нигде не показываются и не пишутся в лог.</translation>
    </message>
</context>
<context>
    <name>TokenLine</name>
    <message>
        <source>application_token</source>
        <translation>application_token</translation>
    </message>
    <message>
        <source>Your own, until you quit</source>
        <translation>Ваш, до выхода</translation>
    </message>
    <message>
        <source>Your handler compares it. The portal tells the real one only when the application is installed; this one belongs to your sign-in and stays the same.</source>
        <translation>Его сверяет ваш обработчик. Настоящий портал сообщает только при установке приложения; этот связан с вашим входом и не меняется.</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Part of the statistics</source>
        <translation>Часть статистики</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Табло</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Операторы</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Все линии</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Другие дни…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>What is shown</source>
        <translation>Что показано</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Коннекторы</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
</context>
<context>
    <name>TraceTimes</name>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 с</translation>
    </message>
    <message>
        <source>+0 s</source>
        <translation>+0 с</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} с</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} мин {seconds} с</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>Every row and call behind this message (F8)</source>
        <translation>Все строки и вызовы этого сообщения (F8)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>The whole way in one line</source>
        <translation>Весь путь одной строкой</translation>
    </message>
    <message>
        <source>Copy the trace</source>
        <translation>Копировать путь сообщения</translation>
    </message>
    <message>
        <source>Trace · {message}</source>
        <translation>Путь · {message}</translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message>
        <source>Event queued</source>
        <translation>Событие в очереди</translation>
    </message>
    <message>
        <source>Fetched and saved</source>
        <translation>Получено и сохранено</translation>
    </message>
    <message>
        <source>Shown to the customer</source>
        <translation>Показано клиенту</translation>
    </message>
    <message>
        <source>Typed, on disk here</source>
        <translation>Набрано, на диске здесь</translation>
    </message>
    <message>
        <source>Call to the portal</source>
        <translation>Вызов к порталу</translation>
    </message>
    <message>
        <source>Edit call</source>
        <translation>Вызов: правка</translation>
    </message>
    <message>
        <source>Deletion call</source>
        <translation>Вызов удаления</translation>
    </message>
    <message>
        <source>Delivery call</source>
        <translation>Вызов: доставка</translation>
    </message>
    <message>
        <source>Mark “delivered”</source>
        <translation>Отметка «доставлено»</translation>
    </message>
    <message>
        <source>Reading call</source>
        <translation>Вызов: прочтение</translation>
    </message>
    <message>
        <source>Mark “read”</source>
        <translation>Отметка «прочитано»</translation>
    </message>
    <message>
        <source>{step}: {reason}</source>
        <translation>{step}: {reason}</translation>
    </message>
    <message>
        <source>The bot wrote in chat {chat}</source>
        <translation>Бот написал в чате {chat}</translation>
    </message>
    <message>
        <source>The line wrote in chat {chat}</source>
        <translation>Линия написала в чате {chat}</translation>
    </message>
    <message>
        <source>The customer wrote in chat {chat}, elsewhere</source>
        <translation>Клиент написал в чат {chat} через другую программу</translation>
    </message>
    <message>
        <source>Operator wrote in chat {chat}</source>
        <translation>Оператор написал в чате {chat}</translation>
    </message>
    <message>
        <source>Shown here</source>
        <translation>Показано здесь</translation>
    </message>
    <message>
        <source>Chat at the portal</source>
        <translation>Чат на портале</translation>
    </message>
    <message>
        <source>In chat {chat} at the portal</source>
        <translation>На портале, в чате {chat}</translation>
    </message>
    <message>
        <source>Operator&apos;s answer</source>
        <translation>Ответ оператора</translation>
    </message>
    <message>
        <source>The bot answered</source>
        <translation>Ответил бот</translation>
    </message>
    <message>
        <source>{name} answered</source>
        <translation>Ответ: {name}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответ пришёл</translation>
    </message>
    <message>
        <source>the chat&apos;s history</source>
        <translation>история чата</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>process {id}</source>
        <translation>процесс {id}</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n попытка</numerusform>
            <numerusform>%n попытки</numerusform>
            <numerusform>%n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>time not kept</source>
        <translation>время не сохранено</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>уже {age}</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>не дошло</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>не нужно</translation>
    </message>
    <message>
        <source>It is not known why.</source>
        <translation>Причина неизвестна.</translation>
    </message>
    <message>
        <source>Look at the call in Calls.</source>
        <translation>Посмотрите вызов на странице «Вызовы».</translation>
    </message>
    <message>
        <source>Nothing leaves: {reason}</source>
        <translation>Ничего не отправляется: {reason}</translation>
    </message>
    <message>
        <source>Waits until {time}, as chosen.</source>
        <translation>Ждёт до {time}, как задано.</translation>
    </message>
    <message>
        <source>Waits for its turn in the outbox.</source>
        <translation>Ждёт своей очереди в исходящих.</translation>
    </message>
    <message>
        <source>Waits for the portal&apos;s answer.</source>
        <translation>Ждёт ответа портала.</translation>
    </message>
    <message>
        <source>Waits for you: mark the message as delivered.</source>
        <translation>Ждёт вас: отметьте сообщение как доставленное.</translation>
    </message>
    <message>
        <source>Waits for an operator or a bot to write.</source>
        <translation>Ждёт, пока напишет оператор или бот.</translation>
    </message>
    <message>
        <source>The portal has not said which chat it is.</source>
        <translation>Портал не сообщил, какой это чат.</translation>
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
    <name>TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>To a colleague</source>
        <translation>Коллеге</translation>
    </message>
    <message>
        <source>To a line</source>
        <translation>На линию</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Поиск по имени</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Transfer the dialog with {name}</source>
        <translation>Передать диалог с клиентом {name}</translation>
    </message>
    <message>
        <source>You do this as {name}. The customer is told nothing.</source>
        <translation>Вы делаете это от имени: {name}. Клиенту ничего не сообщается.</translation>
    </message>
    <message>
        <source>Who can get it</source>
        <translation>Кто может его получить</translation>
    </message>
    <message>
        <source>No line has this name.</source>
        <translation>Линии с таким названием нет.</translation>
    </message>
    <message>
        <source>back to its own queue</source>
        <translation>обратно в свою очередь</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключена</translation>
    </message>
    <message>
        <source>Nobody at work has this name or position.</source>
        <translation>Среди работающих нет никого с таким именем или должностью.</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>away</source>
        <translation>не в сети</translation>
    </message>
    <message>
        <source>has it now</source>
        <translation>диалог уже здесь</translation>
    </message>
    <message>
        <source>you: Answer or Intercept takes it</source>
        <translation>это вы: возьмите через «Ответить» или «Перехватить»</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Никто не выбран</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Write as the customer, then Enter</source>
        <translation>Напишите за клиента, затем Enter</translation>
    </message>
    <message>
        <source>Write as the customer</source>
        <translation>Написать за клиента</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Сказать</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Out of working hours</source>
        <translation>Нерабочее время</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>The bot has left; people see this.</source>
        <translation>Бот ушёл; это видят люди.</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>молчит</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Что сказано</translation>
    </message>
    <message>
        <source>The rules as they are typed now, also unsaved ones. No portal is asked.</source>
        <translation>Правила в том виде, в каком они введены, даже несохранённые. Портал не участвует.</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation>Забыли парольную фразу?</translation>
    </message>
    <message>
        <source>Nobody can open the file without its passphrase. Starting anew deletes it: the sign-ins and the client secrets of every portal in it are lost, and each portal has to be signed in to again. Dialogs and settings stay.</source>
        <translation>Без парольной фразы файл не откроет никто. Если начать заново, он удаляется: входы и ключи приложений всех порталов из него теряются, и в каждый портал надо войти снова. Диалоги и настройки остаются.</translation>
    </message>
    <message>
        <source>Delete the keys and start anew</source>
        <translation>Удалить ключи и начать заново</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>Введите парольную фразу</translation>
    </message>
    <message>
        <source>Your keys are locked</source>
        <translation>Ваши ключи закрыты</translation>
    </message>
    <message>
        <source>They are in a file on this machine that only your passphrase opens.</source>
        <translation>Они лежат в файле на этой машине, его открывает только ваша парольная фраза.</translation>
    </message>
</context>
<context>
    <name>VaultBlock</name>
    <message>
        <source>Keep them elsewhere</source>
        <translation>Хранить в другом месте</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Сменить парольную фразу</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Нынешняя парольная фраза</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Enter the present passphrase</source>
        <translation>Введите нынешнюю парольную фразу</translation>
    </message>
    <message>
        <source>Move the keys there</source>
        <translation>Перенести ключи туда</translation>
    </message>
    <message>
        <source>Keys are in the system&apos;s keychain.</source>
        <translation>Ключи лежат в системном хранилище ключей.</translation>
    </message>
    <message>
        <source>Keys are in a file on this machine that your passphrase opens.</source>
        <translation>Ключи лежат в файле на этой машине, его открывает ваша парольная фраза.</translation>
    </message>
    <message>
        <source>Keys are kept only until you quit.</source>
        <translation>Ключи хранятся только до выхода из программы.</translation>
    </message>
    <message>
        <source>Nobody has chosen yet where keys are kept: the next sign-in asks.</source>
        <translation>Где хранить ключи, ещё не выбрано: об этом спросят при следующем входе.</translation>
    </message>
    <message>
        <source>Keys are in a file on this machine that is locked now.</source>
        <translation>Ключи лежат в файле на этой машине, сейчас он закрыт.</translation>
    </message>
</context>
<context>
    <name>VaultChoice</name>
    <message>
        <source>In the system&apos;s keychain</source>
        <translation>В системном хранилище ключей</translation>
    </message>
    <message>
        <source>The system opens it when you sign in to this machine.</source>
        <translation>Система открывает его, когда вы входите в неё.</translation>
    </message>
    <message>
        <source>In a file that a passphrase opens</source>
        <translation>В файле, который открывает парольная фраза</translation>
    </message>
    <message>
        <source>It is asked for at every start. Nobody can open the file without it, not even we.</source>
        <translation>Её спрашивают при каждом запуске. Без неё файл не откроет никто, даже мы.</translation>
    </message>
    <message>
        <source>Only until I quit</source>
        <translation>Только до выхода из программы</translation>
    </message>
    <message>
        <source>Nothing is written. At the next start you sign in again.</source>
        <translation>Ничего не записывается. При следующем запуске вы входите снова.</translation>
    </message>
    <message>
        <source>Choose one of these</source>
        <translation>Выберите что-нибудь одно</translation>
    </message>
    <message>
        <source>It does not work on this machine now.</source>
        <translation>Сейчас на этой машине оно не работает.</translation>
    </message>
</context>
<context>
    <name>VaultDialog</name>
    <message>
        <source>Where are your keys to be kept?</source>
        <translation>Где хранить ваши ключи?</translation>
    </message>
    <message>
        <source>Keep them there</source>
        <translation>Хранить там</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>ViewErrors</name>
    <message>
        <source>A view needs a name</source>
        <translation>Виду нужно название</translation>
    </message>
    <message>
        <source>It may have up to 60 characters.</source>
        <translation>В нём может быть до 60 знаков.</translation>
    </message>
    <message>
        <source>Type a name of 1 to 60 characters.</source>
        <translation>Введите название длиной от 1 до 60 знаков.</translation>
    </message>
    <message>
        <source>Another view has this name</source>
        <translation>Так уже называется другой вид</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое название.</translation>
    </message>
</context>
<context>
    <name>ViewGuest</name>
    <message>
        <source>Dialogs</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>Show the view “{name}”</source>
        <translation>Показать вид «{name}»</translation>
    </message>
    <message>
        <source>Open the next dialog with new messages</source>
        <translation>Открыть следующий диалог с новыми сообщениями</translation>
    </message>
    <message>
        <source>Filter the dialogs</source>
        <translation>Отфильтровать диалоги</translation>
    </message>
    <message>
        <source>Clear the filters of the dialogs</source>
        <translation>Сбросить фильтры диалогов</translation>
    </message>
    <message>
        <source>every dialog is shown</source>
        <translation>показаны все диалоги</translation>
    </message>
    <message>
        <source>Delete the view “{name}”?</source>
        <translation>Удалить вид «{name}»?</translation>
    </message>
    <message>
        <source>Only its name and its conditions are forgotten. The dialogs stay.</source>
        <translation>Забудутся только название и условия. Диалоги останутся.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>ViewList</name>
    <message>
        <source>Move the view up</source>
        <translation>Поднять вид выше</translation>
    </message>
    <message>
        <source>Move the view down</source>
        <translation>Опустить вид ниже</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименовать вид</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Удалить вид</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Сохранённые виды</translation>
    </message>
    <message>
        <source>Save this view as …</source>
        <translation>Название этого вида</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
</context>
<context>
    <name>VoteDialog</name>
    <message>
        <source>Rate the session</source>
        <translation>Оценить сессию</translation>
    </message>
    <message>
        <source>Asking the portal whether you may rate…</source>
        <translation>Спрашиваем портал, можно ли вам оценивать…</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Оценить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Rate session {id}</source>
        <translation>Оценить сессию {id}</translation>
    </message>
    <message>
        <source>The work of {operator} with {customer}. You do this as {name}.</source>
        <translation>Работа оператора {operator} с клиентом {customer}. Вы делаете это от имени: {name}.</translation>
    </message>
    <message>
        <source>the operator</source>
        <translation>оператор</translation>
    </message>
    <message>
        <source>{mark} of 5</source>
        <translation>{mark} из 5</translation>
    </message>
    <message>
        <source>Comment, only for colleagues</source>
        <translation>Комментарий, только для коллег</translation>
    </message>
    <message>
        <source>You may rate. There is a rating already: yours replaces it.</source>
        <translation>Вам можно оценивать. Оценка уже есть: ваша её заменит.</translation>
    </message>
    <message>
        <source>You may rate. Nobody has rated this session yet.</source>
        <translation>Вам можно оценивать. Эту сессию ещё никто не оценил.</translation>
    </message>
    <message>
        <source>Send the comment only</source>
        <translation>Отправить только комментарий</translation>
    </message>
    <message>
        <source>Choose a mark or write a comment</source>
        <translation>Выберите оценку или напишите комментарий</translation>
    </message>
    <message>
        <source>The portal did not say whether you may rate.</source>
        <translation>Портал не сообщил, можно ли вам оценивать.</translation>
    </message>
</context>
<context>
    <name>WatchNotice</name>
    <message>
        <source>Silent mode is on: the customer is not sent what operators write.</source>
        <translation>Включён скрытый режим: клиент не получает то, что пишут операторы.</translation>
    </message>
    <message>
        <source>Silent mode is on: nothing goes to the customer.</source>
        <translation>Скрытый режим: клиент ничего не получает.</translation>
    </message>
    <message>
        <source>You have joined this chat: its operator sees you there. Looking marks nothing as read.</source>
        <translation>Вы присоединились к чату: его оператор вас видит. Просмотр ничего не отмечает прочитанным.</translation>
    </message>
    <message>
        <source>You are in this chat: its operator sees you.</source>
        <translation>Вы в этом чате: его оператор вас видит.</translation>
    </message>
    <message>
        <source>The customer and the operator cannot see you. A rule of this dialog reports operators&apos; messages as not delivered.</source>
        <translation>Клиент и оператор вас не видят. По правилу этого диалога сообщения операторов отмечаются недоставленными.</translation>
    </message>
    <message>
        <source>Nobody sees you; a rule reports messages as not delivered.</source>
        <translation>Вас не видно; по правилу сообщения отмечаются недоставленными.</translation>
    </message>
    <message>
        <source>Watching only. Another program is the customer&apos;s channel: this console confirms nothing and marks nothing as read.</source>
        <translation>Только просмотр. Канал клиента — другая программа: эта консоль ничего не подтверждает и не отмечает прочитанным.</translation>
    </message>
    <message>
        <source>Watching only: nothing is confirmed, nothing is marked as read.</source>
        <translation>Только просмотр: ничего не подтверждается и не отмечается прочитанным.</translation>
    </message>
    <message>
        <source>Watching only. The customer and the operator cannot see you; nothing is marked as read.</source>
        <translation>Только просмотр. Клиент и оператор вас не видят, прочтение не отмечается.</translation>
    </message>
    <message>
        <source>Watching only: nobody sees you, nothing is marked as read.</source>
        <translation>Только просмотр: вас не видят, прочтение не отмечается.</translation>
    </message>
    <message>
        <source>The customer and the operator cannot see you. A rule of this dialog confirms operators&apos; messages as delivered.</source>
        <translation>Клиент и оператор вас не видят. По правилу этого диалога сообщения операторов отмечаются доставленными.</translation>
    </message>
    <message>
        <source>Nobody sees you; a rule confirms messages as delivered.</source>
        <translation>Вас не видно; по правилу сообщения отмечаются доставленными.</translation>
    </message>
    <message>
        <source>The customer and the operator cannot see you. A rule of this dialog marks operators&apos; messages as delivered and read.</source>
        <translation>Клиент и оператор вас не видят. По правилу этого диалога сообщения операторов отмечаются доставленными и прочитанными.</translation>
    </message>
    <message>
        <source>Nobody sees you; a rule marks messages as delivered and read.</source>
        <translation>Вас не видно; по правилу сообщения отмечаются доставленными и прочитанными.</translation>
    </message>
</context>
<context>
    <name>WeekDays</name>
    <message>
        <source>Mo</source>
        <translation>Пн</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>Вт</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Ср</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>Чт</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>Пт</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>Сб</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>Вс</translation>
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
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
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
        <source>Your own Bitrix24 with a local application. The keys go to the system&apos;s keychain, into a file that your passphrase opens, or nowhere: you choose.</source>
        <translation>Ваш Битрикс24 с локальным приложением. Ключи попадают в системное хранилище, в файл под вашей парольной фразой или никуда: выбираете вы.</translation>
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
    <name>WholeText</name>
    <message>
        <source>The whole message</source>
        <translation>Сообщение целиком</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Текст сообщения</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Предыдущая часть</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Следующая часть</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Копировать всё</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign(s)</source>
        <translation>
            <numerusform>%Ln знак</numerusform>
            <numerusform>%Ln знака</numerusform>
            <numerusform>%Ln знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Part {number} of {count}</source>
        <translation>Часть {number} из {count}</translation>
    </message>
</context>
<context>
    <name>WidgetTab</name>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Icon when off</source>
        <translation>Значок, когда выключен</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Pages of the application in the portal</source>
        <translation>Страницы приложения на портале</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>The portal has no page of this application.</source>
        <translation>На портале нет страниц этого приложения.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Убрать…</translation>
    </message>
    <message>
        <source>Widget</source>
        <translation>Виджет</translation>
    </message>
    <message>
        <source>No icon for the inactive state was registered: the portal shows none.</source>
        <translation>Значок для выключенного состояния не зарегистрирован: портал не покажет никакого.</translation>
    </message>
    <message>
        <source>A settings page (SETTING_CONNECTOR) is made by imconnector.register, and a new address leaves the old one behind. A tile (CONTACT_CENTER) is only an entry to a page of yours; the channel itself comes from the registration.</source>
        <translation>Страницу настроек (SETTING_CONNECTOR) создаёт imconnector.register; с новым адресом прежняя остаётся. Плитка (CONTACT_CENTER) — только вход на вашу страницу; сам канал появляется при регистрации.</translation>
    </message>
    <message>
        <source>In the contact center</source>
        <translation>В контакт-центре</translation>
    </message>
    <message>
        <source>It goes with its connector: unregister that.</source>
        <translation>Она исчезнет вместе с коннектором: снимите его с регистрации.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) removed. The portal counts two for each in its answer.</source>
        <translation>
            <numerusform>Убрана %n страница. В ответе портал считает каждую за две.</numerusform>
            <numerusform>Убраны %n страницы. В ответе портал считает каждую за две.</numerusform>
            <numerusform>Убрано %n страниц. В ответе портал считает каждую за две.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not an administrator of the portal: it neither shows nor takes such pages.</source>
        <translation>Вы не администратор портала: он не показывает и не принимает такие страницы.</translation>
    </message>
    <message>
        <source>The installation of the application is not finished, so the portal shows none of its pages to anybody.</source>
        <translation>Установка приложения не завершена, поэтому портал никому не показывает его страниц.</translation>
    </message>
    <message>
        <source>The application lacks the permission {scope}.</source>
        <translation>У приложения нет права {scope}.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Показана</translation>
    </message>
    <message>
        <source>Not shown yet</source>
        <translation>Пока не показана</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Осталась от прежнего</translation>
    </message>
    <message>
        <source>Tile in the contact center</source>
        <translation>Плитка в контакт-центре</translation>
    </message>
    <message>
        <source>Settings page</source>
        <translation>Страница настроек</translation>
    </message>
</context>
<context>
    <name>WindowActs</name>
    <message>
        <source>They go from the journal of {name} on this machine, with their raw events and traces, now and from then on. The portal keeps its own. This cannot be undone.</source>
        <translation>Они исчезнут из журнала портала {name} на этом компьютере вместе с исходными событиями и путями, сейчас и впредь. На портале всё останется. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Type {word} to confirm.</source>
        <translation>Для подтверждения введите {word}.</translation>
    </message>
    <message numerus="yes">
        <source>Delete messages older than %n day(s)?</source>
        <translation>
            <numerusform>Удалить сообщения старше %n дня?</numerusform>
            <numerusform>Удалить сообщения старше %n дней?</numerusform>
            <numerusform>Удалить сообщения старше %n дней?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
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
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Go to</source>
        <extracomment>Pages of the rail that a digit opens.</extracomment>
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
        <source>Unlock: allow writing again</source>
        <translation>Отпереть: снова разрешить запись</translation>
    </message>
    <message>
        <source>Lock: make read-only</source>
        <translation>Запереть: только чтение</translation>
    </message>
    <message>
        <source>Open the portal menu</source>
        <translation>Открыть меню портала</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>Показать оповещения</translation>
    </message>
    <message>
        <source>Find by any id</source>
        <translation>Найти по любому id</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>Open portal and application</source>
        <translation>Открыть портал и приложение</translation>
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
        <source>it is open</source>
        <translation>открыта</translation>
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
        <source>Forget this portal…</source>
        <translation>Забыть этот портал…</translation>
    </message>
    <message>
        <source>nothing of it is kept</source>
        <translation>ничего не хранится</translation>
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
        <source>Switch to {name}</source>
        <translation>Перейти на {name}</translation>
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
    <message numerus="yes">
        <source>Leaves in %n s</source>
        <translation>
            <numerusform>Уйдёт через %n с</numerusform>
            <numerusform>Уйдёт через %n с</numerusform>
            <numerusform>Уйдёт через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Answer to take the dialog, then retry.</source>
        <translation>Нажмите «Ответить», чтобы взять диалог, затем повторите.</translation>
    </message>
    <message>
        <source>Delivery not confirmed: {reason}</source>
        <translation>Доставка не подтверждена: {reason}</translation>
    </message>
    <message>
        <source>Not changed at the portal: {reason}</source>
        <translation>На портале не изменено: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>May still be under way: sent again in %n s at the earliest</source>
        <translation>
            <numerusform>Возможно, ещё выполняется: повторная отправка не раньше чем через %n секунду</numerusform>
            <numerusform>Возможно, ещё выполняется: повторная отправка не раньше чем через %n секунды</numerusform>
            <numerusform>Возможно, ещё выполняется: повторная отправка не раньше чем через %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Message deleted at {time} by {name}</source>
        <translation>Сообщение удалено в {time} ({name})</translation>
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
        <source>Take back</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Session {value} started on line {line}</source>
        <translation>Сессия {value} открыта на линии «{line}»</translation>
    </message>
    <message>
        <source>Lost with the damaged journal, messages: {value}</source>
        <translation>Утрачено с повреждённым журналом, сообщений: {value}</translation>
    </message>
    <message>
        <source>Here the conversation begins</source>
        <translation>Здесь начинается разговор</translation>
    </message>
    <message>
        <source>The portal changed this reply: it stands below</source>
        <translation>Портал изменил этот ответ: он показан ниже</translation>
    </message>
    <message>
        <source>A reply was taken back before it was sent</source>
        <translation>Ответ отозван до отправки</translation>
    </message>
    <message>
        <source>Something may be missing here: {value}</source>
        <translation>Здесь что-то могло быть пропущено: {value}</translation>
    </message>
    <message>
        <source>Transferred to {value}</source>
        <translation>Передан: {value}</translation>
    </message>
    <message>
        <source>Transferred to the line {value}</source>
        <translation>Передан на линию {value}</translation>
    </message>
    <message>
        <source>{value} took the dialog over</source>
        <translation>Диалог перехвачен: {value}</translation>
    </message>
    <message>
        <source>{value} has the dialog now</source>
        <translation>Теперь диалог ведёт {value}</translation>
    </message>
    <message>
        <source>{value} passed the dialog on</source>
        <translation>{value}: диалог передан следующему в очереди</translation>
    </message>
    <message>
        <source>{value} joined the chat</source>
        <translation>{value} теперь в чате</translation>
    </message>
    <message>
        <source>{value} was removed from the chat</source>
        <translation>{value} больше не в чате</translation>
    </message>
    <message>
        <source>{value} took the dialog</source>
        <translation>Диалог принимает {value}</translation>
    </message>
    <message>
        <source>The session was rated: {value} of 5</source>
        <translation>Сессия оценена: {value} из 5</translation>
    </message>
    <message>
        <source>{value} commented on the session, for colleagues</source>
        <translation>{value} комментирует сессию, для коллег</translation>
    </message>
    <message>
        <source>Silent mode on: the customer is not sent what is written</source>
        <translation>Скрытый режим включён: клиент не получает то, что пишут</translation>
    </message>
    <message>
        <source>Silent mode off: messages go to the customer again</source>
        <translation>Скрытый режим выключен: сообщения снова уходят клиенту</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>с {first} по {last}</translation>
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
        <source>Trace</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message numerus="yes">
        <source>Show all (%Ln sign(s))</source>
        <translation>
            <numerusform>Показать всё (%Ln знак)</numerusform>
            <numerusform>Показать всё (%Ln знака)</numerusform>
            <numerusform>Показать всё (%Ln знаков)</numerusform>
        </translation>
    </message>
    <message>
        <source>Until {time}:</source>
        <translation>До {time}:</translation>
    </message>
    <message>
        <source>Mark as delivered</source>
        <translation>Отметить доставленным</translation>
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
</context>
<context>
    <name>WritingFlow</name>
    <message>
        <source>Register {connector}?</source>
        <translation>Зарегистрировать {connector}?</translation>
    </message>
    <message>
        <source>One more connector appears at the portal and is connected to the line.</source>
        <translation>На портале появится ещё один коннектор, подключённый к линии.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Зарегистрировать</translation>
    </message>
    <message numerus="yes">
        <source>Send %n message(s) to a production portal?</source>
        <translation>
            <numerusform>Отправить %n сообщение на боевой портал?</numerusform>
            <numerusform>Отправить %n сообщения на боевой портал?</numerusform>
            <numerusform>Отправить %n сообщений на боевой портал?</numerusform>
        </translation>
    </message>
    <message>
        <source>Operators see them, sessions begin, and the CRM may make records.</source>
        <translation>Операторы их увидят, начнутся сессии, CRM может создать записи.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
</TS>
