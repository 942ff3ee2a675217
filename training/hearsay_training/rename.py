"""Other names in the same article: every word of a name is replaced by one other word wherever it stands, so that names
are not learned by heart. Words stay as many as they were, so annotations over word ranges hold.
"""
import json
import os
from dataclasses import replace
from . import text as T
from .corpora import Ranges, TYPES

LISTS = json.load(open(os.path.join(os.path.dirname(__file__), 'names.json'), encoding='utf-8'))
PERSON, BODIES = TYPES.index('person'), {TYPES.index('organization'), TYPES.index('outlet')}
SHE, HE = {'she', 'her', 'hers', 'herself', 'mrs', 'ms', 'miss'}, {'he', 'him', 'his', 'himself', 'mr', 'sir'}


def common_words(docs, least=3):
    """Words that are seldom names: those which the corpora also write with a small letter."""
    seen = {}
    for doc in docs:
        for a, b in doc.words:
            word = doc.text[a:b]
            if word.islower():
                seen[word] = seen.get(word, 0) + 1
    return {w for w, n in seen.items() if n >= least}


def name_words(doc, common):
    """Every word of a person's or body's name in the article, and what it is: female, male, given, surname or coined."""
    word = lambda k: doc.text[doc.words[k][0]:doc.words[k][1]]
    is_name = lambda w: len(w) > 2 and w[0].isupper() and not w.isupper() and w.isalpha() and w.lower() not in common and w.lower() not in SHE | HE
    if not doc.mentions:  # entities found automatically: the last words of persons alone
        ends = [k for k, e in enumerate(doc.entities or []) if e.endswith('PER') and doc.entities[k + 1:k + 2] != ['I-PER']]
        return {word(k): 'surname' for k in ends if is_name(word(k))}
    chains = {}
    for m in doc.mentions.items:
        chains.setdefault(m.chain if m.chain is not None else (m.first, m.last), []).append(m)
    kinds = {}
    for mentions in chains.values():
        types = {t for m in mentions for t in m.types}
        told = [word(k).lower() for m in mentions for k in range(m.first, m.last)]
        sex = sum(w in SHE for w in told) - sum(w in HE for w in told)
        for m in mentions:
            row = [k for k in range(m.first, m.last) if is_name(word(k))]
            for k in row:
                if PERSON in types:
                    given = k + 1 in row
                    kinds.setdefault(word(k), ('female' if sex > 0 else 'male' if sex < 0 else 'given') if given else 'surname')
                elif types & BODIES:
                    kinds.setdefault(word(k), 'coined')
    return kinds


def renamed(doc, rng, common):
    """The document with other names for its people and bodies; the same document where it has none."""
    if doc.corpus == 'gap':  # both names are of the pronoun's sex
        pronoun = doc.mentions.items[0]
        hers = doc.text[slice(*doc.words[pronoun.first])].lower() in SHE
    kinds, taken, new = name_words(doc, common), set(), {}
    for word, kind in kinds.items():
        if kind == 'given':
            if doc.corpus != 'gap':
                continue  # of unknown sex: pronouns elsewhere may tell it
            kind = 'female' if hers else 'male'
        other = rng.choice(LISTS[kind])
        if other not in taken and other not in kinds:
            taken.add(other)
            new[word] = other
    if not new:
        return doc
    out, spans, at, size = [], [], 0, 0
    for a, b in doc.words:
        gap, word = doc.text[at:a], doc.text[a:b]
        word = new.get(word, word)
        out += [gap, word]
        spans.append((size + len(gap), size + len(gap) + len(word)))
        size += len(gap) + len(word)
        at = b
    return replace(doc, text=''.join(out) + doc.text[at:], words=spans)
