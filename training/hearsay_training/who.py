"""Losses and quick scores of mentions and of who refers to whom, over whole articles."""
import torch
import torch.nn.functional as F
from . import windows
from .clues import clues
from .corpora import TYPES
from .model import LONGEST

UNKNOWN = -1.0


def band(doc):
    """[words, LONGEST]: 1 where a span is a mention, 0 where it is none, UNKNOWN elsewhere; the span of column k has k + 1 words."""
    out = torch.full((len(doc.words), LONGEST), 0.0 if doc.mentions.scope == 'all' else UNKNOWN)
    spans = [(m.first, m.last - m.first - 1, m.counts) for m in doc.mentions.items if m.last - m.first <= LONGEST]
    if doc.mentions.scope == 'touching':
        for first, more, _ in spans:
            out[first] = 0.0
            for k in range(LONGEST):
                if first + more - k >= 0:
                    out[first + more - k, k] = 0.0
    for first, more, counts in spans:
        out[first, more] = UNKNOWN if counts is None else float(counts)
    return out


def antecedents(mentions):
    """[m, m + 1] of who each mention may refer to, of those before it, and which of these are right; the last column is nobody."""
    m = len(mentions.items)
    allowed, right = torch.zeros(m, m + 1, dtype=torch.bool), torch.zeros(m, m + 1, dtype=torch.bool)
    if mentions.links is not None:
        for k, candidates, chosen in mentions.links:
            allowed[k, candidates + [m]] = True
            right[k, chosen or [m]] = True
        return allowed, right
    last = {}
    for k, mention in enumerate(mentions.items):
        if mention.chain is None:
            continue
        allowed[k, [j for j in range(k) if mentions.items[j].chain is not None] + [m]] = True
        before = last.setdefault(mention.chain, [])
        right[k, before or [m]] = True
        before.append(k)
    return allowed, right


def link_scores(head, words, doc):
    first = torch.tensor([x.first for x in doc.mentions.items])
    last = torch.tensor([x.last - 1 for x in doc.mentions.items])
    pairs, nobody = head.links(words, first, last, clues(doc, first, last))
    return torch.cat([pairs, nobody[:, None]], -1).float()


def who_losses(head, h, docs):
    """`docs`: articles with the windows that hold their words, [(window, first, last + 1), …]."""
    out = {'mention': [], 'type': [], 'link': []}
    for doc, rows in docs:
        if not doc.mentions.items:
            continue
        words = torch.cat([h[i, a:b] for i, a, b in rows])
        items = doc.mentions.items
        habit = words + head.gum if doc.corpus == 'gum' else words
        if doc.mentions.scope != 'named':
            target = band(doc)
            known = target != UNKNOWN
            loss = F.binary_cross_entropy_with_logits(head.spans(habit).float(), target.clamp(min=0), reduction='none')
            out['mention'].append((loss * known).sum() / len(doc.words) * (0.5 if doc.corpus == 'gum' else 1.0))
            first, last = torch.tensor([x.first for x in items]), torch.tensor([x.last - 1 for x in items])
            allowed = torch.zeros(len(items), len(TYPES), dtype=torch.bool)
            for k, x in enumerate(items):
                allowed[k, list(x.types)] = True
            logp = head.kinds(habit, first, last).float().log_softmax(-1)
            out['type'].append(-logp.masked_fill(~allowed, -1e4).logsumexp(-1).mean())
        allowed, right = antecedents(doc.mentions)
        asked = right.any(-1)
        if asked.any():
            scores = link_scores(head, words, doc)[asked].masked_fill(~allowed[asked], -1e4)
            out['link'].append((scores.logsumexp(-1) - scores.masked_fill(~right[asked], -1e4).logsumexp(-1)).mean())
    return {k: torch.stack(v).mean() for k, v in out.items() if v}


@torch.no_grad()
def word_states(model, doc, subwords):
    """Hidden states [words, width] of a whole article, read as the engine reads it."""
    features = windows.Features(doc.text, doc.words, subwords)
    out = []
    for body in windows.bodies(features):
        left, right = windows.around(features, *body)
        ids, shapes, quotes, lines, at = (torch.tensor([x]) for x in windows.inputs(features, left, right, subwords))
        out.append(model.encoder(ids, shapes, quotes, lines, at)[0, body[0] - left:body[1] - left])
    return torch.cat(out)


@torch.no_grad()
def who_scores(model, data, subwords):
    """F1 of mentions and share of right antecedents on world-dev; share of right names on GAP's development part."""
    training = model.training
    model.eval()
    found = gold = right = asked = met = 0
    for doc in data['world-dev']:
        h = word_states(model, doc, subwords)
        spans = model.mentions.spans(h) > 0
        target = band(doc) == 1
        found, gold, right = found + int(spans.sum()), gold + int(target.sum()), right + int((spans & target).sum())
        allowed, chosen = antecedents(doc.mentions)
        best = link_scores(model.mentions, h, doc).masked_fill(~allowed, -1e4).argmax(-1)
        rows = chosen.any(-1)
        asked, met = asked + int(rows.sum()), met + int(chosen[rows].gather(1, best[rows, None]).sum())
    names = [0, 0]
    for doc in data['pronouns_gap_dev']:
        allowed, chosen = antecedents(doc.mentions)
        best = link_scores(model.mentions, word_states(model, doc, subwords), doc).masked_fill(~allowed, -1e4)[0].argmax()
        names[0] += bool(chosen[0, best])
        names[1] += 1
    model.train(training)
    return {'mentions': round(200 * right / max(1, found + gold), 1), 'antecedents': round(100 * met / max(1, asked), 1), 'gap': round(100 * names[0] / names[1], 1)}
