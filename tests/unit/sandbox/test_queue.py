"""The offline queue: whatever is done to it, no event is lost, doubled or shown to another."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.sandbox.clock import Clock
from app.sandbox.delivery.queue import KEPT_SECONDS, OfflineQueue, Owner

APP = Owner("app")
OTHER = Owner("app", "console")


def new_queue(clock: Clock | None = None) -> OfflineQueue:
    return OfflineQueue(clock or Clock.frozen(), Random(1), 1)


def put(queue: OfflineQueue, data: object, owner: Owner = APP, at: float = 1_767_000_000.0) -> None:
    queue.put(owner, "E", data, [], at)


def free(queue: OfflineQueue) -> list:
    return queue.select(APP, lambda row: not row.process_id and not row.error)


def test_an_identical_waiting_event_is_merged_into_its_row():
    queue = new_queue()
    put(queue, 42)
    put(queue, 42, at=1_767_000_009.0)

    assert [(row.id, row.at) for row in queue.rows] == [(1, 1_767_000_009.0)]


def test_a_reserved_row_is_left_alone_by_an_identical_event():
    queue = new_queue()
    put(queue, 42)
    queue.reserve(free(queue))
    put(queue, 42)

    assert [bool(row.process_id) for row in queue.rows] == [True, False]


def test_an_error_row_swallows_later_identical_events():
    queue = new_queue()
    put(queue, 42)
    process_id = queue.reserve(free(queue))
    queue.fail(APP, process_id, {queue.rows[0].message_id})
    put(queue, 42)

    assert [row.error for row in queue.rows] == [True]
    assert free(queue) == []


def test_marking_an_error_drops_the_waiting_twin():
    queue = new_queue()
    put(queue, 42)
    process_id = queue.reserve(free(queue))
    put(queue, 42)
    queue.fail(APP, process_id, {queue.rows[0].message_id})

    assert [(row.id, row.error) for row in queue.rows] == [(1, True)]


def test_queues_of_different_names_do_not_touch():
    queue = new_queue()
    put(queue, 42)
    put(queue, 42, OTHER)
    queue.remove(APP, lambda _: True)

    assert [row.owner for row in queue.rows] == [OTHER]


def test_old_rows_go_even_behind_a_refreshed_one():
    clock = Clock.frozen()
    queue = new_queue(clock)
    start = clock.now()
    put(queue, 1, at=start)
    put(queue, 2, at=start)
    clock.advance(100)
    put(queue, 1, at=clock.now())
    clock.advance(KEPT_SECONDS - 50)

    assert [row.data for row in queue.rows] == [1]


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 5)),
        st.tuples(st.just("reserve"), st.integers(1, 3)),
        st.tuples(st.just("clear"), st.integers(0, 3)),
    ),
    max_size=40,
)


@given(ACTS)
def test_every_event_is_either_kept_or_was_cleared(acts):
    queue, reserved = new_queue(), []
    waiting, held, cleared = set(), [], []
    for act, number in acts:
        if act == "put":
            put(queue, number)
            waiting.add(number)
        elif act == "reserve":
            rows = free(queue)[:number]
            reserved.append(queue.reserve(rows))
            held.append([row.data for row in rows])
            waiting.difference_update(held[-1])
        elif number < len(reserved):
            queue.remove(APP, lambda row, batch=reserved[number]: row.process_id == batch)
            cleared.append(number)

    left = [data for number, batch in enumerate(held) if number not in cleared for data in batch]
    assert sorted(row.data for row in queue.rows) == sorted([*left, *waiting])
    assert len({row.id for row in queue.rows}) == len(queue.rows)


def test_what_is_too_much_pushes_out_the_oldest(monkeypatch):
    monkeypatch.setattr("app.sandbox.delivery.queue.MAX_BYTES", 100)
    queue = new_queue()
    for number in range(5):
        put(queue, f"{number}" * 38)

    assert [row.data[0] for row in queue.rows] == ["3", "4"]


def test_too_many_rows_push_out_the_oldest_tenth(monkeypatch):
    monkeypatch.setattr("app.sandbox.delivery.queue.MAX_ROWS", 20)
    queue = new_queue()
    for number in range(21):
        put(queue, number)

    assert [row.data for row in queue.rows] == list(range(2, 21))


def test_a_twin_stands_beside_its_row_and_the_next_event_joins_the_newer():
    queue = new_queue()
    put(queue, 42)
    queue.put(APP, "E", 42, [], 1_767_000_000.0, twin=True)
    put(queue, 42, at=1_767_000_009.0)

    assert [(row.id, row.at) for row in queue.rows] == [
        (1, 1_767_000_000.0),
        (2, 1_767_000_009.0),
    ]


def test_of_two_error_rows_the_one_that_is_left_swallows_the_next_event():
    queue = new_queue()
    batches = []
    for _ in range(2):
        put(queue, 42)
        batches.append(queue.reserve(free(queue)))
    digest = queue.rows[0].message_id
    for batch in batches:
        queue.fail(APP, batch, {digest})
    queue.remove(APP, lambda row: row.id == 2)
    put(queue, 42)

    assert [(row.id, row.error) for row in queue.rows] == [(1, True)]
