"""Makes a smaller reader of a trained one: `python -m hearsay_training.prune --run DIR --data DIR --encoder DIR --out FILE`.

The first `--layers` blocks of the encoder are kept, and in every block the hidden units that carry most on training texts:
mean absolute activation times the length of the unit's outgoing weights (after Molchanov et al. 2017). Train a little
afterwards (`train --start FILE`).
"""
import argparse
import os
import torch
import torch.nn.functional as F
from . import train, windows
from .model import Reader


@torch.no_grad()
def importance(model, docs, subwords, asked=300):
    """Per block of the encoder and of the cue head: how much each hidden unit carries."""
    blocks = [*model.encoder.blocks, *model.cues.blocks]
    sums = [torch.zeros(block.up.out_features) for block in blocks]
    hooks = [block.up.register_forward_hook(lambda _, __, out, i=i: sums[i].add_(F.gelu(out).abs().mean((0, 1)))) for i, block in enumerate(blocks)]
    for doc in docs[:asked]:
        features = windows.Features(doc.text, doc.words, subwords)
        for body in list(windows.bodies(features))[:2]:
            x = train.example(doc, doc.annotators[0], features, body, subwords)
            if x['asked']:
                b = train.collate([{'windows': [x], 'doc': None, 'rows': []}])
                model.ask(model.encode(b), b['present'], b['rows'], b['first'], b['last'])
    for hook in hooks:
        hook.remove()
    return [s * block.down.weight.norm(dim=0) for s, block in zip(sums, blocks)]


def narrow(block, scores, kept):
    keep = scores.topk(min(kept, len(scores))).indices.sort().values
    for layer, dim in ((block.up, 0), (block.down, 1)):
        layer.weight.data = layer.weight.data.index_select(dim, keep)
    block.up.bias.data = block.up.bias.data[keep]


def main():
    p = argparse.ArgumentParser()
    for name in ('run', 'data', 'encoder', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--weights', default='average', choices=['average', 'model'])
    p.add_argument('--layers', type=int, default=5)
    p.add_argument('--inner', type=int, default=1152)
    p.add_argument('--feed', type=int, default=256)
    a = p.parse_args()
    state = torch.load(os.path.join(a.run, 'last.pt'), weights_only=False, map_location='cpu')
    model = Reader.of(state, a.weights).eval()
    model.encoder.blocks = model.encoder.blocks[:a.layers]
    subwords, data = train.load(a.data, a.encoder)
    scores = importance(model, data['polnear-train'][::6] + data['wires-train'], subwords)
    for block, s in zip(model.encoder.blocks, scores):
        narrow(block, s, a.inner)
    for block, s in zip(model.cues.blocks, scores[a.layers:]):
        narrow(block, s, a.feed)
    torch.save({'model': model.state_dict(), 'arguments': {**state['arguments'], 'layers': a.layers, 'inner': a.inner, 'feed': a.feed}}, a.out)


if __name__ == '__main__':
    main()
