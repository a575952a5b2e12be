package mail

import (
	"fmt"
	"io"
	"mime"
	"net/mail"
	"net/textproto"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/credits"
	"gloss/articles/link"
)

// maxValue is how many bytes of a field's value are decoded.
const maxValue = 8 << 10

// metadata returns what the header says of the message.
func metadata(h textproto.MIMEHeader) articles.Meta {
	meta := articles.Meta{
		Title: value(h, "Subject"),
		ID:    clean.Line(strings.Trim(cut(h.Get("Message-Id")), " <>")),
		Lang:  clean.Line(strings.TrimSpace(firstOf(cut(h.Get("Content-Language"))))),
		URL:   archivedAt(h),
	}
	name, domain := sender(h)
	meta.Byline = clean.Line(name)
	if meta.Source = list(h); meta.Source.IsEmpty() {
		meta.Source = clean.Line(domain)
	}
	if date, err := mail.ParseDate(cut(h.Get("Date"))); err == nil {
		meta.Date = date
	} else {
		meta.Date, _ = credits.ParseDate(value(h, "Date").String())
	}
	return meta
}

// value returns the decoded value of a field, on one line.
func value(h textproto.MIMEHeader, name string) clean.Text {
	return clean.Line(decodeWords(cut(h.Get(name))))
}

// cut returns the beginning of a value that is too long.
func cut(s string) string { return strings.ToValidUTF8(s[:min(len(s), maxValue)], "\ufffd") }

// firstOf returns what is before the first comma.
func firstOf(s string) string {
	s, _, _ = strings.Cut(s, ",")
	return s
}

// decodeWords decodes the encoded words of a value (RFC 2047). What cannot be
// decoded stays as it is.
func decodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: wordReader}
	out, err := d.DecodeHeader(s)
	if err != nil {
		return s
	}
	return out
}

// wordReader decodes the bytes of one encoded word.
func wordReader(label string, r io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxValue))
	if err != nil {
		return nil, err
	}
	text, ok := decodeCharset(label, string(data))
	if !ok {
		return nil, fmt.Errorf("decode a header: unknown encoding %q", label)
	}
	return strings.NewReader(text), nil
}

// sender returns the name of who wrote the message, or else the address, and
// the domain of the address.
func sender(h textproto.MIMEHeader) (name, domain string) {
	from := cut(h.Get("From"))
	if from == "" {
		from = cut(h.Get("Sender"))
	}
	parser := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: wordReader}}
	list, err := parser.ParseList(from)
	if err != nil || len(list) == 0 { // a group may be empty
		// An address that breaks the rules still has a name before it.
		text := decodeWords(from)
		name, rest, _ := strings.Cut(text, "<")
		address := strings.TrimRight(strings.TrimSpace(rest), ">")
		if name = strings.Trim(name, " \t\"'"); name == "" {
			name = address
		}
		return name, domainOf(address)
	}
	names := make([]string, 0, len(list))
	for _, a := range list {
		if a.Name == "" {
			a.Name = a.Address
		}
		names = append(names, a.Name)
	}
	return strings.Join(names, ", "), domainOf(list[0].Address)
}

// domainOf returns the domain of an address, "" where it has none.
func domainOf(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	return strings.TrimRight(domain, "> ")
}

// list returns the name of the mailing list, or its domain where it has none
// (RFC 2919).
func list(h textproto.MIMEHeader) clean.Text {
	s := cut(h.Get("List-Id"))
	phrase, id, ok := strings.Cut(s, "<")
	if !ok {
		phrase, id = "", s
	}
	if name := strings.Trim(decodeWords(phrase), " \t\""); name != "" {
		return clean.Line(name)
	}
	return clean.Line(strings.Trim(id, " \t<>"))
}

// archivedAt returns where the message can be read in a browser (RFC 5064).
func archivedAt(h textproto.MIMEHeader) clean.Text {
	target := link.Target(strings.Trim(cut(h.Get("Archived-At")), " \t<>"), nil)
	if s := target.String(); !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return clean.Text{}
	}
	return target
}
