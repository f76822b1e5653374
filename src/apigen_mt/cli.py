"""The command line: `apigen-mt`. Names the commands; what they do, and their slow imports, are in `commands`.

Exit codes: 0 done; 1 done, and the answer is bad news (a check that found something); 2 something that the
person can mend; 3 a tool's bug; 130 stopped with Ctrl-C.
"""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError
from rich.console import Console

from apigen_mt.commands.output import tell
from apigen_mt.errors import ToolBug, UserError

BAD_NEWS, MENDABLE, BUG, STOPPED = 1, 2, 3, 130


def _app(name: str, about: str) -> App:
    return App(
        name=name,
        help=about,
        help_format="plaintext",
        version=lambda: version("apigen-mt"),
        version_flags=["--version"],
        result_action="return_value",
        suppress_keyboard_interrupt=False,
        error_console=Console(stderr=True),
    )


def _add(app: App, name: str, place: str, about: str, *examples: str) -> None:
    """Name a command: it is imported from `apigen_mt.commands` when it is called."""
    text = "\n".join(f"  apigen-mt {example}" for example in examples)
    app.command(
        f"apigen_mt.commands.{place}",
        name=name,
        help=about,
        help_epilogue=f"Examples:\n{text}",
        sort_key=len(list(app)),
    )


app = _app("apigen-mt", "Verified multi-turn tool-use data: made, checked, audited and exported.")
_add(
    app,
    "generate",
    "runs:generate",
    "Make verified conversations: blueprints, conversations about them, and the judgement on both.",
    "generate retail -n 1000 --out data/retail",
    "generate retail airline banking -n 3000 --seed 7 --out data/all",
    "generate --config run.toml --workers 8",
)
_add(
    app,
    "blueprints",
    "runs:blueprints",
    "Make blueprints only (phase 1): verified tasks without conversations.",
    "blueprints retail -n 500 --out data/tasks",
)
_add(
    app,
    "simulate",
    "runs:simulate",
    "Hold conversations about given blueprints (phase 2).",
    "simulate data/tasks --out data/conversations",
)

_add(
    app,
    "verify",
    "data:verify",
    "Re-execute and re-judge every row of a dataset, ours or somebody else's. Exit code 1 if a row fails.",
    "verify data/all",
    "verify theirs.json",
)
_add(
    app,
    "show",
    "data:show",
    "Print conversations of a dataset in full, of users who write differently.",
    "show data/all",
    "show data/all -n 3 --behaviour pushes_back",
)
_add(
    app,
    "export",
    "data:export",
    "Write a dataset in another format.",
    "export data/all --format trl --out train.parquet",
    "export data/all --format sharegpt --out train.json",
    "export data/tasks --format tau2 --out tau2",
    "export data/all --format dpo --out pairs.parquet",
)
_add(
    app,
    "costs",
    "completions:costs",
    "Print what a run's language models cost, by stage, role and model, and what revising gave.",
    "costs data/retail --config models.toml",
)
_add(
    app,
    "view",
    "view:view",
    "Show a run in the browser, also while it is at work: pictures, lists, conversations, and your own reviews.",
    "view data/all",
    "view data/all --port 9000",
)
_add(
    app,
    "report",
    "view:report",
    "Write the overview of a run to one HTML file that needs no server.",
    "report data/all --out report.html",
)
_add(
    app,
    "record",
    "completions:record",
    "Write what a run's language models answered as a text file, from which the run can be repeated without them.",
    "record data/retail --out retail.jsonl",
)
_add(app, "stats", "audits:stats", "Print a dataset's diversity and difficulty.", "stats data/all")
_add(
    app,
    "realism",
    "people:realism",
    "Compare what is said with people's conversations: shape, variety, and how well style alone tells them apart.",
    "realism data/all --reference logs.jsonl",
)
_add(
    app,
    "mutate",
    "audits:mutate",
    "Audit the verifier: plant errors in accepted conversations and count what it catches.",
    "mutate data/all --mutants 5000",
)
_add(
    app,
    "trivial-agents",
    "audits:trivial_agents",
    "Audit the blueprints: let agents try them that should pass nothing.",
    "trivial-agents data/all",
)
_add(
    app,
    "audit",
    "audits:audit",
    "Audit the committee: plant defects in verified blueprints and see which reviewer finds what, and what sways them.",
    "audit data/tasks",
    "audit data/tasks --items 400 --reviewers biased",
)
_add(
    app,
    "evaluate",
    "evaluations:evaluate",
    "Try an agent on held-out blueprints: pass^k, verdicts and costs. Exit code 1 if something is unfinished.",
    "evaluate data/held-out --config models.toml --out data/tried",
    "evaluate data/held-out --agent agent.py:answer --out data/mine",
    "evaluate data/held-out --agent-model mine/model --out data/mine",
    "evaluate data/held-out --agent scripted --out data/control",
)
_add(
    app,
    "compare",
    "evaluations:compare",
    "Compare two evaluations on the same tasks, with a paired test.",
    "compare data/tried data/mine",
)
_add(
    app,
    "targets",
    "evaluations:targets",
    "Write what an agent fails at as settings of the next run, which will aim at it more often.",
    "targets data/tried --out targets.toml",
)
_add(
    app,
    "overlap",
    "evaluations:overlap",
    "Show that blueprints are held out from a dataset. Exit code 1 if the two share anything.",
    "overlap data/all data/held-out",
)
_add(
    app,
    "benchmark",
    "benchmarks:benchmark",
    "Look at somebody's benchmark: replay its ground truth, and see what doing nothing and knowing everything earn.",
    "benchmark bfcl:multi_turn_base",
    "benchmark tau-bench:retail tau-bench:airline --checkout ../tau-bench",
)
_add(
    app,
    "contamination",
    "contamination:contamination",
    "Count what of benchmarks stands in a dataset, level by level. With --threshold, exit code 1 if it is more than that.",
    "contamination data/all --against benchmarks/retail",
    "contamination theirs.json --against benchmarks/retail benchmarks/airline --threshold 0",
)
_add(
    app,
    "render",
    "training:render",
    "Show a conversation under a model's chat template, with what is learned in colour.",
    "render data/all --template qwen-2.5",
    "render data/all --model path/to/model --row 3 --json",
)
_add(
    app,
    "train",
    "training:train",
    "Fine-tune a model on datasets; or estimate what it takes, or rehearse it on a shrunken model.",
    "train xlam-2-8b --data data/all --dry-run",
    "train xlam-2-1b --data data/all --data data/more:0.5 --out mine",
    "train xlam-2-70b --data data/all --out rehearsal --rehearse",
)
_add(
    app,
    "tiny",
    "tiny:tiny",
    "Close the loop at a small scale: data, tiny models from scratch on two cores or a GPU, and what they can do in the world.",
    "tiny --out loop",
    "tiny mine.toml --out loop",
)

personas = _app("personas", "Who the users are: learn it from your own chat logs.")
_add(
    personas,
    "fit",
    "people:fit",
    "Learn who writes from chat logs: counts and rates, none of their text. `generate --personas` uses the file.",
    "personas fit logs.jsonl --out personas.toml",
)
_add(
    personas,
    "check",
    "people:check",
    "Prove that no text of chat logs stands in personas learnt from them, nor in a dataset made with these.",
    "personas check logs.jsonl mine --personas mine.toml --own all",
)
app.command(personas)

domain = _app("domain", "Look at domains: their tools, tables, goals and policy.")
_add(domain, "list", "domains:list_domains", "List the installed domains.", "domain list")
_add(
    domain,
    "show",
    "domains:show",
    "Show a domain: its tools, tables, kinds of goals and clauses.",
    "domain show retail",
    "domain show retail --policy",
)
_add(
    domain,
    "check",
    "domains:check",
    "Look for what would spoil a domain's data. Exit code 1 if something is found.",
    "domain check retail",
    "domain check path/to/mine",
)
_add(
    domain,
    "graph",
    "domains:graph",
    "Draw the API graph: which tool's output feeds which tool's argument.",
    "domain graph retail --out retail.svg",
)
app.command(domain)
app.register_install_completion_command(help="Install completion for this shell (bash, zsh, fish).")  # pyright: ignore[reportUnknownMemberType]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        result = app(arguments, exit_on_error=False)
    except CycloptsError:
        # It has been printed already.
        return MENDABLE
    except UserError as error:
        tell(f"apigen-mt: {error}")
        return MENDABLE
    except ToolBug as error:
        tell(f"apigen-mt: {error}\n" + "\n".join(getattr(error, "__notes__", ())))
        return BUG
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has gone; Python would complain once more while flushing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0
