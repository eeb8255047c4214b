"""Writes the figures that the tests of the neural recommenders compare with, by PyTorch.

    venv/bin/python Tests/Reference/neural_figures.py

It overwrites Tests/RecommenderTests/Reference/neural.json. Dropout is off: chance cannot agree.
"""

import json

import torch
from torch import nn

from figures import FOLDER, PYTORCH, matrix, numbers, require_pytorch
from transformer_figures import weights

USERS, ITEMS, BATCH = 7, 9, 6
WIDTH, HEADS, FEED_FORWARD, LENGTH, HIDDEN = 6, 3, 10, 5, [16, 8]
STEPS, CATEGORIES = 5, [8, 3, 22]


class Neural(nn.Module):
    """fastai's EmbeddingNN: LinBnDrop with lin_first, no bias before a normalisation."""

    def __init__(self, user_width, item_width, layers, has_batch_norm):
        super().__init__()
        self.users = nn.Embedding(USERS, user_width)
        self.items = nn.Embedding(ITEMS, item_width)
        parts, before = [], user_width + item_width
        for width in layers:
            parts += [nn.Linear(before, width, bias=not has_batch_norm), nn.ReLU()]
            if has_batch_norm:
                parts.append(nn.BatchNorm1d(width))
            before = width
        self.network = nn.Sequential(*parts, nn.Linear(before, 1))

    def forward(self, users, items):
        x = torch.cat([self.users(users), self.items(items)], dim=1)
        for part in self.network:
            x = part(x)
            self.outputs.append(x)
        return torch.sigmoid(x[:, 0]) * 5 + 0.5


def waves(length):
    place = torch.arange(length, dtype=torch.float64)[:, None]
    rate = 10000.0 ** (-torch.arange(0, WIDTH, 2, dtype=torch.float64) / WIDTH)
    return torch.stack([torch.sin(place * rate), torch.cos(place * rate)], 2).flatten(1).float()


class Transformer(nn.Module):
    """Seed 004's second and third form, in small: positions and ratings for all but the last."""

    def __init__(self, categories, layers=1, sine=False):
        super().__init__()
        self.items = nn.Embedding(ITEMS, WIDTH, padding_idx=0)
        self.users = nn.Embedding(USERS, WIDTH)
        self.ratings = nn.Embedding(STEPS + 1, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(LENGTH - 1, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, (n + 1) // 2) for n in categories)
        self.encoders = nn.ModuleList(
            nn.TransformerEncoderLayer(
                WIDTH, HEADS, FEED_FORWARD, dropout=0.0, activation="gelu", batch_first=True)
            for _ in range(layers))
        if sine:
            self.positions = nn.Embedding.from_pretrained(waves(LENGTH - 1))
        before = WIDTH * (LENGTH + 1) + sum((n + 1) // 2 for n in categories)
        parts = []
        for index, width in enumerate(HIDDEN):
            parts += [nn.Linear(before, width), nn.BatchNorm1d(width), nn.Mish()]
            if index == len(HIDDEN) - 2:
                parts.append(nn.Dropout(0.0))
            before = width
        self.head = nn.Sequential(*parts, nn.Linear(before, 1))

    def forward(self, users, items, ratings, features):
        earlier = self.items(items[:, :-1]) + self.ratings(ratings) + self.positions.weight
        x = torch.cat([earlier, self.items(items[:, -1:])], dim=1)
        self.outputs.append(x)
        for encoder in self.encoders:
            x = encoder(x, src_key_padding_mask=items == 0)
            self.outputs.append(x)
        known = [table(features[:, index]) for index, table in enumerate(self.features)]
        x = torch.cat([x.flatten(1), self.users(users), *known], dim=1)
        for part in self.head:
            x = part(x)
            self.outputs.append(x)
        return torch.sigmoid(x[:, 0]) * 5 + 0.5


def case(model, *inputs):
    """The output of every layer in training, the gradients of the loss, and predictions in use."""
    with torch.no_grad():
        for name, value in model.named_parameters():
            value.add_(torch.randn_like(value) * 0.1)
            if name in ("items.weight", "ratings.weight") and isinstance(model, Transformer):
                value[0] = 0
            if name == "positions.weight" and not value.requires_grad:
                value.copy_(waves(LENGTH - 1))
    targets = torch.randint(1, 6, (BATCH,)).float()
    model.outputs = []
    record = {"weights": weights(model), "ratings": numbers(targets)}
    loss = nn.functional.mse_loss(model(*inputs), targets)
    loss.backward()
    record["loss"] = numbers(loss)[0]
    record["outputs"] = [matrix(output) for output in model.outputs]
    record["gradients"] = {name: matrix(parameter.grad)
                           for name, parameter in model.named_parameters()
                           if parameter.requires_grad}
    model.eval()
    # Without it PyTorch takes another path through the encoder, which drops padded places.
    torch.backends.mha.set_fastpath_enabled(False)
    return record | {"inUse": numbers(model(*inputs))}


def neural(layers, has_batch_norm, widths):
    torch.manual_seed(50)
    users, items = torch.randint(USERS, (BATCH,)), torch.randint(ITEMS, (BATCH,))
    return case(Neural(*widths, layers, has_batch_norm), users, items) | {
        "users": users.tolist(), "items": items.tolist(), "layers": layers,
        "hasBatchNorm": has_batch_norm, "widths": widths}


def transformer(categories, **settings):
    torch.manual_seed(51)
    users = torch.randint(USERS, (BATCH,))
    items = torch.randint(1, ITEMS, (BATCH, LENGTH))
    ratings = torch.randint(1, STEPS + 1, (BATCH, LENGTH - 1))
    for row, padding in [(0, 3), (2, 4), (4, 1)]:
        items[row, :padding] = 0
        ratings[row, :padding] = 0
    features = torch.stack([torch.randint(n, (BATCH,)) for n in CATEGORIES], 1)
    return case(Transformer(categories, **settings), users, items, ratings, features) | {
        "users": users.tolist(), "items": items.reshape(-1).tolist(),
        "steps": ratings.reshape(-1).tolist(), "features": features.reshape(-1).tolist(),
        "featureCounts": categories, "layers": settings.get("layers", 1),
        "isSine": settings.get("sine", False)}


def embedding_width(count):
    """fastai's emb_sz_rule."""
    return min(600, round(1.6 * count**0.56))


def main():
    require_pytorch()
    counts = [1, 2, 3, 10, 100, 610, 671, 943, 944, 1682, 1683, 6040, 9724, 39000, 40000, 200000]
    figures = {
        "neural": [neural([10, 6], True, [4, 5]), neural([10, 6], False, [3, 3]),
                   neural([], True, [2, 3])],
        "transformers": [transformer([]), transformer(CATEGORIES),
                         transformer(CATEGORIES, layers=2, sine=True)],
        "embeddingWidths": [[count, embedding_width(count)] for count in counts],
    }
    folder = FOLDER.parent.parent / "RecommenderTests" / "Reference"
    record = {"pytorch": PYTORCH, "figures": figures}
    (folder / "neural.json").write_text(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
