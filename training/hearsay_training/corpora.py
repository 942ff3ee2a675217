"""The corpora as one kind of document: words, attributions over word ranges, and mentions of people and bodies.

A `Document` holds `words` (character spans) and, by annotator, `attributions`: dictionaries with `cue`, `source`,
`content`, `channel`, `said` as lists of word ranges `[first, last + 1)`, plus `act`, `kind`, `negated` where known.
Where people and bodies are annotated it holds their `mentions`, and says how far that goes (`Mentions.scope`).
The one habit is PolNeAR's: contents keep their quotation marks, cues keep auxiliaries and manner.
"""
import bisect
import gzip
import json
import re
from dataclasses import dataclass, field
from . import text as T

ACTS = ['assert', 'deny', 'confirm', 'accuse', 'criticize', 'praise', 'order', 'request', 'ask', 'promise', 'warn',
        'threaten', 'believe', 'doubt', 'intend', 'want', 'report', 'show', 'decline']
KINDS = ['person', 'organization', 'outlet', 'document', 'unnamed-person', 'unnamed-group']
VOICES = ['attributed', 'own', 'agentless', 'mixed']
ENTITIES = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-DATE', 'I-DATE', 'B-NUM', 'I-NUM']
ENTITY_OF = {'PERSON': 'PER', 'ORGANIZATION': 'ORG', 'LOCATION': 'LOC', 'DATE': 'DATE', 'TIME': 'DATE', 'DURATION': 'DATE',
             'SET': 'DATE', 'NUMBER': 'NUM', 'MONEY': 'NUM', 'PERCENT': 'NUM', 'ORDINAL': 'NUM'}
PARTS = ['NOUN', 'NAME', 'VERB', 'PAST', 'GERUND', 'BASE', 'MODAL', 'ADJ', 'ADV', 'PRON', 'DET', 'PREP', 'CONJ', 'NUM', 'WH', 'MARK', 'OTHER']
PART_OF = {'NN': 'NOUN', 'NNS': 'NOUN', 'NNP': 'NAME', 'NNPS': 'NAME', 'VBZ': 'VERB', 'VBP': 'VERB', 'VBD': 'PAST', 'VBN': 'PAST',
           'VBG': 'GERUND', 'VB': 'BASE', 'MD': 'MODAL', 'JJ': 'ADJ', 'JJR': 'ADJ', 'JJS': 'ADJ', 'RB': 'ADV', 'RBR': 'ADV', 'RBS': 'ADV',
           'PRP': 'PRON', 'PRP$': 'PRON', 'DT': 'DET', 'PDT': 'DET', 'IN': 'PREP', 'TO': 'PREP', 'RP': 'PREP', 'CC': 'CONJ', 'CD': 'NUM',
           'WDT': 'WH', 'WP': 'WH', 'WRB': 'WH', 'WP$': 'WH'}
# What a span of words may mention; the first says that it mentions neither a person nor a body.
TYPES = ['none', 'person', 'organization', 'outlet', 'document', 'unnamed-person', 'unnamed-group', 'place']
NOTES = ['O', 'B-title', 'I-title', 'B-justification', 'I-justification']
DEEPEST = 3  # noun phrases that open, or close, at one word
# Relations (Universal Dependencies 1) whose dependents stand outside the noun phrase of their head.
OUTSIDE = {'case', 'nsubj', 'nsubjpass', 'csubj', 'cop', 'aux', 'auxpass', 'punct', 'cc', 'cc:preconj', 'conj', 'mark', 'neg', 'parataxis',
           'advcl', 'discourse', 'dep', 'advmod', 'appos', 'ccomp', 'expl'}
WITHIN = {'compound', 'mwe', 'name', 'foreign', 'goeswith', 'det', 'nummod'}  # such a noun is part of a name, no phrase of its own
AUXILIARY = {'has', 'have', 'had', 'having', 'is', 'are', 'was', 'were', 'been', 'be', 'being', 'also', 'not', 'did', 'does', 'do',
             'would', 'will', 'could', 'can', 'may', 'might', 'should', 'never', 'then', 'later', 'reportedly', "didn't", 'didn’t',
             "hasn't", 'hasn’t', "doesn't", 'doesn’t', 'to', 'already', 'once', 'again', 'still', 'now', 'just'}
MANNER = re.compile(r'^[a-z]{2,}ly$')


@dataclass
class Mention:
    """Words [first, last) that mention somebody. `types`: the TYPES it may be; `counts`: whether it is to be found as a
    mention (None where the corpus does not decide it); `chain`: who it is, None where that is unknown."""
    first: int
    last: int
    types: tuple
    counts: bool | None
    chain: str | None


@dataclass
class Mentions:
    """Mentions in order of the text. `scope`: 'all' when every other span is none; 'touching' when only spans that share an
    end with a mention are known to be none; 'named' when nothing is known of other spans. `links`: what each mention may
    refer back to, as (mention, candidates, right ones), where the corpus asks so (GAP); else it follows from the chains."""
    items: list
    scope: str
    links: list | None = None


@dataclass
class Document:
    id: str
    corpus: str
    text: str
    words: list
    annotators: list = field(default_factory=list)
    voices: list = field(default_factory=list)     # (first word, last word + 1, voice)
    entities: list | None = None                   # per word
    parts: list | None = None
    opens: list | None = None                      # per word: noun phrases that begin with it
    closes: list | None = None
    notes: list | None = None                      # per word: title or justification of a source
    known: list | None = None                      # per word: whether notes were looked for here
    mentions: Mentions | None = None


class Ranges:
    """Character spans to word ranges."""

    def __init__(self, words):
        self.starts, self.ends = [a for a, _ in words], [b for _, b in words]

    def __call__(self, start, end):
        first, last = bisect.bisect_right(self.ends, start), bisect.bisect_left(self.starts, end)
        return [first, last] if first < last else None


def rows(path):
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def polnear(path):
    return [polnear_document(x) for x in rows(path)]


def polnear_document(x):
    words = T.words(x['text'])
    at = Ranges(words)
    doc = Document(x['id'], 'polnear', x['text'], words)
    for annotation in x['annotations']:
        found = []
        for g in annotation['attributions']:
            item = {role: [r for r in (at(*s) for s in g[role]) if r] for role in ('source', 'cue', 'content')}
            if item['cue']:
                found.append(item)
        doc.annotators.append(found)
    if x.get('corenlp'):
        doc.entities, doc.parts = ['O'] * len(words), ['OTHER'] * len(words)
        doc.opens, doc.closes = [0] * len(words), [0] * len(words)
        for sentence in x['corenlp']['sentences']:
            before = None
            for start, end, lemma, pos, ner in sentence['tokens']:
                r = at(start, end)
                if not r:
                    continue
                kind = ENTITY_OF.get(ner)
                for k in range(*r):
                    doc.parts[k] = PART_OF.get(pos, 'MARK' if not pos[:1].isalpha() else 'OTHER')
                    doc.entities[k] = (('I-' if before == kind else 'B-') + kind) if kind else 'O'
                    before = kind
            for first, last in {r for r in noun_phrases(sentence)}:
                r = at(sentence['tokens'][first][0], sentence['tokens'][last][1])
                if r:
                    doc.opens[r[0]] = min(doc.opens[r[0]] + 1, DEEPEST)
                    doc.closes[r[1] - 1] = min(doc.closes[r[1] - 1] + 1, DEEPEST)
    return doc


def noun_phrases(sentence):
    """Spans (first token, last token) of nouns, names and pronouns with all that modifies them, from a dependency parse."""
    tokens, deps = sentence['tokens'], sentence['deps']
    children = [[] for _ in tokens]
    for k, (head, relation) in enumerate(deps):
        if head >= 0:
            children[head].append((k, relation))
    for k, (_, relation) in enumerate(deps):
        pos = tokens[k][3]
        if not (pos.startswith('NN') or pos in ('PRP', 'PRP$', 'WP', 'WP$', 'CD', 'DT')) or relation in WITHIN or relation.startswith('compound'):
            continue
        if pos in ('CD', 'DT') and relation not in ('nsubj', 'dobj', 'nmod', 'nsubjpass', 'iobj'):
            continue
        first, last, todo, seen = k, k, [c for c, r in children[k] if r not in OUTSIDE], set()
        while todo:
            c = todo.pop()
            if c in seen:
                continue
            seen.add(c)
            first, last = min(first, c), max(last, c)
            todo += [x for x, r in children[c] if r != 'punct']
        if last - first < 40:
            yield first, last


def wires(path):
    return [wires_document(x, 'wires', 'touching') for x in rows(path)]


def world(path):
    return [wires_document(x, 'world', 'all') for x in rows(path)]


def wires_document(x, corpus, scope):
    text, words = x['text'], T.words(x['text'])
    at = Ranges(words)
    doc = Document(x['id'], corpus, text, words)
    doc.mentions = Mentions(in_order(Mention(*r, (TYPES.index(a['kind']),), True, a['id'])
                                     for a in x['actors'] for m in a['mentions'] if (r := at(m['start'], m['end']))), scope)
    span = lambda s: at(s['start'], s['end']) if s else None
    found = []
    for s in x['statements']:
        item = {'id': s['id'], 'parent': s['parent'], 'act': s['act'], 'kind': s['source_kind'],
                'source': [r for r in [span(s['source'])] if r], 'cue': [r for r in [span(s['cue'])] if r],
                'content': merged([r for r in (with_marks(text, words, span(c)) for c in s['content']) if r]),
                'channel': [r for r in [span(s['channel'])] if r], 'said': [r for r in [span(s['said_when'])] if r]}
        if item['cue']:
            item['cue'] = [with_auxiliaries(text, words, item['cue'][0], item)]
            found.append(item)
    doc.annotators.append(found)
    doc.voices = [(*r, v['voice']) for v in x['sentences'] if (r := span(v))]
    doc.notes, doc.known = ['O'] * len(words), [False] * len(words)
    mentions = [r for a in x['actors'] for m in a['mentions'] if (r := span(m))]
    for first, last, _ in doc.voices:
        if any(first <= a < last for a, _ in mentions):
            doc.known[first:last] = [True] * (last - first)
    for a in x['actors']:
        for kind, spans in (('justification', a['justification']), ('title', [a['title']])):
            for r in (span(s) for s in spans if s):
                if r:
                    doc.notes[r[0]:r[1]] = [f'I-{kind}'] * (r[1] - r[0])
                    doc.notes[r[0]] = f'B-{kind}'
    return doc


FIRST = {'i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves', 'you', 'your', 'yours', 'yourself', 'yourselves'}


def in_order(mentions):
    """By place, the longer first, each span once."""
    return sorted({(m.first, m.last): m for m in mentions}.values(), key=lambda m: (m.first, -m.last))


def gum(path):
    return [gum_document(x) for x in rows(path)]


def gum_document(x):
    """GUM marks every noun phrase. Persons and organizations count; unnamed ones that are mentioned once are left open,
    as is the first person, since the other corpora leave them out."""
    doc = Document(x['id'], 'gum', x['text'], T.words(x['text']))
    at = Ranges(doc.words)
    chains = {}
    for m in x['mentions']:
        chains.setdefault(m['chain'], []).append(m)
    lower = lambda m: x['text'][m['start']:m['end']].lower()
    named = {c: any(x['text'][m['head'][0]:m['head'][0] + 1].isupper() and m['head'][0] > m['start'] or len(x['text'][m['start']:m['end']].split()) > 1
                    and x['text'][m['start']:m['start'] + 1].isupper() and x['text'][m['head'][0]:m['head'][0] + 1].isupper() for m in ms) for c, ms in chains.items()}
    items = []
    for c, ms in chains.items():
        for m in ms:
            r = at(m['start'], m['end'])
            if not r:
                continue
            kind = m['type']
            if kind == 'person':
                types = ('person',) if named[c] else ('unnamed-person', 'unnamed-group')
            else:
                types = ({'organization': 'organization', 'place': 'place'}.get(kind, 'none'),)
            counts = kind in ('person', 'organization')
            if counts and (lower(m) in FIRST or len(ms) == 1 and not named[c]):
                counts = None
            items.append(Mention(*r, tuple(TYPES.index(t) for t in types), counts, c if kind in ('person', 'organization') else None))
    doc.mentions = Mentions(in_order(items), 'all')
    return doc


def gap(path):
    return [gap_document(x) for x in rows(path)]


def gap_document(x):
    """One pronoun and two names; where neither is meant, somebody else is."""
    doc = Document(x['id'], 'gap', x['text'], T.words(x['text']))
    at = Ranges(doc.words)
    spans = [at(x[k]['start'], x[k]['end']) for k in ('pronoun', 'a', 'b')]
    items = [Mention(*r, (TYPES.index('person'),), True, None) for r in spans]
    doc.mentions = Mentions(items, 'named', [(0, [1, 2], [k for k, name in ((1, 'a'), (2, 'b')) if x[name]['same']])])
    return doc


def ecb(path):
    """Chains of people and bodies, in the sentences that were judged."""
    return [d for x in rows(path) if (d := ecb_document(x)).mentions.items]


def ecb_document(x):
    doc = Document(x['id'], 'ecb', x['text'], T.words(x['text']))
    at = Ranges(doc.words)
    doc.mentions = Mentions(in_order(Mention(*r, (TYPES.index('organization') if 'ORG' in m['type'] else TYPES.index('person'),), None, m['chain'])
                                     for m in x['mentions'] if m['kind'] == 'human' and m['chain'] and (r := at(m['start'], m['end']))), 'named')
    return doc


def with_marks(text, words, r):
    """A content with the quotation marks around it, and the full stop before the closing one."""
    if not r:
        return r
    first, last = r
    word = lambda k: text[words[k][0]:words[k][1]] if 0 <= k < len(words) else ''
    if word(first - 1) in ('"', '“', '„', '«', "''", '``', '‘'):
        first -= 1
        k = last
        while word(k) in ('.', ',', '!', '?') and k < last + 2:
            k += 1
        if word(k) in ('"', '”', '»', "''", '“') and '\n' not in text[words[last - 1][1]:words[k][0]]:
            last = k + 1
    elif word(last) in ('"', '”') or word(last) in ('.', ',') and word(last + 1) in ('"', '”'):
        end = last + (1 if word(last) in ('"', '”') else 2)
        inside = ''.join(word(k) for k in range(first, last))
        if inside.count('“') > inside.count('”') or inside.count('"') % 2:
            last = end
    return [first, last]


def merged(ranges):
    out = []
    for r in sorted(ranges):
        if out and r[0] <= out[-1][1]:
            out[-1][1] = max(out[-1][1], r[1])
        else:
            out.append(list(r))
    return out


def with_auxiliaries(text, words, cue, item):
    first, last = cue
    word = text[words[first][0]:words[first][1]].lower()
    if MANNER.match(word) or word in ('according', 'citing'):
        return [first, last]
    taken = {k for role in ('source', 'content') for r in item[role] for k in range(*r)}
    while first > 0 and first - 1 not in taken:
        before = text[words[first - 1][0]:words[first - 1][1]]
        if before in AUXILIARY or MANNER.match(before) and before not in ('only', 'family'):
            first -= 1
        else:
            break
    while first < cue[0] and text[words[first][0]:words[first][1]].lower() in ('reportedly', 'then', 'later', 'to', 'now', 'just', 'once', 'again', 'allegedly', 'still'):
        first += 1
    return [first, last]
