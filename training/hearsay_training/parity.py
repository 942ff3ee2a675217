"""Writes how this side cuts and scores some invented texts, so that the engine's tests can hold themselves against it:
`python -m hearsay_training.parity --run DIR --encoder DIR --out tests/fixtures/parity.json`."""
import argparse
import json
import os
import torch
from . import text as T, windows
from .model import Reader

TEXTS = [
    'Officials in Varnholt “did not immediately respond,” Ana Ruiz’s spokesman said on Friday.\n\nThe dam held, according to U.S. engineers.',
    'He said: "We didn\'t know."\nBut O’Brien—who\'d left—denied it… Prices rose 3.5% to $2,000.\n\n\n‘So-called’ experts agreed.',
    'Café owner José Peña citied “civil sources” as saying that the 🙂 convoy (12:30 p.m.) had gone. See https://varnholt.example/x?y=1 now.',
    ' '.join(f'Witness {i} told the Varnholt Post that bridge number {i} had reportedly closed, and the mayor denied it.' for i in range(40)),
]


def units(text, index):
    return len(text[:index].encode('utf-16-le')) // 2


@torch.no_grad()
def main():
    p = argparse.ArgumentParser()
    for name in ('run', 'encoder', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--weights', choices=['average', 'model'])
    a = p.parse_args()
    subwords = T.Subwords([w.rstrip('\n') for w in open(os.path.join(a.encoder, 'vocab.txt'), encoding='utf-8')])
    state = torch.load(os.path.join(a.run, 'last.pt'), weights_only=False, map_location='cpu')
    model = Reader.of(state, a.weights)
    model.eval()
    out = []
    for text in TEXTS:
        words = T.words(text)
        features = windows.Features(text, words, subwords)
        cut = []
        for body in windows.bodies(features):
            left, right = windows.around(features, *body)
            ids, shapes, quotes, lines, at = windows.inputs(features, left, right, subwords)
            cue, *_ = model.words(model.encoder(*(torch.tensor([x]) for x in (ids, shapes, quotes, lines, at))))
            cut.append({'body': list(body), 'all': [left, right], 'input': {'ids': ids, 'shapes': shapes, 'quotes': quotes, 'lines': lines, 'at': at},
                        'cue': [[round(float(v), 3) for v in row] for row in cue[0].softmax(-1)]})
        out.append({'text': text, 'words': [[units(text, x), units(text, y)] for x, y in words], 'windows': cut})
    with open(a.out, 'w', encoding='utf-8') as f:
        json.dump(out, f, ensure_ascii=False)
        f.write('\n')


if __name__ == '__main__':
    main()
