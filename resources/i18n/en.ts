<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
    <name>StatusWords</name>
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
    <name>Words</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
</TS>
