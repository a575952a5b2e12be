package epub

import (
	"encoding/xml"
	"io"
	"strings"
)

// visitor is told of the elements of an XML file in order. Names are without
// their namespace's prefix.
type visitor interface {
	start(name string, attrs attributes)
	text(s string)
	end(name string)
}

// attributes are those of one element.
type attributes []xml.Attr

// get returns the value of the attribute with a local name, trimmed, or "".
func (a attributes) get(local string) string {
	for _, attr := range a {
		if attr.Name.Local == local {
			return strings.TrimSpace(attr.Value)
		}
	}
	return ""
}

// walk reads decoded XML leniently and reports whether it could be read to its
// end. It stops at a mistake that cannot be passed over, and at an element
// that is more than depth deep. Entities that the file declares are never
// expanded: they stay as they are written.
func walk(source string, depth int, v visitor) bool {
	d := xml.NewDecoder(strings.NewReader(source))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is decoded already
	level := 0
	for {
		token, err := d.Token()
		if err != nil {
			return err == io.EOF
		}
		switch t := token.(type) {
		case xml.StartElement:
			if level++; level > depth {
				return false
			}
			v.start(t.Name.Local, attributes(t.Attr))
		case xml.CharData:
			v.text(string(t))
		case xml.EndElement:
			level--
			v.end(t.Name.Local)
		}
	}
}
