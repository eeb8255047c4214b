"""Writes the figures that the tests of the transformer's layers compare with, by PyTorch.

    venv/bin/python Tests/Reference/transformer_figures.py

It overwrites Tests/EngineTests/Reference/transformer.json and
Tests/RecommenderTests/Reference/sequence_transformer.json. Dropout is off: chance cannot agree.
"""

import json

import torch
from torch import nn

from figures import FOLDER, PYTORCH, matrix, numbers, require_pytorch, write

BATCH, LENGTH, WIDTH, HEADS, FEED_FORWARD = 4, 5, 12, 3, 20


def gradients(module):
    return {name: matrix(parameter.grad) for name, parameter in module.named_parameters()}


def weights(module):
    return {name: matrix(value) for name, value in module.state_dict().items()
            if value.is_floating_point()}


def case(module, inputs, call=None):
    """Weights, a forward pass, and what comes back for a random upstream gradient."""
    inputs.requires_grad_()
    record = {"weights": weights(module), "input": matrix(inputs)}
    output = (call or module)(inputs)
    upstream = torch.randn_like(output)
    output.backward(upstream)
    return record | {
        "output": matrix(output), "upstream": matrix(upstream),
        "inputGradient": matrix(inputs.grad), "gradients": gradients(module)}


def shaken(module):
    """Also weights that start at 0 or 1, so that each counts."""
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return module


def layer_norm():
    torch.manual_seed(30)
    return case(shaken(nn.LayerNorm(19)), torch.randn(6, 19) * 3 + 1)


def batch_norm():
    torch.manual_seed(31)
    layer = shaken(nn.BatchNorm1d(7))
    record = case(layer, torch.randn(6, 7) * 3 + 1)
    layer.eval()
    inputs = torch.randn(3, 7)
    return record | {
        "runningMean": matrix(layer.running_mean), "runningVariance": matrix(layer.running_var),
        "inputInUse": matrix(inputs), "outputInUse": matrix(layer(inputs))}


def padding():
    mask = torch.zeros(BATCH, LENGTH, dtype=torch.bool)
    mask[1, :2] = True
    mask[3, 0] = True
    return mask


def attention(masked):
    torch.manual_seed(32)
    layer = shaken(nn.MultiheadAttention(WIDTH, HEADS, batch_first=True))
    mask = padding() if masked else None
    call = lambda x: layer(x, x, x, key_padding_mask=mask, need_weights=False)[0]
    return case(layer, torch.randn(BATCH, LENGTH, WIDTH), call)


def encoder(activation, masked):
    torch.manual_seed(33)
    layer = shaken(nn.TransformerEncoderLayer(
        WIDTH, HEADS, FEED_FORWARD, dropout=0.0, activation=activation, batch_first=True))
    mask = padding() if masked else None
    call = lambda x: layer(x, src_key_padding_mask=mask)
    return case(layer, torch.randn(BATCH, LENGTH, WIDTH), call)


class SequenceTransformer(nn.Module):
    """Seed 004's model in small: recommender of Sources/Recommender/Models."""

    def __init__(self, users, items, hidden):
        super().__init__()
        self.items = nn.Embedding(items, WIDTH, padding_idx=0)
        self.users = nn.Embedding(users, WIDTH)
        self.positions = nn.Embedding(LENGTH, WIDTH)
        self.encoder = nn.TransformerEncoderLayer(
            WIDTH, HEADS, FEED_FORWARD, dropout=0.0, activation="gelu", batch_first=True)
        layers = []
        for index, (before, after) in enumerate(zip([WIDTH * (LENGTH + 1), *hidden], hidden)):
            layers += [nn.Linear(before, after), nn.BatchNorm1d(after), nn.Mish()]
            if index == len(hidden) - 2:
                layers.append(nn.Dropout(0.0))
        self.head = nn.Sequential(*layers, nn.Linear(hidden[-1], 1))

    def forward(self, users, items):
        encoded = self.encoder(
            self.items(items) + self.positions.weight, src_key_padding_mask=items == 0)
        scores = self.head(torch.cat([encoded.flatten(1), self.users(users)], dim=1))[:, 0]
        return torch.sigmoid(scores) * 5 + 0.5


def training():
    torch.manual_seed(34)
    users, items, hidden, batch = 7, 20, [16, 8], 6
    model = SequenceTransformer(users, items, hidden)
    start = weights(model)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=0.01, betas=(0.9, 0.99), eps=1e-5, weight_decay=0.01)
    steps = []
    for _ in range(3):
        user_ids = torch.randint(users, (batch,))
        item_ids = torch.randint(1, items, (batch, LENGTH))
        item_ids[0, :3] = 0
        item_ids[4, :1] = 0
        ratings = torch.randint(1, 6, (batch,)).float()
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(user_ids, item_ids), ratings)
        loss.backward()
        optimizer.step()
        steps.append({"users": user_ids.tolist(), "items": item_ids.reshape(-1).tolist(),
                      "ratings": numbers(ratings), "loss": numbers(loss)[0]})
    return {"userCount": users, "itemCount": items, "hidden": hidden, "width": WIDTH,
            "heads": HEADS, "feedForward": FEED_FORWARD, "length": LENGTH,
            "weights": start, "steps": steps, "trained": weights(model)}


if __name__ == "__main__":
    require_pytorch()
    write("transformer", {
        "layerNorm": layer_norm(), "batchNorm": batch_norm(),
        "attention": attention(False), "maskedAttention": attention(True),
        "relu": encoder("relu", False), "gelu": encoder("gelu", True)})
    folder = FOLDER.parent.parent / "RecommenderTests" / "Reference"
    folder.mkdir(exist_ok=True)
    record = {"pytorch": PYTORCH, "figures": training()}
    (folder / "sequence_transformer.json").write_text(json.dumps(record) + "\n")
