package webpage_test

import (
	"fmt"

	"gloss/articles/compose"
	"gloss/articles/webpage"
)

func ExampleRead() {
	page := `<title>Talks end | The Courier</title><nav><a href="/">Home</a></nav>
		<h1>Talks end</h1><p class="byline">By Jane Roe</p><time>15 December 2015</time>
		<p>The ministers left by a side door, and none of them wished to say how the talks had gone.</p>
		<p><a href="/more">Read more</a></p>`
	doc, err := webpage.Read(page, webpage.Options{URL: "https://courier.example/talks"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Meta.Title, "-", doc.Meta.Byline, "-", doc.Meta.Source, "-", doc.Meta.Date.Year())
	fmt.Println(doc.Text)
	// Output:
	// Talks end - Jane Roe - The Courier - 2015
	// Talks end
	//
	// The ministers left by a side door, and none of them wished to say how the talks had gone.
}

func ExampleFragment() {
	var b compose.Builder
	added := webpage.Fragment(&b, compose.Place{}, `<h2 id="one">Chapter One</h2><p>It was <em>late</em>.</p>`, webpage.FragmentOptions{})
	fmt.Println(b.Document().Text)
	fmt.Println("one is block", added.Anchors["one"])
	// Output:
	// Chapter One
	//
	// It was late.
	// one is block 0
}
