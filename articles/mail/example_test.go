package mail_test

import (
	"context"
	"fmt"

	"gloss/articles/mail"
)

func ExampleRead() {
	const message = "From: Jane Roe <jane@desk.example>\r\n" +
		"Subject: =?utf-8?Q?The_caf=C3=A9?=\r\n" +
		"Date: Tue, 15 Dec 2015 10:00:00 +0000\r\n" +
		"\r\n" +
		"It has closed.\r\n"
	if !mail.Is(message) {
		fmt.Println("no message")
		return
	}
	doc, err := mail.Read(context.Background(), message, mail.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s, %s (%s)\n", doc.Meta.Byline, doc.Meta.Date.Format("2 January 2006"), doc.Meta.Source)
	fmt.Println(doc.Text)
	// Output:
	// Jane Roe, 15 December 2015 (desk.example)
	// The café
	//
	// It has closed.
}
