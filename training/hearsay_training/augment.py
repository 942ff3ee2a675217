"""Variations of real annotations: what the corpora know too little of is made from what they have.

Statements are relayed, cited or lose their source with the annotation moving along (`varied`); single words are
misspelt or hidden where only the reader sees it (`misread`), so that "citied" keeps its place.
"""

from dataclasses import replace
from . import text as T
from .corpora import Ranges

LETTERS = 'abcdefghijklmnopqrstuvwxyz'


OUTLETS = ['Reuters', 'the BBC', 'AFP', 'CNN', 'the Varnholt Post', 'The Associated Press', 'the state news agency', 'Al Jazeera',
           'local media', 'the Daily Record', 'state television', 'the Harlow Gazette', 'Sky News', 'a local newspaper', 'Interfax',
           'the Anadolu news agency', 'the newspaper', 'Bloomberg', 'the Guardian', 'Der Spiegel', 'Radio Marel', 'the Tribune',
           'NHK', 'a state-run daily', 'The Sunday Herald', 'Kyodo', 'several newspapers', 'the website', 'a television station']
AGENTLESS = ['It was reported', 'It is believed', 'It has been claimed', 'It was alleged', 'It is said', 'It has been reported']
SPEECH = {'said', 'says', 'say', 'told', 'wrote', 'added', 'stated', 'noted', 'argued', 'claimed', 'claims', 'announced', 'insisted',
          'warned', 'explained', 'reported', 'acknowledged', 'has said', 'also said', 'told reporters', 'maintains', 'suggested', 'believes'}
PRONOUNS = {'he', 'she', 'it', 'they', 'i', 'we', 'who', 'you', 'that', 'which'}


class Edit:
    """A text with its attributions as character spans, so that words can be put in or replaced."""

    def __init__(self, doc, attributions):
        self.text = doc.text
        char = lambda r: [doc.words[r[0]][0], doc.words[r[1] - 1][1]]
        self.items = [{k: [char(r) for r in v] if isinstance(v, list) else v for k, v in g.items()} for g in attributions]

    def replace(self, start, end, new):
        """Spans that touch the place keep their other end; a span ending where words are put in does not grow."""
        self.text = self.text[:start] + new + self.text[end:]
        by = len(new) - (end - start)
        for g in self.items:
            for v in g.values():
                if isinstance(v, list):
                    for r in v:
                        if r[0] >= end:
                            r[0] += by
                        if r[1] >= end and (r[1] > start or start == end) and not (start == end == r[1]):
                            r[1] += by

    def document(self, doc):
        words = T.words(self.text)
        at = Ranges(words)
        items = [{k: [x for x in (at(*r) for r in v) if x] if isinstance(v, list) else v for k, v in g.items()} for g in self.items]
        return replace(doc, text=self.text, words=words, entities=None, parts=None, opens=None, closes=None), [g for g in items if g['cue']]


def varied(doc, attributions, rng, share, most=3):
    """PolNeAR is flat and names nearly everybody: some of its plain statements are relayed, or lose their source."""
    if doc.corpus != 'polnear' or rng.random() > share:
        return doc, attributions
    edit = Edit(doc, attributions)
    plain = [g for g in edit.items if is_plain(edit.text, g)]
    for g in rng.sample(plain, min(most, len(plain))):
        rng.choice([relayed_after, relayed_after, relayed_before, quoted_as, quoted_as, cited, nobody])(edit, g, rng)
    return edit.document(doc)


def is_plain(text, g):
    """One source, cue and content side by side, a sentence of their own."""
    if any(len(g[k]) != 1 for k in ('source', 'cue', 'content')):
        return False
    spans = sorted(g[k][0] for k in ('source', 'cue', 'content'))
    start, end = spans[0][0], spans[-1][1]
    gaps = text[spans[0][1]:spans[1][0]] + text[spans[1][1]:spans[2][0]]
    before = text[:start].rstrip(' ')
    return (gaps.strip(' ,') in ('', 'that') and '\n' not in text[start:end] and end - start < 400 and (not before or before[-1] in '\n.?!”"')
            and text[end:end + 1] in ('.', '\n', '') and text[start:end].count('"') % 2 == 0)


def region(g):
    spans = [g[k][0] for k in ('source', 'cue', 'content') if g[k]]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def added(edit, source, cue, content):
    edit.items.append({'source': [source], 'cue': [cue], 'content': [content], 'act': 'report', 'kind': 'outlet'})


def relayed_after(edit, g, rng):
    """... Ruiz said, the BBC reported."""
    start, end = region(g)
    outlet = rng.choice(OUTLETS)
    if rng.random() < 0.5:
        lead, tail = ', according to ', ''
    else:
        lead, tail = ', ', rng.choice([' reported', ' reports', ' said', ' reported on Friday', ' reported'])
    edit.replace(end, end, lead + outlet + tail)
    source = [end + len(lead), end + len(lead) + len(outlet)]
    cue = [source[1] + 1, source[1] + len(tail.replace(' on Friday', ''))] if tail else [end + 2, end + 2 + len('according to')]
    added(edit, source, cue, [start, end])


def relayed_before(edit, g, rng):
    """According to Reuters, Ruiz said ..."""
    start, end = region(g)
    outlet = rng.choice(OUTLETS)
    if rng.random() < 0.5:
        new = f'According to {outlet}, '
        source, cue = [start + 13, start + 13 + len(outlet)], [start, start + 12]
    else:
        verb = rng.choice(['reported', 'reports', 'has reported', 'said'])
        outlet = outlet[0].upper() + outlet[1:]
        new = f'{outlet} {verb} that '
        source, cue = [start, start + len(outlet)], [start + len(outlet) + 1, start + len(outlet) + 1 + len(verb)]
    edit.replace(start, start, new)
    content = [source[1] + 2 if new.startswith('According') else cue[1] + 1, end + len(new)]
    added(edit, source, cue, content)


def in_order(edit, g):
    s, c, t = g['source'][0], g['cue'][0], g['content'][0]
    return edit.text[c[0]:c[1]] in SPEECH and s[1] < c[0] and c[1] < t[0] and edit.text[s[0]:s[1]].lower() not in PRONOUNS


def quoted_as(edit, g, rng):
    """Reuters quoted Ruiz as saying ..."""
    if not in_order(edit, g):
        return
    c = g['cue'][0]
    verb = rng.choice(['as saying', 'as saying', 'as saying', 'as telling it', 'as stating'])
    edit.replace(c[0], c[1], verb)
    start = g['source'][0][0]
    outlet, relay = rng.choice(OUTLETS), rng.choice(['quoted', 'cited', 'quotes', 'has quoted', 'citied', 'cites'])
    outlet = outlet[0].upper() + outlet[1:]
    edit.replace(start, start, f'{outlet} {relay} ')
    at = start + len(outlet) + 1
    added(edit, [start, start + len(outlet)], [at, at + len(relay)], [g['source'][0][0], g['content'][0][1]])


def cited(edit, g, rng):
    """Reuters, citing Ruiz, reported ..."""
    if not in_order(edit, g):
        return
    c, verb = g['cue'][0], rng.choice(['reported', 'said', 'reports'])
    edit.replace(g['source'][0][1], c[1], ', ' + verb)
    c[0] = g['source'][0][1] + 2
    c[1] = c[0] + len(verb)
    start = g['source'][0][0]
    outlet, cites = rng.choice(OUTLETS), rng.choice(['citing', 'citing', 'quoting'])
    outlet = outlet[0].upper() + outlet[1:]
    edit.replace(start, start, f'{outlet}, {cites} ')
    outer = list(g['cue'][0])
    g['cue'] = [[start + len(outlet) + 2, start + len(outlet) + 2 + len(cites)]]
    added(edit, [start, start + len(outlet)], outer, list(g['content'][0]))


def nobody(edit, g, rng):
    """It was reported that ..."""
    if not in_order(edit, g):
        return
    start, c = g['source'][0][0], g['cue'][0]
    new = rng.choice(AGENTLESS)
    edit.replace(start, c[1], new)
    g['source'] = []
    g['cue'] = [[start + 3, start + len(new)]]


def misspelt(word, rng):
    """One slip of the keyboard in a word of five letters or more."""
    k = rng.randrange(1, len(word) - 1)
    slip = rng.randrange(4)
    if slip == 0:
        return word[:k] + word[k + 1:]
    if slip == 1:
        return word[:k] + word[k] + word[k:]
    if slip == 2:
        return word[:k] + word[k + 1] + word[k] + word[k + 2:]
    return word[:k] + rng.choice(LETTERS) + word[k:]


def misread(features, rng, subwords, share=0.006, hidden=0.03):
    """Some words are misspelt, some subwords hidden, and in some articles quotation marks are lost to the reader."""
    for k, pieces in enumerate(features.pieces):
        if rng.random() < share:
            word = ''.join(subwords.names[i].removeprefix('##') for i in pieces)
            if len(word) >= 5 and word.isalpha():
                features.pieces[k] = subwords(misspelt(word, rng))
        elif rng.random() < hidden:
            features.pieces[k] = [subwords.unknown if rng.random() < 0.5 else subwords.mask for _ in pieces]
