// Package hostile makes input that is meant to do harm, for tests: what acts on
// a terminal or deceives its reader (Payloads), where each format has a place
// for it (Contexts), and input of a size or shape that readers choke on
// (Families). EPUB, PDF and ZIP build files of given parts, and Broken damages
// them.
//
// Everything is made by code and always the same. The package imports nothing
// of the program, so that each part of it can be tested with it.
package hostile

// A Format is how an input is written, or what kind of string it is.
type Format string

// The formats. The last three are no documents: an address that is opened, the
// value of a header that a server sends, and the name of a file.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	RSS      Format = "rss"
	Atom     Format = "atom"
	JSONFeed Format = "jsonfeed"
	EPUB     Format = "epub"
	PDF      Format = "pdf"
	Mail     Format = "mail"
	Address  Format = "address"
	Header   Format = "header"
	FileName Format = "filename"
)

// Formats returns all formats.
func Formats() []Format {
	return []Format{Text, Markdown, HTML, RSS, Atom, JSONFeed, EPUB, PDF, Mail, Address, Header, FileName}
}

// A Payload is what must not get through.
type Payload struct {
	Name string
	// Bytes are put into the input as they are. They need not be UTF-8.
	Bytes string
	// Acts says that the bytes themselves act on a terminal or deceive its
	// reader. Otherwise they do so once somebody decodes them.
	Acts bool
}

// Payloads returns all payloads: those that act first.
func Payloads() []Payload {
	var all []Payload
	for _, list := range [...][]Payload{sequences(), controls(), characters(), encodings()} {
		all = append(all, list...)
	}
	return all
}

// Before and After are words that stand round the payload in every context
// that is shown. Whatever becomes of the payload, they should be read.
const (
	Before = "Amberley"
	After  = "Brackwater"
)

// A Context is a place in a format.
type Context struct {
	Name   string
	Format Format
	// Shown says that a reader should show Before and After, as long as the
	// payload is no part of the format itself.
	Shown bool
	// Put returns an input with the payload in this place.
	Put func(payload string) string
}

// around returns the payload between its words.
func around(payload string) string { return Before + " " + payload + " " + After }

// Contexts returns the places of a format.
func Contexts(f Format) []Context {
	switch f {
	case Text:
		return textContexts()
	case Markdown:
		return markdownContexts()
	case HTML:
		return htmlContexts()
	case RSS:
		return rssContexts()
	case Atom:
		return atomContexts()
	case JSONFeed:
		return jsonContexts()
	case EPUB:
		return epubContexts()
	case PDF:
		return pdfContexts()
	case Mail:
		return mailContexts()
	case Address:
		return addressContexts()
	case Header:
		return headerContexts()
	case FileName:
		return nameContexts()
	}
	return nil
}

// places makes contexts of a format from templates in which PAYLOAD stands for
// the payload between its words, and BARE for the payload alone.
func places(f Format, shown bool, templates ...[2]string) []Context {
	contexts := make([]Context, len(templates))
	for i, t := range templates {
		contexts[i] = Context{Name: t[0], Format: f, Shown: shown, Put: fill(t[1])}
	}
	return contexts
}
