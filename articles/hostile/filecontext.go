package hostile

import "strings"

func epubContexts() []Context {
	put := func(name string, shown bool, set func(b *Book, payload string)) Context {
		return Context{name, EPUB, shown, func(payload string) string {
			b := Book{Title: "The market", Author: "Jane Roe", Language: "en", Chapters: []Chapter{
				{File: "one.xhtml", Title: "One", Body: "<h1>One</h1><p>" + story + "</p>"},
				{File: "two.xhtml", Title: "Two", Body: "<h1>Two</h1><p>" + story + "</p>"},
			}}
			set(&b, payload)
			return b.EPUB()
		}}
	}
	return []Context{
		put("title", false, func(b *Book, p string) { b.Title = around(p) }),
		put("author", false, func(b *Book, p string) { b.Author = around(p) }),
		put("language", false, func(b *Book, p string) { b.Language = p }),
		put("date and publisher", false, func(b *Book, p string) {
			b.Metadata = "<dc:date>" + p + "</dc:date><dc:publisher>" + around(p) + "</dc:publisher><dc:identifier>" + p + "</dc:identifier>"
		}),
		put("paragraph", true, func(b *Book, p string) { b.Chapters[0].Body = "<p>In " + around(p) + " nobody knew.</p>" }),
		put("heading", true, func(b *Book, p string) { b.Chapters[1].Body = "<h1>" + around(p) + "</h1><p>" + story + "</p>" }),
		put("link", false, func(b *Book, p string) {
			b.Chapters[1].Body = "<p><a href=\"https://example.org/" + p + "\" title=\"" + p + "\">Plum</a></p>"
		}),
		put("image text", false, func(b *Book, p string) {
			b.Chapters[1].Body = "<p><img src=\"" + p + "\" alt=\"" + around(p) + "\"/></p>"
		}),
		put("contents", false, func(b *Book, p string) { b.Chapters[1].Title = around(p) }),
		put("file name", false, func(b *Book, p string) { b.Chapters[0].File = p + ".xhtml" }),
		put("file name above", false, func(b *Book, p string) { b.Chapters[0].File = "../../" + p + ".xhtml" }),
		put("other file", false, func(b *Book, p string) { b.Others = []Member{{Name: p, Body: around(p)}} }),
	}
}

func pdfContexts() []Context {
	put := func(name string, shown bool, set func(d *Sheets, payload string)) Context {
		return Context{name, PDF, shown, func(payload string) string {
			d := Sheets{Title: "The market", Author: "Jane Roe", Pages: [][]string{{"The market", "", strings.TrimSpace(story)}}}
			set(&d, payload)
			return d.PDF()
		}}
	}
	return []Context{
		put("line", true, func(d *Sheets, p string) { d.Pages[0] = append(d.Pages[0], "In "+around(p)+" nobody knew.") }),
		put("first line", true, func(d *Sheets, p string) { d.Pages[0][0] = around(p) }),
		put("second page", true, func(d *Sheets, p string) { d.Pages = append(d.Pages, []string{around(p)}) }),
		put("title", false, func(d *Sheets, p string) { d.Title = around(p) }),
		put("author", false, func(d *Sheets, p string) { d.Author = around(p) }),
		put("link", false, func(d *Sheets, p string) { d.Link = "https://example.org/" + p }),
	}
}

func addressContexts() []Context {
	return places(Address, false,
		[2]string{"path", "https://example.org/BARE"},
		[2]string{"query", "https://example.org/?q=BARE"},
		[2]string{"fragment", "https://example.org/#BARE"},
		[2]string{"host", "https://BARE.example.org/"},
		[2]string{"user", "https://BARE@example.org/"},
		[2]string{"port", "https://example.org:BARE/"},
		[2]string{"scheme", "BARE://example.org/"},
		[2]string{"whole", "BARE"},
	)
}

func headerContexts() []Context {
	return places(Header, false,
		[2]string{"Content-Type", "text/html; charset=BARE"},
		[2]string{"Content-Type, type", "BARE/html"},
		[2]string{"Content-Disposition", "attachment; filename=\"BARE.html\""},
		[2]string{"Location", "https://example.org/BARE"},
		[2]string{"ETag", "\"BARE\""},
		[2]string{"Last-Modified", "BARE"},
		[2]string{"Retry-After", "BARE"},
		[2]string{"WWW-Authenticate", "Basic realm=\"BARE\""},
		[2]string{"Server", "BARE"},
	)
}

func nameContexts() []Context {
	return places(FileName, false,
		[2]string{"stem", "aBAREb.md"},
		[2]string{"ending", "article.BARE"},
		[2]string{"whole", "BARE"},
		[2]string{"folder", "aBAREb/article.txt"},
		[2]string{"dash", "-BARE"},
	)
}
