package feed_test

import (
	"fmt"

	"gloss/articles/feed"
)

func Example() {
	const data = `<rss version="2.0"><channel><title>Quay Gazette</title><link>https://quay.example/</link>
<item><title>Ferry & crew return</title><link>/ferry</link><pubDate>Tue, 15 Dec 2015 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; sails again.&lt;/p&gt;</description></item>
</channel></rss>`
	f, err := feed.Read(data, feed.Options{URL: "https://quay.example/feed.xml"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, item := range f.Items {
		fmt.Println(item.Date.Format("2 Jan 2006"), item.Title, item.Link)
		fmt.Println(f.Article(i).Text)
	}
	// Output:
	// 15 Dec 2015 Ferry & crew return https://quay.example/ferry
	// Ferry & crew return
	//
	// The ferry sails again.
}
