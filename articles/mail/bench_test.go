package mail

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
)

// BenchmarkRead reads a newsletter, and forms of text that could take more
// time than their length warrants, in two lengths.
func BenchmarkRead(b *testing.B) {
	letter, err := os.ReadFile("testdata/newsletter.eml")
	if err != nil {
		b.Fatal(err)
	}
	run := func(name, data string) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(context.Background(), data, Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("newsletter", string(letter))
	for _, family := range []struct {
		name string
		of   func(n int) string
	}{
		{"prose", func(n int) string {
			return head + "\n" + strings.Repeat("The talks went on, and it rained in the town.\n", n/46)
		}},
		{"quotations", func(n int) string { return head + "\n" + strings.Repeat("> a\nb\n", n/6) }},
		{"marks", func(n int) string { return head + "\n" + strings.Repeat(">", n) + "a" }},
		{"flowed", func(n int) string {
			return head + "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat("some words \n", n/12)
		}},
		{"quoted-printable", func(n int) string {
			return head + "Content-Transfer-Encoding: quoted-printable\n\na" + strings.Repeat("= ", n/2)
		}},
		{"boundaries", func(n int) string {
			return head + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n" + strings.Repeat("--xx\n", n/5)
		}},
		{"encoded words", func(n int) string { return "Subject: " + strings.Repeat("=?utf-8?Q?a?= ", n/14) + "\n" + head + "\na" }},
	} {
		for _, size := range []int{256 << 10, 512 << 10} {
			run(fmt.Sprintf("%s/%dKiB", family.name, size>>10), family.of(size))
		}
	}
}
