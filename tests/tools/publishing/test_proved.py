"""A proof is made once for the same content: the next publish and a way back are quick."""

from engine.assembly.library import ROOT
from ratiba.checking.proofs import Proofs
from tests.publishing import AMINA, PATIENT, library, wish
from tests.tools.conftest import Business
from tools.publishing.gate import Gate
from tools.publishing.records import Published
from tools.publishing.service import Publishing


async def test_a_way_back_to_what_was_proved_needs_no_new_proof(spa: Business) -> None:
    told: list[str] = []
    proofs = Proofs(ROOT / ".ratiba", told.append)
    publishing = Publishing(spa.database, Gate(library(), proofs), spa.clock)
    for base, source in enumerate((PATIENT, PATIENT.replace("45m", "1h"))):
        done = await publishing.publish(spa.tenant, AMINA, wish(source, spa.tenant, base))
        assert isinstance(done, Published), done
    told.clear()
    back = await publishing.rollback(spa.tenant, AMINA, "patience", 1)
    assert isinstance(back, Published)
    assert back.version.version == 3
    assert told == []
