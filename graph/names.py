"""Names: what may stand in a program, and which name a new layer gets."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Container

#: What an exported file calls its imports and its instance.
_PROGRAM_NAMES = frozenset({"F", "Tensor", "math", "nn", "self", "torch"})

#: Attributes that every ``nn.Module`` has: a submodule of such a name would break it.
#: A test holds the list against the installed torch.
MODULE_ATTRIBUTES = frozenset(
    """
    T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda
    double dump_patches eval extra_repr float forward get_buffer get_extra_state get_parameter
    get_submodule half ipu load_state_dict modules mtia named_buffers named_children named_modules
    named_parameters parameters register_backward_hook register_buffer register_forward_hook
    register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook
    register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module
    register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
    set_extra_state set_submodule share_memory state_dict to to_empty train training type xpu
    zero_grad
    """.split()
)

#: Names that a program cannot give to a layer, though they are identifiers.
RESERVED = frozenset(dir(builtins)) | _PROGRAM_NAMES | MODULE_ATTRIBUTES

#: What people who write PyTorch call a layer of a type; the rest is made from the type itself.
_STEMS = {
    "AdaptiveAvgPool": "pool",
    "AdaptiveMaxPool": "pool",
    "AlphaDropout": "drop",
    "AvgPool": "pool",
    "BatchNorm": "bn",
    "Conv": "conv",
    "ConvTranspose": "up",
    "Dropout": "drop",
    "Embedding": "embed",
    "EmbeddingBag": "embed",
    "Flatten": "flat",
    "FractionalMaxPool": "pool",
    "GroupNorm": "norm",
    "Input": "x",
    "InstanceNorm": "norm",
    "LPPool": "pool",
    "LeakyReLU": "leaky_relu",
    "LayerNorm": "norm",
    "LazyBatchNorm": "bn",
    "LazyConv": "conv",
    "LazyLinear": "fc",
    "Linear": "fc",
    "MaxPool": "pool",
    "MultiheadAttention": "attn",
    "Output": "y",
    "Parameter": "weight",
    "RMSNorm": "norm",
    "TransformerDecoderLayer": "decoder_layer",
    "TransformerEncoderLayer": "encoder_layer",
    "__getitem__": "part",
    "flatten": "flat",
    "scaled_dot_product_attention": "attn",
}


def is_identifier(name: str) -> bool:
    """Whether a layer may have this name: an identifier that means the same inside a class.

    Keywords are refused, names that Python would rewrite (``__x`` is mangled in a class, ``ﬁ``
    becomes ``fi``), and nothing else; a name such as ``input``, which is an identifier but would
    hide a builtin, is renamed by ``make_identifier`` where source is written.
    """
    return (
        name.isidentifier()
        and not keyword.iskeyword(name)
        and not name.startswith("__")
        and unicodedata.normalize("NFKC", name) == name
    )


def make_identifier(text: str, taken: Container[str] = ()) -> str:
    """Return a name like ``text`` that a program may use and that is not ``taken``.

    The result is a valid identifier, no keyword, no builtin, no attribute of ``nn.Module`` and
    none of the names that an exported file imports; the same arguments give the same name.
    """
    name = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", text)).lstrip("_")
    name = name.rstrip("_") if not text.endswith("_") else name
    if not name:
        name = "layer"
    if not name.isidentifier():  # it begins with a digit
        name = f"layer_{name}"
    if not name.isidentifier():  # a script in which \w knows letters that Python does not
        name = "layer"
    if not is_identifier(name) or name in RESERVED:
        name += "_"
    return _not_taken(name, taken)


def fresh_name(type: str, taken: Container[str] = ()) -> str:
    """Return the name of a new layer: ``conv1``, then ``conv2``; ``add``, then ``add2``.

    Layers with a class are counted from one, functions, inputs and outputs from the second on,
    as people do who write PyTorch by hand.
    """
    short = type.rpartition(".")[2]
    without_axes = re.sub(r"\d+d$", "", short)
    stem = _STEMS.get(without_axes) or _snake(without_axes)
    is_class = "." not in type and type not in ("Input", "Output", "Flatten")
    if stem[-1:].isdigit():  # relu6, log2: another number must stand apart
        return stem if stem not in taken else _not_taken(f"{stem}_2", taken)
    if is_class and stem:
        return _not_taken(stem + "1", taken)
    return make_identifier(stem, taken)


def _not_taken(name: str, taken: Container[str]) -> str:
    """``conv1`` -> ``conv2``, ``add`` -> ``add2``, ``input_`` -> ``input_2``."""
    if name not in taken:
        return name
    match = re.fullmatch(r"(.*?)([0-9]{1,9})", name)
    stem, number = (match[1], int(match[2])) if match else (name, 1)
    if not stem:
        stem = name
    number += 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _snake(text: str) -> str:
    """``PixelShuffle`` -> ``pixel_shuffle``, ``LSTM`` -> ``lstm``, ``ReLU6`` -> ``relu6``."""
    if re.fullmatch(r"[A-Z]+[a-z]?[A-Z]*[0-9]*", text) or text.endswith(("LU", "LU6")):
        return text.lower()
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", text)
    return make_identifier(spaced.lower())
