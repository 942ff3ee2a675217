"""What the words of two mentions tell by themselves, beside their meaning: distance, and what they share. The engine's own
ranker knows more (engine/src/coreference); here they only free the encoder from learning what is plain."""
import torch

ARTICLES = {'the', 'a', 'an', 'this', 'that', "'s", '’s'}
DISTANCES = 16  # in words: by powers of the square root of two


def clues(doc, first, last):
    """[m, m, CLUES] for mentions from word `first` to word `last` (both inclusive)."""
    words = [doc.text[a:b].lower() for a, b in doc.words]
    names = [tuple(w for w in words[a:z + 1] if w not in ARTICLES) for a, z in zip(first.tolist(), last.tolist())]
    ids = {n: i for i, n in enumerate(dict.fromkeys(names))}
    whole = torch.tensor([ids[n] for n in names])
    ends = {}
    final = torch.tensor([ends.setdefault(n[-1] if n else '', len(ends)) for n in names])
    capital = torch.tensor([doc.text[doc.words[z][0]].isupper() for z in last.tolist()])
    distance = (first[:, None] - first[None]).abs().float()
    step = (torch.log2(distance.clamp(min=1)) * 2).long().clamp(max=DISTANCES - 1)
    same = whole[:, None] == whole[None]
    same_end = (final[:, None] == final[None]) & ~same
    named = capital[:, None] & capital[None]
    part = torch.tensor([[bool(a) and bool(b) and (set(a) < set(b) or set(b) < set(a)) for b in names] for a in names])
    marks = torch.stack([same & named, same & ~named, same_end & named, same_end & ~named, part & named, part & ~named], -1)
    return torch.cat([torch.nn.functional.one_hot(step, DISTANCES).float(), marks.float()], -1)
