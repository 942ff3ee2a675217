"""The manifest of a model's folder: which files belong to it, by hash. The engine refuses others."""
import hashlib
import json
import os


def put(folder, name, content):
    """Writes `content` as JSON into the folder's file `name`, and its hash into the manifest."""
    path, manifest = os.path.join(folder, name), os.path.join(folder, 'manifest.json')
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(content, f, indent=1, ensure_ascii=False)
        f.write('\n')
    written = open(path, 'rb').read()
    named = json.load(open(manifest, encoding='utf-8'))
    named['files'][name] = {'sha256': hashlib.sha256(written).hexdigest(), 'bytes': len(written)}
    with open(manifest, 'w', encoding='utf-8') as f:
        json.dump(named, f, indent=2)
        f.write('\n')
