"""The models of a run: opened together, handed out by work item, closed together.

Between a role and its endpoint stands the completion log: what it has is never asked again.
"""

from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from apigen_mt.errors import UserError
from apigen_mt.models.client import ChatModel, Connection
from apigen_mt.models.completion import Model, Stopped
from apigen_mt.models.log import COMPLETIONS, CompletionLog
from apigen_mt.models.logged import ItemLog
from apigen_mt.models.players import Player
from apigen_mt.models.recording import import_recording
from apigen_mt.models.spend import Spend
from apigen_mt.run.config import Config, key_of
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.run.loop import Loop
from apigen_mt.run.workers import spared_collections


class Studio:
    """Open models and the loop on which they are asked; use `open_studio` or `open_replay`."""

    def __init__(
        self,
        log: CompletionLog,
        config: Config,
        connections: Mapping[str, Connection],
        spend: Spend,
        local: Mapping[str, tuple[Player, Model]] = {},
    ):
        """Take what has been opened; without connections or models of this process the log alone answers."""
        self.loop = Loop(self.stop)
        self.spend = spend
        self._log = log
        self._players = config.players.seated
        self._connections = connections
        self._local = local

    def models(self, item: int) -> dict[str, Model]:
        """Return the models of one work item, by the names of `Players.seated`."""
        memory = ItemLog(self._log, item)
        if not self._connections and not self._local:
            return {role: memory.replay(player) for role, player in self._players.items()}
        asked = {
            role: memory.model(player, ChatModel(self._connections[player.endpoint], player))
            for role, player in self._players.items()
        }
        return asked | {role: memory.model(player, model) for role, (player, model) in self._local.items()}

    def stop(self) -> None:
        """Let nothing more be asked; what is in flight is still answered and logged."""
        for connection in self._connections.values():
            connection.halt(Stopped("the run was stopped"))

    @property
    def faults(self) -> Counter[str]:
        """Tries that failed, by what happened, over all endpoints."""
        return sum((connection.faults for connection in self._connections.values()), Counter[str]())


@contextmanager
def open_studio(config: Config, directory: Path, local: Mapping[str, tuple[Player, Model]] = {}) -> Generator[Studio]:
    """Open the completion log of a directory that is held, and a connection to every endpoint that is needed.

    Args:
        config: Says which models play which roles, and where they are.
        directory: Where the log is kept.
        local: Role -> a model of this process that plays it, with what it is called in the log.

    Raises:
        UserError: when the log cannot be used, or is missing of a run that has made something; when a key is missing, or
            an endpoint's url is of no use.
    """
    _refuse_forgetful(directory)
    models = {player.model for player in config.players.seated.values()}
    spend = Spend(config.budget, config.prices, models)
    names = sorted({player.endpoint for player in config.players.seated.values()})
    connections = {
        name: Connection(name, config.endpoints[name], key_of(name, config.endpoints[name]), spend) for name in names
    }
    with CompletionLog.resume(directory) as log:
        for row in log.rows():
            if row.answer.completion is not None:
                spend.add(row.role, log.player(row.asked.player).model, row.answer.completion.usage)
        studio = Studio(log, config, connections, spend, local)
        stack = AsyncExitStack()
        with studio.loop:
            try:
                for connection in connections.values():
                    studio.loop.run(stack.enter_async_context(connection))
                with spared_collections():
                    yield studio
            finally:
                studio.loop.end()
                studio.loop.run(stack.aclose())


def _refuse_forgetful(directory: Path) -> None:
    """Refuse a run whose completions are gone: its costs would count anew, and it could never be replayed."""
    if (directory / COMPLETIONS).exists() or not (directory / JOURNAL).exists():
        return
    with Journal.read(directory) as journal:
        blocks = journal.blocks()
    if blocks:
        raise UserError(
            f"{str(directory)!r} has a {JOURNAL} with blocks and no {COMPLETIONS}; put that file back, go on with --replay "
            "if that made it, or choose another --out"
        )


@contextmanager
def open_replay(config: Config, recorded: Path) -> Generator[Studio]:
    """Open the completion log of an earlier run's directory, or a recording of it, to answer everything from it.

    Raises:
        UserError: when there is none.
    """
    with ExitStack() as stack:
        if recorded.is_file():
            folder = Path(stack.enter_context(TemporaryDirectory()))
            import_recording(recorded, folder)
            recorded = folder
        log = stack.enter_context(CompletionLog.read(recorded))
        studio = Studio(log, config, {}, Spend())
        with studio.loop, spared_collections():
            try:
                yield studio
            finally:
                studio.loop.end()
