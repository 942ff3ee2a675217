"""Learns what each clue to who is meant weighs: `python -m hearsay_training.rank --rows ROWS.jsonl --model FOLDER`.

ROWS come from scripts/antecedents.mjs: for every mention the actors it may mean, nobody first, each with its clues, and
which are right. The probability of the right ones together is made as high as it goes (Durrett and Klein 2013), weights held
small; cross-validation over articles says how often the likeliest is right.

The encoder knows the articles it was trained on by heart, so what its own scores weigh is learned on the articles kept from
it. There are few of those; the other clues are learned first, without its scores, on the articles it has SEEN as well, and
then set right, all together, on those kept from it.
"""
import argparse
import json
import zlib
from collections import Counter, defaultdict
import torch
from . import manifest

LEAST = 8  # a clue seen less often weighs nothing


def load(path, share):
    rows = [json.loads(line) for line in open(path, encoding='utf-8')]
    return rows, [share.get(r['corpus'], 1.0) for r in rows]


class Table:
    """Rows as flat tensors: of each option its clues, and of each row its options."""

    def __init__(self, rows, weights, names):
        option, clue, value, row, right = [], [], [], [], []
        count = 0
        for i, r in enumerate(rows):
            for clues, ok in zip(r['options'], r['right']):
                for name, x in clues:
                    if name in names:
                        option.append(count)
                        clue.append(names[name])
                        value.append(x)
                row.append(i)
                right.append(ok)
                count += 1
        self.option, self.clue = torch.tensor(option), torch.tensor(clue)
        self.value, self.row, self.right = torch.tensor(value), torch.tensor(row), torch.tensor(right)
        self.weights, self.rows, self.options = torch.tensor(weights), len(rows), count

    def scores(self, weights):
        return torch.zeros(self.options).index_add(0, self.option, weights[self.clue] * self.value)

    def by_row(self, scores):
        """log of the sum of exp, per row."""
        top = torch.full((self.rows,), -1e9).scatter_reduce(0, self.row, scores, 'amax')
        return top + torch.zeros(self.rows).index_add(0, self.row, (scores - top[self.row]).exp()).clamp(min=1e-30).log()

    def loss(self, weights):
        s = self.scores(weights)
        right = torch.where(self.right, s, torch.full_like(s, -1e4))
        return ((self.by_row(s) - self.by_row(right)) * self.weights).sum() / self.weights.sum()

    def met(self, weights):
        s = self.scores(weights)
        best = torch.full((self.rows,), -1e9).scatter_reduce(0, self.row, s, 'amax')
        return torch.zeros(self.rows).index_add(0, self.row, ((s == best[self.row]) & self.right).float()).clamp(max=1)


def fit(table, size, hold, steps=60, start=None):
    """Weights that are held near `start`, or small."""
    near = torch.zeros(size) if start is None else start
    weights = near.clone().requires_grad_(True)
    optimizer = torch.optim.LBFGS([weights], max_iter=steps, history_size=10, line_search_fn='strong_wolfe')

    def closure():
        optimizer.zero_grad()
        loss = table.loss(weights) + hold * ((weights - near) ** 2).sum()
        loss.backward()
        return loss
    optimizer.step(closure)
    return weights.detach()


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--rows', required=True)
    p.add_argument('--seen', help='rows of articles that the encoder was trained on')
    p.add_argument('--model', required=True, help='the folder that antecedents.json is written to, and its hash into the manifest')
    p.add_argument('--hold', type=float, default=4e-4, help='how strongly weights are held small, or near those learned on what was seen')
    p.add_argument('--share', default='pronouns_gap_train=3,world-train=1.5', help='how much a row of a corpus counts')
    p.add_argument('--folds', type=int, default=5)
    a = p.parse_args()
    share = {k: float(v) for k, v in (x.split('=') for x in a.share.split(','))}
    rows, weights = load(a.rows, share)
    seen_rows, seen_weights = load(a.seen, share) if a.seen else ([], [])
    seen = Counter(name for r in rows + seen_rows for clues in r['options'] for name, _ in clues)
    names = {name: i for i, name in enumerate(sorted(n for n, k in seen.items() if k >= LEAST))}
    start = None
    if seen_rows:
        own = {n: i for n, i in names.items() if ': the model' not in n}
        start = fit(Table(seen_rows, seen_weights, own), len(names), a.hold)
    met = defaultdict(list)
    fold = lambda r: zlib.crc32(f"fold {r['id']}".encode()) % a.folds
    for k in range(a.folds if a.folds > 1 else 0):
        learn = [i for i, r in enumerate(rows) if fold(r) != k]
        ask = [i for i, r in enumerate(rows) if fold(r) == k]
        learned = fit(Table([rows[i] for i in learn], [weights[i] for i in learn], names), len(names), a.hold, start=start)
        for i, ok in zip(ask, Table([rows[i] for i in ask], [1.0] * len(ask), names).met(learned).tolist()):
            way = rows[i]['options'][0][0][0].split(':')[0]
            met[rows[i]['corpus']].append(ok)
            met[f"{rows[i]['corpus']} {way}"].append(ok)
    for name, ok in sorted(met.items()):
        print(f'{name}: {100 * sum(ok) / len(ok):.1f} % of {len(ok)}')
    learned = fit(Table(rows, weights, names), len(names), a.hold, start=start)
    manifest.put(a.model, 'antecedents.json', {n: round(float(learned[i]), 3) for n, i in names.items() if abs(learned[i]) >= 0.005})


if __name__ == '__main__':
    main()
