package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func TestLibrary(t *testing.T) {
	d := newDesk(t, keptFiles)
	if got := d.objects("library"); len(got) != 0 {
		t.Errorf("a new shelf has %v", got)
	}
	d.ok("library", "add", "--tag", "farm", "harvest.md", "mill.md")
	d.ok("library", "add", "mill.md") // once more
	all := d.objects("library", "list", "--sort", "title")
	if got := column(all, "title"); got != "The harvest is in, The mill turns again" {
		t.Fatalf("titles %q", got)
	}
	harvest, mill := fmt.Sprint(all[0]["id"]), fmt.Sprint(all[1]["id"])
	if key := all[0]["key"]; key != filepath.Join(d.dir, "harvest.md") {
		if real, err := filepath.EvalSymlinks(d.dir); err != nil || key != filepath.Join(real, "harvest.md") {
			t.Errorf("the key is %v", key)
		}
	}

	d.ok("library", "tag", harvest, "+rain", "-farm")
	if got := column(d.objects("library", "--tag", "farm"), "id"); got != mill {
		t.Errorf("tagged: %s", got)
	}
	d.ok("library", "read", "mill.md")
	if got := column(d.objects("library", "--unread"), "id"); got != harvest {
		t.Errorf("unread: %s", got)
	}
	d.ok("library", "unread", mill)
	if got := d.objects("library", "--unread"); len(got) != 2 {
		t.Errorf("unread: %v", got)
	}
	d.ok("library", "remove", harvest)
	if got := column(d.objects("library"), "id"); got != mill {
		t.Errorf("left: %s", got)
	}
	if got := column(d.objects("library", "--removed"), "id"); got != harvest {
		t.Errorf("removed: %s", got)
	}
	d.ok("library", "restore", harvest)

	if got := d.ok("library", "show", harvest); !strings.Contains(got, "The barns would not hold all of it") {
		t.Errorf("shown: %q", got)
	}
	hits := d.objects("library", "search", "rain", "stayed")
	if len(hits) != 1 || hits[0]["where"] != "body" || !strings.Contains(fmt.Sprint(hits[0]["snippet"]), "rain") || fmt.Sprint(hits[0]["marks"]) == "" {
		t.Errorf("hits: %v", hits)
	}
	if hits := d.objects("library", "search", `speaker:"Jane Roe"`, "years"); len(hits) != 1 || hits[0]["where"] != "statement" || hits[0]["speaker"] != "Jane Roe" {
		t.Errorf("statements: %v", hits)
	}
	if got := d.objects("library", "search", "nowhere"); len(got) != 0 {
		t.Errorf("hits: %v", got)
	}
	said := d.objects("library", "said", "Jane", "Roe")
	if got := column(said, "relation"); strings.Count(got, "said") != 2 || strings.Count(got, "about") != 1 {
		t.Errorf("said: %v", said)
	}
	if got := d.ok("library", "check"); !strings.Contains(got, "whole") {
		t.Errorf("checked: %q", got)
	}

	if got := d.ok("library", "recover"); !strings.Contains(got, "sound") {
		t.Errorf("recovered: %q", got)
	}
	d.ok("library", "remove", mill)
	d.ok("library", "add", "mill.md") // brings it back
	if got := d.objects("library"); len(got) != 2 {
		t.Errorf("added again: %v", got)
	}

	got := d.run("", "library", "add", "none.md", "harvest.md")
	if got.code != 1 || !strings.Contains(got.err, "none.md") || !strings.Contains(got.out, "The harvest is in") {
		t.Errorf("one of two is missing: %+v", got)
	}
	d.fails(1, "not on the shelf", "library", "show", "999")
	d.fails(1, "not on the shelf", "library", "remove", harvest, "https://example.org/none")
	if got := d.objects("library"); len(got) != 2 {
		t.Errorf("something was removed: %v", got)
	}
}

// Without arguments and where standard output is no terminal, the program
// lists what is on the shelf.
func TestBareProgram(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	if got, want := d.ok(), d.ok("library"); got != want || strings.Count(got, "\n") != 2 {
		t.Errorf("gloss prints %q, gloss library %q", got, want)
	}
}

// A part of a name stands for the only one that it may be of.
func TestSaidByPartOfName(t *testing.T) {
	d := newDesk(t, map[string]string{
		"a.md": "# Talks\n\nThe talks went on, John Kerry said. Mary Brandt said that Kerry had promised boats.\n",
		"b.md": "# Boats\n\nThe boats are new, Lisa Brandt said.\n",
		"c.md": "# Rain\n\nMr Kerry stayed away.\n",
	})
	d.ok("library", "add", "a.md", "b.md", "c.md")
	whole := d.ok("library", "said", "John", "Kerry")
	got := d.run("", "library", "said", "kerry")
	if got.code != 0 || got.out != whole || strings.Count(whole, "\n") != 2 || got.err != "gloss: kerry is taken for John Kerry\n" {
		t.Errorf("a part of a name: %+v\nthe whole: %s", got, whole)
	}
	d.fails(1, `Brandt may be "`, "library", "said", "Brandt")
	d.fails(1, `"Lisa Brandt"`, "library", "said", "Brandt")
	for _, args := range [][]string{{"Miller"}, {"Kerr"}, {"--type", "ORG", "Kerry"}, {`"`}} {
		if got := d.ok(append([]string{"library", "said"}, args...)...); got != "" {
			t.Errorf("%q: %s", args, got)
		}
	}
}
