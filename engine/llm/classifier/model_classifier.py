"""A model as the classifier; implements `engine.llm.ports.Classifier`."""

from engine.llm.asker import Asker, NoAnswer
from engine.llm.classifier.form import FORM, Sorted
from engine.llm.classifier.telling import told
from engine.llm.config import CLASSIFIER
from engine.llm.ports import Classification, Guess, Question, Unanswered
from engine.model.model_call import ModelCall


class ModelClassifier:
    """Puts a message to whoever plays the role."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker

    async def classify(self, question: Question) -> Classification | Unanswered:
        """Classify one message, within the role's time; nothing is ever raised."""
        answer = await self._asker.ask(CLASSIFIER, told(question), FORM)
        if isinstance(answer, NoAnswer):
            return Unanswered(answer.calls)
        return _classification(answer.content, answer.calls)


def _classification(said: Sorted, calls: tuple[ModelCall, ...]) -> Classification:
    guesses = tuple(Guess(one.type, one.id, one.confidence) for one in said.values)
    return Classification(said.act, said.confidence, said.language, guesses, said.time_words, calls)
