<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ActionsPage</name>
    <message numerus="yes">
        <source>%n entry(s) written to {path}</source>
        <translation>
            <numerusform>%n entry written to {path}</numerusform>
            <numerusform>%n entries written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%n customer(s) have waited too long for the first answer</source>
        <translation>
            <numerusform>%n customer has waited too long for the first answer</numerusform>
            <numerusform>%n customers have waited too long for the first answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have waited too long for an answer</source>
        <translation>
            <numerusform>%n customer has waited too long for an answer</numerusform>
            <numerusform>%n customers have waited too long for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) are open for too long</source>
        <translation>
            <numerusform>%n dialog is open for too long</numerusform>
            <numerusform>%n dialogs are open for too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) soon wait too long for the first answer</source>
        <translation>
            <numerusform>%n customer soon waits too long for the first answer</numerusform>
            <numerusform>%n customers soon wait too long for the first answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) soon wait too long for an answer</source>
        <translation>
            <numerusform>%n customer soon waits too long for an answer</numerusform>
            <numerusform>%n customers soon wait too long for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) will soon be open for too long</source>
        <translation>
            <numerusform>%n dialog will soon be open for too long</numerusform>
            <numerusform>%n dialogs will soon be open for too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s)</source>
        <translation>
            <numerusform>%n new alert</numerusform>
            <numerusform>%n new alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in dies in %n day(s) unless it is used</source>
        <translation>
            <numerusform>The sign-in dies in %n day unless it is used</numerusform>
            <numerusform>The sign-in dies in %n days unless it is used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events come %n second(s) late</source>
        <translation>
            <numerusform>Events come %n second late</numerusform>
            <numerusform>Events come %n seconds late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No event for %n minute(s), although a line is open</source>
        <translation>
            <numerusform>No event for %n minute, although a line is open</numerusform>
            <numerusform>No event for %n minutes, although a line is open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BindingPlan</name>
    <message numerus="yes">
        <source>Subscribe to %n event(s)</source>
        <translation>
            <numerusform>Subscribe to %n event</numerusform>
            <numerusform>Subscribe to %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more recommended event(s) can be: of every line and channel, for statistics.</source>
        <translation>
            <numerusform>%n more recommended event can be: of every line and channel, for statistics.</numerusform>
            <numerusform>%n more recommended events can be: of every line and channel, for statistics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommended event(s) missing</source>
        <translation>
            <numerusform>%n recommended event missing</numerusform>
            <numerusform>%n recommended events missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in the offline queue.</source>
        <translation>
            <numerusform>%n event in the offline queue.</numerusform>
            <numerusform>%n events in the offline queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are not offered to this application.</source>
        <translation>
            <numerusform>%n event is not offered to this application.</numerusform>
            <numerusform>%n events are not offered to this application.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BindingsTab</name>
    <message numerus="yes">
        <source>%n subscription(s) read</source>
        <translation>
            <numerusform>%n subscription read</numerusform>
            <numerusform>%n subscriptions read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardFigures</name>
    <message numerus="yes">
        <source>%n answer(s), {period}</source>
        <translation>
            <numerusform>%n answer, {period}</numerusform>
            <numerusform>%n answers, {period}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p95 {time} of %n answer(s), {period}</source>
        <translation>
            <numerusform>p95 {time} of %n answer, {period}</numerusform>
            <numerusform>p95 {time} of %n answers, {period}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardItems</name>
    <message numerus="yes">
        <source>%n delivery(s) with unknown outcome</source>
        <translation>
            <numerusform>%n delivery with unknown outcome</numerusform>
            <numerusform>%n deliveries with unknown outcome</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the target</source>
        <translation>
            <numerusform>%n over the target</numerusform>
            <numerusform>%n over the target</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the {target} target</source>
        <translation>
            <numerusform>%n over the {target} target</numerusform>
            <numerusform>%n over the {target} target</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without any answer</source>
        <translation>
            <numerusform>%n without any answer</numerusform>
            <numerusform>%n without any answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on a break</source>
        <translation>
            <numerusform>%n on a break</numerusform>
            <numerusform>%n on a break</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offline</source>
        <translation>
            <numerusform>%n offline</numerusform>
            <numerusform>%n offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place {n} in %n queue(s)</source>
        <translation>
            <numerusform>place {n} in %n queue</numerusform>
            <numerusform>place {n} in %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotListModel</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <extracomment>Colours of the dot by the tone of a standing; the words beside it say the same.</extracomment>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotWords</name>
    <message numerus="yes">
        <source>It has %n dialog(s) now.</source>
        <translation>
            <numerusform>It has %n dialog now.</numerusform>
            <numerusform>It has %n dialogs now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowserStep</name>
    <message numerus="yes">
        <source>Waiting for the browser, at most %n second(s) left</source>
        <translation>
            <numerusform>Waiting for the browser, at most %n second left</numerusform>
            <numerusform>Waiting for the browser, at most %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsToolbar</name>
    <message numerus="yes">
        <source>%n new call(s)</source>
        <translation>
            <numerusform>%n new call</numerusform>
            <numerusform>%n new calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapabilityWords</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n works</numerusform>
            <numerusform>%n work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n in part</numerusform>
            <numerusform>%n in part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n does not</numerusform>
            <numerusform>%n do not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>capabilities</comment>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left.</source>
        <translation>
            <numerusform>%n day left.</numerusform>
            <numerusform>%n days left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>Refresh token is %n days old of {of}</source>
        <translation>
            <numerusform>Refresh token is %n day old of {of}</numerusform>
            <numerusform>Refresh token is %n days old of {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue has %n operators</source>
        <translation>
            <numerusform>Queue has %n operator</numerusform>
            <numerusform>Queue has %n operators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfigurationDialog</name>
    <message numerus="yes">
        <source>%n step(s) change the portal, one after the other.</source>
        <translation>
            <numerusform>%n step changes the portal.</numerusform>
            <numerusform>%n steps change the portal, one after the other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also remove what the file does not name (%n)</source>
        <translation>
            <numerusform>Also remove what the file does not name (%n)</numerusform>
            <numerusform>Also remove what the file does not name (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done</source>
        <translation>
            <numerusform>%n step done</numerusform>
            <numerusform>%n steps done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) would make the portal as the file says:</source>
        <translation>
            <numerusform>%n step would make the portal as the file says:</numerusform>
            <numerusform>%n steps would make the portal as the file says:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfigurationWords</name>
    <message numerus="yes">
        <source>%n field(s) as in the file</source>
        <translation>
            <numerusform>%n field as in the file</numerusform>
            <numerusform>%n fields as in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectorDelegate</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <extracomment>Below this width the words for who writes would be cut by what stands beside them.</extracomment>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageWords</name>
    <message numerus="yes">
        <source>Covers {span} with %n gap(s).</source>
        <translation>
            <numerusform>Covers {span} with %n gap.</numerusform>
            <numerusform>Covers {span} with %n gaps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were recovered afterwards</source>
        <translation>
            <numerusform>%n event was recovered afterwards</numerusform>
            <numerusform>%n events were recovered afterwards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrowdPanel</name>
    <message numerus="yes">
        <source>Write as %n person(s)</source>
        <translation>
            <numerusform>Write as %n person</numerusform>
            <numerusform>Write as %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) written to: they stand on the page Dialogs.</source>
        <translation>
            <numerusform>%n dialog written to: it stands on the page Dialogs.</numerusform>
            <numerusform>%n dialogs written to: they stand on the page Dialogs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DangerTab</name>
    <message numerus="yes">
        <source>It is the last connector registered here: %n subscription(s) to connector events stay and bring nothing any more.</source>
        <translation>
            <numerusform>It is the last connector registered here: %n subscription to connector events stays and brings nothing any more.</numerusform>
            <numerusform>It is the last connector registered here: %n subscriptions to connector events stay and bring nothing any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogChoice</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorWords</name>
    <message numerus="yes">
        <source>%n checks in message order</source>
        <translation>
            <numerusform>%n check in message order</numerusform>
            <numerusform>%n checks in message order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>%n not judged</numerusform>
            <numerusform>%n not judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for it</source>
        <translation>
            <numerusform>%n waits for it</numerusform>
            <numerusform>%n wait for it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run yet</source>
        <translation>
            <numerusform>%n not run yet</numerusform>
            <numerusform>%n not run yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftBanner</name>
    <message numerus="yes">
        <source>%n channel(s) need a look</source>
        <translation>
            <numerusform>%n channel needs a look</numerusform>
            <numerusform>%n channels need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierBar</name>
    <message numerus="yes">
        <source>%n earlier message(s) read.</source>
        <translation>
            <numerusform>%n earlier message read.</numerusform>
            <numerusform>%n earlier messages read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventReasons</name>
    <message numerus="yes">
        <source>%n events are not bound</source>
        <translation>
            <numerusform>%n event is not bound</numerusform>
            <numerusform>%n events are not bound</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are held back</source>
        <translation>
            <numerusform>%n event is held back</numerusform>
            <numerusform>%n events are held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are put aside as faulty</source>
        <translation>
            <numerusform>%n event is put aside as faulty</numerusform>
            <numerusform>%n events are put aside as faulty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events wait in the queue</source>
        <translation>
            <numerusform>%n event waits in the queue</numerusform>
            <numerusform>%n events wait in the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>over %n min</source>
        <translation>
            <numerusform>over %n min</numerusform>
            <numerusform>over %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without it: %n dialog(s)</source>
        <translation>
            <numerusform>without it: %n dialog</numerusform>
            <numerusform>without it: %n dialogs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForwardWords</name>
    <message numerus="yes">
        <source>%n event(s) wait and none is lost.</source>
        <translation>
            <numerusform>%n event waits and is not lost.</numerusform>
            <numerusform>%n events wait and none is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n more portal(s)…</source>
        <translation>
            <numerusform>%n more portal…</numerusform>
            <numerusform>%n more portals…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message numerus="yes">
        <source>{name} and %n other(s)</source>
        <translation>
            <numerusform>{name} and %n other</numerusform>
            <numerusform>{name} and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>The shapes of a legend. More would not be read. Shape, number of the series, name.</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message numerus="yes">
        <source>Delete %n person(s) from the library?</source>
        <translation>
            <numerusform>Delete %n person from the library?</numerusform>
            <numerusform>Delete %n people from the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) taken over.</source>
        <translation>
            <numerusform>%n person taken over.</numerusform>
            <numerusform>%n people taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out:</source>
        <translation>
            <numerusform>%n row left out:</numerusform>
            <numerusform>%n rows left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) written to {path}</source>
        <translation>
            <numerusform>%n person written to {path}</numerusform>
            <numerusform>%n people written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>%n person(s) chosen</source>
        <translation>
            <numerusform>%n person chosen</numerusform>
            <numerusform>%n people chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineDetail</name>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be mended</source>
        <translation>
            <numerusform>%n to be mended</numerusform>
            <numerusform>%n to be mended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineListModel</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineQuestions</name>
    <message numerus="yes">
        <source>%n open dialog(s)</source>
        <translation>
            <numerusform>%n open dialog</numerusform>
            <numerusform>%n open dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineReasons</name>
    <message numerus="yes">
        <source>Working hours: closes in %n min</source>
        <translation>
            <numerusform>Working hours: closes in %n min</numerusform>
            <numerusform>Working hours: closes in %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n operator(s)</source>
        <translation>
            <numerusform>%n operator</numerusform>
            <numerusform>%n operators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>%n connector</numerusform>
            <numerusform>%n connectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesTab</name>
    <message numerus="yes">
        <source>%n built-in connector(s) on no line.</source>
        <translation>
            <numerusform>%n built-in connector is on no line.</numerusform>
            <numerusform>%n built-in connectors are on no line.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) read</source>
        <translation>
            <numerusform>%n cell read</numerusform>
            <numerusform>%n cells read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>waiting %n day</numerusform>
            <numerusform>waiting %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message numerus="yes">
        <source>The file holds %n certificate(s):</source>
        <translation>
            <numerusform>The file holds %n certificate:</numerusform>
            <numerusform>The file holds %n certificates:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>certificates</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>At least %n characters. A few words are easier to keep in mind.</source>
        <translation>
            <numerusform>At least %n character. A few words are easier to keep in mind.</numerusform>
            <numerusform>At least %n characters. A few words are easier to keep in mind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageQuestions</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open dialog(s)</source>
        <translation>
            <numerusform>%n open dialog</numerusform>
            <numerusform>%n open dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaModel</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PortalReasons</name>
    <message numerus="yes">
        <source>Refresh token is %n days old of {of}</source>
        <translation>
            <numerusform>Refresh token is %n day old of {of}</numerusform>
            <numerusform>Refresh token is %n days old of {of}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message numerus="yes">
        <source>%n of them is not saved here: nobody will ever read it.</source>
        <translation>
            <numerusform>%n of them is not saved here: nobody will ever read it.</numerusform>
            <numerusform>%n of them are not saved here: nobody will ever read them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n row(s) at the portal?</source>
        <translation>
            <numerusform>Destroy %n row at the portal?</numerusform>
            <numerusform>Destroy %n rows at the portal?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n row(s) as errors?</source>
        <translation>
            <numerusform>Mark %n row as an error?</numerusform>
            <numerusform>Mark %n rows as errors?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n erroneous row(s) again?</source>
        <translation>
            <numerusform>Read %n erroneous row again?</numerusform>
            <numerusform>Read %n erroneous rows again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message numerus="yes">
        <source>{name}, %n event(s)</source>
        <translation>
            <numerusform>{name}, %n event</numerusform>
            <numerusform>{name}, %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) reserved</source>
        <translation>
            <numerusform>%n row reserved</numerusform>
            <numerusform>%n rows reserved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were destroyed at the portal.</source>
        <translation>
            <numerusform>%n row was destroyed at the portal.</numerusform>
            <numerusform>%n rows were destroyed at the portal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are marked as errors now.</source>
        <translation>
            <numerusform>%n row is marked as an error now.</numerusform>
            <numerusform>%n rows are marked as errors now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erroneous row(s) were read and applied.</source>
        <translation>
            <numerusform>%n erroneous row was read and applied.</numerusform>
            <numerusform>%n erroneous rows were read and applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are understood now.</source>
        <translation>
            <numerusform>%n row is understood now.</numerusform>
            <numerusform>%n rows are understood now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickWords</name>
    <message numerus="yes">
        <source>Up to %Ln sign(s) fit here.</source>
        <translation>
            <numerusform>Up to %Ln sign fits here.</numerusform>
            <numerusform>Up to %Ln signs fit here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message numerus="yes">
        <source>Nobody rated one of %n closed dialog(s) from here.</source>
        <translation>
            <numerusform>The %n closed dialog was not rated from here.</numerusform>
            <numerusform>None of %n closed dialogs was rated from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrationView</name>
    <message numerus="yes">
        <source>%n field(s) need attention: {names}</source>
        <translation>
            <numerusform>%n field needs attention: {names}</numerusform>
            <numerusform>%n fields need attention: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResolverWords</name>
    <message numerus="yes">
        <source>More than %n dialogs and records; these are the first.</source>
        <translation>
            <numerusform>More than %n dialog or record; this is the first.</numerusform>
            <numerusform>More than %n dialogs and records; these are the first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible answers: the id is not unambiguous.</source>
        <translation>
            <numerusform>%n possible answer.</numerusform>
            <numerusform>%n possible answers: the id is not unambiguous.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundTripDialog</name>
    <message numerus="yes">
        <source>and %n more links</source>
        <translation>
            <numerusform>and %n more link</numerusform>
            <numerusform>and %n more links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageWords</name>
    <message numerus="yes">
        <source>%n dialog(s)</source>
        <translation>
            <numerusform>%n dialog</numerusform>
            <numerusform>%n dialogs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raw event(s)</source>
        <translation>
            <numerusform>%n raw event</numerusform>
            <numerusform>%n raw events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n message(s) lost; a note marks each place.</source>
        <translation>
            <numerusform>At least %n message lost; a note marks its place.</numerusform>
            <numerusform>At least %n messages lost; a note marks each place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n raw event(s) lost.</source>
        <translation>
            <numerusform>At least %n raw event lost.</numerusform>
            <numerusform>At least %n raw events lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) given up: the message of each is lost.</source>
        <translation>
            <numerusform>%n call given up: its message is lost.</numerusform>
            <numerusform>%n calls given up: the message of each is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) lost their name and line; their messages are shown by number.</source>
        <translation>
            <numerusform>%n dialog lost its name and line; its messages are shown by number.</numerusform>
            <numerusform>%n dialogs lost their names and lines; their messages are shown by number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s), more below</source>
        <translation>
            <numerusform>%n result, more below</numerusform>
            <numerusform>%n results, more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsExportDialog</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n channel(s) need a look</source>
        <translation>
            <numerusform>%n channel needs a look</numerusform>
            <numerusform>%n channels need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) set aside</source>
        <translation>
            <numerusform>%n row set aside</numerusform>
            <numerusform>%n rows set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown outcome(s)</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>%n unknown outcome</numerusform>
            <numerusform>%n unknown outcomes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>messages in the outbox</comment>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, longest {time}</source>
        <comment>customers</comment>
        <translation>
            <numerusform>%n waiting, longest {time}</numerusform>
            <numerusform>%n waiting, longest {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Journal: %n event(s)</source>
        <translation>
            <numerusform>Journal: %n event</numerusform>
            <numerusform>Journal: %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message numerus="yes">
        <source>%n day(s) old of {whole}, good until {day}</source>
        <translation>
            <numerusform>%n day old of {whole}, good until {day}</numerusform>
            <numerusform>%n days old of {whole}, good until {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied. It is taken off the clipboard in %n second(s).</source>
        <translation>
            <numerusform>Copied. It is taken off the clipboard in %n second.</numerusform>
            <numerusform>Copied. It is taken off the clipboard in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeText</name>
    <message numerus="yes">
        <source>%Ln sign(s)</source>
        <translation>
            <numerusform>%Ln sign</numerusform>
            <numerusform>%Ln signs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WidgetTab</name>
    <message numerus="yes">
        <source>%n page(s) removed. The portal counts two for each in its answer.</source>
        <translation>
            <numerusform>%n page removed. The portal counts two for each in its answer.</numerusform>
            <numerusform>%n pages removed. The portal counts two for each in its answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowActs</name>
    <message numerus="yes">
        <source>Delete messages older than %n day(s)?</source>
        <translation>
            <numerusform>Delete messages older than %n day?</numerusform>
            <numerusform>Delete messages older than %n days?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Leaves in %n s</source>
        <translation>
            <numerusform>Leaves in %n s</numerusform>
            <numerusform>Leaves in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May still be under way: sent again in %n s at the earliest</source>
        <translation>
            <numerusform>May still be under way: sent again in %n s at the earliest</numerusform>
            <numerusform>May still be under way: sent again in %n s at the earliest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all (%Ln sign(s))</source>
        <translation>
            <numerusform>Show all (%Ln sign)</numerusform>
            <numerusform>Show all (%Ln signs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingFlow</name>
    <message numerus="yes">
        <source>Send %n message(s) to a production portal?</source>
        <translation>
            <numerusform>Send %n message to a production portal?</numerusform>
            <numerusform>Send %n messages to a production portal?</numerusform>
        </translation>
    </message>
</context>
</TS>
