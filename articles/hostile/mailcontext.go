package hostile

import (
	"encoding/base64"
	"strings"
)

func mailContexts() []Context {
	message := func(headers, body string) string {
		return strings.ReplaceAll("From: Jane Roe <jane@example.org>\nTo: Sam Poe <sam@example.org>\n"+
			"Date: Mon, 03 Aug 2026 10:00:00 +0000\nMIME-Version: 1.0\n"+headers+"\n"+body, "\n", "\r\n")
	}
	const subject = "Subject: The market\n"
	const plain = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
	parts := func(first, second string) string {
		return message(subject+"Content-Type: multipart/mixed; boundary=cut\n", "--cut\n"+first+"\n--cut\n"+second+"\n--cut--\n")
	}
	list := places(Mail, true,
		[2]string{"body", message(subject+plain, story+"\nPAYLOAD\n")},
		[2]string{"quoted lines", message(subject+plain, story+"\n> PAYLOAD\n")},
		[2]string{"body of HTML", message(subject+"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n", "<html><body><p>"+story+"</p><p>PAYLOAD</p></body></html>\n")},
		[2]string{"part", parts(plain+"\n"+story+"\nPAYLOAD\n", plain+"\n"+story)},
	)
	list = append(list, places(Mail, false,
		[2]string{"subject", message("Subject: PAYLOAD\n"+plain, story)},
		[2]string{"sender", strings.Replace(message(subject+plain, story), "Jane Roe", "\"PAYLOAD\"", 1)},
		[2]string{"address of the sender", strings.Replace(message(subject+plain, story), "jane@", "BARE@", 1)},
		[2]string{"date", strings.Replace(message(subject+plain, story), "Mon, 03 Aug", "BARE", 1)},
		[2]string{"encoded word", message("Subject: =?utf-8?q?BARE?=\n"+plain, story)},
		[2]string{"character set", message(subject+"Content-Type: text/plain; charset=\"BARE\"\n", story)},
		[2]string{"quoted-printable", message(subject+"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n", story+"\nPAYLOAD =1B[2J\n")},
		[2]string{"attachment", parts(plain+"\n"+story, "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"BARE\"\n\nx")},
		[2]string{"list", message(subject+"List-Id: PAYLOAD <BARE.example.org>\nReply-To: PAYLOAD <a@example.org>\n"+plain, story)},
	)...)
	return append(list, Context{"Base64", Mail, true, func(payload string) string {
		body := base64.StdEncoding.EncodeToString([]byte(story + "\n" + around(payload) + "\n"))
		return message(subject+"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n", body+"\n")
	}})
}
