"""Writes the figures of layers on images, of padded embeddings and of activations, by PyTorch.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/image_figures.py

It overwrites Tests/EngineTests/Reference/{images,activations}.json.
"""

import torch

from engine_figures import matrix, require_pytorch, write


def with_gradients(layer, inputs, leaves):
    """Output, upstream gradient and the gradients of all leaves, under their names."""
    output = layer(inputs)
    upstream = torch.randn(output.shape)
    output.backward(upstream)
    figures = {"upstream": matrix(upstream), "output": matrix(output)}
    for name, leaf in leaves.items():
        figures[name] = matrix(leaf)
        figures[f"{name}Gradient"] = matrix(leaf.grad)
    return figures


def convolution(seed, images, outputs, size, stride=(1, 1), padding=(0, 0), bias=True):
    torch.manual_seed(seed)
    inputs = torch.randn(images, requires_grad=True)
    layer = torch.nn.Conv2d(images[1], outputs, size, stride, padding, bias=bias)
    leaves = {"input": inputs, "weight": layer.weight}
    if bias:
        leaves["bias"] = layer.bias
    return {"stride": stride, "padding": padding, **with_gradients(layer, inputs, leaves)}


def pooling(seed, images, size, stride, padding=(0, 0), whole=False):
    """Whole numbers have many equal largest elements in a window."""
    torch.manual_seed(seed)
    inputs = torch.randint(0, 3, images).float() if whole else torch.randn(images)
    inputs.requires_grad_()
    layer = torch.nn.MaxPool2d(size, stride, padding)
    return {"size": size, "stride": stride, "padding": padding,
            **with_gradients(layer, inputs, {"input": inputs})}


def padded_embedding():
    torch.manual_seed(90)
    layer = torch.nn.Embedding(5, 3, padding_idx=2)
    ids = torch.tensor([[4, 2, 4], [0, 2, 2]])
    figures = with_gradients(layer, ids, {"weight": layer.weight})
    return {"ids": ids.reshape(-1).tolist(), "paddingIndex": 2, **figures}


ACTIVATIONS = {
    "erf": torch.erf,
    "gelu": torch.nn.functional.gelu,
    "geluTanh": lambda x: torch.nn.functional.gelu(x, approximate="tanh"),
    "mish": torch.nn.functional.mish,
    "softplus": torch.nn.functional.softplus,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "exp": torch.exp,
    "abs": torch.abs,
    "softmax": lambda x: torch.softmax(x, dim=-1),
    "logSoftmax": lambda x: torch.log_softmax(x, dim=-1),
    "variance": lambda x: x.var(dim=1),
    "norm": lambda x: x.norm(dim=1),
    "max": lambda x: x.amax(dim=0),
    "min": lambda x: x.amin(dim=1),
    "clip": lambda x: x.clip(-1, 1.5),
}


def activations():
    """In double precision: the figures are exact to the last digit of a float."""
    cases = []
    for seed, (name, function) in enumerate(ACTIVATIONS.items()):
        torch.manual_seed(100 + seed)
        inputs = (3 * torch.randn(4, 17)).double().requires_grad_()
        cases.append({"name": name, **with_gradients(function, inputs, {"input": inputs})})
    return cases


if __name__ == "__main__":
    require_pytorch()
    write("images", {
        "convolutions": [
            convolution(80, (2, 1, 5, 6), 3, (3, 3)),
            convolution(81, (2, 3, 6, 5), 4, (3, 2), (2, 1), (1, 1)),
            convolution(82, (1, 2, 7, 7), 2, (3, 3), (3, 2), (2, 0), bias=False),
            convolution(83, (3, 4, 4, 4), 5, (1, 1)),
        ],
        "poolings": [
            pooling(84, (2, 3, 6, 8), (2, 2), (2, 2)),
            pooling(85, (1, 2, 7, 7), (3, 3), (2, 2), (1, 1)),
            pooling(86, (2, 1, 5, 6), (3, 2), (1, 2), (1, 0), whole=True),
        ],
        "paddedEmbedding": padded_embedding(),
    })
    write("activations", activations())
