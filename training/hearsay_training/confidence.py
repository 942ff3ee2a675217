"""Learns how likely a line is right: `python -m hearsay_training.confidence --rows ROWS.jsonl --data DATA [--model DIR]`.

ROWS come from scripts/confidence.mjs: lines as the engine reads them, each with its clues; DATA holds the annotations that say
which are right (judge.py). Three logistic regressions: are the words right; is the actor, if they are; is the act, if both
are. Their product is the confidence, so that no step sets it straight afterwards. Figures are cross-validated over articles.
Without --model nothing is written. Needs nothing but Python.
"""
import argparse
import gzip
import json
import math
import os
import zlib
from collections import Counter, defaultdict
from . import manifest
from .judge import Annotated

PARTS = ('span', 'who', 'act')
LEAST = 8  # a clue seen less often weighs nothing
WORDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../engine/data/en/certainty.json')


def load(path, data):
    """Lines as {'corpus', 'id', 'clues': per part {name: value}, 'right': per part True, False or None}."""
    rows = [json.loads(line) for line in open(path, encoding='utf-8')]
    gold = {}
    for corpus in {r['corpus'] for r in rows}:
        with gzip.open(os.path.join(data, corpus + '.jsonl.gz'), 'rt', encoding='utf-8') as f:
            gold.update(((corpus, x['id']), x) for x in map(json.loads, f))
    for r in rows:
        for right, clues in zip(Annotated(gold[r['corpus'], r['id']]).judge(r), r['clues']):
            yield {'corpus': r['corpus'], 'id': r['id'], 'right': right, 'clues': {p: total(clues[p]) for p in PARTS}}


def total(clues):
    """A clue may be given by each of several actors."""
    out = defaultdict(float)
    for name, value in clues:
        out[name] += value
    return {name: value for name, value in out.items() if value}


def asked(lines, part):
    """The lines that a part can be learned from: what comes before it is right."""
    before = PARTS[:PARTS.index(part)]
    return [x for x in lines if x['clues'][part] and all(x['right'][p] for p in before)]


def solve(matrix, vector):
    """Gauss with pivots, in place; the matrix is symmetric and positive."""
    n = len(vector)
    for k in range(n):
        top = matrix[k]
        for i in range(k + 1, n):
            factor = matrix[i][k] / top[k]
            if factor:
                row = matrix[i]
                for j in range(k, n):
                    row[j] -= factor * top[j]
                vector[i] -= factor * vector[k]
    for k in reversed(range(n)):
        vector[k] = (vector[k] - sum(matrix[k][j] * vector[j] for j in range(k + 1, n))) / matrix[k][k]
    return vector


def fit(lines, part, hold, steps=8):
    """Weights by name: Newton's method, weights held small by `hold` in units of each clue's own size, all but `always`."""
    seen = Counter(name for x in lines for name in x['clues'][part])
    names = sorted(name for name, k in seen.items() if k >= LEAST)
    size = {n: math.sqrt(sum(x['clues'][part].get(n, 0) ** 2 for x in lines) / len(lines)) for n in names}
    at = {n: i for i, n in enumerate(names)}
    rows = [([(at[n], v / size[n]) for n, v in x['clues'][part].items() if n in at], float(x['right'][part])) for x in lines]
    held = [1e-3 if n == 'always' else hold for n in names]
    weights = [0.0] * len(names)
    for _ in range(steps):
        slope = [-h * w for h, w in zip(held, weights)]
        bend = [[0.0] * len(names) for _ in names]
        for clues, right in rows:
            p = logistic(sum(weights[i] * v for i, v in clues))
            spread = p * (1 - p)
            for i, v in clues:
                slope[i] += (right - p) * v
                row, part_of = bend[i], spread * v
                for j, u in clues:
                    row[j] += part_of * u
        for i, h in enumerate(held):
            bend[i][i] += h
        step = solve(bend, slope)
        weights = [w + d for w, d in zip(weights, step)]
        if max(map(abs, step)) < 1e-3:
            break
    return {n: weights[i] / size[n] for n, i in at.items()}


def logistic(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def rate(line, weights):
    """Probability of each part; 1 where it cannot be wrong by itself."""
    return [logistic(sum(weights[p].get(n, 0) * v for n, v in line['clues'][p].items())) if line['clues'][p] else 1.0 for p in PARTS]


def learn(lines, hold):
    return {p: fit(asked(lines, p), p, hold) for p in PARTS}


def cross_validate(lines, hold, folds):
    """Of each line the probabilities of its parts, by weights that were learned without its article."""
    fold = lambda x: zlib.crc32(f"fold {x['id']}".encode()) % folds
    parts = [None] * len(lines)
    for k in range(folds):
        weights = learn([x for x in lines if fold(x) != k], hold)
        for i, x in enumerate(lines):
            if fold(x) == k:
                parts[i] = rate(x, weights)
    return parts


def report(name, lines, parts, words):
    right = [all(x['right'].values()) for x in lines]
    confidence = [math.prod(p) for p in parts]
    print(f'{name}: {len(lines)} lines, {sum(right)} right')
    least = max(w['least'] for w in words)
    sure = [r for r, c in zip(right, confidence) if round(c, 2) >= least]
    print(f'  right among those at "sure" {share(sum(sure), len(sure))} of {len(sure)}; "sure" among those right {share(sum(sure), sum(right))}')
    ranked = [r for _, r in sorted(zip(confidence, right), key=lambda x: -x[0])]
    upto = [(sum(ranked[:k]), k) for k in range(20, len(ranked) + 1) if sum(ranked[:k]) >= .95 * k]
    if upto:
        print(f'  the surest of whom .95 are right: {upto[-1][1]}, which are {share(upto[-1][0], sum(right))} of those right')
    top = None
    for word in words:
        held = [r for r, c in zip(right, confidence) if round(c, 2) >= word['least'] and (top is None or round(c, 2) < top)]
        top = word['least']
        print(f"  {word['word']:<10} {len(held):>5} lines, right {share(sum(held), len(held))}")
    print('  told      lines  mean told   right')
    for low in (0, .2, .4, .5, .6, .7, .8, .85, .9, .95):
        high = {.8: .85, .85: .9, .9: .95, .95: 1.01, 0: .2, .2: .4}.get(low, low + .1)
        held = [(r, c) for r, c in zip(right, confidence) if low <= c < high]
        if held:
            print(f'  {low:.2f}+ {len(held):>9}      {share(sum(c for _, c in held), len(held))}     {share(sum(r for r, _ in held), len(held))}')
    for k, part in enumerate(PARTS):
        wrong = [p for p, x in zip(parts, lines) if x['right'][part] is False and round(math.prod(p), 2) < least]
        named = sum(min(p) == p[k] for p in wrong)
        print(f'  {part} wrong, line not sure: {len(wrong)}, and named as the weak part {share(named, len(wrong))}')


share = lambda a, b: f'{a / b:.3f}' if b else '-'


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--rows', required=True)
    p.add_argument('--data', required=True)
    p.add_argument('--model', help='folder of the reader; without it nothing is written')
    p.add_argument('--hold', type=float, default=6, help='how strongly weights are held small')
    p.add_argument('--folds', type=int, default=5)
    p.add_argument('--report', default='world-dev,wires-dev', help='corpora to measure on, by cross-validation')
    a = p.parse_args()
    words = json.load(open(WORDS, encoding='utf-8'))['words']
    lines = list(load(a.rows, a.data))
    parts = cross_validate(lines, a.hold, a.folds)
    for corpus in a.report.split(','):
        held = [i for i, x in enumerate(lines) if x['corpus'] == corpus]
        report(corpus, [lines[i] for i in held], [parts[i] for i in held], words)
    if a.model:
        learned = learn(lines, a.hold)
        manifest.put(a.model, 'confidence.json', {part: {n: round(w, 3) for n, w in learned[part].items() if abs(w) >= .005} for part in PARTS})


if __name__ == '__main__':
    main()
