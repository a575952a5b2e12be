package index

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
)

func mention(start, end int) annotate.Mention {
	return annotate.Mention{Span: annotate.Span{Start: start, End: end}, Kind: annotate.Name}
}

func sample() *Index {
	return Build(strings.Repeat("x", 200), annotate.Annotations{
		Entities: []annotate.Entity{
			{ID: "e1", Name: "John Kerry", Type: annotate.Person, Mentions: []annotate.Mention{mention(10, 20), mention(40, 45)}},
			{ID: "e2", Name: "Kerry Institute", Type: annotate.Org, Mentions: []annotate.Mention{mention(40, 55)}},
			{ID: "e3", Name: "Russia", Type: annotate.GPE, Mentions: []annotate.Mention{mention(60, 66)}},
		},
		Quotes: []annotate.Quote{
			{ID: "q1", Content: []annotate.Span{{Start: 12, End: 30}, {Start: 35, End: 50}}, Speaker: annotate.Speaker{Span: annotate.Span{Start: 2, End: 6}}},
			{ID: "q2", Content: []annotate.Span{{Start: 38, End: 44}}},
		},
	})
}

func TestMentionAt(t *testing.T) {
	x := sample()
	for off, want := range map[int]int{9: -1, 10: 0, 19: 0, 20: -1, 41: 0, 50: 1, 65: 2} {
		got := -1
		if m, ok := x.MentionAt(off); ok {
			got = m.Entity
		}
		if got != want {
			t.Errorf("at %d: entity %d, want %d", off, got, want)
		}
	}
}

func TestStep(t *testing.T) {
	x := sample()
	for _, c := range []struct {
		off, entity int
		back        bool
		want        int // start of the mention, -1 for none
	}{
		{-1, -1, false, 10}, {10, -1, false, 40}, {60, -1, false, -1},
		{10, 0, false, 40}, {40, 0, false, -1}, {40, 0, true, 10}, {10, -1, true, -1},
		{100, 2, true, 60},
	} {
		got := -1
		if m, ok := x.Step(c.off, c.entity, c.back); ok {
			got = m.Span.Start
		}
		if got != c.want {
			t.Errorf("Step(%d, %d, %v) = %d, want %d", c.off, c.entity, c.back, got, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	x := sample()
	for off, want := range map[int]int{0: -1, 12: 0, 32: -1, 36: 0, 40: 1, 49: 0, 50: -1} {
		if got := x.StatementAt(off); got != want {
			t.Errorf("StatementAt(%d) = %d, want %d", off, got, want)
		}
	}
	if got := x.NextStatement(12, false); got != 1 {
		t.Errorf("after the first comes %d", got)
	}
	if got := x.NextStatement(38, true); got != 0 {
		t.Errorf("before the second comes %d", got)
	}
	if got := x.NextStatement(38, false); got != -1 {
		t.Errorf("after the last comes %d", got)
	}
	if got, want := Whole(x.Annotations.Quotes[0]), (annotate.Span{Start: 2, End: 50}); got != want {
		t.Errorf("Whole = %v, want %v", got, want)
	}
}

func TestMemberSpans(t *testing.T) {
	x := sample()
	got := x.MemberSpans(annotate.Coalition{Members: []annotate.Member{
		{Name: "Russia", Entity: "e3", Span: annotate.Span{Start: 60, End: 66}},
		{Name: "somebody", Span: annotate.Span{Start: 30, End: 34}},
		{Name: "John Kerry", Entity: "e1"},
	}})
	if want := "[{10 20} {30 34} {40 45} {60 66}]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// Mentions finds by search what a look at every mention finds.
func TestMentionsAgreeWithScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e annotate.Entity
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			start := rapid.IntRange(0, 80).Draw(t, "start")
			e.Mentions = append(e.Mentions, mention(start, start+rapid.IntRange(1, 15).Draw(t, "len")))
		}
		x := Build(strings.Repeat("x", 200), annotate.Annotations{Entities: []annotate.Entity{e}})
		start := rapid.IntRange(0, 90).Draw(t, "from")
		end := start + rapid.IntRange(1, 30).Draw(t, "size")
		want := map[annotate.Span]bool{}
		for _, m := range e.Mentions {
			if m.Span.Start < end && start < m.Span.End {
				want[m.Span] = true
			}
		}
		got := map[annotate.Span]bool{}
		for _, m := range x.Mentions(start, end) {
			if m.Span.Start < end && start < m.Span.End {
				got[m.Span] = true
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestInputAround(t *testing.T) {
	var b compose.Builder
	for i := range 100 {
		b.Write(fmt.Sprintf("Paragraph number %02d.", i))
		b.End(articles.Block{}, false)
	}
	doc := b.Document()
	in := InputAround(doc, 230, 100)
	if len(in.Blocks) == 0 || in.Blocks[0].Span.End <= 230 || in.Text != doc.Text.String() {
		t.Fatalf("got %v", in.Blocks)
	}
	last := in.Blocks[len(in.Blocks)-1].Span
	if last.End+2 < 330 || last.Start >= 330 {
		t.Errorf("the last block is %v", last)
	}
	if all := InputAround(doc, 0, 1<<20); len(all.Blocks) != 100 {
		t.Errorf("%d blocks of 100", len(all.Blocks))
	}
	if none := InputAround(doc, doc.Text.Len()+5, 10); len(none.Blocks) != 0 {
		t.Errorf("%d blocks after the end", len(none.Blocks))
	}
	if !sort.SliceIsSorted(in.Blocks, func(i, j int) bool { return in.Blocks[i].Span.Start < in.Blocks[j].Span.Start }) {
		t.Error("blocks out of order")
	}
}

func TestInputPartsTables(t *testing.T) {
	doc := &articles.Document{Text: clean.Of("a\tb\nc\td"), Blocks: []articles.Block{{
		Kind: articles.Table, Span: articles.Span{Start: 0, End: 7},
		Rows: []articles.Row{{Cells: []articles.Span{{Start: 0, End: 1}, {Start: 2, End: 3}}}, {Cells: []articles.Span{{Start: 4, End: 5}, {Start: 6, End: 7}}}},
	}}}
	var got []string
	for _, b := range Input(doc).Blocks {
		got = append(got, b.Span.Of(doc.Text.String()))
	}
	if fmt.Sprint(got) != "[a b c d]" {
		t.Errorf("blocks are %q", got)
	}
}

func ExampleIndex_NextStatement() {
	x := Build(strings.Repeat("x", 200), annotate.Annotations{Quotes: []annotate.Quote{{ID: "q1", Content: []annotate.Span{{Start: 7, End: 20}}}}})
	fmt.Println(x.NextStatement(0, false), x.NextStatement(7, false))
	// Output: 0 -1
}
