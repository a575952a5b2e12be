package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/ui/witness"
)

// A desk is where commands of the shelf are run: a folder of files, and a shelf
// and a cache of its own.
type desk struct {
	t         *testing.T
	dir, home string
}

func newDesk(t *testing.T, files map[string]string) desk {
	t.Helper()
	return desk{t, folderOf(t, files), t.TempDir()}
}

// run runs the program and returns what became of it.
func (d desk) run(input string, args ...string) outcome {
	d.t.Helper()
	cmd := program(d.t, d.dir, args...)
	cmd.Env = append(cmd.Env, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	got := finish(d.t, cmd, input)
	for _, out := range []string{got.out, got.err} {
		if found := witness.Plain.Foreign([]byte(out)); len(found) > 0 {
			d.t.Errorf("gloss %q writes %v", args, found[0])
		}
	}
	return got
}

// ok runs the program, which must succeed, and returns what it printed.
func (d desk) ok(args ...string) string {
	d.t.Helper()
	got := d.run("", args...)
	if got.code != 0 || got.err != "" {
		d.t.Fatalf("gloss %q: exit code %d, %s", args, got.code, got.err)
	}
	return got.out
}

// fails runs the program, which must fail with a code and say something.
func (d desk) fails(code int, words string, args ...string) {
	d.t.Helper()
	got := d.run("", args...)
	if got.code != code || !strings.Contains(got.err, words) {
		d.t.Errorf("gloss %q: exit code %d and %q, want %d and %q", args, got.code, got.err, code, words)
	}
}

// objects runs the program, which must print JSON, an object a line.
func (d desk) objects(args ...string) []map[string]any {
	d.t.Helper()
	var out []map[string]any
	for line := range strings.Lines(d.ok(args...)) {
		var o map[string]any
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			d.t.Fatalf("gloss %q: %v in %q", args, err, line)
		}
		out = append(out, o)
	}
	return out
}

// column returns the values that objects have under a key, in one line.
func column(objects []map[string]any, key string) string {
	var parts []string
	for _, o := range objects {
		parts = append(parts, fmt.Sprint(o[key]))
	}
	return strings.Join(parts, ", ")
}

// keptFiles are two articles in Markdown.
var keptFiles = map[string]string{
	"harvest.md": "# The harvest is in\n\nThe barns would not hold all of it, said Jane Roe on Monday.\n\nThe rain came late, and the\nrain stayed.\n",
	"mill.md":    "# The mill turns again\n\n\"We had waited for years,\" Jane Roe said. Richard Miles said that Jane Roe had paid for it.\n",
}

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

func TestNotes(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md", "mill.md")
	id := strings.TrimSpace(d.ok("notes", "add", "harvest.md", "--quote", "late, and the rain stayed", "--note", "Who *says* so?", "--kind", "claim", "--tag", "rain,farm"))
	whole := strings.TrimSpace(d.ok("notes", "add", "mill.md", "--note", "Read again."))
	got := d.run("First line\nsecond\n", "notes", "add", "mill.md", "--quote", "waited for years", "--note", "-")
	if got.code != 0 {
		t.Fatalf("%+v", got)
	}
	piped := strings.TrimSpace(got.out)

	list := d.objects("notes", "--kind", "claim")
	if len(list) != 1 || list[0]["id"] != id || list[0]["state"] != "exact" || list[0]["note"] != "Who *says* so?" || fmt.Sprint(list[0]["tags"]) != "[rain farm]" && fmt.Sprint(list[0]["tags"]) != "[farm rain]" {
		t.Errorf("listed: %v", list)
	}
	if got := column(d.objects("notes", "--article", "mill.md"), "id"); !strings.Contains(got, whole) || !strings.Contains(got, piped) || strings.Contains(got, id) {
		t.Errorf("on the mill: %s", got)
	}
	if got := column(d.objects("notes", "--tag", "rain"), "id"); got != id {
		t.Errorf("tagged: %s", got)
	}

	d.ok("notes", "edit", id[:8], "--note", "Nobody.", "--kind", "doubt", "--tag", "+later,-rain")
	edited := d.objects("notes", "--kind", "doubt")
	if len(edited) != 1 || edited[0]["note"] != "Nobody." || !strings.Contains(fmt.Sprint(edited[0]["tags"]), "later") || strings.Contains(fmt.Sprint(edited[0]["tags"]), "rain") {
		t.Errorf("edited: %v", edited)
	}
	d.ok("notes", "remove", id)
	if got := d.objects("notes"); len(got) != 2 {
		t.Errorf("after one was removed: %v", got)
	}
	d.ok("notes", "restore", id[:8])
	if got := d.objects("notes"); len(got) != 3 {
		t.Errorf("after it was restored: %v", got)
	}

	// The article changes: one note finds its words, the other does not.
	if err := os.WriteFile(filepath.Join(d.dir, "harvest.md"), []byte("# The harvest is in\n\nIt was sunny all the time and nobody complained.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	d.ok("library", "add", "harvest.md")
	if got := column(d.objects("notes", "--orphans"), "id"); got != id {
		t.Errorf("orphans: %s", got)
	}

	d.fails(1, "does not have these words", "notes", "add", "mill.md", "--quote", "windmills of steel")
	d.fails(1, "2 times", "notes", "add", "mill.md", "--quote", "Jane Roe")
	d.fails(1, "no such note", "notes", "remove", "ffffffff")
	d.fails(1, "characters", "notes", "remove", "f")
	if got := d.ok("notes", "corrections"); got != "" {
		t.Errorf("corrections: %q", got)
	}
}

func TestNotesTravel(t *testing.T) {
	d := newDesk(t, keptFiles)
	d.ok("library", "add", "harvest.md")
	id := strings.TrimSpace(d.ok("notes", "add", "harvest.md", "--quote", "would not hold all of it", "--note", "Who *says* so?", "--kind", "claim", "--tag", "rain"))
	markdown := d.ok("notes", "export")
	for _, want := range []string{"## The harvest is in\n", "- > would not hold all of it\n", "**claim** · tags: rain", "  Who *says* so?\n"} {
		if !strings.Contains(markdown, want) {
			t.Errorf("no %q in\n%s", want, markdown)
		}
	}
	d.ok("notes", "export", "--format", "csv", "-o", "notes.csv")
	if table, err := os.ReadFile(filepath.Join(d.dir, "notes.csv")); err != nil || strings.Count(string(table), "\r\n") != 2 || !strings.Contains(string(table), id) {
		t.Errorf("%v, table %q", err, table)
	}
	d.ok("notes", "export", "--format", "webannotation", "--output", "notes.json")
	data, err := os.ReadFile(filepath.Join(d.dir, "notes.json"))
	if err != nil || !strings.Contains(string(data), `"TextPositionSelector"`) {
		t.Fatalf("%v in %s", err, data)
	}
	if left, err := filepath.Glob(filepath.Join(d.dir, ".gloss-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}

	other := newDesk(t, map[string]string{"notes.json": string(data), "h.json": `{"rows":[
		{"id":"a","uri":"https://gazette.example/x","text":"Hm.","target":[{"selector":[{"type":"TextQuoteSelector","exact":"barns"}]}],"document":{"title":["Barns"]}},
		{"id":"b","uri":"https://gazette.example/x","text":"No doubt.","references":["a"],"user":"acct:jo@example.org"}]}`, "no.json": `{"x":1}`})
	if got := other.ok("notes", "import", "notes.json"); !strings.Contains(got, "0 new") || !strings.Contains(got, "1 on articles that are not on the shelf") {
		t.Errorf("a file of another machine: %q", got)
	}
	for _, want := range []string{"1 new, 0 here already", "0 new, 1 here already"} {
		if got := other.ok("notes", "import", "h.json"); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	list := other.objects("notes")
	if len(list) != 1 || list[0]["title"] != "Barns" || list[0]["url"] != "https://gazette.example/x" || list[0]["note"] != "Hm.\n\njo: No doubt." {
		t.Errorf("imported: %v", list)
	}
	other.fails(1, "neither web annotations", "notes", "import", "no.json")
	other.fails(1, "none.json", "notes", "import", "none.json")

	// What was removed and is imported again stays as it is; what is new comes
	// with its words found in the text.
	if err := os.RemoveAll(filepath.Join(d.home, "data")); err != nil {
		t.Fatal(err)
	}
	d.ok("library", "add", "harvest.md")
	if got := d.ok("notes", "import", "notes.json"); !strings.Contains(got, "1 new") {
		t.Errorf("imported again: %q", got)
	}
	back := d.objects("notes")
	if len(back) != 1 || back[0]["id"] != id || back[0]["state"] != "exact" || back[0]["note"] != "Who *says* so?" || back[0]["kind"] != "claim" {
		t.Errorf("came back: %v", back)
	}
}

// newsServer serves a page that names a feed, the feed, and its stories.
func newsServer(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, `<link rel=alternate type="application/rss+xml" href="/feed"><p>The Gazette.`)
		case "/feed":
			_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>The Gazette</title><link>http://`+r.Host+`/</link><item><title>Harvest is in</title>
<link>http://`+r.Host+`/harvest</link><description>The barns would not hold it.</description></item></channel></rss>`)
		case "/harvest":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<title>Harvest</title><p>The harvest is in.")
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

func TestFeeds(t *testing.T) {
	server := newsServer(t)
	d := newDesk(t, map[string]string{
		"list.opml": `<opml version="1.0"><body><outline text="News"><outline text="Far" xmlUrl="https://far.invalid/feed"/></outline><outline xmlUrl="exec:rm"/></body></opml>`,
		"no.opml":   "nothing",
	})
	if got := d.ok("feeds", "add", "--folder", "News", server.URL); !strings.Contains(got, "The Gazette: 1 new") {
		t.Errorf("added: %q", got)
	}
	feeds := d.objects("feeds")
	if len(feeds) != 1 || feeds[0]["url"] != server.URL+"/feed" || feeds[0]["folder"] != "News" || fmt.Sprint(feeds[0]["unread"]) != "1" {
		t.Fatalf("feeds: %v", feeds)
	}
	if got := d.objects("library", "--unread"); len(got) != 1 || got[0]["title"] != "Harvest is in" || got[0]["full"] != false {
		t.Errorf("on the shelf: %v", got)
	}
	d.fails(1, "only its summary is here", "library", "show", server.URL+"/harvest")
	if got := d.ok("feeds", "refresh"); !strings.Contains(got, "1 feeds, 0 new articles") {
		t.Errorf("refreshed: %q", got)
	}
	// What a feed names may not be on this machine.
	d.fails(1, "private", "feeds", "refresh", "--full")

	got := d.run("", "feeds", "import", "list.opml")
	if got.code != 0 || !strings.Contains(got.out, "1 new") || !strings.Contains(got.err, "1 left out") {
		t.Errorf("imported: %+v", got)
	}
	d.fails(1, "no list of feeds", "feeds", "import", "no.opml")
	d.fails(1, "far.invalid", "feeds", "refresh")
	failing := d.objects("feeds")
	if got := column(failing, "failure"); !strings.Contains(got, "no such host") {
		t.Errorf("failures: %q", got)
	}
	exported := d.ok("feeds", "export")
	if !strings.Contains(exported, `<outline text="News">`) || strings.Count(exported, "xmlUrl") != 2 {
		t.Errorf("exported: %s", exported)
	}
	d.ok("feeds", "remove", "https://far.invalid/feed", fmt.Sprint(feeds[0]["id"]))
	if got := d.objects("feeds"); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
	if got := d.objects("library"); len(got) != 1 {
		t.Errorf("the articles of a feed that is gone: %v", got)
	}
	d.fails(1, "no such feed", "feeds", "remove", "1")
	server.Close()
	d.fails(1, "refused the connection", "feeds", "add", server.URL)
}

func TestUsageOfTheShelf(t *testing.T) {
	d := newDesk(t, nil)
	for _, test := range []struct{ args, words string }{
		{"library --sort size", "activity, added"},
		{"library --limit -1", "--limit"},
		{"library now", "now"},
		{"library search", "what to search for"},
		{"library search --limit 0 x", "--limit"},
		{"library show", "an article"},
		{"library add", "a file"},
		{"library remove", "an article"},
		{"library tag 1", "its tags"},
		{"library tag 1 farm", "+TAG"},
		{"library said", "a name"},
		{"library said --type GHOST x", "PERSON, ORG"},
		{"notes --kind nice", "important, claim"},
		{"notes add 1", "--quote or --note"},
		{"notes add --note x", "an article"},
		{"notes add 1 --note x --kind nice", "--kind"},
		{"notes edit 12345678", "--note, --kind or --tag"},
		{"notes edit 12345678 --tag farm", "+TAG"},
		{"notes export --format pdf", "markdown, webannotation, csv"},
		{"notes import", "a file"},
		{"feeds add", "an address"},
		{"feeds remove", "a feed"},
		{"feeds import", "a file"},
		{"feeds now", "now"},
	} {
		d.fails(2, test.words, strings.Fields(test.args)...)
	}
	if _, err := os.Stat(filepath.Join(d.home, "data")); !os.IsNotExist(err) {
		t.Errorf("a command that was wrong has made a shelf: %v", err)
	}
}

// A shelf that cannot be opened is told of in a line.
func TestNoShelf(t *testing.T) {
	d := newDesk(t, keptFiles)
	if err := os.WriteFile(filepath.Join(d.home, "data"), []byte("a file"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"library"}, {"notes"}, {"feeds"}, {"library", "add", "mill.md"}} {
		got := d.run("", args...)
		if got.code != 1 || strings.Count(got.err, "\n") != 1 || !strings.HasPrefix(got.err, "gloss: ") || got.out != "" {
			t.Errorf("gloss %q: %+v", args, got)
		}
	}
}
