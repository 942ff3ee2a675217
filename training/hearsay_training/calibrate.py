"""Sets the confidence straight: which share of statements of a given raw score is right on the development parts.

  bin/hearsay read DIR --format jsonl > found.jsonl      (with the confidence [[0, 0], [1, 1]] in the manifest)
  python -m hearsay_training.calibrate --data DIR --manifest engine/models/reader/manifest.json --polnear F --wires F

Right means: a cue overlaps, the source too (word Jaccard 0.5, or none in both) and the content (0.8). Isotonic
regression by pooling adjacent violators (Ayer et al. 1955), kept as some ten points.
"""
import argparse
import gzip
import json
import os
import re

WORD = re.compile(r'\w+')
# Statements less likely right than this are left out: below it more is wrong than is won, by both development parts.
LEAST = 0.15


def bag(text, spans):
    return {s + m.start() for s, e in spans for m in WORD.finditer(text[s:e])}


def jaccard(a, b):
    return 1.0 if not a and not b else len(a & b) / len(a | b)


def gold_of(name, path):
    for x in (json.loads(line) for line in gzip.open(path, 'rt', encoding='utf-8')):
        if name == 'polnear':
            yield x['id'], x['text'], [(g['cue'], g['source'], g['content']) for g in x['annotations'][0]['attributions']]
        else:
            span = lambda s: [(s['start'], s['end'])] if s else []
            yield x['id'], x['text'], [(span(s['cue']), span(s['source']), [(c['start'], c['end']) for c in s['content']]) for s in x['statements']]


def judged(name, gold, found):
    """[raw score, right] of every statement found; PolNeAR does not mark nested ones, so they are left out there."""
    ledgers = {os.path.basename(l['article']['origin'])[:-4]: l for l in map(json.loads, open(found, encoding='utf-8'))}
    for id_, text, statements in gold_of(name, gold):
        if id_ not in ledgers or any(ord(c) > 0xffff for c in text):
            continue
        for p in ledgers[id_]['statements']:
            if name == 'polnear' and p['parent']:
                continue
            span = lambda s: [(s['start'], s['end'])] if s else []
            right = any(
                any(a < p['cue']['end'] and p['cue']['start'] < b for a, b in cue)
                and jaccard(bag(text, source), bag(text, span(p['source']))) >= 0.5
                and jaccard(bag(text, content), bag(text, [(c['start'], c['end']) for c in p['content']])) >= 0.8
                for cue, source, content in statements)
            yield p['confidence'], right


def isotonic(pairs):
    blocks = []
    for score, right in sorted(pairs):
        blocks.append([float(right), 1, score * 1.0])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            r, n, s = blocks.pop()
            blocks[-1] = [blocks[-1][0] + r, blocks[-1][1] + n, blocks[-1][2] + s]
    return [(s / n, r / n, n) for r, n, s in blocks]


def points(blocks, least):
    """Neighbouring blocks joined until each holds `least` statements."""
    out, held = [], [0.0, 0.0, 0]
    for x, y, n in blocks:
        held = [held[0] + x * n, held[1] + y * n, held[2] + n]
        if held[2] >= least:
            out.append([round(held[0] / held[2], 3), round(held[1] / held[2], 3)])
            held = [0.0, 0.0, 0]
    return [[0, 0], *out]


def main():
    p = argparse.ArgumentParser()
    for name in ('data', 'manifest', 'polnear', 'wires'):
        p.add_argument('--' + name, required=True)
    a = p.parse_args()
    pairs = [x for name in ('polnear', 'wires') for x in judged(name, os.path.join(a.data, {'polnear': 'polnear-dev', 'wires': 'wires-dev'}[name] + '.jsonl.gz'), getattr(a, name))]
    manifest = json.load(open(a.manifest))
    confidence = manifest['decoding']['confidence'] = points(isotonic(pairs), max(1, len(pairs) // 12))
    manifest['decoding']['least'] = LEAST
    with open(a.manifest, 'w') as f:
        json.dump(manifest, f, indent=2)
        f.write('\n')
    print(len(pairs), 'statements,', sum(r for _, r in pairs), 'right;', manifest['decoding']['confidence'])


if __name__ == '__main__':
    main()
