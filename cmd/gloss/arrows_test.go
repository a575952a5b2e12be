package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// module is the path of this program's module.
const module = "gloss"

// An arrow is a rule on what some packages may import, directly or through
// others.
type arrow struct {
	from   string // the packages under this path; with "/..." only those below it
	except string // but not those under this one
	direct bool   // only their own imports count
	forbid func(path string) bool
	why    string
}

// charm reports whether a package is of the libraries that draw on terminals.
func charm(path string) bool {
	return under(path, "github.com/charmbracelet") || under(path, "github.com/muesli")
}

// arrows are the directions of import that the layout of the program stands
// on: cmd -> ui -> articles and annotate, which know nothing of each other.
var arrows = []arrow{
	{
		from: module + "/annotate",
		forbid: func(path string) bool {
			return !under(path, module+"/annotate") && !standard(path) &&
				!under(path, "github.com/clipperhouse/uax29/v2") && // with what it imports itself:
				!under(path, "github.com/clipperhouse/stringish") &&
				!under(path, "golang.org/x/text")
		},
		why: "annotate imports the standard library, uax29 and x/text only, so that other programs can import it",
	},
	{
		from:   module + "/articles",
		forbid: func(path string) bool { return under(path, module) && !under(path, module+"/articles") },
		why:    "articles knows nothing of annotations, panes and flags",
	},
	{
		from:   module + "/articles",
		forbid: charm,
		why:    "only ui and cmd import Charm packages",
	},
	{
		from:   module + "/ui",
		forbid: func(path string) bool { return under(path, module+"/cmd") },
		why:    "cmd imports ui, never the other way",
	},
	{
		from:   module,
		except: module + "/cmd",
		forbid: func(path string) bool { return under(path, "github.com/spf13") },
		why:    "only cmd knows of flags",
	},
	{
		from: module + "/ui/quietterm",
		forbid: func(path string) bool {
			return path == "os" || !under(path, module+"/ui/quietterm") && !standard(path)
		},
		why: "ui/quietterm must be initialised before package os",
	},
	{
		from: module + "/articles/keep",
		forbid: func(path string) bool {
			return under(path, module) && path != module+"/articles/keep" && path != module+"/articles" &&
				path != module+"/articles/anchor" && path != module+"/articles/clean" && path != module+"/articles/link"
		},
		why: "articles/keep holds what is kept, and knows nothing of where",
	},
	{
		from:   module + "/articles/anchor",
		forbid: func(path string) bool { return under(path, module+"/articles/keep") },
		why:    "articles/anchor finds words in texts, whatever is kept of them",
	},
	{
		from:   module,
		except: module + "/articles/library",
		direct: true,
		forbid: func(path string) bool { return under(path, "modernc.org") || path == "database/sql" },
		why:    "only articles/library knows of the database",
	},
	{
		from:   module + "/ui/...",
		forbid: func(path string) bool { return under(path, module+"/articles/library") },
		why:    "panes show what they are given, and look nothing up",
	},
	{
		from:   module + "/ui/...",
		except: module + "/ui/editor", // which is typed into
		forbid: func(path string) bool { return under(path, "github.com/charmbracelet/bubbletea") },
		why:    "panes are values with methods, and know nothing of messages",
	},
	{
		from:   module,
		forbid: func(path string) bool { return strings.HasPrefix(path, "charm.land/") },
		why:    "Charm stays on its v1 line",
	},
}

// holds reports whether the rule is for a package.
func (a arrow) holds(path string) bool {
	if dir, ok := strings.CutSuffix(a.from, "/..."); ok && path == dir {
		return false
	}
	return under(path, strings.TrimSuffix(a.from, "/...")) && (a.except == "" || !under(path, a.except))
}

// TestImportArrows holds every package of the module to the arrows, and names
// the chain of imports that breaks one.
func TestImportArrows(t *testing.T) {
	imports := listImports(t)
	for path := range imports {
		if !under(path, module) {
			continue
		}
		for _, a := range arrows {
			if !a.holds(path) {
				continue
			}
			known := imports
			if a.direct {
				known = map[string][]string{path: imports[path]}
			}
			if chain := forbidden(known, path, a.forbid); chain != nil {
				t.Errorf("%s: %s", strings.Join(chain, " -> "), a.why)
			}
		}
	}
}

// TestForbiddenFindsChains makes sure that the search can fail.
func TestForbiddenFindsChains(t *testing.T) {
	imports := map[string][]string{
		"gloss/annotate/quote": {"strings", "gloss/annotate/text"},
		"gloss/annotate/text":  {"gloss/articles"},
		"gloss/articles":       {"os"},
	}
	got := strings.Join(forbidden(imports, "gloss/annotate/quote", arrows[0].forbid), " -> ")
	if want := "gloss/annotate/quote -> gloss/annotate/text -> gloss/articles"; got != want {
		t.Errorf("forbidden found %q, want %q", got, want)
	}
	if got := forbidden(imports, "gloss/articles", charm); got != nil {
		t.Errorf("forbidden found %q where nothing is wrong", got)
	}
	below := arrow{from: "gloss/ui/...", except: "gloss/ui/page"}
	for path, want := range map[string]bool{"gloss/ui": false, "gloss/ui/shelf": true, "gloss/ui/page": false, "gloss/uid": false} {
		if below.holds(path) != want {
			t.Errorf("the rule for %s holds for %s: %v", below.from, path, !want)
		}
	}
}

// forbidden returns the shortest chain of imports from a package to one that
// the rule forbids, or nil.
func forbidden(imports map[string][]string, from string, rule func(string) bool) []string {
	before := map[string]string{from: ""}
	queue := []string{from}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if path != from && rule(path) {
			var chain []string
			for ; path != ""; path = before[path] {
				chain = append([]string{path}, chain...)
			}
			return chain
		}
		for _, next := range imports[path] {
			if _, seen := before[next]; !seen {
				before[next] = path
				queue = append(queue, next)
			}
		}
	}
	return nil
}

// listImports asks the go command for the imports of each package of the
// module and of all that these depend on, tests left out.
func listImports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatalf("go list: %v", err)
	}
	imports := make(map[string][]string)
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&pkg); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("read what go list says: %v", err)
		}
		imports[pkg.ImportPath] = pkg.Imports
	}
	return imports
}

// under reports whether an import path is dir or below it.
func under(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, dir+"/")
}

// standard reports whether an import path is of the standard library: its
// first element has no dot, and it is not of this module.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && !under(path, module)
}
