package pdftest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Bytes returns the file in a form.
func (f *File) Bytes(form Form) []byte {
	objects := f.objects(form)
	var out bytes.Buffer
	out.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
	if form == Packed {
		packed(&out, objects)
		return out.Bytes()
	}
	offsets := map[int]int{}
	for _, n := range slices.Sorted(maps.Keys(objects)) {
		offsets[n] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, objects[n])
	}
	start := out.Len()
	size := slices.Max(slices.Collect(maps.Keys(objects))) + 1
	fmt.Fprintf(&out, "xref\n0 %d\n", size)
	for n := range size {
		if off, ok := offsets[n]; ok {
			fmt.Fprintf(&out, "%010d 00000 n \n", off)
		} else {
			out.WriteString("0000000000 65535 f \n")
		}
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", size, catalogObject, infoObject, start)
	return out.Bytes()
}

// packed writes objects in an object stream, but those that are streams
// themselves, and a cross-reference stream.
func packed(out *bytes.Buffer, objects map[int]string) {
	type place struct{ kind, second, third int }
	places := map[int]place{}
	last := slices.Max(slices.Collect(maps.Keys(objects)))
	stream, table := last+1, last+2
	var index, body strings.Builder
	inside := 0
	for _, n := range slices.Sorted(maps.Keys(objects)) {
		if !strings.Contains(objects[n], "\nstream\n") {
			fmt.Fprintf(&index, "%d %d ", n, body.Len())
			body.WriteString(objects[n] + " ")
			places[n] = place{2, stream, inside}
			inside++
			continue
		}
		places[n] = place{1, out.Len(), 0}
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, objects[n])
	}
	places[stream] = place{1, out.Len(), 0}
	entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d", inside, index.Len())
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", stream, Stream(entries, index.String()+body.String(), true))
	start := out.Len()
	places[table] = place{1, start, 0}
	var rows strings.Builder
	for n := range table + 1 {
		p := places[n]
		rows.Write([]byte{byte(p.kind), byte(p.second >> 16), byte(p.second >> 8), byte(p.second), byte(p.third >> 8), byte(p.third)})
	}
	entries = fmt.Sprintf("/Type /XRef /Size %d /W [1 3 2] /Root %d 0 R /Info %d 0 R", table+1, catalogObject, infoObject)
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", table, Stream(entries, rows.String(), true), start)
}
