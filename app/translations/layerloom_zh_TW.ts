<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>Layerloom</name>
        <message>
            <location filename="../../app/languages.py" />
            <source>&amp;System</source>
            <translation>系統(&amp;S)</translation>
        </message>
    </context>
</TS>
