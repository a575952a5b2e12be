package organisation

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
)

//go:embed data/organisations.tsv
var organisationsFile string

//go:embed data/memberships.tsv
var membershipsFile string

// A Table looks organisations up by their names. It is safe for concurrent use.
type Table struct {
	once   sync.Once
	all    []*Organisation
	byName map[string]named
	begin  map[string][]string // names by their first word, lower-cased, the longest first
}

// named is what a form of a name stands for.
type named struct {
	of     *Organisation
	unsure bool
}

// New returns the table, which is read at the first look-up.
func New() *Table { return &Table{} }

// Named returns the organisation with the name or acronym, written as in the
// table, "the" before it aside; nil if there is none. unsure tells that the
// form means other things too ("AU", "the Commonwealth"), so that the text has
// to bear it out.
func (t *Table) Named(form string) (o *Organisation, unsure bool) {
	t.once.Do(t.read)
	if rest, ok := strings.CutPrefix(form, "the "); ok {
		form = rest
	} else if rest, ok := strings.CutPrefix(form, "The "); ok {
		form = rest
	}
	n := t.byName[form]
	return n.of, n.unsure
}

// Begins reports whether a lower-cased word is the first of a name of an
// organisation.
func (t *Table) Begins(lower string) bool {
	t.once.Do(t.read)
	return t.begin[lower] != nil
}

// Match returns the longest name of an organisation that the text begins with,
// or nothing. It does not look at what comes after the name.
func (t *Table) Match(text string) string {
	t.once.Do(t.read)
	for _, f := range t.begin[firstWord(text)] {
		if strings.HasPrefix(text, f) {
			return f
		}
	}
	return ""
}

// firstWord returns the letters and digits that a text begins with,
// lower-cased.
func firstWord(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end])
}

// All returns the organisations in the order of the table.
func (t *Table) All() []*Organisation {
	t.once.Do(t.read)
	return slices.Clone(t.all)
}

func (t *Table) read() {
	var err error
	if t.all, err = parse(organisationsFile, membershipsFile); err != nil {
		panic("organisation: " + err.Error()) // the files are compiled in
	}
	t.byName = make(map[string]named, 4*len(t.all))
	t.begin = make(map[string][]string, 2*len(t.all))
	for _, o := range t.all {
		for _, f := range o.Names {
			t.byName[f] = named{of: o}
		}
		for _, f := range o.Unsure {
			t.byName[f] = named{of: o, unsure: true}
		}
		for _, f := range slices.Concat(o.Names, o.Unsure) {
			w := firstWord(f)
			t.begin[w] = append(t.begin[w], f)
		}
	}
	for _, forms := range t.begin {
		slices.SortStableFunc(forms, func(a, b string) int { return len(b) - len(a) })
	}
}

// parse reads the two files of the table.
func parse(organisations, memberships string) ([]*Organisation, error) {
	var all []*Organisation
	byName := make(map[string]*Organisation, 128)
	for line := range fields(organisations) {
		if len(line) != 6 {
			return nil, fmt.Errorf("organisation %q has %d fields, want 6", line[0], len(line))
		}
		o := &Organisation{Name: line[0], Names: []string{line[0]}, Source: line[5]}
		for form := range strings.SplitSeq(line[1], "|") {
			if rest, ok := strings.CutPrefix(form, "~"); ok {
				o.Unsure = append(o.Unsure, rest)
			} else if form != "" {
				o.Names = append(o.Names, form)
			}
		}
		// A name of its own that is not sure stands in the list with "~" too.
		if slices.Contains(o.Unsure, o.Name) {
			o.Names = o.Names[1:]
		}
		var err error
		if o.Founded, err = date(line[2]); err != nil {
			return nil, fmt.Errorf("founding of %s: %w", o.Name, err)
		}
		if o.Ended, err = date(line[3]); err != nil {
			return nil, fmt.Errorf("end of %s: %w", o.Name, err)
		}
		if err := o.completeness(line[4]); err != nil {
			return nil, fmt.Errorf("list of %s: %w", o.Name, err)
		}
		all = append(all, o)
		byName[o.Name] = o
	}
	for line := range fields(memberships) {
		if len(line) != 6 {
			return nil, fmt.Errorf("membership of %q has %d fields, want 6", line[0], len(line))
		}
		o := byName[line[0]]
		if o == nil {
			return nil, fmt.Errorf("organisation %q of a membership is unknown", line[0])
		}
		m := Membership{Suspended: line[3] == "suspended", Source: line[5]}
		if line[3] != "member" && line[3] != "suspended" {
			return nil, fmt.Errorf("membership of %s is %q", o.Name, line[3])
		}
		var err error
		if m.From, err = date(line[1]); err != nil {
			return nil, fmt.Errorf("membership of %s: %w", o.Name, err)
		}
		if m.To, err = date(line[2]); err != nil {
			return nil, fmt.Errorf("membership of %s: %w", o.Name, err)
		}
		for id := range strings.FieldsSeq(line[4]) {
			m.Member = strings.ReplaceAll(id, "_", " ")
			o.Memberships = append(o.Memberships, m)
		}
	}
	return all, nil
}

// completeness reads "complete", "partial", or "FROM..TO" with either end open.
func (o *Organisation) completeness(s string) (err error) {
	o.Complete = s != "partial"
	if s == "partial" || s == "complete" {
		return nil
	}
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		return fmt.Errorf("%q is neither complete nor partial", s)
	}
	if o.CompleteFrom, err = date(from); err != nil {
		return err
	}
	o.CompleteTo, err = date(to)
	return err
}

// fields yields the lines of a file as their fields, without comments.
func fields(file string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// date reads "1995", "1995-07" or "1995-07-28" as the first day that it means;
// "" is the zero time.
func date(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(layout) == len(s) {
			return time.Parse(layout, s)
		}
	}
	return time.Time{}, fmt.Errorf("date %q has no known form", s)
}
