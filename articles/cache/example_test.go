package cache_test

import (
	"errors"
	"fmt"
	"os"
	"time"

	"gloss/articles/cache"
)

func Example() {
	folder, err := os.MkdirTemp("", "pages")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)

	pages := cache.New(folder, cache.DefaultLimit)
	err = pages.Store(cache.Entry{
		Address:     "https://harbour.example/news",
		Final:       "https://www.harbour.example/news",
		ContentType: "text/plain",
		Fetched:     time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC),
		Body:        "The ferry runs again.",
	})
	fmt.Println(err)

	page, err := pages.Load("https://harbour.example/news")
	fmt.Println(page.Body, err)

	_, err = pages.Load("https://harbour.example/weather")
	fmt.Println(err, errors.Is(err, cache.ErrNotFound))
	// Output:
	// <nil>
	// The ferry runs again. <nil>
	// the page is not in the cache true
}
