package library

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library/docform"
)

// The shelf that is measured: $GLOSS_BENCH_SHELF is a folder where it stays from
// one run to the next; without it, one is made among the temporary files, and left
// there.
const (
	bigArticles = 10_000
	bigWords    = 1_000
	bigNotes    = 1_000
)

// A press writes made-up articles whose words are as often as those of a
// language: the n-th has a share of about 1/n.
type press struct {
	*rand.Rand
	often *rand.Zipf
	names *rand.Zipf
}

func newPress(seed uint64) *press {
	r := rand.New(rand.NewPCG(seed, 1))
	return &press{r, rand.NewZipf(r, 1.07, 3, 60_000), rand.NewZipf(r, 1.2, 5, 20_000)}
}

// coin makes word number n up: word 0 is "do".
func coin(n uint64) string {
	var b strings.Builder
	for n++; n > 0; n /= 60 {
		b.WriteByte("bdfgklmnprst"[n%12])
		b.WriteByte("aeiou"[(n/12+3)%5])
	}
	return b.String()
}

func name(n uint64) string { return "Mara" + coin(n%300) + " Van" + coin(n) }

// article makes one up, with what is found in it.
func (p *press) article(i int) (*articles.Document, keep.Findings) {
	var b strings.Builder
	for w := range bigWords {
		if w > 0 {
			b.WriteString([]string{" ", " ", " ", " ", " ", ", ", ". ", ".\n\n"}[p.IntN(8)])
		}
		b.WriteString(coin(p.often.Uint64()))
	}
	if i == bigArticles/2 {
		b.WriteString(" xylograph")
	}
	text := clean.Of(b.String())
	doc := &articles.Document{Text: text, Blocks: []articles.Block{{Span: articles.Span{End: text.Len()}}}}
	doc.Meta.Title = clean.Line(fmt.Sprint(coin(p.often.Uint64()), coin(p.often.Uint64()), " number ", i))
	doc.Meta.URL = clean.Line(fmt.Sprintf("https://paper%d.example/%d", i%50, i))
	doc.Meta.Date = begun.Add(time.Duration(i-bigArticles) * time.Hour)
	var f keep.Findings
	for range 20 {
		at := p.IntN(text.Len() - 20)
		n := name(p.names.Uint64())
		f.Entities = append(f.Entities, keep.Entity{Ref: keep.Ref{Name: n, Type: "PERSON"}, Aliases: strings.Fields(n)[1:], Mentions: 1 + p.IntN(5), First: articles.Span{Start: at, End: at + 10}})
	}
	for range 8 {
		at := p.IntN(text.Len() - 200)
		f.Statements = append(f.Statements, keep.Statement{Span: articles.Span{Start: at, End: at + 150}, Text: text.Slice(at, at+150),
			Speaker: f.Entities[p.IntN(20)].Ref, Act: "say", Kind: "direct", About: []int{p.IntN(20)}})
	}
	return doc, f
}

// build keeps an article, what is found in it, and for some a note.
func (p *press) build(c *change, i int) error {
	doc, f := p.article(i)
	form, err := docform.Encode(doc)
	if err != nil {
		return err
	}
	f.Version = anchor.Hash(doc.Text.String())
	row, err := c.putArticle(doc.Meta.URL.String(), f.Version, begun.UnixMicro(), Entry{Doc: doc})
	if err != nil {
		return err
	}
	id := keep.ArticleID(row)
	if err := c.exec("INSERT INTO version (article, hash, text, form, seen) VALUES (?, ?, ?, ?, 0)", row, f.Version, doc.Text.String(), form); err != nil {
		return err
	}
	if err := c.setFindings(id, f); err != nil || i%(bigArticles/bigNotes) != 0 {
		return err
	}
	n := keep.Note{ID: fmt.Sprint("note-", i), Article: id, Kind: keep.Claim, Body: clean.Line(coin(p.often.Uint64()) + " to ask"), Created: begun, Modified: begun, Revision: 1}
	n.Target = keep.Target{On: keep.OnSpan, Version: f.Version, At: anchor.Describe(doc.Text.String(), f.Statements[0].Span)}
	return c.keepNote(settled(n))
}

// bigShelf returns the folder of the big shelf.
var bigShelf = sync.OnceValues(func() (string, error) {
	folder := os.Getenv("GLOSS_BENCH_SHELF")
	if folder == "" {
		var err error
		if folder, err = os.MkdirTemp("", "gloss-bench-"); err != nil {
			return "", err
		}
	}
	l, err := Open(ctx, folder, Options{})
	if err != nil {
		return "", err
	}
	defer l.Close()
	have, err := l.Count(ctx, keep.Selection{})
	if err != nil || have == bigArticles {
		return folder, err
	}
	p := newPress(1)
	for first := 0; first < bigArticles; first += 250 { // one by one takes minutes
		err := l.write(ctx, "build", func(c *change) error {
			for i := range 250 {
				if err := p.build(c, first+i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	return folder, nil
})

func openBig(b *testing.B) *Library {
	b.Helper()
	folder, err := bigShelf()
	if err != nil {
		b.Fatal(err)
	}
	l, err := Open(ctx, folder, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	return l
}

// resident returns the memory of this process in bytes, as Linux counts it.
func resident() float64 {
	data, _ := os.ReadFile("/proc/self/statm") // 0 elsewhere
	if fields := bytes.Fields(data); len(fields) > 1 {
		pages, _ := strconv.Atoi(string(fields[1]))
		return float64(pages * os.Getpagesize())
	}
	return 0
}

// BenchmarkOpenBig opens a shelf and asks for its first 50 rows.
func BenchmarkOpenBig(b *testing.B) {
	run := func(b *testing.B, folder string) {
		for b.Loop() {
			l, err := Open(ctx, folder, Options{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := l.Articles(ctx, keep.Selection{Limit: 50}); err != nil {
				b.Fatal(err)
			}
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("empty", func(b *testing.B) {
		folder := b.TempDir()
		l, err := Open(ctx, folder, Options{})
		if err != nil {
			b.Fatal(err)
		}
		l.Close()
		run(b, folder)
	})
	b.Run("big", func(b *testing.B) {
		folder, err := bigShelf()
		if err != nil {
			b.Fatal(err)
		}
		run(b, folder)
		if info, err := os.Stat(filepath.Join(folder, databaseName)); err == nil {
			b.ReportMetric(float64(info.Size())/1e6, "MB-file")
		}
	})
}

// BenchmarkSearch asks for the first 50 hits, and for as many as a list holds.
func BenchmarkSearch(b *testing.B) {
	l := openBig(b)
	for _, c := range []struct{ name, query string }{
		{"rare", "xylograph"},
		{"common", coin(0)},
		{"two common", coin(0) + " " + coin(1)},
		{"middling", coin(900)},
		{"phrase", `"` + coin(0) + " " + coin(1) + `"`},
		{"rare phrase", `"` + coin(0) + " " + coin(900) + `"`},
		{"prefix", coin(900)[:3] + "*"},
		{"letter", "b*"},
		{"speaker", "speaker:" + name(3)[strings.Index(name(3), " ")+1:]},
		{"entity", "entity:" + name(3)[strings.Index(name(3), " ")+1:]},
		{"common word of entity", coin(0) + " entity:" + name(3)[strings.Index(name(3), " ")+1:]},
		{"site and date", coin(0) + " site:paper7.example before:2026-01"},
		{"nothing", "qqqq"},
	} {
		for _, limit := range []int{50, 301} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(c.name, " ", "-"), limit), func(b *testing.B) {
				n := 0
				for b.Loop() {
					hits, err := l.Search(ctx, keep.ParseQuery(c.query), limit, 0)
					if err != nil {
						b.Fatal(err)
					}
					n = len(hits)
				}
				b.ReportMetric(float64(n), "hits")
				b.ReportMetric(resident()/1e6, "MB-resident")
			})
		}
	}
}

// BenchmarkKeep keeps a new article, and what was found in it.
func BenchmarkKeep(b *testing.B) {
	l := openBig(b)
	p := newPress(2)
	i := bigArticles
	var ids []keep.ArticleID
	b.Cleanup(func() { // the big shelf stays as it was
		err := l.write(ctx, "clear", func(c *change) error {
			for _, id := range ids {
				if err := c.exec("DELETE FROM article WHERE id = ?", int64(id)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Error(err)
		}
	})
	var doc *articles.Document
	var f keep.Findings
	b.Run("article", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			doc, f = p.article(i)
			doc.Meta.URL = clean.Line(fmt.Sprintf("https://bench.example/%d/%d", i, rand.Uint64()))
			i++
			b.StartTimer()
			a, err := l.Keep(context.Background(), Entry{Doc: doc})
			if err != nil {
				b.Fatal(err)
			}
			ids = append(ids, a.ID)
		}
	})
	b.Run("findings", func(b *testing.B) {
		for b.Loop() {
			if err := l.SetFindings(ctx, ids[len(ids)-1], f); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkAcross asks what the shelf has of an entity, and of an event.
func BenchmarkAcross(b *testing.B) {
	l := openBig(b)
	for _, n := range []uint64{0, 3, 100} {
		b.Run(fmt.Sprint("appearances-", n), func(b *testing.B) {
			found := 0
			for b.Loop() {
				all, err := l.Appearances(ctx, keep.Ref{Name: name(n), Type: "PERSON"})
				if err != nil {
					b.Fatal(err)
				}
				found = len(all)
			}
			b.ReportMetric(float64(found), "articles")
		})
	}
	b.Run("similar", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Similar(ctx, bigArticles/2, 20); err != nil {
				b.Fatal(err)
			}
		}
	})
}
