package pdftest_test

import (
	"bytes"
	"fmt"

	"gloss/articles/pdf/pdftest"
)

func ExampleFile_Bytes() {
	var f pdftest.File
	f.Page().Text(pdftest.Times, 12, 72, 720, "Talks in Moscow")
	for form := range pdftest.Packed + 1 {
		data := f.Bytes(form)
		fmt.Println(bytes.HasPrefix(data, []byte("%PDF-1.5")), bytes.Contains(data, []byte("/ObjStm")))
	}
	// Output:
	// true false
	// true false
	// true true
}

func ExampleColumn_Set() {
	var f pdftest.File
	c := pdftest.Column{Font: pdftest.Times, Size: 10, Leading: 12, X: 72, Y: 112, Width: 100, Bottom: 100}
	rest, continued := c.Set(f.Page(), []string{"The har\u00adbour of Nor\u00adrand has a new time\u00adtable for its ferries."})
	fmt.Printf("%q %v\n", rest, continued)
	// Output: ["table for its ferries."] true
}
