package articletest_test

import (
	"fmt"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/clean"
)

func TestCheckFinds(t *testing.T) {
	text := "one two\n\nthree\tfour"
	para := articles.Block{Span: articles.Span{Start: 0, End: 7}}
	rest := articles.Block{Span: articles.Span{Start: 9, End: 19}}
	for _, test := range []struct {
		name string
		doc  articles.Document
		want string
	}{
		{"sound", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{para, rest}}, ""},
		{"title", articles.Document{Meta: articles.Meta{Title: clean.Of("a\nb")}}, "clean line"},
		{"order", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{rest, para}}, "before the end"},
		{"outside", articles.Document{Text: clean.Of("a"), Blocks: []articles.Block{para}}, "not in the text"},
		{"inside a code point", articles.Document{Text: clean.Of("é"), Blocks: []articles.Block{{Span: articles.Span{Start: 1, End: 2}}}}, "inside a code point"},
		{"level", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{{Level: 2}}}, "level 2"},
		{"empty code", articles.Document{Blocks: []articles.Block{{Kind: articles.Code}}}, "empty"},
		{"cells", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{{Kind: articles.Table, Span: rest.Span,
			Rows: []articles.Row{{Cells: []articles.Span{{Start: 9, End: 14}}}}}}}, "cells give"},
		{"rows", articles.Document{Blocks: []articles.Block{{Rows: []articles.Row{{}}}}}, "outside a table"},
		{"crossing", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{para}, Inlines: []articles.Inline{
			{Span: articles.Span{Start: 0, End: 4}}, {Span: articles.Span{Start: 2, End: 6}}}}, "crosses"},
		{"inline order", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{para}, Inlines: []articles.Inline{
			{Span: articles.Span{Start: 0, End: 2}}, {Span: articles.Span{Start: 0, End: 4}}}}, "out of order"},
		{"in no block", articles.Document{Text: clean.Of(text), Blocks: []articles.Block{para}, Inlines: []articles.Inline{
			{Span: articles.Span{Start: 5, End: 10}}}}, "in no block"},
	} {
		err := articletest.Check(&test.doc)
		if test.want == "" && err == nil {
			continue
		}
		if err == nil || test.want == "" || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

func TestCheckHeadFinds(t *testing.T) {
	a := articles.Block{Span: articles.Span{Start: 0, End: 1}}
	b := articles.Block{Span: articles.Span{Start: 3, End: 4}}
	whole := &articles.Document{Text: clean.Of("a\n\nb"), Blocks: []articles.Block{a, b}}
	if err := articletest.CheckHead(&articles.Document{Text: clean.Of("a"), Blocks: []articles.Block{a}, Partial: true}, whole); err != nil {
		t.Error(err)
	}
	for _, head := range []*articles.Document{
		{Text: clean.Of("b"), Partial: true},
		{Text: clean.Of("a"), Blocks: []articles.Block{a}},
		{Text: clean.Of("a"), Blocks: []articles.Block{{Span: a.Span, Tight: true}}, Partial: true},
	} {
		if articletest.CheckHead(head, whole) == nil {
			t.Errorf("%+v passes", head)
		}
	}
}

func ExampleCheck() {
	doc := &articles.Document{Text: clean.Of("Talks"), Blocks: []articles.Block{{Span: articles.Span{Start: 0, End: 9}}}}
	fmt.Println(articletest.Check(doc))
	// Output: block 0: span {0 9} is not in the text of 5 bytes
}
