package hostile

// encodings returns payloads of printable characters, which act once they are
// decoded, or decoded once too often.
func encodings() []Payload {
	return []Payload{
		{"decimal reference", "&#27;[2J", false},
		{"decimal reference with zeros", "&#0000027;[2J", false},
		{"reference without an end", "&#27[2J", false},
		{"hexadecimal references", "&#x1b;]52;c;ZXZpbA==&#7;", false},
		{"upper case reference", "&#X1B;[31m", false},
		{"escaped reference", "\\&#27;[2J", false},
		{"reference of a reference", "&amp;#27;[2J", false},
		{"reference thrice", "&amp;amp;#27;[2J", false},
		{"reference of references", "&#38;#27;[2J", false},
		{"split reference", "&**#27;**[31m", false},
		{"reference across tags", "&<b>#27;</b>[2J", false},
		{"references of C1", "&#155;2J&#x9b;2J", false},
		{"references of controls", "&#7;&#8;&#127;&#0;", false},
		{"references of line ends", "a&NewLine;# b&#13;c&Tab;d&#10;- e", false},
		{"reference of an override", "a&#8238;b&#x2066;c", false},
		{"reference of tags", "&#xe0041;&#917505;", false},
		{"reference out of range", "&#x110000;&#xd800;&#99999999999;", false},
		{"percent", "%1b%5b2J", false},
		{"percent twice", "%251b%255b2J", false},
		{"percent of C1 and override", "%c2%9b2J%e2%80%ae", false},
		{"percent of line ends", "a%0d%0aSet-Cookie:%20b", false},
		{"JSON escape", "\\u001b[2J", false},
		{"JSON escapes of C1 and override", "\\u009b2J\\u202e\\ud800", false},
		{"escapes of a shell", "\\e[2J\\033[2J\\x1b[2J", false},
		{"quoted-printable", "=1B[2J=9B2J=", false},
		{"encoded word", "=?utf-8?q?=1B[2J?=", false},
		{"encoded word of Base64", "=?utf-8?b?G1sySg==?=", false},
		{"UTF-7", "+ABs-[2J", false},
		{"octal of PDF", "\\033[2J\\233", false},
		{"CDATA", "<![CDATA[&#27;[2J]]>", false},
		{"comment", "<!--&#27;[2J-->", false},
		{"style", "<span style=\"display:none\">&#27;[2J</span>", false},
	}
}
