"""The least that any turn costs: a payload out of JSON, and a sentence out of Jinja."""

import json
from collections.abc import Callable

from jinja2.sandbox import SandboxedEnvironment

_PAYLOAD = json.dumps(
    {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": "1",
                "changes": [
                    {
                        "field": "messages",
                        "value": {
                            "messaging_product": "whatsapp",
                            "metadata": {"phone_number_id": "1"},
                            "messages": [
                                {
                                    "from": "254700000001",
                                    "id": "wamid.1",
                                    "timestamp": "1781076600",
                                    "type": "text",
                                    "text": {"body": "book a facial for tomorrow at 3pm please"},
                                }
                            ],
                        },
                    }
                ],
            }
        ],
    }
)
_SENTENCE = (
    "{{ name }}, {{ service }} on {{ day }} at {{ time }}{% if price %}, {{ price }}{% endif %}?"
)


def bare_turn() -> Callable[[], str]:
    """A turn that understands nothing: reads a message, and answers with a template."""
    template = SandboxedEnvironment(autoescape=False).from_string(_SENTENCE)

    def turn() -> str:
        value = json.loads(_PAYLOAD)["entry"][0]["changes"][0]["value"]
        return template.render(
            name=value["messages"][0]["from"],
            service="Facial",
            day="Thursday",
            time="3:00 pm",
            price="KSh 2,500",
        )

    return turn
