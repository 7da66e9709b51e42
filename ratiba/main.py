"""The command `ratiba`: its verbs, and the one place where an error becomes a line for a person."""

import gc
import io
import sys
from collections.abc import Sequence

import typer

from engine.errors import RatibaError
from ratiba.terminal.faults import FINDINGS, exit_code, last_words, say_fault
from ratiba.verbs import BUILD, LOOK, RUN, TRY
from ratiba.verbs.api import api
from ratiba.verbs.attention import attention
from ratiba.verbs.bench import bench
from ratiba.verbs.bookings import bookings
from ratiba.verbs.chat import chat
from ratiba.verbs.check import check
from ratiba.verbs.converse import converse
from ratiba.verbs.customer import customer
from ratiba.verbs.demo import demo
from ratiba.verbs.doctor import doctor, preflight
from ratiba.verbs.eval import eval
from ratiba.verbs.feedback import feedback
from ratiba.verbs.flow import flow
from ratiba.verbs.graph import graph
from ratiba.verbs.handoff import handoff
from ratiba.verbs.migrate import migrate
from ratiba.verbs.quality import quality
from ratiba.verbs.replay import replay
from ratiba.verbs.reset import reset
from ratiba.verbs.tenant import tenant
from ratiba.verbs.test import test
from ratiba.verbs.understand import understand
from ratiba.verbs.up import up
from ratiba.verbs.vertical import vertical
from ratiba.verbs.worker import worker
from tools.problems import DefinitionError

commands = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Bookings by conversation: flows are data, the core is pure, money is safe.",
)
for panel, verbs in {
    TRY: (demo, chat, up),
    BUILD: (check, test, graph, replay, understand, converse, eval, bench),
    LOOK: (doctor, preflight, bookings, feedback, quality, migrate, reset),
    RUN: (api, worker),
}.items():
    for verb in verbs:
        commands.command(rich_help_panel=panel)(verb)
commands.add_typer(flow, name="flow", rich_help_panel=BUILD)
commands.add_typer(vertical, name="vertical", rich_help_panel=BUILD)
commands.add_typer(tenant, name="tenant", rich_help_panel=LOOK)
commands.add_typer(handoff, name="handoff", rich_help_panel=LOOK)
commands.add_typer(attention, name="attention", rich_help_panel=LOOK)
commands.add_typer(customer, name="customer", rich_help_panel=LOOK)


def app(arguments: Sequence[str] | None = None) -> None:
    """Run one verb and exit: 0 good, 1 findings, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.excepthook = last_words
    gc.disable()  # until the loop runs: a verb's imports would be searched for garbage in vain
    try:
        typer.main.get_command(commands)(arguments, prog_name="ratiba")
    except DefinitionError as error:
        for problem in error.problems:
            say_fault(problem)
        sys.exit(FINDINGS)
    except RatibaError as error:
        say_fault(str(error))
        sys.exit(exit_code(error))
