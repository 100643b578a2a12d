"""How a training script keeps checkpoints, and goes on from the last when it is run again."""

from __future__ import annotations

from train.settings import TrainingConfig

#: What tells one script from another: stands among the constants.
SCRIPT = """
#: A checkpoint belongs to the very text of this file.
SCRIPT = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
"""

CHECKPOINTS = '''class Whole:
    """Network and optimizer, whose weights lie spread over the processes, as one state."""

    def __init__(self, network: nn.Module, optimizer: torch.optim.Optimizer) -> None:
        self.network, self.optimizer = network, optimizer
        self.options = dcp.StateDictOptions(full_state_dict=True, cpu_offload=True)

    def state_dict(self) -> list[dict[str, Any]]:
        return list(dcp.get_state_dict(self.network, self.optimizer, options=self.options))

    def load_state_dict(self, state: list[dict[str, Any]]) -> None:
        weights, optimizer = state
        dcp.set_model_state_dict(self.network, weights, options=self.options)
        if any(optimizer["state"].values()):  # SGD without momentum has nothing there
            dcp.set_optimizer_state_dict(
                self.network, self.optimizer, optimizer, options=self.options
            )
        for group, kept in zip(self.optimizer.param_groups, optimizer["param_groups"]):
            group.update({name: value for name, value in kept.items() if name != "params"})


def save_weights(network: nn.Module, path: str) -> None:
    """Write the weights alone, put together where they are spread."""
    weights = network.state_dict()
    weights = {n: t.full_tensor() if hasattr(t, "full_tensor") else t for n, t in weights.items()}
    if RANK == 0:
        torch.save(weights, path)


def keep(path: str, parts: dict[str, Any], **facts: Any) -> None:
    """Write a checkpoint whole or not at all: a crash leaves the one before."""
    state = {name: part.state_dict() for name, part in parts.items()}
    random = [[torch.get_rng_state(), *torch.cuda.get_rng_state_all()]]
    if WORLD > 1:
        every: list[Any] = [None] * WORLD
        dist.all_gather_object(every, random[0])
        random = every
    if RANK == 0:
        torch.save({"script": SCRIPT, "random": random, **facts, **state}, f"{path}.new")
        os.replace(f"{path}.new", path)


def go_on(path: str, parts: dict[str, Any]) -> dict[str, Any]:
    """Fill all parts from a checkpoint; return everything in it."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    if state["script"] != SCRIPT:
        raise SystemExit(
            f"{path} is of another script, or this one was changed since: "
            "move it away to begin anew, or name another with --checkpoint"
        )
    for name, part in parts.items():
        part.load_state_dict(state[name])
    if RANK < len(state["random"]):  # it had as many processes
        cpu, *cuda = state["random"][RANK]
        torch.set_rng_state(cpu)
        torch.cuda.set_rng_state_all(cuda)
    return state
'''


def parts_text(names: list[str]) -> str:
    """Lines of ``main``: what a checkpoint holds, and going on from one that is there."""
    held = ", ".join(f'"{name}": {name}' for name in names)
    rest = ", ".join(f'"{name}": {name}' for name in names if name not in ("network", "optimizer"))
    whole = f'"whole": Whole(network, optimizer){", " + rest if rest else ""}'
    return (
        f"    parts = {{{held}}}\n    if options.fsdp and WORLD > 1:\n        parts = {{{whole}}}\n"
    )


def going_on_text(config: TrainingConfig, *, steered: bool = False) -> str:
    """Lines of ``main``: where it goes on, if it has run before."""
    marks = facts_of(config)
    names = ", ".join(["start", *marks])
    values = ", ".join(f'state["{name}"]' for name in ("epoch", *marks))
    return (
        "    if Path(options.checkpoint).exists():\n"
        f"{_again(config) if steered else ''}"
        "        state = go_on(options.checkpoint, parts)\n"
        f"        {names} = {values}\n"
        f"{COUNTED if config.checkpoint_every else ''}"
        "        if RANK == 0:\n"
        f"{_told(config)}"
    )


#: An epoch that was begun.
COUNTED = """        counted = state.get("counted")
"""


def _told(config: TrainingConfig) -> str:
    where = "epoch {start}"
    step = ""
    if config.checkpoint_every:
        begun = _in_steps("len(counted[0] if counted else [])", config)
        step, where = f"            step = start * steps_per_epoch + {begun}\n", "step {step}"
    return f'{step}            print(f"going on after {where}, from {{options.checkpoint}}")\n'


def _again(config: TrainingConfig) -> str:
    """Of what was done by hand, a checkpoint holds what it came to, but not what there is."""
    within = ""
    if config.checkpoint_every:
        counted = 'len(state.get("counted", [[]])[0])'
        within = f"        begun = {_in_steps(counted, config)}\n"
    return (
        '        state = torch.load(options.checkpoint, "cpu", weights_only=True)\n'
        f"{within}"
        f'        done = state["epoch"] * steps_per_epoch{" + begun" if within else ""}\n'
        "        for step in range(1 + done):\n"
        "            steer(step, 0)\n"
        "            steer(step, 0, after_epoch=True)\n"
    )


def _in_steps(batches: str, config: TrainingConfig) -> str:
    """So many batches in steps of the optimizer."""
    return f"-(-{batches} // ACCUMULATE)" if config.regularity.accumulate > 1 else batches


def within_text(config: TrainingConfig) -> str:
    """``keep_within``, which stands in ``main`` where checkpoints are kept within an epoch too."""
    if not config.checkpoint_every:
        return ""
    facts = "".join(f", {name}={name}" for name in facts_of(config))
    return f"""
    def keep_within(rows: list[list[float]], sums: dict[str, torch.Tensor]) -> None:
        \"\"\"Keep a checkpoint in the middle of an epoch, with what was counted of it.\"\"\"
        step = {_in_steps("len(rows)", config)}
        if (epoch * steps_per_epoch + step) % CHECKPOINT_EVERY == 0 and step < steps_per_epoch:
            counted = rows, {{name: value.cpu().double() for name, value in sums.items()}}
            keep(options.checkpoint, parts, epoch=epoch{facts}, counted=counted)
"""


def keeping_text(config: TrainingConfig) -> str:
    """Lines at the end of an epoch."""
    facts = "".join(f", {name}={name}" for name in facts_of(config))
    return f"        keep(options.checkpoint, parts, epoch=epoch + 1{facts})\n"


def facts_of(config: TrainingConfig) -> list[str]:
    """Variables of ``main`` that the course of the run depends on."""
    return ["best", *(["mark", "waited"] if config.regularity.early_stopping else [])]
