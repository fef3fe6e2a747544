package furniture

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Kind is a kind of page furniture.
type Kind uint8

// The kinds. Menu is what a line is that shows no other.
const (
	None Kind = iota
	Menu
	Share
	Subscribe
	Legal
	More
	Related
	Comment
	Advert
	Time
	Byline
	kinds
)

// cueWords are words and phrases of furniture, by kind, in lower case. A word
// of cueLines makes a line furniture's only if it is all of it, but for marks
// and numbers; one of cueParts wherever it stands in a short line.
var cueLines = [kinds]string{
	Menu: `home|menu|search|close|open|next|previous|prev|back|back to top|top|skip to content|skip to main content|skip navigation|toggle navigation
		|navigation|contact|contact us|about|about us|help|faq|sitemap|site map|archive|archives|login|log in|log out|sign in|sign up|register|my account
		|account|loading|settings|rss|sections|categories|tags|topics|trending|latest|popular|most popular|most read|jobs|careers|advertise
		|startseite|suche|kontakt|anmelden|impressum|mehr|inhalt|accueil|rechercher|recherche|connexion|inscription|fermer|inicio|buscar|contacto
		|iniciar sesión|cerca|contatti|accedi|chiudi|início|contato|entrar|fechar|szukaj|kontakty|zaloguj|zoeken|inloggen|sök|logga in
		|поиск|главная|меню|войти|контакты|首页|登录|搜索|検索|ログイン`,
	Share: `share|shares|tweet|tweets|email|e-mail|print|pin it|like|likes|send|copy link|save|bookmark|teilen|partager|compartir|condividi|compartilhar|delen|dela
		|поделиться`,
	Subscribe: `subscribe|newsletter|newsletters|donate|abonnieren|s'abonner|suscribirse|iscriviti|assine`,
	Legal:     `disclaimer|accessibility|adchoices|corrections`,
	More:      `more|read more|see more|see all|view all|show more|load more|learn more|continue reading|read next|full story|read|weiterlesen|mehr lesen|lire la suite|lire plus|leer más|ver más|leggi tutto|leia mais|ver mais|lees meer|läs mer|читать далее`,
	Related:   `also read|read also|see also|related|key points|recommended|recommends|you may like|trending now|in this article|in this story`,
	Comment:   `comments|comment|reply|replies|leave a comment|leave a reply|add comment|kommentare|commentaires|comentarios|commenti|comentários`,
	Advert:    `advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|реклама`,
	Byline:    `by|written by|author|autor|auteur`,
}

var cueParts = [kinds]string{
	Menu:      `sign in|log in|main menu|skip to|back to top|terms of|privacy policy`,
	Share:     `facebook|twitter|instagram|whatsapp|linkedin|pinterest|youtube|telegram|reddit|tumblr|google+|google plus|flipboard|vkontakte|share on|share this|share via|follow us|opens in new window|tiktok`,
	Subscribe: `subscribe|newsletter|sign up|your inbox|email address|download the app|get the app`,
	Legal:     `all rights reserved|copyright|privacy|cookie|terms of use|terms of service|terms & conditions|rights reserved|datenschutz|confidentialité|privacidad|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos`,
	More:      `read more|click here|see more|learn more|view all|read full|see all`,
	Related:   `also read|related articles|related stories|related news|related posts|more from|similar news|more stories|most popular|most read|top stories|latest news|recommended for|you may also|you might also|recent posts|popular posts|what to read next|editor's pick|editors' pick|from around the web`,
	Comment:   `comments|leave a comment|leave a reply|post a comment|cancel reply`,
	Advert:    `advertis|sponsored`,
	Time:      `min read|minute read|minutes read|updated|published|posted|last modified|hours ago|hour ago|days ago|day ago|minutes ago|mins ago|h ago|m ago|d ago`,
	Byline:    `staff writer|posted by|written by|reporting by|editing by|photo by|photo credit|image credit|image source|getty images|about the author`,
}

// aloneLines are those that are furniture wherever they stand, if they are all
// of a line or a word more.
const aloneLines = `read more|read more at|see more|view all|see all|show more|load more|continue reading|read the full story|full story|click here
	|back to top|skip to content|skip to main content|leave a comment|leave a reply|post a comment|cancel reply|also read|read also
	|related articles|related stories|related news|related posts|similar news|key points|advertisement|advertisements|sponsored content
	|share this|share this article|share this story|share on facebook|share on twitter|share on whatsapp|share via email|follow us|follow us on
	|most popular|most read|recommended for you|you may also like|you might also like|more from|read next|sign up for our newsletter
	|subscribe to our newsletter|all rights reserved|print this page|email this|add comment|article continues below|story continues below
	|weiterlesen|mehr lesen|nach oben|artikel teilen|lire la suite|lire aussi|haut de page|leer más|seguir leyendo|volver arriba|te puede interesar
	|leggi tutto|leggi anche|torna su|leia mais|leia também|voltar ao topo|lees meer|lees ook|läs mer|läs också|czytaj więcej|czytaj także
	|baca juga|selengkapnya|devamını oku|читать далее|читайте также|поделиться
	|читати далі|اقرأ أيضا|اقرأ المزيد|קרא עוד|続きを読む|関連記事
	|阅读全文|相关阅读|相关新闻|더보기|관련기사`

// cueTable has the phrases of cueLines by text, and those of cueParts by their
// first word.
type cueTable struct {
	lines map[string]Kind
	alone map[string]bool
	parts map[string][]part

	longest int         // of lines
	firsts  [256]uint32 // the lengths that first words of parts have, as bits, by their first byte
}

type part struct {
	phrase string
	kind   Kind
}

var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{lines: make(map[string]Kind), alone: make(map[string]bool), parts: make(map[string][]part)}
	for phrase := range strings.SplitSeq(aloneLines, "|") {
		t.alone[strings.TrimSpace(phrase)] = true
	}
	for k := range kinds {
		for phrase := range strings.SplitSeq(cueLines[k], "|") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				t.lines[phrase] = k
				t.longest = max(t.longest, len(phrase))
			}
		}
		for phrase := range strings.SplitSeq(cueParts[k], "|") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				first, _, _ := strings.Cut(phrase, " ")
				t.parts[first] = append(t.parts[first], part{phrase, k})
				t.firsts[first[0]] |= 1 << len(first)
			}
		}
	}
	return t
})

// maxCueWords is how many words a line may have that a phrase makes furniture.
const maxCueWords = 24

// kindOf returns what kind of furniture a line says it is, and whether it is
// nothing else wherever it stands.
func (l *Line) kindOf(s string) (k Kind, alone bool) {
	var room [2 * MaxLine]byte
	line := fold(room[:0], s)
	k = cues().kind(line)
	if l.Words > maxAlone {
		return k, false
	}
	if k == None && l.Words <= maxDate && l.isDate(s) {
		k = Time
	}
	if cues().isAlone(line) {
		return max(k, Menu), true
	}
	return k, k == Time && l.isTime(line)
}

// maxAlone is how many words a line has, at most, that is furniture wherever it
// stands.
const maxAlone = 8

func (t *cueTable) kind(line []byte) Kind {
	if len(line) <= t.longest {
		if k, ok := t.lines[string(line)]; ok {
			return k
		}
	}
	for i := 0; i < len(line); {
		n := i
		for n < len(line) && line[n] != ' ' {
			n++
		}
		if t.firsts[line[i]]>>(n-i)&1 != 0 {
			for _, p := range t.parts[string(line[i:n])] {
				if rest := line[i:]; len(rest) >= len(p.phrase) && string(rest[:len(p.phrase)]) == p.phrase {
					return p.kind
				}
			}
		}
		i = n + 1
	}
	return None
}

// isAlone reports whether the line is one of aloneLines, or that and a word.
func (t *cueTable) isAlone(line []byte) bool {
	if t.alone[string(line)] {
		return true
	}
	i := bytes.LastIndexByte(line, ' ')
	return i > 0 && bytes.IndexByte(line[:i], ' ') > 0 && t.alone[string(line[:i])]
}

// maxDate is how many words a line has, at most, that is little but a date.
const maxDate = 6

// isDate reports whether a line of few words has a date: a year, or a day next
// to the name of a month.
func (l *Line) isDate(s string) bool {
	if l.numbers == 0 || l.endClass() == endSentence {
		return false
	}
	day, month := false, false
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case !isDigits(w):
			month = month || isMonth(w)
		case len(w) <= 2:
			day = true
		}
	}
	return month && (day || l.year) || l.year && l.letters <= 12 && day
}

func isDigits(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

// isTime reports whether a line of kind Time is nothing but when the page was
// made, or how long it takes to read.
func (l *Line) isTime(line []byte) bool {
	if l.numbers == 0 || l.endClass() == endSentence || l.commas > 2 {
		return false
	}
	for _, first := range [...]string{"published", "updated", "posted", "last updated", "last modified"} {
		if bytes.HasPrefix(line, []byte(first)) {
			return l.lower <= 3
		}
	}
	return string(line) == "min read" || string(line) == "minute read" || string(line) == "minutes read" || string(line) == "h ago" ||
		string(line) == "hours ago" || string(line) == "hour ago" || string(line) == "minutes ago" || string(line) == "days ago"
}

// fold appends s in lower case to dst, with one
// space for all that is no letter, and none at its ends.
func fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			i += n
			switch {
			case 0x4e00 <= r && r <= 0x9fff, 0x0430 <= r && r <= 0x045f: // Han and small Cyrillic, as they are
				dst = append(dst, s[i-n:i]...)
				continue
			case isLetter(r) || unicode.IsMark(r):
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
				continue
			case r == '\u2019':
				dst = append(dst, '\'')
				continue
			}
			c = ' '
		} else {
			i++
		}
		switch kind := kindOfByte(c); {
		case kind == lowerKind:
			dst = append(dst, c)
		case kind == upperKind:
			dst = append(dst, c|0x20)
		case c == '+' || c == '\'' || c == '&' || c == '-' && len(dst) > 0:
			dst = append(dst, c)
		case len(dst) > 0 && dst[len(dst)-1] != ' ':
			dst = append(dst, ' ')
		}
	}
	if n := len(dst); n > 0 && dst[n-1] == ' ' {
		dst = dst[:n-1]
	}
	return dst
}

// monthNames begins the names of months in several languages, in lower case.
const monthNames = ` jan feb mar apr may jun jul aug sep oct nov dec` + // English, and more
	` mär mai okt dez ene abr ago dic janv fév avr juin juil aoû déc gen mag giu lug set ott fev maio out` +
	` mrt mei sty lut kwi maj cze lip sie wrz paź lis gru` +
	` янв фев мар апр мая июн июл авг сен окт ноя дек `

// isMonth reports whether a word is the name of a month, by its first letters.
func isMonth(w string) bool {
	if len(w) > 24 {
		return false
	}
	w = strings.ToLower(w)
	for n := range w {
		if n >= 3 && n <= 8 && strings.Contains(monthNames, " "+w[:n]+" ") {
			return true
		}
	}
	return strings.Contains(monthNames, " "+w+" ")
}
