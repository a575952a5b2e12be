package ui

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
	"gloss/articles/feed"
	"gloss/articles/hostile"
	where "gloss/articles/link"
	"gloss/articles/open"
	"gloss/articles/pdf"
	"gloss/ui/gate"
)

var stride = flag.Int("stride", 5, "each so many-th hostile payload is read; 1 for all")

// TestMain makes the test binary the child process that reads a PDF.
func TestMain(m *testing.M) {
	if code, ok := pdf.Work(os.Args[1:], os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// A found is what the readers made of one hostile input.
type found struct {
	doc  *articles.Document // an article, the first of a feed, or nil
	feed *feed.Feed
	err  error
}

// readers are the ways into the program: what reads an input of each format.
var readers = map[hostile.Format]func(ctx context.Context, input string) found{
	hostile.Text:     func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.txt", Data: s}) },
	hostile.Markdown: func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.md", Data: s}) },
	hostile.HTML:     func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.html", Data: s}) },
	hostile.RSS:      func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.rss", Data: s}) },
	hostile.Atom:     func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.atom", Data: s}) },
	hostile.JSONFeed: func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.json", Data: s}) },
	hostile.EPUB:     func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.epub", Data: s}) },
	hostile.PDF:      func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.pdf", Data: s}) },
	hostile.Mail:     func(ctx context.Context, s string) found { return read(ctx, open.Source{Name: "a.eml", Data: s}) },
	hostile.Address:  readAddress,
	hostile.Header: func(ctx context.Context, s string) found {
		return read(ctx, open.Source{Name: "a", Data: "<p>The harvest</p>", ContentType: s, Charset: s, URL: "https://example.org/"})
	},
	hostile.FileName: func(ctx context.Context, s string) found {
		if _, err := open.File(s); err != nil { // no such file
			return found{err: err}
		}
		return read(ctx, open.Source{Name: s, Data: "The harvest \x00\x01\x02\x00"})
	},
}

// read reads a source as the program does.
func read(ctx context.Context, src open.Source) found {
	if src.Detect() == open.Feed {
		f, err := open.ReadFeed(src)
		if err != nil || len(f.Items) == 0 {
			return found{feed: f, err: err}
		}
		return found{feed: f, doc: f.Article(0)}
	}
	doc, err := open.Read(ctx, src, open.Options{PDF: func(ctx context.Context, data string) (*articles.Document, error) {
		return pdf.Read(ctx, strings.NewReader(data), int64(len(data)), pdf.Options{})
	}})
	return found{doc: doc, err: err}
}

// readAddress makes an article that came from an address and links to it.
func readAddress(_ context.Context, address string) found {
	doc := linked(where.Target(address, nil))
	doc.Meta.URL = where.Target(address, nil)
	doc.Meta.Source = where.Host(address)
	return found{doc: doc}
}

// TestHostileMatrix reads every hostile payload in every place of every format,
// shows what came of it in every way that the program has, and has an
// independent judge look at the bytes: none may be a control function, or a
// character that turns or hides text. Nor may the gate find any: the clean-up
// alone must have been enough.
func TestHostileMatrix(t *testing.T) {
	payloads := hostile.Payloads()
	if raced {
		payloads = each(max(*stride, 10), payloads)
	} else {
		payloads = each(max(*stride, 1), payloads)
	}
	var shown, judged atomic.Int64
	var inputs, outputs memory
	t.Run("formats", func(t *testing.T) { // ends when all formats have
		for _, format := range hostile.Formats() {
			read := readers[format]
			if read == nil {
				t.Errorf("nothing reads %s", format)
				continue
			}
			t.Run(string(format), func(t *testing.T) {
				t.Parallel()
				for _, place := range hostile.Contexts(format) {
					for _, payload := range payloads {
						f := read(t.Context(), place.Put(payload.Bytes))
						ways := sinks
						if inputs.has(fmt.Sprintf("%+v %+v %T %v", f.doc, f.feed, f.err, f.err), f) {
							ways = nil
						}
						for _, s := range ways {
							for _, output := range s.show(f) {
								shown.Add(1)
								if outputs.has(s.name+" "+output, nil) {
									continue
								}
								judged.Add(1)
								if leak := s.leak(output); leak != "" {
									t.Errorf("%s, %s: %s: %s", place.Name, payload.Name, s.name, leak)
								}
							}
						}
						if place.Shown && !wordsAreRead(f) && !errors.Is(f.err, open.ErrBinary) && !isMarkup(place, payload) {
							t.Errorf("%s, %s: the words round it are not read (%v)", place.Name, payload.Name, f.err)
						}
					}
				}
			})
		}
	})
	t.Logf("%d outputs were shown, of which %d differ and were judged", shown.Load(), judged.Load())
}

// A memory knows what was tried before: many payloads become the same text when
// they are cleaned, and most screens show only a part of it.
type memory struct{ sync.Map }

// has reports whether something was there before, and remembers it. It holds what
// it is printed of, so that no address in it is used a second time.
func (m *memory) has(printed string, of any) bool {
	_, known := m.LoadOrStore(sha256.Sum256([]byte(printed)), of)
	return known
}

// TestMatrixCanFail has every way out show what no reader has cleaned.
func TestMatrixCanFail(t *testing.T) {
	for _, s := range sinks {
		for _, p := range hostile.Payloads() {
			if p.Acts && s.leak("before "+p.Bytes+" after") == "" {
				t.Errorf("%s: %s would leak", s.name, p.Name)
			}
		}
	}
}

// TestSinksShowThePayload holds every way out to show what is left of a payload:
// where nothing comes out, nothing leaks.
func TestSinksShowThePayload(t *testing.T) {
	const payload, left = "\x1b]0;pwned\a", "]0;pwned"
	item := "<item><title>" + payload + "</title><description>" + hostile.Before + " " + payload + " " + hostile.After + "</description></item>"
	f := readers[hostile.RSS](t.Context(), "<rss version=\"2.0\"><channel><title>"+payload+"</title>"+item+"</channel></rss>")
	if f.doc == nil || f.feed == nil || f.err != nil {
		t.Fatalf("the feed is not read: %v", f.err)
	}
	f.err = errors.New(payload)
	for _, s := range sinks {
		for i, output := range s.show(f) {
			if s.name != "details" && s.name != "list of the feed" && !strings.Contains(output, left) {
				t.Errorf("%s: output %d does not show it: %s", s.name, i, ansi.Strip(output))
			}
		}
		if all := strings.Join(s.show(f), "\n"); !strings.Contains(all, left) {
			t.Errorf("%s does not show it: %q", s.name, all)
		}
	}
}

// leak returns what an output holds that the program never makes, or "".
func (s sink) leak(output string) string {
	if leaks := s.policy.Foreign([]byte(output)); len(leaks) > 0 {
		return fmt.Sprintf("%s: %v", leaks[0].Why, leaks[0].Function)
	}
	if refused := s.gate(output); refused > 0 {
		return fmt.Sprintf("the gate had to refuse %d", refused)
	}
	return ""
}

// plainGate and screenGate count what the gate refuses of printed text and of
// rows of the screen.
func plainGate(s string) int { _, n := gate.Text(s); return n }

func screenGate(rows string) int {
	_, n := gate.Frame([]byte("\x1b[H\r" + strings.ReplaceAll(rows, "\n", "\r\n") + "\x1b[99;H"))
	return n
}

// wordsAreRead tells whether the words round the payload are in what was read.
func wordsAreRead(f found) bool {
	var all strings.Builder
	if f.doc != nil {
		all.WriteString(f.doc.Text.String() + f.doc.Meta.Title.String())
	}
	if f.feed != nil {
		all.WriteString(f.feed.Title.String())
		for _, it := range f.feed.Items {
			all.WriteString(it.Title.String() + it.Summary.String())
		}
	}
	return strings.Contains(all.String(), hostile.Before) && strings.Contains(all.String(), hostile.After)
}

// isMarkup tells whether a payload is rightly taken for a part of the format
// that it is put into, so that the words beside it need not be text any more.
func isMarkup(place hostile.Context, payload hostile.Payload) bool {
	switch {
	case place.Format == hostile.PDF: // a line does not go on past the edge of the page
		return len(payload.Bytes) > 60
	case strings.Contains(payload.Bytes, "]]>"): // a CDATA section ends
		return place.Format == hostile.RSS
	case strings.HasPrefix(place.Name, "table"): // a cell ends
		return strings.Contains(payload.Bytes, "|")
	}
	return false
}

// each returns each n-th payload.
func each(n int, all []hostile.Payload) []hostile.Payload {
	var some []hostile.Payload
	for i := 0; i < len(all); i += n {
		some = append(some, all[i])
	}
	return some
}
