"""Words and subwords, character for character as `engine/src/text` cuts them (held together by `parity.py`).

Offsets here count Unicode code points, as the corpora do; the engine counts UTF-16 units.
"""
import unicodedata
import regex

# Longest first. One word is what a span may never cut.
WORD = regex.compile(
    r"(?:https?://|www\.)[^\s]+"
    r"|(?:\p{L}\.){2,}"
    r"|(?<=[\p{L}\p{N}])['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])"
    r"|\p{N}+(?:[.,:]\p{N}+)*"
    r"|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|-(?=[\p{L}\p{N}])|['’](?!(?:s|re|ve|ll|d|m)(?![\p{L}\p{N}]))(?=\p{L}))*"
    r"|\.{2,}|-{2,}|''|``|[^\s]",
    regex.IGNORECASE,
)
PLAIN = {'“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '`': "'", '–': '-', '—': '-', '―': '-', '…': '.'}
OPENERS, CLOSERS, STRAIGHT = '“„«', '”»', '"'
LONGEST_WORD = 40  # subword pieces of one word that are kept


def words(text):
    return [m.span() for m in WORD.finditer(text)]


def fold(word):
    """Lower case, accents off, typographic marks plain: what the subword vocabulary knows."""
    word = ''.join(PLAIN.get(c, c) for c in word).lower()
    return ''.join(c for c in unicodedata.normalize('NFD', word) if unicodedata.category(c) != 'Mn')


class Subwords:
    """WordPiece, greedy longest match first (Schuster and Nakajima 2012; Devlin et al. 2019)."""

    def __init__(self, vocabulary):
        self.ids = {w: i for i, w in enumerate(vocabulary)}
        self.names = list(vocabulary)
        self.unknown, self.first, self.last, self.mask = (self.ids[t] for t in ('[UNK]', '[CLS]', '[SEP]', '[MASK]'))
        self.cache = {}

    def __call__(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = [i for run in self.runs(fold(word)) for i in self.pieces(run)][:LONGEST_WORD] or [self.unknown]
        return found

    @staticmethod
    def runs(word):
        """Letters and digits together, every other character alone, as BERT's basic tokenizer cuts."""
        return regex.findall(r"[\p{L}\p{M}\p{N}]+|[^\s]", word)

    def pieces(self, run):
        out, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                i = self.ids.get(run[start:end] if start == 0 else '##' + run[start:end])
                if i is not None:
                    break
            else:
                return [self.unknown]
            out.append(i)
            start = end
        return out


def shape(word):
    """0 lower or other, 1 Capitalised, 2 UPPER, 3 mIxed, 4 one capital, 5 digits, 6 mark."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 6
    upper = [c for c in letters if c.isupper()]
    if not upper:
        return 0
    if len(letters) == 1:
        return 4
    if len(upper) == len(letters):
        return 2
    return 1 if letters[0].isupper() and len(upper) == 1 else 3


def quotation_states(text, spans):
    """Per word: 0 outside, 1 inside, 2 an opening mark, 3 a closing mark. Every line starts outside."""
    out, inside, before = [], False, 0
    for start, end in spans:
        if '\n' in text[before:start]:
            inside = False
        word = text[start:end]
        if word in ("''", '``'):
            mark = 'close' if word == "''" and inside else 'open'
        elif word in OPENERS:
            mark = 'open'
        elif word in CLOSERS:
            mark = 'close'
        elif word == STRAIGHT:
            mark = 'close' if inside else 'open'
        else:
            mark = None
        if mark == 'open':
            out.append(2)
            inside = True
        elif mark == 'close':
            out.append(3)
            inside = False
        else:
            out.append(1 if inside else 0)
        before = end
    return out


def line_starts(text, spans):
    """Per word: 2 first of a paragraph (after an empty line or the start), 1 first of a line, else 0."""
    out, before = [], None
    for start, end in spans:
        gap = '\n\n' if before is None else text[before:start]
        out.append(2 if gap.count('\n') > 1 else 1 if '\n' in gap else 0)
        before = end
    return out
