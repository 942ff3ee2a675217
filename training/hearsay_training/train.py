"""Trains the reader. One command: `python -m hearsay_training.train --data DIR --encoder DIR --out DIR`.

Keeps a checkpoint after every epoch and goes on from it when started again.
"""
import argparse
import json
import os
import random
import time
import zlib
import torch
import torch.nn.functional as F
from . import augment, corpora, rename, windows
from .corpora import ACTS, ENTITIES, KINDS, NOTES, PARTS, VOICES
from .who import who_losses, who_scores
from .evaluate import evaluate
from .model import Reader
from .text import Subwords

IGNORE = -100
ATTRIBUTED = {'polnear', 'wires', 'world'}
OTHER = [0, 5, 6, 7, 8]  # roles that PolNeAR does not tell from O


def load(data, encoder):
    subwords = Subwords([w.rstrip('\n') for w in open(os.path.join(encoder, 'vocab.txt'), encoding='utf-8')])
    at = lambda name: os.path.join(data, name + '.jsonl.gz')
    readers = {'polnear-train': corpora.polnear, 'polnear-dev': corpora.polnear, 'wires-train': corpora.wires, 'wires-dev': corpora.wires,
               'world-train': corpora.world, 'world-dev': corpora.world, 'coref_gum_train': corpora.gum, 'pronouns_gap_train': corpora.gap,
               'pronouns_gap_dev': corpora.gap, 'claimlink_ecbplus_train': corpora.ecb}
    data = {name: read(at(name)) for name, read in readers.items()}
    for name in HELD:
        data[name] = [doc for doc in data[name] if not held(name, doc.id)]
    return subwords, data


# Of these corpora one article in so many is kept from the encoder: for the ranker of antecedents, which would trust the
# encoder too much where it has seen the answers, and to measure GUM on articles never learned from.
HELD = {'world-train': 8, 'wires-train': 8, 'coref_gum_train': 5, 'pronouns_gap_train': 8}


def held(corpus, id):
    return corpus in HELD and zlib.crc32(id.encode()) % HELD[corpus] == 0


# Of each corpus: how often an article is read in an epoch, and how often with other names. First mostly who is who, from the
# fourth epoch on more of who says what.
SHARES = [
    (0, {'polnear-train': (0.5, 0.3), 'wires-train': (1.5, 0.5), 'world-train': (2, 0.5), 'coref_gum_train': (1, 0.5),
         'pronouns_gap_train': (1, 0.5), 'claimlink_ecbplus_train': (0.15, 0.3)}),
    (3, {'polnear-train': (1, 0.3), 'wires-train': (1.5, 0.5), 'world-train': (2, 0.5), 'coref_gum_train': (0.5, 0.5),
         'pronouns_gap_train': (0.6, 0.5), 'claimlink_ecbplus_train': (0.05, 0.3)}),
]


def shares(epoch):
    return [share for begun, share in SHARES if epoch >= begun][-1]


def example(doc, attributions, features, body, subwords):
    """One window with its targets, all in words of the window."""
    left, right = windows.around(features, *body, windows.TRAINING)
    ids, shapes, quotes, lines, at = windows.inputs(features, left, right, subwords)
    n = right - left
    shift = lambda r: (max(r[0] - left, 0), min(r[1] - left, n))
    inside = lambda r: r[0] < right and r[1] > left
    cue, weight = [0] * n, [1.0] * n
    for k in range(n):
        if doc.corpus not in ATTRIBUTED:
            weight[k] = 0.0
        elif not body[0] <= k + left < body[1]:
            weight[k] = 0.3
    covered = set()
    for g in attributions:
        for r in g['content']:
            covered.update(range(r[0] - left, r[1] - left))
    asked = []
    for g in attributions:
        for r in g['cue']:
            if inside(r):
                a, b = shift(r)
                for k in range(a, b):
                    cue[k] = 2
                    covered.discard(k)
                if r[0] >= left:
                    cue[a] = 1
        first = g['cue'][0]
        if body[0] <= first[0] and first[1] <= body[1]:
            roles = [0] * n
            for role, code in (('said', 7), ('channel', 5), ('content', 3), ('source', 1)):
                for r in g.get(role, []):
                    if inside(r):
                        a, b = shift(r)
                        roles[a:b] = [code + 1] * (b - a)
                        roles[a] = code if r[0] >= left else code + 1
            kind = KINDS.index(g['kind']) if g.get('kind') in KINDS else IGNORE
            act = ACTS.index(g['act']) if 'act' in g else IGNORE
            source = [k for r in g['source'] if inside(r) for k in range(*shift(r))]
            asked.append((*shift(first), roles, act, kind, source))
    if doc.corpus == 'polnear':  # flat: a nested cue inside a content goes unmarked there, so its absence says little
        for k in covered:
            if 0 <= k < n:
                weight[k] *= 0.15
    ordered = lambda values, names: [names.index(values[k]) for k in range(left, right)] if values else [IGNORE] * n
    voices = [(a - left, b - left, VOICES.index(v)) for a, b, v in doc.voices if body[0] <= a and b <= body[1]]
    return {'ids': ids, 'shapes': shapes, 'quotes': quotes, 'lines': lines, 'at': at, 'cue': cue, 'weight': weight, 'asked': asked,
            'note': [NOTES.index(doc.notes[k]) if doc.known[k] or doc.notes[k] != 'O' else IGNORE for k in range(left, right)] if doc.notes else [IGNORE] * n,
            'opens': doc.opens[left:right] if doc.opens else [IGNORE] * n, 'closes': doc.closes[left:right] if doc.closes else [IGNORE] * n,
            'voices': voices, 'entity': ordered(doc.entities, ENTITIES), 'part': ordered(doc.parts, PARTS), 'corpus': doc.corpus}


def unit(doc, attributions, subwords, rng, whole):
    """The windows of one article, and its words in them when they are to be seen `whole`: (window, first, last + 1 within it)."""
    features = windows.Features(doc.text, doc.words, subwords)
    augment.misread(features, rng, subwords)
    bodies = windows.bodies(features, windows.TRAINING[0] - rng.randrange(140))
    items = [example(doc, attributions, features, body, subwords) for body in bodies]
    lefts = [windows.around(features, *body, windows.TRAINING)[0] for body in bodies]
    rows = [(i, a - left, b - left) for i, ((a, b), left) in enumerate(zip(bodies, lefts))]
    return [{'windows': items, 'doc': doc, 'rows': rows}] if whole else [{'windows': [x], 'doc': None, 'rows': []} for x in items]


def examples(data, subwords, rng, common, share, shares):
    """Units of an epoch: articles whose people are annotated are seen whole, others window by window."""
    out = []
    for name, (times, other_names) in shares.items():
        docs = data[name]
        for doc in docs * int(times) + rng.sample(docs, round(len(docs) * (times % 1))):
            if rng.random() < other_names:
                doc = rename.renamed(doc, rng, common)
            attributions = rng.choice(doc.annotators) if doc.annotators else []
            doc, attributions = augment.varied(doc, attributions, rng, share)
            out += unit(doc, attributions, subwords, rng, doc.mentions is not None)
    return out


def collate(units):
    batch = [x for u in units for x in u['windows']]
    n, w = max(len(x['ids']) for x in batch), max(len(x['at']) for x in batch)
    pad = lambda key, size, value: torch.tensor([x[key] + [value] * (size - len(x[key])) for x in batch])
    out = {key: pad(key, n, 0) for key in ('ids', 'shapes', 'quotes', 'lines')}
    out['mask'] = torch.tensor([[True] * len(x['ids']) + [False] * (n - len(x['ids'])) for x in batch])
    out['at'] = pad('at', w, 0)
    out['present'] = torch.tensor([[True] * len(x['at']) + [False] * (w - len(x['at'])) for x in batch])
    for key in ('cue', 'entity', 'part', 'note', 'opens', 'closes'):
        out[key] = pad(key, w, IGNORE)
    out['weight'] = pad('weight', w, 0.0)
    asked = [(i, *a) for i, x in enumerate(batch) for a in x['asked']]
    out['rows'], out['first'], out['last'] = (torch.tensor([a[j] for a in asked], dtype=torch.long) for j in range(3))
    out['roles'] = torch.tensor([a[3] + [IGNORE] * (w - len(a[3])) for a in asked]) if asked else torch.zeros(0, w, dtype=torch.long)
    out['act'], out['kind'] = torch.tensor([a[4] for a in asked]), torch.tensor([a[5] for a in asked])
    out['sources'] = [a[6] for a in asked]
    out['flat'] = torch.tensor([batch[a[0]]['corpus'] == 'polnear' for a in asked], dtype=torch.bool)
    out['voices'] = [(i, *v) for i, x in enumerate(batch) for v in x['voices']]
    out['docs'], before = [], 0
    for u in units:
        if u['doc']:
            out['docs'].append((u['doc'], [(i + before, a, b) for i, a, b in u['rows']]))
        before += len(u['windows'])
    return out


def batches(units, size, rng):
    """Units of like length together, some `size` windows a batch; articles are never cut."""
    rng.shuffle(units)
    longest = lambda u: max(len(x['ids']) for x in u['windows'])
    out = []
    for i in range(0, len(units), size * 16):
        group, taken = [], 0
        for u in sorted(units[i:i + size * 16], key=longest):
            if group and taken + len(u['windows']) > size:
                out.append(group)
                group, taken = [], 0
            group.append(u)
            taken += len(u['windows'])
        out.append(group)
    rng.shuffle(out)
    return out


def role_loss(logits, roles, flat):
    """Cross-entropy per word; for PolNeAR everything but source and content counts as one class."""
    logp = logits.log_softmax(-1)
    other = logp[..., OTHER].logsumexp(-1)
    full = -logp.gather(-1, roles.clamp(min=0)[..., None])[..., 0]
    merged = torch.where(roles == 0, -other, full)
    loss = torch.where(flat[:, None], merged, full)
    real = roles != IGNORE
    return (loss * real).sum() / real.sum().clamp(min=1), real.sum()


def losses(model, b, blocks=None, smooth=0.0, teacher=None):
    h = model.encode(b, blocks)
    cue, voice, *tagged = model.words(h)
    out = {}
    if b['weight'].sum() > 0:
        cue_loss = F.cross_entropy(cue.float().flatten(0, 1), b['cue'].flatten(), ignore_index=IGNORE, reduction='none', label_smoothing=smooth)
        out['cue'] = (cue_loss * b['weight'].flatten()).sum() / b['weight'].sum()
    out |= who_losses(model.mentions, h, b['docs'])
    for key, logits in zip(('entity', 'part', 'note', 'opens', 'closes'), tagged):
        if (b[key] != IGNORE).any():
            out[key] = F.cross_entropy(logits.float().flatten(0, 1), b[key].flatten(), ignore_index=IGNORE)
    if b['voices']:
        means = torch.stack([voice[i, a:z].float().mean(0) for i, a, z, _ in b['voices']])
        out['voice'] = F.cross_entropy(means, torch.tensor([v for *_, v in b['voices']]))
    if len(b['rows']):
        role, kind, act, start = model.ask(h, b['present'], b['rows'], b['first'], b['last'])
        seen = start[:, None] + torch.arange(role.shape[1])[None]
        out['role'], _ = role_loss(role.float(), b['roles'].gather(1, seen), b['flat'])
    if teacher is not None:  # what a larger reader makes of the same words (Hinton et al. 2015)
        with torch.no_grad():
            taught = teacher.encode(b)
            wanted = teacher.words(taught)[0].float().softmax(-1)
            asked = teacher.ask(taught, b['present'], b['rows'], b['first'], b['last'])[0].float().softmax(-1) if len(b['rows']) else None
        told = -(wanted * cue.float().log_softmax(-1)).sum(-1)
        out['cue as taught'] = (told * b['present']).sum() / b['present'].sum()
        if asked is not None:
            there = b['roles'].gather(1, seen) != IGNORE
            told = -(asked * role.float().log_softmax(-1)).sum(-1)
            out['role as taught'] = (told * there).sum() / there.sum().clamp(min=1)
    if len(b['rows']):
        known = (b['act'] != IGNORE).nonzero()[:, 0]
        if len(known):
            out['act'] = F.cross_entropy(act[known].float(), b['act'][known])
        sources = [[k - first for k in s if 0 <= k - first < role.shape[1]] for s, first in zip(b['sources'], start.tolist())]
        known = [i for i in range(len(b['rows'])) if b['kind'][i] != IGNORE and sources[i]]
        if known:
            means = torch.stack([kind[i, sources[i]].float().mean(0) for i in known])
            out['kind'] = F.cross_entropy(means, b['kind'][known])
    return out


WEIGHTS = {'mention': 4.0, 'type': 0.2, 'link': 0.4, 'cue': 6.0, 'role': 4.0, 'act': 0.15, 'kind': 0.1, 'voice': 0.3, 'entity': 0.3, 'part': 0.2, 'note': 0.3, 'opens': 0.2, 'closes': 0.2,
           'cue as taught': 6.0, 'role as taught': 4.0}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--encoder', required=True, help='folder of the MiniLM weights: model.safetensors, vocab.txt')
    p.add_argument('--out', required=True)
    p.add_argument('--epochs', type=int, default=8)
    p.add_argument('--batch', type=int, default=12)
    p.add_argument('--rate', type=float, default=1.5e-4)
    p.add_argument('--head-rate', type=float, default=1e-3)
    p.add_argument('--layers', type=int, default=6)
    p.add_argument('--inner', type=int, default=1536)
    p.add_argument('--feed', type=int, default=768)
    p.add_argument('--asked', type=int, default=2)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--until', type=int, help='stop after this epoch, with the schedule planned for --epochs')
    p.add_argument('--variations', type=float, default=0.5, help='share of PolNeAR articles with composed statements')
    p.add_argument('--start', help='a checkpoint to begin with, from prune.py; the encoder weights otherwise')
    p.add_argument('--teacher', help='a checkpoint to learn from besides the annotations')
    p.add_argument('--dropout', type=float, default=0.1)
    p.add_argument('--smooth', type=float, default=0.0, help='how much of a cue label is doubted')
    p.add_argument('--skip', type=float, default=0.0, help='how often the last block is skipped, so that it can be left out afterwards')
    a = p.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    os.makedirs(a.out, exist_ok=True)
    from safetensors.torch import load_file
    subwords, data = load(a.data, a.encoder)
    if a.start:
        begun = torch.load(a.start, weights_only=False)
        model = Reader.of(begun)
        a.layers, a.inner, a.feed = (begun['arguments'][k] for k in ('layers', 'inner', 'feed'))
    else:
        model = Reader(a.layers, a.inner, a.feed, a.asked)
        model.encoder.load_bert(load_file(os.path.join(a.encoder, 'model.safetensors')))
    model.drop.p = a.dropout
    teacher = Reader.of(torch.load(a.teacher, weights_only=False)).eval() if a.teacher else None
    common = rename.common_words([d for name in ('polnear-train', 'world-train', 'coref_gum_train') for d in data[name]])
    heads = [q for n, q in model.named_parameters() if not n.startswith('encoder.') or n.split('.')[1] in ('shapes', 'quotes', 'lines')]
    body = [q for n, q in model.named_parameters() if n.startswith('encoder.') and n.split('.')[1] not in ('shapes', 'quotes', 'lines', 'ids')]
    model.encoder.ids.weight.requires_grad = False
    optimizer = torch.optim.AdamW([{'params': body, 'lr': a.rate}, {'params': heads, 'lr': a.head_rate}], weight_decay=0.01, fused=True)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    start, step, done, total = 0, 0, 0, None
    state = os.path.join(a.out, 'last.pt')

    def save(epoch, done):
        """`done`: batches of the next epoch that were learned already; its order follows from the seed."""
        torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'average': average, 'epoch': epoch, 'done': done, 'step': step,
                    'arguments': vars(a)}, state + '.part')
        os.replace(state + '.part', state)

    if os.path.exists(state):
        s = torch.load(state, weights_only=False)
        model.load_state_dict(s['model']); optimizer.load_state_dict(s['optimizer'])
        average, start, step, done = s['average'], s['epoch'], s['step'], s['done']
    for epoch in range(start, a.until or a.epochs):
        rng = random.Random(a.seed * 1000 + epoch)
        groups = batches(examples(data, subwords, rng, common, a.variations, shares(epoch)), a.batch, rng)
        total = len(groups) * a.epochs
        model.train()
        begun, seen, sums = time.time(), 0, {}
        for i, group in enumerate(groups):
            if i < done:
                continue
            rate = min(1.0, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)
            for g, base in zip(optimizer.param_groups, (a.rate, a.head_rate)):
                g['lr'] = base * rate
            b = collate(group)
            with torch.autocast('cpu', torch.bfloat16):
                parts = losses(model, b, a.layers - 1 if rng.random() < a.skip else None, a.smooth, teacher)
                loss = sum(WEIGHTS[k] * v for k, v in parts.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            keep = min(0.998, step / (step + 20))
            if step % 4 == 0:
                with torch.no_grad():
                    for k, v in model.state_dict().items():
                        average[k].lerp_(v, 1 - keep ** 4)
            seen += int(b['mask'].sum())
            for k, v in parts.items():
                sums.setdefault(k, []).append(float(v.detach()))
            if i % 400 == 399:
                save(epoch, i + 1)
            if i % 50 == 49:
                print(f'epoch {epoch + 1} {i + 1}/{len(groups)} ' + ' '.join(f'{k} {sum(v[-200:]) / len(v[-200:]):.4f}' for k, v in sums.items())
                      + f' {seen / (time.time() - begun):.0f} pieces/s', flush=True)
        done = 0
        save(epoch + 1, 0)
        live = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        scores = {f'{name} {depth}': evaluate(model, data[name][:40], subwords, depth)
                  for depth in {a.layers, a.layers - (a.skip > 0)} for name in ('polnear-dev', 'wires-dev', 'world-dev')}
        scores['who'] = who_scores(model, data, subwords)
        model.load_state_dict(live)
        print(f'epoch {epoch + 1} took {time.time() - begun:.0f} s', json.dumps(scores), flush=True)


if __name__ == '__main__':
    main()
