package hostile

import "strings"

func mailFamilies() []Family {
	const (
		start = "From: Jane Roe <jane@example.org>\r\nSubject: The market\r\nDate: Mon, 03 Aug 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
		plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
		mixed = "Content-Type: multipart/mixed; boundary=cut\r\n\r\n"
	)
	m := func(name, before, unit, after string) Family { return repeated(Mail, name, start+before, unit, after) }
	return []Family{
		m("headers", "", "X-A: b\r\n", plain+"a\r\n"),
		m("folded header", "X-A: a", "\r\n b", "\r\n"+plain+"a\r\n"),
		m("long header", "X-A: ", "a", "\r\n"+plain+"a\r\n"),
		m("encoded words", "X-A: ", "=?utf-8?q?a?= ", "\r\n"+plain+"a\r\n"),
		repeated(Mail, "encoded words in the subject", "From: jane@example.org\r\nSubject: ", "=?utf-8?b?YQ==?= ", "\r\n"+plain+"a\r\n"),
		repeated(Mail, "senders", "From: ", "Jane Roe <jane@example.org>, ", "a@example.org\r\nSubject: a\r\n"+plain+"a\r\n"),
		repeated(Mail, "comments in the sender", "From: ", "(", "jane@example.org\r\nSubject: a\r\n"+plain+"a\r\n"),
		m("parts", mixed, "--cut\r\n"+plain+"a\r\n", "--cut--\r\n"),
		m("parts without anything", mixed, "--cut\r\n", ""),
		numbered(Mail, "nested parts", start+"Content-Type: multipart/mixed; boundary=b000000\r\n\r\n",
			"--b#\r\nContent-Type: multipart/mixed; boundary=b#\r\n\r\n", "a\r\n"),
		{"parts in parts", Mail, func(n int) string {
			var b strings.Builder
			b.WriteString(start + "Content-Type: multipart/mixed; boundary=b000000\r\n\r\n")
			for i := 0; b.Len() < n; i++ {
				b.WriteString("--b" + digits(i) + "\r\nContent-Type: multipart/mixed; boundary=b" + digits(i+1) + "\r\n\r\n")
			}
			return b.String()
		}},
		m("messages in messages", "", "Content-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\nSubject: a\r\n", plain+"a\r\n"),
		m("lines like cuts", mixed+"--cut\r\n"+plain, "--cu\r\n", "--cut--\r\n"),
		m("Base64", "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n", "SGFydmVzdCBpcyBpbi4K\r\n", ""),
		m("quoted-printable", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", "=C3=A9=\r\n", ""),
		m("quoted lines", plain, "> a\r\n", ""),
		m("deep quotation", plain, ">", " a\r\n"),
		m("body of HTML", "Content-Type: text/html; charset=utf-8\r\n\r\n", "<div>", "deep"),
		m("parameters", "Content-Type: text/plain", "; a=b", "\r\n\r\na\r\n"),
		m("one line", plain, "harvest ", "\r\n"),
	}
}
