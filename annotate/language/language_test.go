package language_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/language"
)

// passages are a few sentences of news in many languages.
var passages = map[string]string{
	"en":       "The ministers met in the capital on Monday and said that they had not yet agreed on a plan. It was the third meeting this year, and the last before the vote.",
	"de":       "Die Minister trafen sich am Montag in der Hauptstadt und sagten, dass sie sich noch nicht auf einen Plan geeinigt haben. Es war das dritte Treffen in diesem Jahr und das letzte vor der Wahl.",
	"nl":       "De ministers kwamen maandag bijeen in de hoofdstad en zeiden dat ze het nog niet eens zijn over een plan. Het was de derde keer dit jaar en de laatste voor de verkiezingen.",
	"fr":       "Les ministres se sont réunis lundi dans la capitale et ont déclaré qu’ils ne sont pas encore d’accord sur un plan. C’était la troisième réunion de cette année et la dernière avant le vote.",
	"es":       "Los ministros se reunieron el lunes en la capital y dijeron que todavía no han llegado a un acuerdo sobre el plan. Fue la tercera reunión de este año y la última antes de las elecciones.",
	"pt":       "Os ministros reuniram-se na segunda-feira na capital e disseram que ainda não chegaram a um acordo sobre o plano. Foi a terceira reunião do ano e a última antes das eleições.",
	"it":       "I ministri si sono riuniti lunedì nella capitale e hanno detto che non sono ancora d’accordo su un piano. È stato il terzo incontro di questo anno e il più lungo prima del voto.",
	"ca":       "Els ministres es van reunir dilluns a la capital i van dir que encara no han arribat a un acord sobre el pla. Va ser la tercera reunió d’aquest any i també la més llarga amb els veïns.",
	"ro":       "Miniștrii s-au întâlnit luni în capitală și au spus că nu au ajuns încă la un acord. A fost a treia întâlnire din acest an și cea mai lungă dintre ele, după cum a spus un oficial care este din nord.",
	"sv":       "Ministrarna träffades i huvudstaden på måndagen och sade att de inte har enats om en plan. Det var det tredje mötet för året och det sista före valet, men det blir inte lätt att nå fram.",
	"da":       "Ministrene mødtes i hovedstaden mandag og sagde, at de ikke er blevet enige om en plan. Det var det tredje møde af sin art efter valget, og der bliver ikke flere, før de har talt med alle.",
	"nb":       "Ministrene møttes i hovedstaden mandag og sa at de ikke har blitt enige om en plan. Det var det tredje møtet etter valget, og det blir ikke flere før de har snakket med alle, også de som er mot.",
	"is":       "Ráðherrarnir hittust í höfuðborginni á mánudag og sögðu að þeir hefðu ekki enn komið sér saman um áætlun. Þetta var þriðji fundurinn og það er ekki víst að þeir verði fleiri frá og með því.",
	"fi":       "Ministerit tapasivat pääkaupungissa maanantaina ja sanoivat, että suunnitelmasta ei ole vielä sovittu. Se oli jo kolmas kokous, mutta hän ei ole varma, onko se viimeinen, kun vaalit ovat tulossa.",
	"et":       "Ministrid kohtusid esmaspäeval pealinnas ja ütlesid, et nad ei ole veel kokku leppinud. See oli juba kolmas kohtumine, aga ta ei ole kindel, kas see on viimane, kui valimised on tulemas.",
	"hu":       "A miniszterek hétfőn találkoztak a fővárosban, és azt mondták, hogy még nem állapodtak meg. Ez már a harmadik találkozó volt, de nem csak ez az egy van, és lehet, hogy nincs több.",
	"cs":       "Ministři se v pondělí sešli v hlavním městě a řekli, že se ještě nedohodli na plánu. Byla to už třetí schůzka, ale není jasné, jestli je to ta poslední, nebo jak dlouho to má trvat.",
	"sk":       "Ministri sa v pondelok stretli v hlavnom meste a povedali, že sa ešte nedohodli na pláne. Bolo to už tretie stretnutie, ale nie je jasné, či je to posledné, alebo ako dlho to má trvať, podľa nich.",
	"pl":       "Ministrowie spotkali się w poniedziałek w stolicy i powiedzieli, że nie ma jeszcze planu. Było to już trzecie spotkanie, ale nie jest jasne, czy to ostatnie przed wyborami, które są w tym roku.",
	"sl":       "Ministri so se v ponedeljek sestali v prestolnici in povedali, da še niso sprejeli načrta. To je bil že tretji sestanek, ki pa ni bil zadnji, ker se bodo spet sešli tudi po volitvah.",
	"hr":       "Ministri su se u ponedjeljak sastali u glavnom gradu i rekli da se još nisu dogovorili. To je bio već treći sastanak, ali nije jasno što će biti nakon izbora, kako su rekli i oni koji su za plan.",
	"tr":       "Bakanlar pazartesi günü başkentte bir araya geldi ve henüz bir plan için anlaşmaya varılmadığını söyledi. Bu yıl için üçüncü toplantı oldu ve daha sonra da çok önemli bir seçim var, ancak ne olduğu belli değil.",
	"id":       "Para menteri bertemu di ibu kota pada hari Senin dan mengatakan bahwa mereka belum sepakat. Ini adalah pertemuan yang ketiga dan tidak ada yang tahu apa yang akan terjadi setelah pemilihan itu.",
	"vi":       "Các bộ trưởng đã gặp nhau ở thủ đô và cho biết họ không có kế hoạch. Đây là cuộc họp thứ ba trong năm và là một trong những cuộc họp đến nay được coi là khó.",
	"sw":       "Mawaziri walikutana katika mji mkuu na kusema kuwa bado hawajakubaliana kuhusu mpango huo. Ni mkutano wa tatu kwa mwaka huu, lakini pia ni wa mwisho kabla ya uchaguzi wa nchi hiyo.",
	"af":       "Die ministers het Maandag in die hoofstad vergader en gesê dat hulle nog nie oor ’n plan saamstem nie. Dit was die derde keer, maar dit is nie seker of hy dit weer sal doen nie.",
	"ru":       "Министры встретились в столице в понедельник и заявили, что они ещё не договорились о плане. Это была уже третья встреча, но не последняя, как сказал министр.",
	"uk":       "Міністри зустрілися в столиці в понеділок і заявили, що вони ще не домовилися про план. Це була вже третя зустріч, але не остання, як сказав міністр, який був там.",
	"bg":       "Министрите се срещнаха в столицата в понеделник и казаха, че още не са се договорили за план. Това е третата среща, но не е последната, която ще бъде тази година.",
	"sr":       "Министри су се у понедељак састали у главном граду и рекли да се још нису договорили. То је већ трећи састанак, али није јасно шта ће бити.",
	"el":       "Οι υπουργοί συναντήθηκαν στην πρωτεύουσα τη Δευτέρα και είπαν ότι δεν συμφώνησαν ακόμη.",
	"ar":       "التقى الوزراء في العاصمة يوم الاثنين وقالوا إن الخطة لم تكتمل بعد، وهو ما كان من المتوقع قبل الانتخابات التي تجري هذا العام.",
	"fa":       "وزیران روز دوشنبه در پایتخت دیدار کردند و گفتند که هنوز به توافق نرسیده\u200cاند. این سومین نشست است که برای آن برگزار شد.",
	"ur":       "وزراء نے پیر کو دارالحکومت میں ملاقات کی اور کہا کہ ابھی تک اس پر اتفاق نہیں ہوا ہے۔ یہ اس سال کی تیسری ملاقات تھی۔",
	"he":       "השרים נפגשו בבירה ביום שני ואמרו שעדיין אין הסכמה על התוכנית.",
	"hi":       "मंत्रियों ने सोमवार को राजधानी में मुलाकात की और कहा कि योजना पर अभी सहमति नहीं है। यह इस साल की तीसरी बैठक है।",
	"th":       "รัฐมนตรีพบกันที่เมืองหลวงเมื่อวันจันทร์และกล่าวว่ายังไม่มีข้อตกลง",
	"ko":       "장관들은 월요일 수도에서 만나 아직 계획에 합의하지 못했다고 말했다.",
	"ja":       "閣僚らは月曜日に首都で会談し、計画についてまだ合意していないと述べた。",
	"zh":       "部长们星期一在首都会晤，表示尚未就计划达成一致。",
	"ka":       "მინისტრები ორშაბათს დედაქალაქში შეხვდნენ.",
	"und-Cyrl": "Сайд нар уулзав, төлөвлөгөө бэлэн болоогүй",
}

func of(text string) language.Guess {
	return language.New().Of(annotate.Input{Text: text})
}

func TestPassages(t *testing.T) {
	for want, s := range passages {
		g := of(s)
		if g.Lang != want || g.Confidence <= 0 || g.Confidence > 1 {
			t.Errorf("%s is taken for %+v", want, g)
		}
		if language.Name(want) == "" {
			t.Errorf("%s has no name", want)
		}
		if got := g.English(); got != (want == "en") {
			t.Errorf("%s: English is %v", want, got)
		}
	}
}

// What is short, or no prose, or has foreign names in it, may be English.
func TestMayBeEnglish(t *testing.T) {
	for _, s := range []string{
		"", "\n\n", "1 2 3", "Putin", "Los Angeles", "El Niño hits La Paz", "Real Madrid 3, FC Bayern 1 (aet)",
		"Der Spiegel, Die Welt and Die Zeit lead on the vote",
		"Coup de grâce for the entente cordiale at the Café de la Paix",
		"MINISTERS MEET IN CAPITAL", "Merkel trifft Putin", "Macron à Berlin",
		"van der Berg, de la Cruz, van den Broek, de los Santos, van Dijk, del Toro",
		"See https://www.ejemplo.es/el/la/los/de/que/en/por/para/con/una",
		"The word “правительство” means government, and the word “государство” means state.",
		"-e -f --de /el/la.de de=1 en=2 la=3 el=4 los=5 que=6 por=7",
		strings.Repeat("a", 100_000),
	} {
		if g := of(s); !g.English() {
			t.Errorf("%.60q is taken for %+v", s, g)
		}
	}
}

func TestLargerPartDecides(t *testing.T) {
	part := func(lang string, n int) string { return strings.Repeat(passages[lang]+"\n", n) }
	for _, c := range []struct{ want, text string }{
		{"en", part("en", 3) + part("de", 1)},
		{"de", part("en", 1) + part("de", 3)},
		{"de", part("de", 300) + part("en", 60)},
		{"en", part("de", 60) + part("en", 300)},
		{"en", part("en", 3) + part("ru", 1)},
		{"ru", part("en", 1) + part("ru", 3)},
		{"zh", part("en", 1) + part("zh", 8)},
		{"ja", strings.Repeat(passages["ja"]+passages["zh"], 3)},
	} {
		if g := of(c.text); g.Lang != c.want {
			t.Errorf("%d bytes in %q are taken for %+v", len(c.text), c.want, g)
		}
	}
}

func TestStatedLanguage(t *testing.T) {
	for _, c := range []struct{ stated, text, want string }{
		{"en-GB", passages["en"], "en-GB"},
		{"en", "Merkel trifft Putin", "en"},
		{"de", "Merkel trifft Putin", "de"},
		{"de", passages["en"], "en"},
		{"en", passages["de"], "de"},
		{"EN_us", passages["zh"], "zh"},
		{"no", passages["da"], "no"},
		{"mul", passages["fr"], "fr"},
		{"English, of course", passages["fr"], "fr"},
		{"", "Putin", ""},
	} {
		if g := language.New().Of(annotate.Input{Text: c.text, Lang: c.stated}); g.Lang != c.want {
			t.Errorf("%.30q stated as %q is taken for %+v, want %q", c.text, c.stated, g, c.want)
		}
	}
}

// Code between German paragraphs is not looked at.
func TestVerbatimIsNoProse(t *testing.T) {
	code := strings.Repeat("for all of the items that are in this list: do not print it\n", 20)
	de := strings.Repeat(passages["de"]+" ", 2)
	in := annotate.Input{Text: code + de, Blocks: []annotate.Block{
		{Span: annotate.Span{Start: 0, End: len(code)}, Kind: annotate.Verbatim},
		{Span: annotate.Span{Start: len(code), End: len(code + de)}},
	}}
	if g := language.New().Of(in); g.Lang != "de" {
		t.Errorf("taken for %+v", g)
	}
}

func TestName(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "German", "de-AT": "German", "zh-Hant-TW": "Chinese", "en": "English", "xx": "", "": "",
		"und-Arab": "a language in Arabic script",
	} {
		if got := language.Name(tag); got != want {
			t.Errorf("%q is %q, want %q", tag, got, want)
		}
	}
}

func TestUnread(t *testing.T) {
	for tag, want := range map[string]string{
		"": "", "en": "", "en-GB": "",
		"de-AT":    "this text is in German; only English is annotated",
		"und-Cyrl": "this text is in a language in Cyrillic script; only English is annotated",
		"tlh":      "this text is in another language (tlh); only English is annotated",
	} {
		if got := language.Unread(tag); got != want {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range passages {
		f.Add(s, 3, 20)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		if !utf8.ValidString(s) {
			return
		}
		id := language.New()
		in := annotate.Input{Text: s, Blocks: []annotate.Block{{Span: annotate.Span{Start: start, End: end}}}}
		id.Of(in)
		in.Blocks, in.Text = nil, strings.Repeat(s, 1+20_000/(len(s)+1))
		g := id.Of(in)
		if g.Confidence < 0 || g.Confidence > 1 || (g.Lang != "" && language.Name(g.Lang) == "") {
			t.Errorf("%+v", g)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	s := strings.Repeat(passages["en"]+"\n", 20)
	id := language.New()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		id.Of(annotate.Input{Text: s})
	}
}
