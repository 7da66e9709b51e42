"""The very first start, with nothing there yet."""

from ratiba.local import stores
from ratiba.local.paths import Places
from tests.local.support import Holder, ask, data_folder, do, postmaster, running


def test_postgres_is_what_the_product_needs(new_places: Places) -> None:
    with stores() as given:
        url = given.database_url
        do(
            url,
            "create extension btree_gist",
            "create table taken (who int, span tstzrange,"
            " exclude using gist (who with =, span with &&))",
        )
        assert ask(url, "show timezone") == "UTC"
        assert (
            ask(url, "select lower('\u00c0\u00c9')") == "\u00e0\u00e9"
        )  # not in the C locale's libc


def test_four_at_once_share_one(new_places: Places) -> None:
    others = [Holder() for _ in range(4)]
    told = [line for other in others for line in other.said["lines"]]
    assert sorted(told) == ["starting Postgres", "starting Valkey"]
    pid, data = postmaster(new_places), data_folder(new_places)
    assert [other.leave() for other in others[:3]] == [0, 0, 0]
    assert postmaster(new_places) == pid
    assert others[3].leave() == 0
    assert not running(data)
