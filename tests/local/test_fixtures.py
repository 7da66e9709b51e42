"""What every other test relies on: a database and a Redis of its own."""

import psycopg
import redis


def test_a_worker_has_its_own_migrated_database(database_url: str, worker_id: str) -> None:
    with psycopg.connect(database_url) as connection:
        row = connection.execute("select current_database()").fetchone()
        assert row is not None
        assert row[0].endswith(f"_{worker_id}")
        extensions = connection.execute("select extname from pg_extension").fetchall()
        assert ("btree_gist",) in extensions


def test_a_fresh_database_is_another_one(database_url: str, fresh_database_url: str) -> None:
    assert database_url != fresh_database_url
    with psycopg.connect(fresh_database_url) as connection:
        connection.execute("create table only_here ()")
    with psycopg.connect(database_url) as connection:
        assert connection.execute("select to_regclass('only_here')").fetchone() == (None,)


def test_redis_is_emptied_for_each_test(redis_url: str) -> None:
    with redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("left", "behind")


def test_redis_is_emptied_for_each_test_indeed(redis_url: str) -> None:
    with redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        assert client.connection_pool.connection_kwargs["db"] != 0
