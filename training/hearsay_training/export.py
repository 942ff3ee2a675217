"""Exports a checkpoint as the shipped model: `python -m hearsay_training.export --run DIR --encoder DIR --out engine/models/reader`.

words.onnx: subwords to words with the word heads and the ends of mentions; cues.onnx: the cue head. Weights are kept in eight
bits, a scale for each output, and made floats again when a file is opened: what is reckoned in eight bits differs from one runtime to another.
manifest.json names all files by hash; the engine refuses others.
"""
import argparse
import hashlib
import json
import math
import os
import shutil
import numpy as np
import torch
from torch import nn
from . import windows
from .corpora import ACTS, ENTITIES, KINDS, NOTES, PARTS, TYPES, VOICES
from .model import JOINT, ROLES, Reader


# What decoding demands (engine/src/model/decoding.ts), chosen on the development parts.
DECODING = {'cue': {'outside': -1.3, 'nested': 1.5, 'named': 2, 'again': 0.3, 'nobody': 0.7}, 'content': 1.3, 'other': 0.3, 'fragment': 0.7, 'source': 0.4, 'least': 0.15}

# The least score of a mention, chosen there too.
LEAST = -0.5


class Words(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.encoder, self.heads, self.mentions = reader.encoder, reader.words, reader.mentions
        # Products of vectors are scaled here, so that the engine multiplies and adds.
        scale = torch.ones(JOINT + 1)
        scale[:JOINT] /= math.sqrt(JOINT)
        self.scale, self.scales = scale, torch.cat([scale, scale])

    def forward(self, ids, shapes, quotes, lines, at):
        h = self.encoder(ids, shapes, quotes, lines, at.long())
        cue, *others = self.heads(h)
        opens, closes, types, asks, answers = self.mentions(h)
        return (h, cue.log_softmax(-1), *others, opens * self.scale, closes, types, asks * self.scales, answers)


class Cues(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.head = reader.cues

    def forward(self, hidden, first, last):
        role, kind, act, start = self.head(hidden, first.long(), last.long())
        return role.log_softmax(-1), kind, act, start.int()


def compact(path, out, least=4096):
    """Matrices in eight bits with a scale a column (of embeddings, a row), and the two operations that make floats of them."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    model = onnx.load(path)
    graph = model.graph
    rows = {node.input[0] for node in graph.node if node.op_type == 'Gather'}
    opened = []
    for tensor in [t for t in graph.initializer if len(t.dims) == 2 and np.prod(t.dims) > least]:
        matrix = numpy_helper.to_array(tensor)
        scale = np.abs(matrix).max(axis=1 if tensor.name in rows else 0, keepdims=True).clip(1e-12) / 127
        graph.initializer.remove(tensor)
        graph.initializer.extend([numpy_helper.from_array(np.round(matrix / scale).astype(np.int8), tensor.name + '.bits'),
                                  numpy_helper.from_array(scale.astype(np.float32), tensor.name + '.scale')])
        opened += [helper.make_node('Cast', [tensor.name + '.bits'], [tensor.name + '.cast'], to=TensorProto.FLOAT),
                   helper.make_node('Mul', [tensor.name + '.cast', tensor.name + '.scale'], [tensor.name])]
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(opened + nodes)
    onnx.save(model, out)


def export(run, encoder, out, weights):
    state = torch.load(os.path.join(run, 'last.pt'), weights_only=False, map_location='cpu')
    model = Reader.of(state, weights)
    model.eval()
    os.makedirs(out, exist_ok=True)
    at = lambda name: os.path.join(out, name)
    n = torch.zeros(1, 12, dtype=torch.int32)
    places = torch.arange(1, 9, dtype=torch.int32)[None]
    names = ['ids', 'shapes', 'quotes', 'lines']
    torch.onnx.export(Words(model), (n, n, n, n, places), at('words.float.onnx'), input_names=[*names, 'at'],
                      output_names=['hidden', 'cue', 'voice', 'entity', 'part', 'note', 'opens', 'closes', 'first', 'last', 'types', 'asks', 'answers'], dynamo=False, opset_version=17,
                      dynamic_axes={**{x: {1: 'pieces'} for x in names}, 'at': {1: 'words'}})
    h = torch.randn(1, 8, 384)
    torch.onnx.export(Cues(model), (h, torch.tensor([0, 2, 4], dtype=torch.int32), torch.tensor([1, 3, 6], dtype=torch.int32)), at('cues.float.onnx'),
                      input_names=['hidden', 'first', 'last'], output_names=['role', 'kind', 'act', 'from'], dynamo=False, opset_version=17,
                      dynamic_axes={'hidden': {1: 'words'}, 'first': {0: 'cues'}, 'last': {0: 'cues'}})
    for part in ('words', 'cues'):
        compact(at(f'{part}.float.onnx'), at(f'{part}.onnx'))
        os.remove(at(f'{part}.float.onnx'))
    shutil.copy(os.path.join(encoder, 'vocab.txt'), at('vocab.txt'))
    if not os.path.exists(at('antecedents.json')):  # learned afterwards by rank.py
        with open(at('antecedents.json'), 'w') as f:
            f.write('{}\n')
    manifest = {'files': {f: {'sha256': hashlib.sha256(open(at(f), 'rb').read()).hexdigest(), 'bytes': os.path.getsize(at(f))}
                          for f in ('words.onnx', 'cues.onnx', 'vocab.txt', 'antecedents.json')},
                'window': dict(zip(('body', 'left', 'right'), windows.READING)),
                'labels': {'roles': ROLES, 'acts': ACTS, 'kinds': KINDS, 'voices': VOICES, 'entities': ENTITIES, 'parts': PARTS, 'notes': NOTES, 'types': TYPES},
                'mentions': {'width': JOINT, 'lengths': [round(float(x), 4) for x in model.mentions.length.detach()], 'least': LEAST},
                'decoding': DECODING,
                'training': {k: v for k, v in state['arguments'].items() if k not in ('data', 'encoder', 'out', 'threads', 'start', 'teacher')} | {'epoch': state['epoch']}}
    with open(at('manifest.json'), 'w') as f:
        json.dump(manifest, f, indent=2)
        f.write('\n')


if __name__ == '__main__':
    p = argparse.ArgumentParser()
    for name in ('run', 'encoder', 'out'):
        p.add_argument('--' + name, required=True)
    p.add_argument('--weights', choices=['average', 'model'])
    export(**vars(p.parse_args()))
