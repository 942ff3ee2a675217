"""Which parts of the lines of a ledger are right, held against an annotated article.

A line is paired with at most one annotated statement, by cue, or without cues by content. Then
  span: the source is there in both or in neither and shares half of its words (Jaccard), the content eight tenths;
  who:  the name shown for the actor is a name of who is meant, or a description of somebody without a name;
  act:  the act is the one that was annotated.
The whole line is right when all three are. Spans of annotations count code points, those of ledgers UTF-16 units.
"""
import re

WORD = re.compile(r"\w+(?:[’'\-.&]\w+)*")
SMALL = set('the a an his her its their this that these those our my your of and for in on at to by with from who which said former'.split())
ARTICLES = set('the a an his her its their this that these those our my your'.split())
FIRST_PERSON = set('i we us me my our ours mine myself ourselves you your yours'.split())
PRONOUNS = FIRST_PERSON | set('he she it they his him her its their them'.split())


def units(text):
    """Per code point its offset in UTF-16 units."""
    out = [0]
    for sign in text:
        out.append(out[-1] + (2 if ord(sign) > 0xffff else 1))
    return out


def bag(text, spans):
    """Places of the words of spans."""
    return {start + m.start() for start, end in spans for m in WORD.finditer(text[start:end])}


def jaccard(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


def words(name):
    """Words of a name in lower case, without the article before it and the possessive ending."""
    found = [re.sub(r"[’']s?$", '', w.lower()) for w in WORD.findall(re.sub(r'\s*\([^)]*\)', '', name) or name)]
    while len(found) > 1 and found[0] in ARTICLES:
        found = found[1:]
    return [w for w in found if w]


def is_name(shown, actor, mentions):
    """Is `shown` a name of `actor`, whose mentions in the article are these texts?"""
    shown, gold = words(shown), words(actor['name'])
    if not shown or not gold:
        return False
    third = [m for m in mentions if m.strip().lower() not in FIRST_PERSON]
    named = actor['kind'] in ('person', 'outlet') or (actor['kind'] == 'organization' and re.search('[A-Z]', re.sub('^(The|A|An) ', '', actor['name'])))
    if not named:
        content = {w for text in [*third, actor['name']] for w in words(text) if w not in SMALL and w not in FIRST_PERSON and len(w) > 2}
        return bool(content & set(shown))
    if gold[-1] in shown or shown == [''.join(w[0] for w in gold if w not in SMALL)]:
        return True
    names = [[w for w in words(m) if w not in ARTICLES] for m in third if re.search('[A-Z]', m) and m.lower() not in PRONOUNS]
    return shown in names and (actor['kind'] != 'person' or any(w in shown for w in gold))


class Annotated:
    """One annotated article: its statements with their words, and who its actors are."""

    def __init__(self, item):
        self.text = item['text']
        self.place = {unit: k for k, unit in enumerate(units(self.text))}
        self.actors = {a['name']: (a, [self.text[m['start']:m['end']] for m in a['mentions']]) for a in item['actors']}
        span = lambda s: [(s['start'], s['end'])] if s else []
        self.statements = [{**s, 'cue words': bag(self.text, span(s['cue'])), 'content words': bag(self.text, [(c['start'], c['end']) for c in s['content']]),
                            'sources': [bag(self.text, span(x)) for x in [s['source'], *s.get('source_alt', [])] if x]} for s in item['statements']]

    def bag(self, spans):
        return bag(self.text, [(self.place.get(s['start'], 0), self.place.get(s['end'], 0)) for s in spans if s and s['start'] is not None])

    def pairs(self, lines):
        """Of each line the statement it tells, or None; the likest are paired first."""
        found = [(self.bag([line['cue']]), self.bag(line['content'])) for line in lines]
        likest = []
        for i, gold in enumerate(self.statements):
            for k, (cue, content) in enumerate(found):
                alike = jaccard(gold['content words'], content)
                if gold['cue words'] & cue or (not (gold['cue words'] and cue) and alike >= .5):
                    likest.append((-(jaccard(gold['cue words'], cue) + alike), i, k))
        of, taken = [None] * len(lines), set()
        for _, i, k in sorted(likest):
            if of[k] is None and i not in taken:
                of[k] = self.statements[i]
                taken.add(i)
        return of

    def judge(self, ledger):
        """Of each line of a ledger what is right: {'span': …, 'who': …, 'act': …}; who and act are None where the spans already are not."""
        names = {a['id']: a['name'] for a in ledger['actors']}
        return [self.parts(line, gold, names) for line, gold in zip(ledger['statements'], self.pairs(ledger['statements']))]

    def parts(self, line, gold, names):
        source = line['source']
        if gold is None or bool(source) != bool(gold['source']):
            return {'span': False, 'who': None, 'act': None}
        said = max((jaccard(words, self.bag([source])) for words in gold['sources']), default=1.0) >= .5
        if not said or jaccard(gold['content words'], self.bag(line['content'])) < .8:
            return {'span': False, 'who': None, 'act': None}
        return {'span': True, 'who': source is None or self.who(source, gold, names), 'act': line['cue']['act'] == gold['act']}

    def who(self, source, gold, names):
        shown = [names[a] for a in source['actors'] if a in names]
        together = len(shown) > 1 and ' and ' in gold['actor']
        actor, mentions = self.actors.get(gold['actor'], ({'name': gold['actor'], 'kind': gold['source_kind']}, []))
        return is_name(' and '.join(shown) if together else names.get(source['actor'], ''), actor, mentions)
