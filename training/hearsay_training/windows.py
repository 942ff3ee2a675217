"""Cuts a document into windows that the encoder reads one at a time; `engine/src/model/windows.ts` cuts the same.

A window has a body of whole lines, up to a number of subword pieces (a longer line is cut between words), and some
words of context on both sides. Cues are looked for in the body; their sources and contents in the whole window.
"""
from . import text as T

# Subword pieces of body, left and right context. Context is read twice and costs time; who is who wants long windows.
TRAINING, READING = (320, 24, 24), (256, 24, 24)


class Features:
    """Per word: subword ids, shape, quotation state, line start."""

    def __init__(self, text, words, subwords):
        self.pieces = [subwords(text[a:b]) for a, b in words]
        self.shapes = [T.shape(text[a:b]) for a, b in words]
        self.quotes = T.quotation_states(text, words)
        self.lines = T.line_starts(text, words)


def bodies(features, limit=READING[0]):
    """Word ranges [first, last + 1) of the bodies, covering the document in order."""
    out, first, size, end = [], 0, 0, 0
    count = [len(p) for p in features.pieces]
    k, n = 0, len(count)
    while k < n:
        stop = k + 1
        while stop < n and not features.lines[stop]:
            stop += 1
        line = sum(count[k:stop])
        if size and size + line > limit:
            out.append((first, k))
            first, size = k, 0
        while line > limit:
            cut, taken = k, 0
            while taken + count[cut] <= limit or cut == k:
                taken += count[cut]
                cut += 1
            out.append((k, cut))
            line -= taken
            k = first = cut
        size += line
        k = stop
    if first < n:
        out.append((first, n))
    return out


def around(features, first, last, size=READING):
    """The window's word range: the body with context."""
    left, taken = first, 0
    while left > 0 and taken + len(features.pieces[left - 1]) <= size[1]:
        left -= 1
        taken += len(features.pieces[left])
    right, taken = last, 0
    while right < len(features.pieces) and taken + len(features.pieces[right]) <= size[2]:
        taken += len(features.pieces[right])
        right += 1
    return left, right


def inputs(features, left, right, subwords):
    """ids, shapes, quotes, lines per piece (with [CLS] and [SEP]), and the position of each word's first piece."""
    ids, shapes, quotes, lines, at = [subwords.first], [6], [0], [0], []
    for k in range(left, right):
        pieces = features.pieces[k]
        at.append(len(ids))
        ids += pieces
        shapes += [features.shapes[k]] * len(pieces)
        quotes += [features.quotes[k]] * len(pieces)
        lines += [features.lines[k]] + [0] * (len(pieces) - 1)
    return ids + [subwords.last], shapes + [6], quotes + [0], lines + [0], at
