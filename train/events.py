"""What a run tells: one JSON object per event, each with ``"event"``.

| event      | comes                                              | carries |
|------------|----------------------------------------------------|---------|
| started    | once, when data and network are ready              | time (seconds since 1970), run, device, precision, threads, processes, epochs, epoch, steps_per_epoch, train_samples, validation_samples, test_samples, parameters, metrics, classes, groups, layers, dropout, seed, torch |
| weights    | after ``started``, where the network starts from a file | path, words, loaded, differs, missing, unexpected |
| sanity     | before the first step, unless ``sanity`` is false   | findings: check, title, why, verdict (good, doubtful, bad, skipped), words, advice, node; and how many of each verdict |
| step       | at most 20 times a second, with every step since   | epoch, step, steps, loss, lr, throughput (samples/s), memory and device_memory (bytes), gradient_norm (of its last step, where it was read) |
| epoch      | after validation and schedule of each epoch        | epoch, epochs, step, train, validation, lr, seconds, throughput, best |
| predictions | after the epoch that was validated              | epoch, step, file (.npz: answers to held-out samples), samples (.npz: those), count, of, names, and parts: key, name, classes, shape, mean_loss, confusion (rows are the truth) |
| checkpoint | whenever one is safely on disk                     | epoch, step, path, sha256, best, kept (the names of all there are, newest first) |
| kept       | after ``checkpoint``, the command                  | epoch, step |
| lr, weight_decay, frozen, dropout, schedule, epochs, stop_after | after an act: a command that changes the run (``train/acts.py``) | epoch, step, number, after_epoch, act (the command), what it came to, and replayed where a resumed run repeats it |
| rolled_back| the run goes on from a checkpoint                  | the same, and to, to_epoch, to_step |
| xray_switched | after the command ``xray``                | on, every |
| xray       | after a step that was looked at, while it is on    | epoch, step, nodes (by place), wires (norm of the gradient, where a port has several), share (of the time), and file where there are pictures |
| diagnosis  | while ``xray`` is on, whenever something else is wrong | epoch, step, findings: all there are now, each with severity, code, place, node, scope, message, words, advice, fixes |
| evaluation | after ``evaluate``                                 | epoch, step, validation; after ``train --evaluate`` time, test and weights (a checkpoint, or last) too, of the run's best |
| test       | before ``done``, where samples are held out to test with: the best weights on those | epoch, step, weights (the checkpoint), test |
| paused     | the run waits                                      | epoch, step |
| resumed    | the run goes on                                    | epoch, step |
| rate       | in a search for a learning rate, after each step   | step, of, lr, loss, smoothed |
| trying, batch | in a search for a batch size, before and after each | batch_size, and seconds, throughput, memory |
| found      | last event of a search                             | search, suggestions (value, key, words), reason |
| heartbeat  | every second in which nothing else was said        | (nothing) |
| problem    | something is wrong; ``fatal`` says the run ends    | message, advice, code, fatal, and node, epoch, step where known |
| stopped    | last event after ``stop``                          | epoch, step, reason, path (the checkpoint) |
| checked    | last event where only the checks were asked for    | the same as ``sanity`` |
| done       | last event of a run that came to its end           | epochs, step, seconds, train, validation, test (where there are samples for it), best, run, weights, and reason where it ended early |

How a run ends, and what its last event is:

| ending                               | last events                             | exit status |
|--------------------------------------|-----------------------------------------|-------------|
| all epochs are done                  | epoch, checkpoint, done                 | 0 |
| ``stop``                             | step, checkpoint, stopped               | 0 |
| the app died (end of standard input) | checkpoint, stopped                     | 0 |
| bad project, data or settings        | problem with ``fatal``                  | 1 |
| loss is NaN, out of memory, disk full| problem with ``fatal``                  | 1 |
| killed                               | none; the last checkpoint is whole      | by signal |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Event = dict[str, Any]
Emit = Callable[[Event], None]

#: Events after which nothing follows; ``problem`` only when it is fatal.
LAST = ("done", "stopped", "checked", "found")


def is_last(event: Event) -> bool:
    """Whether the run is over with this event."""
    return event.get("event") in LAST or (
        event.get("event") == "problem" and bool(event.get("fatal"))
    )


def problem(
    message: str, advice: str = "", *, code: str, fatal: bool = True, **where: Any
) -> Event:
    """A ``problem`` in plain words; ``where`` may hold node, epoch and step."""
    return {
        "event": "problem",
        "code": code,
        "message": message,
        "advice": advice,
        "fatal": fatal,
        **where,
    }
