//go:build unix

package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"

	"gloss/articles/hostile"
	"gloss/ui/witness"
)

const harvestPage = `<!doctype html><html lang=en><head><title>Harvest is in</title></head><body><article><h1>Harvest is in</h1>
<p>The harvest is in, said Jane Roe, who has seen forty of them and does not give a good word lightly.</p>
<p>It was the best one for years, the growers said on Monday, and the barns would not hold all of it.</p></article></body></html>`

// newsstand serves a page and a feed that names it.
func newsstand(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/harvest":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, harvestPage)
		case "/moved":
			http.Redirect(w, r, "/harvest", http.StatusFound)
		case "/feed":
			_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>The Gazette</title><item><title>Harvest is in</title>
<link>http://`+r.Host+`/harvest</link><description>The barns would not hold it.</description></item></channel></rss>`)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

// withCache makes a command keep its pages in a folder.
func withCache(cmd *exec.Cmd, folder string) *exec.Cmd {
	cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+folder)
	return cmd
}

// quit ends the reader and checks all that it wrote.
func (s *session) quit() {
	s.t.Helper()
	s.press("q")
	code, raw := s.end()
	if code != 0 {
		s.t.Errorf("exit code %d", code)
	}
	if found := witness.Foreign([]byte(raw)); len(found) > 0 {
		s.t.Errorf("%d foreign sequences, the first %v: %s", len(found), found[0].Function, found[0].Why)
	}
}

func TestReaderOpensAddresses(t *testing.T) {
	server, cache := newsstand(t), t.TempDir()
	for _, path := range []string{"/harvest", "/moved"} {
		s := start(t, 100, 30, withCache(program(t, "", server.URL+path), cache))
		s.awaitText("The harvest is in")
		s.quit()
	}
	s := start(t, 100, 30, withCache(program(t, "", server.URL+"/feed"), cache))
	s.awaitText("The barns would not hold it.")
	// A feed may not lead to this machine: what it says itself is shown.
	s.press("\r")
	s.awaitText("only what the feed says")
	s.press("q")
	s.awaitText("The Gazette")
	s.quit()

	server.Close()
	s = start(t, 100, 30, withCache(program(t, "", server.URL+"/harvest"), cache))
	s.awaitText("The harvest is in")
	s.awaitText("the copy of")
	s.quit()
}

func TestAddressesThatFail(t *testing.T) {
	server := newsstand(t)
	for address, want := range map[string]string{
		server.URL + "/none":     "was not found (status 404)",
		"http://127.0.0.1:1/":    "refused the connection",
		"http://nowhere.invalid": "no such host",
	} {
		s := start(t, 100, 30, withCache(program(t, "", address), t.TempDir()))
		code, raw := s.end()
		if code != 1 || !strings.Contains(raw, want) {
			t.Errorf("%s: exit code %d, and it says %q", address, code, raw[max(0, len(raw)-200):])
		}
	}
}

// TestReaderOpensFiles opens a file of each format, made by code, in a terminal.
func TestReaderOpensFiles(t *testing.T) {
	files := map[string]string{
		"page.html": harvestPage,
		"book.epub": hostile.Book{Title: "Harvest", Author: "Jane Roe", Language: "en", Chapters: []hostile.Chapter{
			{File: "one.xhtml", Title: "Barns", Body: "<h1>Barns</h1><p>The harvest is in.</p>"}}}.EPUB(),
		"sheet.pdf":  hostile.Sheets{Title: "Harvest", Pages: [][]string{{"The harvest is in."}}}.PDF(),
		"letter.eml": "From: Jane Roe <jane@example.org>\nTo: desk@example.org\nSubject: Barns\nDate: Tue, 15 Dec 2015 10:00:00 +0000\n\nThe harvest is in.\n",
		"feed.atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><entry><title>Barns</title>
<summary>The harvest is in.</summary></entry></feed>`,
		"feed.json":  `{"version":"https://jsonfeed.org/version/1.1","title":"The Gazette","items":[{"id":"1","title":"Barns","summary":"The harvest is in."}]}`,
		"story.md":   "# Barns\n\nThe *harvest* is in.\n",
		"story.text": "Barns\n\nThe harvest is in.\n",
	}
	dir := folderOf(t, files)
	for name := range files {
		s := start(t, 100, 30, program(t, dir, name))
		s.awaitText("harvest is in")
		s.quit()
		if got := gloss(t, dir, "", name); got.code != 0 || !strings.Contains(got.out, "harvest is in") || len(witness.Plain.Foreign([]byte(got.out))) > 0 {
			t.Errorf("printed, %s gives %+v", name, got)
		}
	}
}

// TestReaderOfASlowPipe shows how much has come while the rest is waited for.
func TestReaderOfASlowPipe(t *testing.T) {
	cmd := program(t, "")
	shell := exec.CommandContext(t.Context(), "sh", "-c", `{ printf 'The harvest '; sleep 1; printf 'is in.\n'; } | "$0" -`, cmd.Path)
	shell.Env = cmd.Env
	s := start(t, 80, 24, shell)
	s.awaitText("reading standard input")
	s.awaitText("The harvest is in.")
	s.quit()
}

// TestHostileSessions reads hostile articles in a terminal, with keys, and
// judges every byte that was written.
func TestHostileSessions(t *testing.T) {
	payloads := hostile.Payloads()
	var all strings.Builder
	all.WriteString("# Harvest\n\nThe harvest is in.\n\n")
	for _, p := range payloads {
		all.WriteString("Then " + p.Bytes + " said Jane Roe.\n\n- an item " + p.Bytes + "\n\n")
	}
	dir := folderOf(t, map[string]string{"a.md": all.String(), "a.txt": all.String(), "a.html": "<!doctype html><title>Harvest</title><p>The harvest is in.</p>" + all.String()})
	for _, name := range []string{"a.md", "a.txt", "a.html"} {
		s := start(t, 100, 30, program(t, dir, name))
		s.awaitText("harvest is in")
		s.press("   sss]e]e") // pages, statements, mentions
		s.press("\tjjjlll\t") // into the margin and back
		s.press("?q/said\r")  // help, a search
		s.awaitText("hit ")
		s.press("nnG")
		s.awaitText(" end")
		s.quit()
	}
}
