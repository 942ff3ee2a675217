"""Variations of real annotations: what the corpora know too little of is made from what they have.

Words are never moved by a variation of the text's own characters, only their subwords are: a misspelt cue
("citied") keeps its place, so the annotation holds.
"""

LETTERS = 'abcdefghijklmnopqrstuvwxyz'


def varied(doc, attributions, rng):
    return doc, attributions


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
