"""What is wrong with the tools themselves: found at start, never in a turn."""


class DefinitionError(Exception):
    """Definitions or handlers that do not hold together.

    Attributes:
        problems: every fault, each naming its file or tool, key, and remedy.
    """

    code = "tools.definitions"

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
