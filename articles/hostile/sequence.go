package hostile

import "strings"

// sequences returns escape sequences, each of which does something to a
// terminal or makes it answer.
func sequences() []Payload {
	const (
		esc = "\x1b"
		bel = "\a"
		st  = "\x1b\\"
	)
	return []Payload{
		{"erase the screen", esc + "[2J", true},
		{"erase the lines kept", esc + "[3J", true},
		{"erase the line", esc + "[2K", true},
		{"leave the other screen", esc + "[?1049l", true},
		{"move the cursor", esc + "[3;3H", true},
		{"move up and cover", esc + "[1A" + esc + "[2Kall is well", true},
		{"reset", esc + "c", true},
		{"soft reset", esc + "[!p", true},
		{"conceal", esc + "[8m", true},
		{"colour", esc + "[31m", true},
		{"blink", esc + "[5m", true},
		{"hide the cursor", esc + "[?25l", true},
		{"scrolling region", esc + "[3;5r", true},
		{"insert mode", esc + "[4h", true},
		{"repeat", "a" + esc + "[60000b", true},
		{"line drawing", esc + "(0", true},
		{"double height", esc + "#3", true},
		{"fill the screen", esc + "#8", true},
		{"keypad mode", esc + "=", true},
		{"save and restore", esc + "7" + esc + "8", true},
		{"mouse on", esc + "[?1003h", true},
		{"paste off", esc + "[?2004l", true},
		{"focus reports", esc + "[?1004h", true},
		{"keyboard protocol", esc + "[>1u", true},
		{"modify keys", esc + "[>4;2m", true},
		{"resize the window", esc + "[8;1;1t", true},
		{"make an icon of the window", esc + "[2t", true},

		{"report the title", esc + "[21t", true},
		{"report the cursor", esc + "[6n", true},
		{"report the kind", esc + "[c", true},
		{"report the second kind", esc + "[>c", true},
		{"report the version", esc + "[>0q", true},
		{"report a mode", esc + "[?2026$p", true},
		{"report a setting", esc + "P$qm" + st, true},
		{"report a capability", esc + "P+q544e" + st, true},
		{"report the terminal", esc + "Z", true},
		{"answer back", "\x05", true},

		{"title", esc + "]0;pwned" + bel, true},
		{"title ended by ST", esc + "]2;pwned" + st, true},
		{"clipboard", esc + "]52;c;ZXZpbA==" + bel, true},
		{"clipboard ended by ST", esc + "]52;c;ZXZpbA==" + st, true},
		{"read the clipboard", esc + "]52;c;?" + bel, true},
		{"clipboard through tmux", esc + "Ptmux;" + esc + esc + "]52;c;ZXZpbA==" + bel + st, true},
		{"link elsewhere", esc + "]8;;http://evil.example/" + st + "bank.example" + esc + "]8;;" + st, true},
		{"query in a link", esc + "]8;;" + esc + "0m" + esc + "[>0q", true}, // as in CVE-2022-46663
		{"notification", esc + "]9;pwned" + st, true},
		{"notification with a title", esc + "]777;notify;a;b" + st, true},
		{"notification of kitty", esc + "]99;;pwned" + st, true},
		{"prompt mark", esc + "]133;A" + st, true},
		{"prompt of an editor", esc + "]633;E;rm -rf ~" + st, true},
		{"file", esc + "]1337;File=name=YQ==;inline=1:AAAA" + bel, true},
		{"working folder", esc + "]7;file://evil.example/tmp" + st, true},
		{"palette", esc + "]4;1;#000000" + st, true},
		{"letters", esc + "]10;#000000" + st, true},
		{"background", esc + "]11;#ffffff" + st, true},
		{"ask for the background", esc + "]11;?" + bel, true},
		{"OSC without an end", esc + "]0;", true},
		{"OSC over lines", esc + "]0;a\nb", true},

		{"sixel", esc + "Pq#0;2;0;0;0~-" + st, true},
		{"user keys", esc + "P0;1|17/6c730d" + st, true},
		{"DCS without an end", esc + "Pq", true},
		{"graphics", esc + "_Ga=T,f=32,s=1,v=1;AAAAAA==" + st, true},
		{"privacy message", esc + "^pwned" + st, true},
		{"start of string", esc + "Xpwned" + st, true},

		{"CSI of C1", "\u009b2J", true},
		{"CSI of C1 as a byte", "\x9b2J", true},
		{"OSC of C1", "\u009d52;c;ZXZpbA==\u009c", true},
		{"OSC of C1 as bytes", "\x9d0;pwned\x9c", true},
		{"DCS of C1", "\u0090q\u009c", true},
		{"APC of C1 as a byte", "\x9fG\x9c", true},
		{"paste ended", esc + "[201~ rm -rf ~\n", true},
		{"escape alone", esc, true},
		{"escape before all", esc + esc + esc + "[2J", true},
		{"sequence in a sequence", esc + "[" + esc + "[2J31m", true},
		{"control in a sequence", esc + "[2\x00J", true},
		{"long parameters", esc + "[" + strings.Repeat("1;", 200) + "1m", true},
		{"sequence of a million", esc + "[99999999999999999999C", true},
	}
}

// controls returns control characters that act alone.
func controls() []Payload {
	return []Payload{
		{"bell", "\a", true},
		{"many bells", strings.Repeat("\a", 500), true},
		{"backspace", "safe\b\b\b\bEVIL", true},
		{"carriage return", "safe\rEVIL", true},
		{"vertical tab and form feed", "a\vb\fc", true},
		{"shift", "a\x0eb\x0f", true},
		{"null", "a\x00b", true},
		{"cancel", "a\x18b\x1ac", true},
		{"delete", "a\x7fb", true},
		{"separators of data", "\x1c\x1d\x1e\x1f", true},
		{"next line", "a\u0085b", true},
		{"index", "a\u0084b\u008d", true},
		{"overlong CSI", "\xc0\x9b2J", true},
		{"longer CSI", "\xe0\x82\x9b2J", true},
		{"lone surrogate", "\xed\xa0\x80", true},
		{"bytes that never are", "\xff\xfe\xf5", true},
		{"letter broken off", "\xe2\x82", true},
	}
}

// characters returns characters that turn or hide text.
func characters() []Payload {
	return []Payload{
		{"override", "invoice\u202egpj.exe", true},
		{"override to the right", "\u202dabc\u202c", true},
		{"embedding", "\u202babc\u202c", true},
		{"isolates", "\u2066a\u2067b\u2068c\u2069", true},
		{"line separator", "a\u2028b", true},
		{"paragraph separator", "a\u2029b", true},
		{"byte order marks", "\ufeff\ufeff\ufeff", true},
		{"tags", "\U000e0041\U000e0042\U000e007f", true},
		{"tag that is not assigned", "\U000e0008", true},
		{"data in selectors", "a\U000e0101\U000e0102\U000e0103", true},
		{"invisible operators", "a\u2061b\u2064", true},
		{"old controls of form", "\u206a\u206f", true},
		{"annotation", "\ufff9a\ufffab\ufffb", true},
		{"noncharacters", "\ufdd0\ufffe\uffff\U0010ffff", true},
		{"flood of marks", "e" + strings.Repeat("\u0301", 300), true},
		{"tower of marks", strings.Repeat("Z"+strings.Repeat("\u0335\u0489\u0316", 12), 5), true},
	}
}
