"""Averages checkpoints of one course of training (Wortsman et al. 2022): `python -m hearsay_training.average --runs DIR DIR --out DIR`."""
import argparse
import os
import torch

p = argparse.ArgumentParser()
p.add_argument('--runs', nargs='+', required=True)
p.add_argument('--out', required=True)
a = p.parse_args()
states = [torch.load(os.path.join(run, 'last.pt'), weights_only=False, map_location='cpu') for run in a.runs]
mean = {k: sum(s['average'][k] for s in states) / len(states) for k in states[0]['average']}
os.makedirs(a.out, exist_ok=True)
torch.save({'model': mean, 'arguments': states[-1]['arguments'], 'epoch': states[-1]['epoch']}, os.path.join(a.out, 'last.pt'))
