"""How a training script shares its work among the processes of torchrun, and what stops that."""

from __future__ import annotations

from train.settings import TrainingConfig

#: Who this process is: stands among the constants.
PROCESSES = """
#: Which process of torchrun this is, of how many; there is one without it.
RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
"""

SHARING = '''def find_device() -> str:
    """Return the accelerator there is, or the CPU."""
    if hasattr(torch, "accelerator") and torch.accelerator.is_available():
        return torch.accelerator.current_accelerator().type
    return "cuda" if torch.cuda.is_available() else "cpu"


def join(device: str) -> torch.device:
    """Meet the other processes, if there are any; each takes an accelerator of its own."""
    if WORLD > 1:
        dist.init_process_group(timeout=timedelta(minutes=10))
        if device == "cuda":
            device = f"cuda:{os.environ['LOCAL_RANK']}"
            torch.cuda.set_device(device)
    return torch.device(device)


def distribute(network: nn.Module, device: torch.device, sharded: bool) -> nn.Module:
    """Let all processes train one network: a copy each or, sharded, a part of its weights each."""
    if WORLD == 1:
        return network
    if sharded:
        return fully_shard(network)
    devices = [device] if device.type == "cuda" else None
    return nn.parallel.DistributedDataParallel(network, devices)


def share_of(batch: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Return the samples of a batch that are for this process, and by how much they count."""
    mine = batch[RANK::WORLD]
    {share}


def of_all(
    rows: list[list[float]], sums: dict[str, torch.Tensor]
) -> tuple[list[list[float]], dict[str, torch.Tensor]]:
    """Return what all processes have counted together."""
    losses = torch.tensor(rows, dtype=torch.float64)
    sums = {name: value.cpu().double().clone() for name, value in sums.items()}
{adding}    return losses.tolist(), sums
'''

ADDING = """    if WORLD > 1:
        for value in [losses, *sums.values()]:
            dist.all_reduce(value)
"""

#: Scores that are to be ranked follow each other.
GATHERING = """    if WORLD > 1:
        dist.all_reduce(losses)
        for name, value in sums.items():
            if name.endswith("ranked"):
                every = [None] * WORLD
                dist.all_gather_object(every, value)
                sums[name] = torch.cat(every)
            else:
                dist.all_reduce(value)
"""

#: Of a loss that is a mean over samples, and of one that is a sum; gradients are averaged.
MEAN = "return (mine, len(mine) * WORLD / len(batch)) if len(mine) else (batch[:1], 0.0)"
SUM = "return (mine, float(WORLD)) if len(mine) else (batch[:1], 0.0)"


def sharing_text(config: TrainingConfig, *, ranks: bool) -> str:
    """What the processes share; ``ranks`` says that scores of all are ranked together."""
    text = SHARING.replace("{share}", SUM if config.is_summed else MEAN)
    return text.replace("{adding}", GATHERING if ranks else ADDING)


def refusals_text(config: TrainingConfig, *, freezes: bool = False) -> str:
    """Lines of ``main`` that end where several processes cannot do what the project asks for."""
    lines = []
    why = {
        "LBFGS looks at the loss several times a step": config.optimizer.type == "LBFGS",
        "Layers are frozen while it trains": freezes,
        "One part of the loss is a sum over samples and another a mean": _is_mixed(config),
    }
    for words, is_so in why.items():
        if is_so:
            lines += [
                "if WORLD > 1:",
                f'    raise SystemExit("{words}: start it without torchrun")',
            ]
    if config.regularity.ema is not None:
        said = "A moving average needs whole weights: leave out --fsdp"
        lines += ["if options.fsdp:", f'    raise SystemExit("{said}")']
    return "".join(f"    {line}\n" for line in lines)


def _is_mixed(config: TrainingConfig) -> bool:
    """Whether no one number says by how much the share of a process counts."""
    sums = {term.loss.arguments.get("reduction") == "sum" for term in config.terms}
    return len(sums) > 1
