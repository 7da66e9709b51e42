"""What questions are about, and the categories of facts, by their words: data beside this file."""

from pathlib import Path

from engine.nlu.said.table import table, word_classes

_HERE = Path(__file__).parent
TOPICS = table(_HERE / "topics.yaml", "topic")
CATEGORIES = {
    name: frozenset(words) for name, words in word_classes(_HERE / "categories.yaml").items()
}
