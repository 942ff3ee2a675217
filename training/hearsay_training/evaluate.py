"""Quick scores while training, in words: exact span F1 by role, cues overlapped, acts and voices right.

The scores that count are taken from the shipped model through the command; these only choose.
"""
import torch
from . import windows
from .corpora import ACTS, KINDS, VOICES


def spans_of(tags, first):
    """BIO tags (0 O, first B, first + 1 I) to [start, end) ranges; an I after nothing opens one."""
    out, open_ = [], None
    for k, t in enumerate(tags):
        if t == first or t == first + 1 and open_ is None:
            if open_ is not None:
                out.append((open_, k))
            open_ = k
        elif t != first + 1 and open_ is not None:
            out.append((open_, k))
            open_ = None
    if open_ is not None:
        out.append((open_, len(tags)))
    return out


@torch.no_grad()
def predict(model, doc, subwords, blocks=None):
    """Attributions of one document, in its words: cue, source, content, act, plus mean voice logits per word."""
    features = windows.Features(doc.text, doc.words, subwords)
    found, voices = [], [None] * len(doc.words)
    for body in windows.bodies(features):
        left, right = windows.around(features, *body)
        ids, shapes, quotes, lines, at = (torch.tensor([x]) for x in windows.inputs(features, left, right, subwords))
        h = model.encoder(ids, shapes, quotes, lines, at, blocks=blocks)
        cue, voice, *_ = model.words(h)
        for k in range(*body):
            voices[k] = voice[0, k - left]
        tags = cue[0].argmax(-1).tolist()
        cues = [s for s in spans_of(tags, 1) if body[0] <= s[0] + left < body[1]]
        if not cues:
            continue
        first, last = torch.tensor([a for a, _ in cues]), torch.tensor([b for _, b in cues])
        role, kind, act, start = model.cues(h, first, last)
        for i, (a, b) in enumerate(cues):
            tags = role[i].argmax(-1).tolist()
            by = left + int(start[i])
            take = lambda code: [(x + by, y + by) for x, y in spans_of(tags, code)]
            found.append({'cue': [(a + left, b + left)], 'source': take(1), 'content': take(3), 'channel': take(5), 'said': take(7),
                          'act': ACTS[int(act[i].argmax())]})
    return found, voices


def f1(right, found, gold):
    return round(200 * right / max(1, found + gold), 1)


def evaluate(model, docs, subwords, blocks=None):
    training, model_threads = model.training, torch.get_num_threads()
    model.eval()
    n = {k: [0, 0, 0] for k in ('source', 'cue', 'content')}
    met, total, acts, voice = [0, 0, 0], 0, [0, 0], [0, 0]
    for doc in docs:
        found, voices = predict(model, doc, subwords, blocks)
        for gold in doc.annotators:
            inner = lambda x: any(o is not x and any(c[0] <= x['cue'][0][0] and x['cue'][0][1] <= c[1] for c in o['content']) for o in found)
            mine = found if doc.corpus != 'polnear' else [x for x in found if not inner(x)]
            for role in n:
                G = {tuple(r) for g in gold for r in g[role]}
                P = {tuple(r) for g in mine for r in g[role]}
                for j, v in enumerate((len(G & P), len(P), len(G))):
                    n[role][j] += v
            met[1] += len(mine)
            met[2] += len(gold)
            left = list(mine)
            for g in gold:
                m = next((x for x in left if x['cue'][0][0] < g['cue'][0][1] and g['cue'][0][0] < x['cue'][0][1]), None)
                if m:
                    left.remove(m)
                    met[0] += 1
                    if 'act' in g:
                        acts[0] += m['act'] == g['act']
                        acts[1] += 1
        for a, b, v in doc.voices:
            rows = [x for x in voices[a:b] if x is not None]
            voice[1] += 1
            voice[0] += bool(rows) and VOICES[int(torch.stack(rows).mean(0).argmax())] == v
    model.train(training)
    out = {k: f1(*v) for k, v in n.items()} | {'met': f1(*met)}
    if acts[1]:
        out |= {'act': round(100 * acts[0] / acts[1], 1), 'voice': round(100 * voice[0] / max(1, voice[1]), 1)}
    return out
