package hostile

import "strings"

// fill returns a function that puts a payload into a template.
func fill(template string) func(payload string) string {
	return func(payload string) string {
		return strings.NewReplacer("PAYLOAD", around(payload), "BARE", payload).Replace(template)
	}
}

// frame puts templates into the place PART of an outer one.
func frame(outer string, templates ...[2]string) [][2]string {
	framed := make([][2]string, len(templates))
	for i, t := range templates {
		framed[i] = [2]string{t[0], strings.Replace(outer, "PART", t[1], 1)}
	}
	return framed
}
