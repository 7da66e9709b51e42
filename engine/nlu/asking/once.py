"""A model that is asked once for a message, however often the turn runs."""

from engine.llm.ports import Classification, Classifier, Question, Unanswered


class AskedOnce:
    """Lives for one turn; implements `engine.llm.ports.Classifier`.

    A turn runs again when an opening was lost or the session moved meanwhile. What the model made
    of the words stays; it is held anew against what is expected and what there is.
    """

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._answers: dict[str, Classification | Unanswered] = {}

    async def classify(self, question: Question) -> Classification | Unanswered:
        """Ask, or tell what was answered."""
        if question.text not in self._answers:
            self._answers[question.text] = await self._classifier.classify(question)
        return self._answers[question.text]
