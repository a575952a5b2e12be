package compose_test

import (
	"fmt"
	"testing"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/link"
)

func TestOutward(t *testing.T) {
	span := func(kind articles.InlineKind, address string) articles.Inline {
		return articles.Inline{Kind: kind, Target: link.Target(address, nil)}
	}
	got := compose.Outward([]articles.Inline{
		span(articles.Strong, ""), span(articles.Link, "chapter2.xhtml#note:1"), span(articles.Link, "#a"), span(articles.Link, "HTTPS://a.example/"),
		span(articles.Link, "mailto:a@b.example"), span(articles.Image, "i.png"), span(articles.Image, "http://a.example/i.png"),
	})
	want := []articles.Inline{
		span(articles.Strong, ""), span(articles.Link, "HTTPS://a.example/"), span(articles.Link, "mailto:a@b.example"),
		span(articles.Image, ""), span(articles.Image, "http://a.example/i.png"),
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
