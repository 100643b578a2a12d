"""How a training script shares its work among the processes of torchrun, and what stops that."""

from __future__ import annotations

from train.catalog import LOSS_NEEDS
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
{norms}    if sharded:
        return fully_shard(network)
    devices = [device] if device.type == "cuda" else None
    return nn.parallel.DistributedDataParallel(network, devices)


def answer(network: nn.Module, inputs: Batch) -> Any:
    """Return the answers to a batch, of which each process gives those to its share.

    So the loss is that of one process, whatever it is normalised by. Of a batch with fewer
    samples than processes each gives all.
    """
    samples = len(inputs[0])
    if WORLD == 1 or samples < WORLD:
        return network(*inputs)
    mine = network(*(tensor[RANK::WORLD] for tensor in inputs))
    if isinstance(mine, tuple):
        return tuple(of_all(each, samples) for each in mine)
    return of_all(mine, samples)


def of_all(mine: torch.Tensor, samples: int) -> torch.Tensor:
    """Return the answers of all processes in the order of the batch; gradients reach our own."""
    if mine.requires_grad:
        mine.register_hook(lambda gradient: gradient * WORLD)  # which are averaged later
{turn}    rows = mine.reshape(len(range(RANK, samples, WORLD)), -1, *mine.shape[1:])
    short = -(-samples // WORLD) - len(rows)
    rows = torch.cat([rows, rows[:short]])
    every = [torch.empty_like(rows) for _ in range(WORLD)]
    dist.all_gather(every, rows.detach().contiguous())
    every[RANK] = rows
    return torch.stack(every, 1).flatten(0, 1)[:samples].flatten(0, 1){back}
'''


#: Statistics of the whole batch, which PyTorch has for GPUs.
NORMS = """    if device.type == "cuda":
        network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
"""


def sharing_text(config: TrainingConfig, *, normalises: bool) -> str:
    """What the processes share; of a sequence the samples are the second axis.

    ``normalises`` says that the network has a BatchNorm.
    """
    needs = {LOSS_NEEDS[each.loss.type].target for each in config.terms or (config,)}
    turn, back = "", ""
    if needs == {"sequence"}:
        turn = "    mine = mine.transpose(0, 1)  # the samples come second\n"
        back = ".transpose(0, 1)"
    text = SHARING.replace("{norms}", NORMS if normalises else "")
    return text.replace("{turn}", turn).replace("{back}", back)


def refusals_text(config: TrainingConfig, *, freezes: bool = False) -> str:
    """Lines of ``main`` that end where several processes cannot do what the project asks for."""
    lines = []
    why = {
        "LBFGS looks at the loss several times a step": config.optimizer.type == "LBFGS",
        "Layers are frozen while it trains": freezes,
        "Of the losses one takes sequences and another does not": _is_mixed(config),
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
    """Whether the samples of the answers lie along different axes."""
    kinds = {LOSS_NEEDS[term.loss.type].target == "sequence" for term in config.terms}
    return len(kinds) > 1
