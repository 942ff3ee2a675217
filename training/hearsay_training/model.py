"""The reader: one small encoder, light heads for cues, and a head that asks of every cue what its source and content are.

The encoder is MiniLM-L6-H384 (Wang et al. 2020) with embeddings added for what its lower-case vocabulary loses:
the shape of words, quotation state, line starts. The cue head reads the words once more with the cue marked, as
semantic role labelling does (Shi and Lin 2019), so overlapping and nested attributions need no special case.
"""
import math
import torch
import torch.nn.functional as F
from torch import nn
from .corpora import ACTS, DEEPEST, ENTITIES, KINDS, NOTES, PARTS, TYPES, VOICES

ROLES = ['O', 'B-source', 'I-source', 'B-content', 'I-content', 'B-channel', 'I-channel', 'B-said', 'I-said']
BUCKETS = 32
# Words that a cue is asked about: so many before it, so many in all. 98 of 100 attributions fit.
BEFORE, SEEN = 56, 144
# The longest mention, in words, and the width of the vectors that ends of mentions are compared by.
LONGEST, JOINT = 30, 96


class Norm(nn.LayerNorm):
    """Layer normalisation; exported as vector operations, since ONNX Runtime's own kernel for it is scalar on a CPU."""

    def forward(self, x):
        if not torch.onnx.is_in_onnx_export():
            return super().forward(x)
        mean, square = x.mean(-1, keepdim=True), (x * x).mean(-1, keepdim=True)
        return (x - mean) * torch.reciprocal(torch.sqrt(square - mean * mean + self.eps)) * self.weight + self.bias


class FusedAttention(torch.autograd.Function):
    """All heads at once, [b, n, width] each, as ONNX Runtime's own operator."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        split = lambda x: x.view(*x.shape[:2], heads, -1).transpose(1, 2)
        return F.scaled_dot_product_attention(split(q), split(k), split(v)).transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op('com.microsoft::MultiHeadAttention', q, k, v, num_heads_i=heads).setType(q.type())


class Block(nn.Module):
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = Norm(width, 1e-12), Norm(width, 1e-12)

    def forward(self, x, mask=None):
        b, n, w = x.shape
        if torch.onnx.is_in_onnx_export():
            return self.finish(x, FusedAttention.apply(*self.qkv(x).split(w, -1), self.heads))
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q / math.sqrt(w // self.heads)) @ k.transpose(-1, -2)
        if mask is not None:
            scores += mask.to(scores.dtype)
        a = torch.softmax(scores, -1, dtype=q.dtype) @ v
        return self.finish(x, a.transpose(1, 2).reshape(b, n, w))

    def finish(self, x, attended):
        x = self.norm1(x + self.out(attended))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Pieces to words: subword ids and features [b, n] to hidden states of the words' first pieces [b, words, 384]."""

    def __init__(self, layers=6, vocabulary=30522, width=384, inner=1536, heads=12):
        super().__init__()
        self.ids, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.shapes, self.quotes, self.lines = nn.Embedding(7, width), nn.Embedding(4, width), nn.Embedding(3, width)
        for e in (self.shapes, self.quotes, self.lines):
            nn.init.normal_(e.weight, std=0.01)
        self.norm = Norm(width, 1e-12)
        self.blocks = nn.ModuleList(Block(width, heads, inner) for _ in range(layers))

    def forward(self, ids, shapes, quotes, lines, at, mask=None, drop=lambda x: x, blocks=None):
        places = self.places(torch.arange(ids.shape[1]))[None]
        x = self.norm(self.ids(ids) + self.shapes(shapes) + self.quotes(quotes) + self.lines(lines) + places)
        x = drop(x)
        for block in self.blocks[:blocks]:
            x = drop(block(x, mask))
        return torch.gather(x, 1, at[..., None].expand(-1, -1, x.shape[-1]))

    def load_bert(self, weights):
        """Weights of a Hugging Face BERT of the same size (a dictionary of tensors)."""
        take = lambda name: weights[name]
        e = 'embeddings.'
        self.ids.weight.data = take(e + 'word_embeddings.weight')
        self.places.weight.data = take(e + 'position_embeddings.weight') + take(e + 'token_type_embeddings.weight')[0]
        self.norm.weight.data, self.norm.bias.data = take(e + 'LayerNorm.weight'), take(e + 'LayerNorm.bias')
        for i, block in enumerate(self.blocks):  # the first ones, where there are fewer
            p = f'encoder.layer.{i}.'
            for kind in ('weight', 'bias'):
                parts = [take(f'{p}attention.self.{x}.{kind}') for x in ('query', 'key', 'value')]
                setattr(getattr(block.qkv, kind), 'data', torch.cat(parts))
                for ours, theirs in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'),
                                     ('up', 'intermediate.dense'), ('down', 'output.dense'), ('norm2', 'output.LayerNorm')):
                    setattr(getattr(getattr(block, ours), kind), 'data', take(f'{p}{theirs}.{kind}'))


def mlp(width, inner, out):
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, out))


class WordHeads(nn.Module):
    """Per word: cue (O, B, I), voice of its sentence (to be averaged over it), named entity, part of speech, title or
    justification of a source, and how many noun phrases open and close with it."""

    def __init__(self, width=384):
        super().__init__()
        self.cue, self.voice = mlp(width, 192, 3), mlp(width, 96, len(VOICES))
        self.entity, self.part = nn.Linear(width, len(ENTITIES)), nn.Linear(width, len(PARTS))
        self.note = mlp(width, 96, len(NOTES))
        self.opens, self.closes = nn.Linear(width, DEEPEST + 1), nn.Linear(width, DEEPEST + 1)

    def forward(self, h):
        return self.cue(h), self.voice(h), self.entity(h), self.part(h), self.note(h), self.opens(h), self.closes(h)


CLUES = 22  # of clues.py


def bucket(distance):
    """Signed distance in words to one of BUCKETS: exact to 8, then by half octaves."""
    size = distance.abs()
    far = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 2).floor().long()
    out = torch.where(size < 8, size, far).clamp(max=BUCKETS // 2 - 1)
    return torch.where(distance < 0, out + BUCKETS // 2, out)


class CueHead(nn.Module):
    """Asks of each cue: hidden words [k, n, 384] (or [1, n, 384] when all cues share a window) and the cue's place to role
    logits [k, m, 9], kind of each word as a source [k, m, 6], the cue's act [k, 19], and the first of the m words [k]."""

    def __init__(self, width=384, inner=192, layers=2, heads=4, feed=768):
        super().__init__()
        self.enter, self.cue = nn.Linear(width, inner), nn.Linear(width, inner)
        self.distance, self.inside = nn.Embedding(BUCKETS, inner), nn.Parameter(torch.zeros(inner))
        self.norm = Norm(inner)
        self.blocks = nn.ModuleList(Block(inner, heads, feed) for _ in range(layers))
        self.role, self.kind = nn.Linear(inner, len(ROLES)), nn.Linear(inner, len(KINDS))
        self.act = nn.Linear(inner, len(ACTS))

    def forward(self, h, first, last, present=None):
        """`present` [k, n] marks real words where windows are padded."""
        n = h.shape[1]
        seen = torch.arange(n)[:SEEN]
        room = n if present is None else present.sum(1)
        start = torch.minimum((first - BEFORE).clamp(min=0), (room - seen.shape[0]) * torch.ones_like(first)).clamp(min=0)
        k = start[:, None] + seen[None]
        before, after = (k - first[:, None]).clamp(max=0), (k - (last[:, None] - 1)).clamp(min=0)
        cue = ((k >= first[:, None]) & (k < last[:, None])).to(h.dtype)
        whole = torch.arange(n)[None]
        within = ((whole >= first[:, None]) & (whole < last[:, None])).to(h.dtype)
        pooled = (within[:, None] @ h)[:, 0] / within.sum(1, keepdim=True)
        entered, mask = self.enter(h), None
        if present is None:
            entered = entered[0][k]
        else:
            entered = entered.gather(1, k[..., None].expand(-1, -1, entered.shape[-1]))
            mask = (~present.gather(1, k))[:, None, None, :] * -1e4
        x = entered + self.cue(pooled)[:, None] + self.distance(bucket(before + after)) + cue[..., None] * self.inside
        x = self.norm(x)
        for block in self.blocks:
            x = block(x, mask)
        return self.role(x), self.kind(x), self.act((cue[:, None] @ x)[:, 0] / cue.sum(1, keepdim=True)), start


class MentionHead(nn.Module):
    """Mentions of people and bodies, and who a mention may refer back to, from the words at both ends of a span: no span has
    a vector of its own (Kirstain et al. 2021, "Coreference resolution without span representations").

    Per word: `opens` and `closes` [JOINT + 1], whose product is the score of the span between two words (the last place is
    theirs alone); `types`, logits as the first and as the last word; `asks` and `answers`, likewise for first and last word,
    whose sums over both ends are multiplied for a pair of mentions; the last place of `asks` says that there is nobody before.
    """

    def __init__(self, width=384):
        super().__init__()
        self.opens, self.closes = mlp(width, 192, JOINT + 1), mlp(width, 192, JOINT + 1)
        self.types = mlp(width, 192, 2 * len(TYPES))
        self.asks, self.answers = mlp(width, 256, 2 * (JOINT + 1)), mlp(width, 256, 2 * JOINT)
        self.length = nn.Parameter(torch.full((LONGEST,), -4.0))
        self.gum = nn.Parameter(torch.zeros(width))  # GUM bounds noun phrases by other habits; left out when reading
        self.clues = nn.Linear(CLUES, 1, bias=False)
        nn.init.zeros_(self.clues.weight)

    def forward(self, h):
        return self.opens(h), self.closes(h), self.types(h), self.asks(h), self.answers(h)

    def spans(self, h):
        """Scores [words, LONGEST]: of the span from each word over so many more."""
        opens, closes = self.opens(h), self.closes(h)
        padded = F.pad(closes, (0, 0, 0, LONGEST - 1))
        band = padded.unfold(0, LONGEST, 1)  # [words, JOINT + 1, LONGEST]
        product = torch.einsum('nd,ndk->nk', opens[:, :JOINT], band[:, :JOINT]) / math.sqrt(JOINT)
        return product + opens[:, JOINT:] + band[:, JOINT] + self.length

    def kinds(self, h, first, last):
        a, z = self.types(h).split(len(TYPES), -1)
        return a[first] + z[last]

    def links(self, h, first, last, clues):
        """Scores [m, m] of each mention (first and last word) for each other as whom it refers to, and [m] for nobody before."""
        a, z = self.asks(h).split(JOINT + 1, -1)
        asks = a[first] + z[last]
        a, z = self.answers(h).split(JOINT, -1)
        return asks[:, :JOINT] @ (a[first] + z[last]).T / math.sqrt(JOINT) + self.clues(clues)[..., 0], asks[:, JOINT]


class Reader(nn.Module):
    def __init__(self, layers=6, inner=1536, feed=768, asked=2):
        """`inner` and `feed`: hidden units between the two linear maps of a block, in the encoder and in the cue head;
        `asked`: blocks of the cue head."""
        super().__init__()
        self.encoder, self.words, self.cues = Encoder(layers, inner=inner), WordHeads(), CueHead(feed=feed, layers=asked)
        self.mentions = MentionHead()
        self.drop = nn.Dropout(0.1)

    @staticmethod
    def of(state, weights=None):
        """The reader of a checkpoint: `model`, the last weights, or `average`, their running average, which goes first."""
        sizes = {k: state['arguments'][k] for k in ('layers', 'inner', 'feed', 'asked') if k in state['arguments']}
        model = Reader(**sizes)
        model.load_state_dict(state[weights or ('average' if 'average' in state else 'model')])
        return model

    def encode(self, batch, blocks=None):
        mask = (~batch['mask'])[:, None, None, :] * -1e4
        return self.encoder(batch['ids'], batch['shapes'], batch['quotes'], batch['lines'], batch['at'], mask, self.drop, blocks)

    def ask(self, h, present, rows, first, last):
        """Cues `first`..`last` of the windows `rows`; `present` [b, words] marks real words."""
        return self.cues(h[rows], first, last, present[rows])
